from django.db import models

from findings.vocabulary import Role

from .constraints import Once, known
from .reviewed import ReviewedQuerySet
from .sound import managers


class RoleReading(models.Model):
    """A role that a record concerns most, in the editors' reading, with their reason.

    A record without one concerns all three roles.
    """

    record = models.ForeignKey("Record", models.CASCADE, related_name="role_readings")
    role = models.CharField(max_length=20, choices=Role.choices)
    reason = models.CharField(max_length=250)
    position = models.PositiveSmallIntegerField(default=0)

    SOUND = models.Q(role__in=Role.values)
    objects, every = managers(ReviewedQuerySet)

    class Meta:
        ordering = ["record", "position", "pk"]
        constraints = [
            Once(
                fields=["record", "role"],
                name="role_once_on_record",
                beside="role",
                says="This role stands on the record already.",
            ),
            known("role", Role, "role_is_known"),
        ]

    def __str__(self):
        return self.get_role_display()

    @property
    def role_word(self):
        return Role(self.role)
