from django.contrib import admin
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path


def favicon(request):
    """Browsers ask here for pages that name no icon, such as the admin's."""
    return redirect(static("img/favicon.svg"))


urlpatterns = [
    path("favicon.ico", favicon),
    path("admin/", admin.site.urls),
    path("", include("findings.urls")),
]

handler400 = "findings.views.errors.bad_request"
handler403 = "findings.views.errors.permission_denied"
handler404 = "findings.views.errors.page_not_found"
handler500 = "findings.views.errors.server_error"
