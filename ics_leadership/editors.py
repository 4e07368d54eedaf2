"""The admin as a site of its own: its names, and a front page of what waits."""

from functools import wraps

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.shortcuts import redirect
from django.urls import path


class EditorsSite(AdminSite):
    site_header = "ICS Leadership: for its editors"
    site_title = "ICS Leadership"
    index_title = "What you can edit"
    login_template = "admin/log_in.html"
    index_template = "admin/front.html"
    # The front page and the crumbs lead everywhere; the room is for what is edited.
    enable_nav_sidebar = False

    def login(self, request, extra_context=None):
        from findings.admin import logging_in  # noqa: PLC0415 (needs the apps ready)

        self.login_form = logging_in.LogInForm
        response = super().login(request, extra_context)
        if request.method == "POST" and response.status_code == 302:
            logging_in.remember(response, request.user)
        return response

    def get_urls(self):
        from findings.admin import everywhere  # noqa: PLC0415 (needs the apps ready)

        own = [
            path("search/", self.admin_view(everywhere.page), name="search"),
            path("second-step/", super().admin_view(self.second_step), name="second_step"),
        ]
        return [*own, *super().get_urls()]

    def admin_view(self, view, cacheable=False):
        inner = super().admin_view(view, cacheable)

        @wraps(view)
        def guarded(request, *args, **kwargs):
            if self.has_permission(request) and is_kept_out(request):
                return redirect("admin:second_step")
            return inner(request, *args, **kwargs)

        return guarded

    def second_step(self, request):
        from findings.admin import setting_up  # noqa: PLC0415 (needs the apps ready)

        return setting_up.page(self, request)

    def get_app_list(self, request, app_label=None):
        from findings.admin.grouping import grouped  # noqa: PLC0415 (needs the apps ready)

        apps = super().get_app_list(request, app_label)
        return apps if app_label else grouped(apps, self._registry)

    def index(self, request, extra_context=None):
        from findings.admin.desk import recent_changes, tasks  # noqa: PLC0415 (needs the apps ready)

        context = {
            "tasks": tasks(request.user),
            "changes": recent_changes(request.user),
            **(extra_context or {}),
        }
        return super().index(request, context)


def is_kept_out(request):
    """Whether nothing is open but the way out and the page that sets up the second step."""
    from findings.editorial import second_step  # noqa: PLC0415 (needs the apps ready)

    return request.resolver_match.url_name != "logout" and second_step.is_lacking(request.user)


class EditorsConfig(AdminConfig):
    default_site = "ics_leadership.editors.EditorsSite"
