from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FindingsConfig(AppConfig):
    name = "findings"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Knowledge base"

    def ready(self):
        from findings.search import upkeep

        upkeep.connect()
        post_migrate.connect(upkeep.on_migrated, sender=self)
