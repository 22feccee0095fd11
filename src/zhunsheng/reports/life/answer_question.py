"""Answering a question about a figure: once; its contact goes; both may be shown and taken back."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import sm3
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import Act, acting
from zhunsheng.kernel.record.reason import require_reason
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.errors import PersonalDataError, QuestionError
from zhunsheng.reports.models import (
    AnswerKind,
    AnswerShowing,
    Erratum,
    FigureQuestion,
    QuestionAnswer,
    QuestionContact,
)
from zhunsheng.reports.privacy import personal

LONGEST = 1000


def answer_question(
    question: FigureQuestion,
    *,
    kind: str,
    text: str,
    by: Person,
    erratum: Erratum | None = None,
    public: bool = False,
) -> QuestionAnswer:
    """The answer; the asker's contact is deleted with it. `public`: both are shown.

    Errors: NotAllowedError unless the office answers; QuestionError for a second answer, or one
    without words or its erratum; PersonalDataError for one to be shown.
    """
    agency, words = question.agency, text.strip()
    with refusing(agency, "answer_question", by=by):
        _require_office(question, by, ("答复对数据的疑问", "answer a question about a figure"))
        _require_answer(question, kind, words, erratum)
        if public:
            _require_no_person(question.text, words)
        with acting(agency, "answer_question", by=by) as act:
            _require_unanswered(question)
            made = QuestionAnswer.objects.create(
                question=question,
                kind=kind,
                erratum=erratum,
                text=words,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )
            act.details = _forgotten(made) | {"public": public}
            act.touched.append(question)
            if public:
                _show(act, made, public=True)
    return made


def read_contact(question: FigureQuestion, *, by: Person) -> str:
    """How the asker may be reached, empty where they did not say; the trail keeps who read it.

    Errors: NotAllowedError unless the office reads it.
    """
    with refusing(question.agency, "read_contact", by=by):
        _require_office(question, by, ("查看联系方式", "read a contact"))
        with acting(question.agency, "read_contact", by=by) as act:
            act.details = _about(question)
            kept = QuestionContact.objects.filter(question=question).first()
    return kept.text if kept else ""


def delete_contact(question: FigureQuestion, *, by: Person, reason: str) -> None:
    """The asker's contact deleted before the answer, as when they ask for it.

    Errors: NotAllowedError unless the office does it; QuestionError where there is none.
    """
    doing = ("删除联系方式", "delete a contact")
    with refusing(question.agency, "delete_contact", by=by):
        _require_office(question, by, doing)
        require_reason(reason, doing=doing)
        with acting(question.agency, "delete_contact", by=by, reason=reason) as act:
            act.details = _about(question)
            gone, _ = QuestionContact.objects.filter(question=question).delete()
            if not gone:
                raise QuestionError("该疑问没有留存联系方式。", "no contact is kept with it.")


def show_answer(
    answer: QuestionAnswer, *, by: Person, public: bool, reason: str = ""
) -> AnswerShowing:
    """Question and answer shown to the public, or taken back at once with a reason.

    Errors: NotAllowedError unless the office does it; PersonalDataError for what would be
    shown; QuestionError where that is how it stands already.
    """
    question = answer.question
    action = "show_answer" if public else "hide_answer"
    doing = ("公开疑问和答复", "show an answer") if public else ("撤下答复", "take an answer back")
    with refusing(question.agency, action, by=by):
        _require_office(question, by, doing)
        if public:
            _require_no_person(question.text, answer.text)
        else:
            require_reason(reason, doing=doing)
        with acting(question.agency, action, by=by, reason=reason) as act:
            newest = answer.showings.order_by("-pk").first()
            if public == bool(newest and newest.public):
                raise QuestionError(
                    "该疑问和答复的公开状态没有变化；请刷新页面查看。",
                    "that is how it stands already; reload the page.",
                )
            act.details = _about(question)
            return _show(act, answer, public=public)


def _show(act: Act, answer: QuestionAnswer, *, public: bool) -> AnswerShowing:
    return AnswerShowing.objects.create(
        answer=answer,
        public=public,
        reason=act.reason,
        by=act.by,
        entry=act.place.sequence,
        at=act.at,
    )


def _forgotten(made: QuestionAnswer) -> dict[str, object]:
    """The asker's contact deleted; what the trail says of the answer."""
    gone, _ = QuestionContact.objects.filter(question=made.question).delete()
    return _about(made.question) | {
        "contact_deleted": bool(gone),
        "erratum": made.erratum.ordinal if made.erratum else None,
        "kind": made.kind,
        "text": sm3(made.text.encode()),
    }


def _about(question: FigureQuestion) -> dict[str, object]:
    return {
        "edition": question.edition.digest,
        "figure": question.figure,
        "ordinal": question.ordinal,
        "question": question.digest,
    }


def _require_office(question: FigureQuestion, by: Person, doing: tuple[str, str]) -> None:
    if by.agency_id != question.agency_id:
        raise QuestionError(
            f"该疑问由{question.agency.name}答复。",
            "the agency that issued the report answers the question.",
        )
    require_role(by, (Role.OFFICE,), clock.today(), doing=doing)


def _require_answer(
    question: FigureQuestion, kind: str, words: str, erratum: Erratum | None
) -> None:
    if kind not in AnswerKind.values:
        raise QuestionError("请选择答复的类别。", "choose what the answer comes to.")
    if not words or len(words) > LONGEST:
        raise QuestionError(
            f"请填写答复，最多{LONGEST}字。", f"write the answer, {LONGEST} characters at most."
        )
    if kind == AnswerKind.ERRATUM and erratum is None:
        raise QuestionError(
            "答复“已更正”须指明是哪一号更正；请先在报告页面印发更正，再答复。",
            "name the erratum that corrects it; issue one on the report's page first.",
        )
    if erratum is None:
        return
    if kind != AnswerKind.ERRATUM or erratum.edition_id != question.edition_id:
        raise QuestionError(
            "所选更正不属于本报告，或者答复类别不是“已更正”。",
            "the erratum is of another report, or the answer is no correction.",
        )


def _require_unanswered(question: FigureQuestion) -> None:
    """Within the transaction: of two who answer at once, one is refused."""
    if QuestionAnswer.objects.filter(question=question).exists():
        raise QuestionError(
            f"第{question.ordinal}号疑问已经答复；请刷新页面查看。",
            f"question {question.ordinal} was answered already; reload the page.",
        )


def _require_no_person(*words: str) -> None:
    found = personal("\n".join(words))
    if found:
        way_out = ("请在答复中删去，或者不公开", "take it out, or do not show it")
        raise PersonalDataError(found, do=way_out)
