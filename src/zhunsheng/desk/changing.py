"""The form of a change to the organisation, made from the questions its kind asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from zhunsheng.desk.form import DateInput, names_in_chinese
from zhunsheng.desk.limits import limit_choices
from zhunsheng.kernel.label import in_language
from zhunsheng.kernel.org.change import Ask, Asked, Kind
from zhunsheng.kernel.org.change_units import DIVISION_KINDS
from zhunsheng.kernel.org.models import Agency, Delegation, Division, Person, Post, Profile
from zhunsheng.kernel.org.roles import ROLE_NAMES, Role

Subject = Person | Post | Delegation | Division | None


def change_form(kind: Kind, agency: Agency, subject: Subject, *, data: Any = None) -> forms.Form:
    """The kind's questions and the reason; what is known of the subject is filled in."""
    form = forms.Form(data, label_suffix="", initial=_known(kind, agency, subject))
    form.fields = {asked.name: _field(asked, agency) for asked in kind.asks}
    form.fields["reason"] = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    for field in form.fields.values():
        field.error_messages["required"] = _("this must be filled in")
        field.error_messages["invalid_choice"] = _("choose one of the list")
    names_in_chinese(form.fields.values())
    return form


def answers(form: forms.Form, kind: Kind) -> dict[str, str]:
    """What was answered, as plain text: rows by their key, days as 2024-03-05."""
    found = {}
    for asked in kind.asks:
        value = form.cleaned_data.get(asked.name)
        key = value.pk if isinstance(value, Person | Division) else value
        found[asked.name] = "" if key is None else str(key)
    return found


def subject_of(kind: Kind, agency: Agency, key: int) -> Subject:
    """What the change is of; None where there is no such row in the agency."""
    if kind.of == "person":
        return Person.objects.filter(agency=agency, pk=key).first()
    if kind.of == "post":
        rows = Post.objects.filter(person__agency=agency).select_related("person", "division")
        return rows.filter(pk=key).first()
    if kind.of == "delegation":
        lent = Delegation.objects.filter(post__person__agency=agency)
        return lent.filter(pk=key).select_related("post__person", "post__division", "to").first()
    return agency.divisions.filter(pk=key).first()


def post_name(post: Post) -> str:
    """Role and division in the reader's language."""
    role = in_language(*ROLE_NAMES[Role(post.role)])
    if post.division is None:
        return role
    return in_language("{0}（{1}）", "{0} ({1})").format(role, post.division.name)


def _known(kind: Kind, agency: Agency, subject: Subject) -> dict[str, object]:
    source = subject or (agency if not kind.of else None)
    names = [asked.name for asked in kind.asks if asked.name != "to"]
    known = {name: getattr(source, name, None) for name in names}
    if kind.key not in ("alter_person", "alter_division", "alter_agency", "profile"):
        known = {}
    return known


def _field(asked: Asked, agency: Agency) -> forms.Field:
    told: dict[str, Any] = {
        "label": in_language(asked.zh, asked.en), "required": asked.required,
    }  # fmt: skip
    if asked.ask is Ask.DAY:
        field: forms.Field = forms.DateField(widget=DateInput(), **told)
        field.error_messages["invalid"] = _("this is no date; write it as 2024-03-05")
        return field
    if asked.ask is Ask.MAIL:
        field = forms.EmailField(max_length=asked.most, **told)
        field.error_messages["invalid"] = _("this is no mail address")
        return field
    if asked.ask in (Ask.DIVISION, Ask.PERSON):
        rows: Any = agency.divisions.all()
        if asked.ask is Ask.PERSON:
            rows = Person.objects.filter(agency=agency, is_active=True).order_by("pk")
        return forms.ModelChoiceField(rows, empty_label=_("Choose"), **told)
    if asked.ask is Ask.TEXT:
        return forms.CharField(max_length=asked.most, **told)
    return forms.ChoiceField(choices=[("", _("Choose")), *_choices(asked.ask)], **told)


def _choices(ask: Ask) -> list[tuple[str, str]]:
    if ask is Ask.ROLE:
        roles = [role for role in Role if role != Role.SYSTEM]
        return [(role.value, in_language(*ROLE_NAMES[role])) for role in roles]
    if ask is Ask.LIMIT:
        return limit_choices()
    if ask is Ask.DIVISION_KIND:
        return [(key, in_language(*names)) for key, names in DIVISION_KINDS.items()]
    return [(value, str(text)) for value, text in Profile.choices]
