from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FindingsConfig(AppConfig):
    name = "findings"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Knowledge base"

    def ready(self):
        from findings.editorial import groups  # noqa: PLC0415 (needs the models)
        from findings.models import generation  # noqa: PLC0415 (needs the apps)
        from findings.search import upkeep  # noqa: PLC0415 (needs the models)

        upkeep.connect()
        post_migrate.connect(upkeep.on_migrated, sender=self)
        post_migrate.connect(generation.watch, sender=self)
        post_migrate.connect(groups.on_migrated, sender=self)
