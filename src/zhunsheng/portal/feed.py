"""The feed of editions (Atom): what is public, what was published anew, and tombstones.

A withdrawn edition is a deleted entry (RFC 6721): a follower drops its copy and learns why.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from django.db.models import Max, Min, QuerySet
from django.utils.timezone import localtime

from zhunsheng.kernel.org.models import Agency
from zhunsheng.portal.addresses import Addresses
from zhunsheng.reports.models import Edition, Visibility
from zhunsheng.reports.public import FORMS, Shown

#: How many editions the feed goes back.
MOST = 100
_TITLE = "报告公开"  # reports made public
_BEFORE_ANY = "1970-01-01T00:00:00+00:00"
Place = Callable[[str], str]


def newest_rows() -> QuerySet[Visibility]:
    """The newest word on each edition that was ever public, newest edition first."""
    newest = Visibility.objects.values("edition").annotate(newest=Max("pk")).values("newest")
    rows = Visibility.objects.filter(pk__in=newest).select_related("edition__agency")
    return rows.order_by("-edition__issued_on", "-edition_id")


def atom(
    rows: Sequence[Visibility], shown: Mapping[int, Shown], at: Addresses, *, place: Place
) -> bytes:
    """The feed as XML; `place` makes of an address the one a follower can open."""
    newest = sorted(rows, key=lambda row: row.at, reverse=True)
    first = _first_public(newest)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom"'
        ' xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="zh-CN">',
        f"<id>{_feed_id()}</id>",
        f"<title>{_TITLE}</title>",
        f"<updated>{_moment(newest[0].at) if newest else _BEFORE_ANY}</updated>",
        f'<link rel="self" href={quoteattr(place(at.feed()))}/>',
        f'<link rel="alternate" href={quoteattr(place(at.home()))}/>',
        *(
            line
            for row in newest
            for line in (
                _entry(shown[row.pk], at, place, first=first[row.edition_id])
                if row.public
                else _tombstone(row)
            )
        ),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entry(shown: Shown, at: Addresses, place: Place, *, first: datetime) -> Iterator[str]:
    edition = shown.edition
    yield "<entry>"
    yield f"<id>{_id(edition)}</id>"
    yield f"<title>{escape(edition.title)}</title>"
    yield f"<author><name>{escape(edition.agency.name)}</name></author>"
    yield f"<published>{_moment(first)}</published>"
    yield f"<updated>{_moment(shown.visibility.at)}</updated>"
    yield f'<link rel="alternate" href={quoteattr(place(at.report(edition)))}/>'
    for form in shown.forms():
        kind = quoteattr(FORMS[form].partition(";")[0])
        address = quoteattr(place(at.file(edition, form)))
        yield f'<link rel="enclosure" type={kind} href={address}/>'
    yield f"<summary>{escape(_said(shown, first))}</summary>"
    yield "</entry>"


def _said(shown: Shown, first: datetime) -> str:
    edition = shown.edition
    issued = f"{edition.issued_on.year}年{edition.issued_on.month}月{edition.issued_on.day}日印发"
    said = [f"{edition.number}，{issued}"]
    if first < shown.visibility.at:
        said.append("撤下后重新公开")  # public again after a withdrawal
    if shown.redactions:
        said.append(f"隐去{len(shown.redactions)}处，理由见页面")  # things taken out
    return "；".join(said) + "。"


def _tombstone(row: Visibility) -> Iterator[str]:
    """When and why, and nothing else of what the edition said."""
    yield (
        f"<at:deleted-entry ref={quoteattr(_id(row.edition))} when={quoteattr(_moment(row.at))}>"
        f"<at:comment>{escape(row.reason)}</at:comment></at:deleted-entry>"
    )


def _first_public(rows: Sequence[Visibility]) -> dict[int, datetime]:
    """Edition → when it first became public."""
    public = Visibility.objects.filter(edition__in=[row.edition_id for row in rows], public=True)
    return dict(public.values_list("edition").annotate(Min("at")))


def _id(edition: Edition) -> str:
    """The same for ever, on every site that shows the edition."""
    return f"urn:zhunsheng:edition:{edition.digest}"


def _feed_id() -> str:
    """Named by the agency at the top of this installation."""
    top = Agency.objects.filter(parent__isnull=True).order_by("pk").first()
    return escape(f"urn:zhunsheng:editions:{top.code if top else ''}")


def _moment(at: datetime) -> str:
    return localtime(at).isoformat(timespec="seconds")
