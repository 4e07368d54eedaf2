"""What the pages of a single record beside its form have in common."""

from django.http import Http404


class OneRecord:
    def found(self, request, object_id):
        record = self.get_object(request, object_id)
        if record is None:
            raise Http404
        return record
