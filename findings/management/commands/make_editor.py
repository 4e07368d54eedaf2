from getpass import getpass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError

from findings.editorial.rights import GROUPS


class Command(BaseCommand):
    help = "Make an account for an editor, or give one another group. Asks for the password."

    def add_arguments(self, parser):
        parser.add_argument("name")
        parser.add_argument("--group", choices=GROUPS, required=True)

    def handle(self, name, group, **options):
        users = get_user_model()
        user = users.objects.filter(username=name).first()
        if user is None:
            user = users(username=name)
            try:
                user.full_clean(exclude=["password"])
                user.set_password(self.password(user))
            except ValidationError as error:
                raise CommandError(" ".join(error.messages)) from None
        user.is_staff = True
        user.save()
        user.groups.set([Group.objects.get(name=group)])
        self.stdout.write(f"{name} is {group}.")

    @staticmethod
    def password(user):
        first = getpass("Password: ")
        if first != getpass("Password again: "):
            raise ValidationError("The two passwords differ.")
        validate_password(first, user)
        return first
