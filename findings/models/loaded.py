from django.db import models

from .constraints import Once


class LoadedRow(models.Model):
    """What the loader last wrote for a row of a fixture, as a hash.

    A row whose present hash differs was changed by an editor since; a row that is gone was
    deleted by one. Either way the loader leaves it alone.
    """

    noun = models.CharField(max_length=30)
    key = models.CharField(max_length=100)
    folder = models.CharField(max_length=200, help_text="The set of fixtures that it came from.")
    digest = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["noun", "key"]
        constraints = [
            Once(
                fields=["noun", "key"],
                name="row_loaded_once",
                beside="key",
                says="This row was loaded already.",
            ),
        ]

    def __str__(self):
        return f"{self.noun} {self.key}"
