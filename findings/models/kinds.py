from django.db import models

from findings.vocabulary import Kind

from .record import Record
from .record_queryset import RecordQuerySet


class KindManager(models.Manager.from_queryset(RecordQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(kind=self.model.KIND)


class KindProxy(Record):
    """What the three proxies share: they know their kind and see no other."""

    class Meta:
        proxy = True

    def prepare(self):
        self.kind = self.KIND
        super().prepare()


class Finding(KindProxy):
    KIND = Kind.FINDING
    objects = KindManager()

    class Meta:
        proxy = True


class Skill(KindProxy):
    KIND = Kind.SKILL
    objects = KindManager()

    class Meta:
        proxy = True


class Recommendation(KindProxy):
    KIND = Kind.RECOMMENDATION
    objects = KindManager()

    class Meta:
        proxy = True


PROXIES = {proxy.KIND: proxy for proxy in (Finding, Skill, Recommendation)}
