from django import forms

from findings.publishing.versions import Note
from findings.vocabulary import Via


class ChangeNoteForm(forms.ModelForm):
    """Asks what is being changed. What readers see can't be published anew without saying it."""

    change_line = forms.CharField(
        label="What changed, in one line",
        max_length=200,
        required=False,
        help_text="Readers see it in the list of changes: “Says what the Act of 2022 changed”.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    change_is_major = forms.BooleanField(
        label="A major change",
        required=False,
        help_text="It changes what a reader would do or quote. Minor changes alert nobody.",
    )

    def clean_change_line(self):
        line = self.cleaned_data["change_line"].strip()
        if not line and "_publish" in self.data and self.shown_to_readers():
            raise forms.ValidationError("Readers see this record: say in one line what changed.")
        return line

    def shown_to_readers(self):
        return self.instance.pk is not None and self.instance.is_published

    def note(self, editor):
        return note_of(self.cleaned_data, editor)


def note_of(values, editor):
    """The Note of a change made in a form, from its cleaned or posted values."""
    line = values.get("change_line", "")[:200]
    return Note(Via.FORM, by=editor, line=line, is_major=bool(values.get("change_is_major")))
