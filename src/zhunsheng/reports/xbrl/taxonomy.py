"""The taxonomy of a filing: elements, labels in both languages, groups, identities as sums."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from zhunsheng.reports.xbrl.filing import PERCENT, YUAN, Calculation, Element, Filing

FIGURES, LABELS, GROUPS, SUMS = "figures.xsd", "labels.xml", "groups.xml", "sums.xml"
#: The figures' own name space: a figure has the same name in every agency and year.
OURS = "urn:zhunsheng:figures:1"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ROLE = "http://www.xbrl.org/2003/role/"
_ARC = "http://www.xbrl.org/2003/arcrole/"
#: Calculations 1.1: sums are compared as reported, where 1.0 would round them first.
_SUM_ARC = "https://xbrl.org/2023/arcrole/summation-item"
_SUM_SCHEMA = "https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item"
_LINKBASE = (
    'xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_Groups = dict[str, tuple[tuple[str, str], list[Element]]]


def taxonomy(filing: Filing) -> dict[str, bytes]:
    """File name → bytes; `figures.xsd` is where a reader begins."""
    groups = _groups(filing)
    return {
        FIGURES: _schema(filing, groups),
        LABELS: _labels(filing, groups),
        GROUPS: _presentation(groups),
        SUMS: _sums(filing),
    }


def _role(key: str) -> str:
    return f"urn:zhunsheng:role:{_plain(key)}"


def _plain(key: str) -> str:
    """The key of an identity may hold `=`, which neither an address nor an XML id does."""
    return key.replace("=", "-is-")


def _groups(filing: Filing) -> _Groups:
    """Regime → its names and its elements; a regime gone since is named by its key."""
    found: _Groups = {}
    for element in filing.elements:
        names = filing.groups.get(element.group, (element.group, element.group))
        found.setdefault(element.group, (names, []))[1].append(element)
    return found


def _schema(filing: Filing, groups: _Groups) -> bytes:
    linked = (
        f'<link:linkbaseRef xlink:type="simple" xlink:href="{name}"'
        ' xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
        for name in (LABELS, GROUPS, SUMS)
    )
    roles = [_role_type(g, *names, "presentationLink") for g, (names, _) in groups.items()]
    roles += [_role_type(c.key, c.zh, c.en, "calculationLink") for c in filing.calculations]
    lines = [
        f'{HEAD}<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {_LINKBASE}'
        f' xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:zs="{OURS}"'
        f' targetNamespace="{OURS}" elementFormDefault="qualified">',
        "<xs:annotation><xs:appinfo>",
        *linked,
        *roles,
        "</xs:appinfo></xs:annotation>",
        '<xs:import namespace="http://www.xbrl.org/2003/instance"'
        ' schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>',
        *(_element(group, "xbrli:stringItemType", more=' abstract="true"') for group in groups),
        *(_element(element.key, _type(element)) for element in filing.elements),
        "</xs:schema>",
    ]
    return _bytes(lines)


def _type(element: Element) -> str:
    if element.unit == PERCENT:
        return "xbrli:pureItemType"
    if element.unit == YUAN:
        return "xbrli:monetaryItemType"
    return "xbrli:nonNegativeIntegerItemType" if element.whole else "xbrli:decimalItemType"


def _element(key: str, kind: str, *, more: str = "") -> str:
    """Every figure is one of the year, a stock too: its name says on which day it was counted."""
    return (
        f'<xs:element name="{key}" id="zs_{key}" type="{kind}" substitutionGroup="xbrli:item"'
        f' xbrli:periodType="duration" nillable="true"{more}/>'
    )


def _role_type(key: str, zh: str, en: str, used_on: str) -> str:
    definition = escape(f"{zh} / {en}")
    return (
        f'<link:roleType roleURI="{_role(key)}" id="role_{_plain(key)}">'
        f"<link:definition>{definition}</link:definition>"
        f"<link:usedOn>link:{used_on}</link:usedOn></link:roleType>"
    )


def _labels(filing: Filing, groups: _Groups) -> bytes:
    lines = [f'<link:labelLink xlink:type="extended" xlink:role="{_ROLE}link">']
    for group, ((zh, en), elements) in groups.items():
        lines += _labelled(group, (("label", zh, en),))
        for e in elements:
            lines += _labelled(
                e.key, (("label", e.zh, e.en), ("documentation", e.zh_told, e.en_told))
            )
    return _linkbase([*lines, "</link:labelLink>"])


def _labelled(key: str, texts: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    yield _locator(key)
    yield (
        f'<link:labelArc xlink:type="arc" xlink:arcrole="{_ARC}concept-label"'
        f' xlink:from="{key}" xlink:to="{key}_label"/>'
    )
    for kind, zh, en in texts:
        for language, text in (("zh-CN", zh), ("en", en)):
            if text:
                yield (
                    f'<link:label xlink:type="resource" xlink:label="{key}_label"'
                    f' xlink:role="{_ROLE}{kind}" xml:lang="{language}">{escape(text)}</link:label>'
                )


def _presentation(groups: _Groups) -> bytes:
    lines = []
    for group, (_, elements) in groups.items():
        lines += [_extended("presentationLink", group), _locator(group)]
        for place, element in enumerate(elements, 1):
            lines += [_locator(element.key), _arc_to(group, element.key, place)]
        lines.append("</link:presentationLink>")
    references = [_role_ref(group) for group in groups]
    return _linkbase([*references, *lines])


def _arc_to(group: str, key: str, place: int) -> str:
    return (
        f'<link:presentationArc xlink:type="arc" xlink:arcrole="{_ARC}parent-child"'
        f' xlink:from="{group}" xlink:to="{key}" order="{place}"/>'
    )


def _sums(filing: Filing) -> bytes:
    references = [
        f'<link:arcroleRef arcroleURI="{_SUM_ARC}" xlink:type="simple" xlink:href="{_SUM_SCHEMA}"/>'
    ]
    lines = []
    for one in filing.calculations:
        references.append(_role_ref(one.key))
        lines += [_extended("calculationLink", one.key), _locator(one.total)]
        lines += list(_terms(one))
        lines.append("</link:calculationLink>")
    return _linkbase([*references, *lines])


def _terms(one: Calculation) -> Iterator[str]:
    for place, (key, weight) in enumerate(one.terms, 1):
        yield _locator(key)
        yield (
            f'<link:calculationArc xlink:type="arc" xlink:arcrole="{_SUM_ARC}"'
            f' xlink:from="{one.total}" xlink:to="{key}" weight="{weight}" order="{place}"/>'
        )


def _extended(kind: str, key: str) -> str:
    return f'<link:{kind} xlink:type="extended" xlink:role="{_role(key)}">'


def _locator(key: str) -> str:
    return f'<link:loc xlink:type="locator" xlink:href="{FIGURES}#zs_{key}" xlink:label="{key}"/>'


def _role_ref(key: str) -> str:
    return (
        f'<link:roleRef roleURI="{_role(key)}" xlink:type="simple"'
        f' xlink:href="{FIGURES}#role_{_plain(key)}"/>'
    )


def _linkbase(lines: Iterable[str]) -> bytes:
    return _bytes([f"{HEAD}<link:linkbase {_LINKBASE}>", *lines, "</link:linkbase>"])


def _bytes(lines: Iterable[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()
