import logging

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from findings.editorial import second_step

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Forget the second step of an account whose phone is lost. Make sure first that it is "
        "really its editor who asks."
    )

    def add_arguments(self, parser):
        parser.add_argument("name")
        parser.add_argument("--reset", action="store_true", required=True)

    def handle(self, name, **options):
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no account “{name}”.")
        if not second_step.reset(user):
            raise CommandError(f"“{name}” has no second step.")
        logger.info("second step reset: %s", name)
        self.stdout.write(f"“{name}” logs in with the password alone until it is set up again.")
