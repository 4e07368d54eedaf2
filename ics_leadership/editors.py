"""The admin as a site of its own: its names, and a front page of what waits."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig


class EditorsSite(AdminSite):
    site_header = "ICS Leadership: for its editors"
    site_title = "ICS Leadership"
    index_title = "What you can edit"
    index_template = "admin/front.html"

    def index(self, request, extra_context=None):
        from findings.admin.waiting import recent_changes, tasks  # once the apps are ready

        context = {
            "tasks": tasks(request.user),
            "changes": recent_changes(request.user),
            **(extra_context or {}),
        }
        return super().index(request, context)


class EditorsConfig(AdminConfig):
    default_site = "ics_leadership.editors.EditorsSite"
