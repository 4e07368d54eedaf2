from django.db import models


class Attempt(models.Model):
    """How often logging in failed of late, for one account or network, named by a hash alone."""

    key = models.CharField(max_length=64, unique=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-last_at"]

    def __str__(self):
        return f"{self.failures} failures"
