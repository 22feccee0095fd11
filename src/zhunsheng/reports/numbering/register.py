"""What the register says: which number comes next, and what each one was used for."""

from dataclasses import dataclass
from datetime import date

from zhunsheng.kernel.label import both
from zhunsheng.kernel.org.models import Agency, Person
from zhunsheng.reports.errors import ReportError
from zhunsheng.reports.models import DocumentNumber, Edition
from zhunsheng.reports.models.number import Use
from zhunsheng.reports.numbering.number import Number


@dataclass(frozen=True, slots=True)
class Entered:
    """A line of the register as it stands: `row` as entered, the rest what became of it."""

    row: DocumentNumber
    use: Use
    told: str
    edition: Edition | None
    on: date
    by: Person

    @property
    def number(self) -> Number:
        return Number(self.row.mark, self.row.year, self.row.first)


def numbers_of(agency: Agency, year: int) -> tuple[Entered, ...]:
    """The year's register, mark by mark in order; a reserved number as what it was used for."""
    rows = DocumentNumber.objects.filter(agency=agency, year=year)
    rows = rows.select_related("by", "edition", "end__by", "end__edition")
    return tuple(_entered(row) for row in rows.order_by("mark", "first"))


def _entered(row: DocumentNumber) -> Entered:
    now = getattr(row, "end", None) or row
    return Entered(row, Use(now.use), now.told, now.edition, now.on, now.by)


def reservation(agency: Agency, number: Number) -> DocumentNumber | None:
    """The reservation of the number, while nothing became of it."""
    rows = DocumentNumber.objects.filter(agency=agency, mark=number.mark, year=number.year)
    return rows.filter(first=number.place, use=Use.RESERVED, end__isnull=True).first()


def next_number(agency: Agency, year: int, *, mark: str = "") -> Number | None:
    """The first number of the year not used; None while the mark was never used here.

    Without a mark it is the agency's own, or the one used last.
    """
    known = DocumentNumber.objects.filter(agency=agency).order_by("-pk").first()
    mark = mark or agency.document_mark or (known.mark if known else "")
    rows = DocumentNumber.objects.filter(agency=agency, mark=mark)
    if not rows.exists():
        return None
    newest = rows.filter(year=year).order_by("-last").first()
    return Number(mark, year, newest.last + 1 if newest else 1)


def require_next(agency: Agency, number: Number) -> None:
    """Errors: ReportError for a number in use, or one that would leave others out.

    A number reserved is free for what it was reserved for.
    """
    if reservation(agency, number) is not None:
        return
    expected = next_number(agency, number.year, mark=number.mark)
    if expected is None or expected == number:
        return
    rows = DocumentNumber.objects.filter(agency=agency, mark=number.mark, year=number.year)
    used = rows.filter(first__lte=number.place, last__gte=number.place).first()
    if used is not None:
        now = _entered(used)
        raise ReportError(
            f"发文字号{number}已使用（{both(now.use.label)[0]}：{now.told}），不能重复使用；"
            f"下一号是{expected}。",
            f"the number {number} is in use ({now.told}); the next one is {expected}.",
        )
    raise ReportError(
        f"发文字号应当连续：下一号是{expected}，不能直接编{number}；{expected}如已用于其他发文"
        "或者作废，请先在发文字号登记中说明。",
        f"numbers leave no gap: the next one is {expected}, not {number}; enter first what the"
        " numbers between were used for, or that they are void.",
    )
