from django.conf import settings
from django.db import models

from .constraints import Once


class Overruling(models.Model):
    """An editor's reason not to follow a piece of advice on a record.

    `about` is the hash of what the advice stumbled over: when that changes, it comes back.
    """

    record = models.ForeignKey("Record", models.CASCADE, related_name="overrulings")
    code = models.CharField(max_length=30)
    about = models.CharField(max_length=64)
    reason = models.CharField(max_length=200)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            Once(
                fields=["record", "code", "about"],
                name="overruling_once",
                beside="about",
                says="This advice was set aside already.",
            ),
        ]

    def __str__(self):
        return f"{self.record.reference}: {self.code}"
