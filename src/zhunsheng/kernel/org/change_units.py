"""Changes to the agency and its divisions, and to how it is administered."""

from collections.abc import Mapping

from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.label import both
from zhunsheng.kernel.org.answers import division_of, fault, text_of
from zhunsheng.kernel.org.apart import require_two_administrators
from zhunsheng.kernel.org.change import Ask, Asked, Kind, Told
from zhunsheng.kernel.org.models import Agency, Division, Profile

#: Kinds of division a register may be owed by: key → (zh, en).
DIVISION_KINDS: dict[str, tuple[str, str]] = {
    "office": ("办公室", "office"),
    "legal": ("法规科", "legal division"),
    "business": ("业务科室", "business division"),
}
_NAME = Asked("name", "科室名称", "name", most=80)
_KIND = Asked("kind", "科室类别", "kind", Ask.DIVISION_KIND)


def _add_division(agency: Agency, values: Mapping[str, str]) -> Told:
    name, code = (
        text_of(values, "name", "科室名称", most=80),
        text_of(values, "code", "代码", most=40),
    )
    _require_new(agency, name, code)
    kind = _kind(values)
    last = agency.divisions.order_by("-order").values_list("order", flat=True).first() or 0
    Division.objects.create(agency=agency, code=code, name=name, kind=kind, order=last + 1)
    zh, en = DIVISION_KINDS[kind]
    return Told(f"新设科室{name}（{zh}）", f"new division {name} ({en})")


def _alter_division(agency: Agency, values: Mapping[str, str]) -> Told:
    division, kind = division_of(agency, values), _kind(values)
    name = text_of(values, "name", "科室名称", most=80)
    _require_new(agency, name, "", besides=division)
    before, division.name, division.kind = division.name, name, kind
    division.save(update_fields=["name", "kind"])
    zh, en = DIVISION_KINDS[kind]
    return Told(f"科室{before}改为{name}（{zh}）", f"division {before} becomes {name} ({en})")


def _alter_agency(agency: Agency, values: Mapping[str, str]) -> Told:
    name, short = (
        text_of(values, "name", "单位名称", most=120),
        text_of(values, "short_name", "规范化简称"),
    )
    mark = values.get("document_mark", "").strip()[:20]
    before, agency.name, agency.short_name, agency.document_mark = agency.name, name, short, mark
    agency.save(update_fields=["name", "short_name", "document_mark"])
    return Told(
        f"单位{before}的名称、简称、代字改为{name}、{short}、{mark or '（无）'}",
        f"{before}: name, short name and mark become {name}, {short}, {mark or '(none)'}",
    )


def _profile(agency: Agency, values: Mapping[str, str]) -> Told:
    wanted = values.get("profile", "")
    if wanted not in Profile.values:
        raise fault("管理方式", "请从列表中选择。", "choose one of the list.")
    if wanted == agency.profile:
        raise NotPossibleError("管理方式没有变化。", "it is administered in this way already.")
    agency.profile = wanted
    require_two_administrators(agency)
    agency.save(update_fields=["profile"])
    zh, en = both(Profile(wanted).label)
    return Told(f"管理方式改为{zh}", f"administration becomes: {en}")


def _require_new(agency: Agency, name: str, code: str, *, besides: Division | None = None) -> None:
    others = agency.divisions.exclude(pk=besides.pk if besides else 0)
    if others.filter(name=name).exists():
        raise fault("科室名称", f"“{name}”已有，请核对。", f"'{name}' exists already.")
    if code and others.filter(code=code).exists():
        raise fault("代码", f"“{code}”已被使用，请另取一个。", f"'{code}' is taken already.")


def _kind(values: Mapping[str, str]) -> str:
    kind = values.get("kind", "")
    if kind not in DIVISION_KINDS:
        raise fault("科室类别", "请从列表中选择。", "choose one of the list.")
    return kind


UNITS = (
    Kind("add_division", "新设科室", "new division",
         (_NAME, Asked("code", "代码", "code", most=40), _KIND), _add_division),
    Kind("alter_division", "变更科室", "change the division", (_NAME, _KIND), _alter_division,
         "division"),
    Kind(
        "alter_agency", "变更单位名称、代字", "change the agency's names",
        (
            Asked("name", "单位名称", "name", most=120),
            Asked("short_name", "规范化简称", "short name"),
            Asked("document_mark", "机关代字", "document mark", required=False, most=20),
        ),
        _alter_agency,
    ),
    Kind("profile", "变更管理方式", "change the administration",
         (Asked("profile", "管理方式", "administration", Ask.PROFILE),), _profile),
)  # fmt: skip
