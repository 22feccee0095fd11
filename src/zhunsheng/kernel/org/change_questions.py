"""Whether the agency takes questions about the figures it published: off until switched on."""

from collections.abc import Mapping

from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.org.change import Kind, Told
from zhunsheng.kernel.org.models import Agency


def _take(agency: Agency, values: Mapping[str, str]) -> Told:
    _switch(agency, on=True)
    return Told(
        "开通“对数据有疑问”，公众可以对公开报告的数据提出疑问",
        "the public may question the figures of published reports from now on",
    )


def _stop(agency: Agency, values: Mapping[str, str]) -> Told:
    _switch(agency, on=False)
    return Told(
        "关闭“对数据有疑问”，不再受理新的疑问，已受理的继续答复",
        "no more questions about figures are taken; those that wait are still answered",
    )


def _switch(agency: Agency, *, on: bool) -> None:
    if agency.takes_questions == on:
        raise NotPossibleError("该功能现在就是这样，没有变化。", "that is how it stands already.")
    agency.takes_questions = on
    agency.save(update_fields=["takes_questions"])


QUESTIONS = (
    Kind("take_questions", "开通“对数据有疑问”", "take questions about figures", (), _take),
    Kind("stop_questions", "关闭“对数据有疑问”", "take no more questions", (), _stop),
)
