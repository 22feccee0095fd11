"""`questions YEAR [--answer N --as KIND --text TEXT [--erratum N] [--public]] --by ACCOUNT`.

`--show N` makes question and answer public, `--hide N --reason TEXT` takes them back.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from zhunsheng.cli.commands.editions import edition_of, name_kind
from zhunsheng.cli.commands.people import UnknownNameError, person_of
from zhunsheng.cli.commands.told import say
from zhunsheng.kernel import clock
from zhunsheng.kernel.figure.name import name_of
from zhunsheng.kernel.label import both
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import SEES_ALL
from zhunsheng.reports.life.answer_question import answer_question, show_answer
from zhunsheng.reports.life.questions import answer_due
from zhunsheng.reports.models import (
    AnswerKind,
    Edition,
    Erratum,
    FigureQuestion,
    QuestionAnswer,
)


def run(arguments: Sequence[str]) -> int:
    """Answers a question, shows one or takes it back; 1 while an answer is overdue."""
    parser = ArgumentParser(prog="zhunsheng questions", description=__doc__)
    parser.add_argument("year", type=int)
    name_kind(parser)
    parser.add_argument("--by", required=True)
    parser.add_argument("--answer", type=int, metavar="N", help="答复第几号 / which to answer")
    parser.add_argument("--as", dest="sort", choices=AnswerKind.values, default="explained")
    parser.add_argument("--text", default="", help="答复 / the answer")
    parser.add_argument("--erratum", type=int, metavar="N", help="第几号更正 / by which erratum")
    parser.add_argument("--public", action="store_true", help="一并公开 / shown to the public")
    parser.add_argument("--show", type=int, metavar="N")
    parser.add_argument("--hide", type=int, metavar="N")
    parser.add_argument("--reason", default="")
    options = parser.parse_args(arguments)
    person = person_of(options.by)
    edition = edition_of(person.agency, options.year, options.kind)
    _act(edition, options, person)
    doing = ("查看对数据的疑问", "read questions about figures")
    require_role(person, tuple(SEES_ALL), clock.today(), doing=doing)
    overdue = [_told(question) for question in edition.questions.order_by("ordinal")]
    if not overdue:
        say("没有疑问", "no question")
    return int(any(overdue))


def _act(edition: Edition, options: Namespace, person: Person) -> None:
    if options.answer is not None:
        question = _question(edition, options.answer)
        answer_question(
            question,
            kind=options.sort,
            text=options.text,
            by=person,
            erratum=_erratum(edition, options.erratum),
            public=options.public,
        )
    for number, public in ((options.show, True), (options.hide, False)):
        if number is not None:
            answer = _answer(_question(edition, number))
            show_answer(answer, by=person, public=public, reason=options.reason)


def _question(edition: Edition, number: int) -> FigureQuestion:
    found = edition.questions.filter(ordinal=number).first()
    if found is None:
        raise UnknownNameError(
            f"{edition.number}没有第{number}号疑问；不带--answer运行可列出全部。",
            f"{edition.number} has no question {number}; run it without --answer to list them.",
        )
    return found


def _answer(question: FigureQuestion) -> QuestionAnswer:
    found = QuestionAnswer.objects.filter(question=question).first()
    if found is None:
        raise UnknownNameError(
            f"第{question.ordinal}号疑问尚未答复，没有可公开或撤下的答复；请先用--answer答复。",
            f"question {question.ordinal} has no answer yet: give one with --answer.",
        )
    return found


def _erratum(edition: Edition, number: int | None) -> Erratum | None:
    if number is None:
        return None
    found = edition.errata.filter(ordinal=number).first()
    if found is None:
        raise UnknownNameError(
            f"{edition.number}没有第{number}号更正；请用errata命令列出或印发。",
            f"{edition.number} has no erratum {number}; list or issue them with errata.",
        )
    return found


def _told(question: FigureQuestion) -> bool:
    """Prints the question, without how its asker is reached; whether its answer is overdue."""
    answer = QuestionAnswer.objects.filter(question=question).first()
    name, name_en = name_of(question.figure)
    due = answer_due(question)
    overdue = answer is None and clock.today() > due.on
    if answer:
        newest = answer.showings.order_by("-pk").first()
        public = bool(newest and newest.public)
        zh, en = both(AnswerKind(answer.kind).label)
        zh = f"{zh}：{answer.text}（{'已公开' if public else '未公开'}）"
        en = f"{en}, {'public' if public else 'not public'}"
    else:
        zh = f"应于{due.on}前（含当日）答复{'，已逾期' if overdue else ''}"
        en = f"to be answered by {due.on}{', overdue' if overdue else ''}"
    say(f"{question.ordinal} {name}：{question.text}", name_en)
    say(f"  {zh}", en)
    return overdue
