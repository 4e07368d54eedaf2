"""The admin as a site of its own: its names, and a front page of what waits."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.urls import path


class EditorsSite(AdminSite):
    site_header = "ICS Leadership: for its editors"
    site_title = "ICS Leadership"
    index_title = "What you can edit"
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

        search = path("search/", self.admin_view(everywhere.page), name="search")
        return [search, *super().get_urls()]

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


class EditorsConfig(AdminConfig):
    default_site = "ics_leadership.editors.EditorsSite"
