"""`audit FILE…`: reports audited without a database; 0 clean, 1 findings, 2 unreadable."""

import os
import sys
from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from zhunsheng.audit.handed import Handed, LedgerFact
from zhunsheng.cli.auditing import handed_in
from zhunsheng.cli.auditing.job import UNREADABLE, Job, Judged
from zhunsheng.cli.auditing.progress import shown


def run(arguments: Sequence[str]) -> int:
    """The exit code; an unreadable file is one line, and the others go on."""
    options = _options(arguments)
    if options.jsonl:
        return _jsonl(options)
    try:
        job = _job(options)
        named = [*options.files, *(handed_in.listed(options.list) if options.list else ())]
        paths = [str(path) for path in handed_in.paths(named)]
        return _run(paths, job, options)
    except handed_in.HandedInError as error:
        print(error, file=sys.stderr)
        return UNREADABLE


def _run(paths: list[str], job: Job, options: Namespace) -> int:
    from zhunsheng.cli.auditing.told import Told

    several = options.list or any(path.is_dir() for path in options.files) or options.brief
    told = Told(form=options.format, brief=bool(several) and options.format == "text")
    for answer in shown(_answers(paths, job, options), len(paths)):
        told.add(answer)
    if options.round:
        told.add(*_answers([str(options.round)], _summing(job, paths), options))
    told.end()
    if options.copies:
        from zhunsheng.cli.auditing.pairs import pairs

        for line in pairs(paths):
            print(line)
    return told.code


def _answers(paths: list[str], job: Job, options: Namespace) -> Iterator[Judged]:
    if options.cluster:
        from zhunsheng.cli.auditing import cluster

        try:
            yield from cluster.run(paths, job, address=options.cluster)
        except cluster.ClusterError as error:
            raise handed_in.HandedInError(Path(options.cluster), zh=str(error), en="") from error
        return
    from zhunsheng.cli.auditing import pool

    yield from pool.run(paths, job, processes=options.jobs)


def _options(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="zhunsheng audit", description=__doc__)
    add = parser.add_argument
    add("files", nargs="*", type=Path, help="文件或文件夹 / files or folders")
    add("--list", type=Path, help="文件清单，每行一个 / a list of files, one a line")
    add("--format", choices=("text", "json", "lines", "html", "docx"), default="text")
    add("--out", type=Path, help="html、docx写到此文件夹 / folder for html and docx")
    add("--brief", action="store_true", help="每份报告一行 / one line a report")
    add("--waivers", type=Path, help="豁免文件 / the file of waivers")
    add("--previous", type=Path, help="上年报告 / last year's report")
    add("--facts", type=Path, help="台账数值 / values of the ledgers, JSON")
    add("--words", type=Path, help="指标在文中的说法 / key → words of each figure, JSON")
    add("--titles", type=Path, help="文件目录，每行一个名称 / a register of titles, one a line")
    add("--others", type=Path, nargs="*", default=[], help="比对是否抄自 / compared for copying")
    add("--round", type=Path, help="各报告的汇总 / the summary of these reports")
    add("--copies", action="store_true", help="两两比对 / compare each with every other")
    add("--preview", action="store_true", help="包括试行规则 / checks on trial too")
    add("--jobs", type=int, default=0, help="进程数 / processes; 0: as many as processors")
    add("--cluster", default="", help="Dask调度器 / a Dask scheduler, tcp://host:port")
    add("--colour", action=BooleanOptionalAction, default=sys.stdout.isatty())
    add("--jsonl", type=Path, help="每行一段文字 / passages, one JSON a line")
    add("--document", action="store_true", help="--jsonl中为整篇 / the passages are documents")
    options = parser.parse_args(arguments)
    if not (options.files or options.jsonl or options.list):
        parser.error("请给出文件 / name at least one file")
    options.jobs = options.jobs or os.cpu_count() or 1
    return options


def _job(options: Namespace) -> Job:
    handed = Handed(
        previous=handed_in.beside(options.previous) if options.previous else None,
        others=tuple(handed_in.beside(path) for path in options.others),
        facts=_facts(options),
        titles=handed_in.titles(options.titles) if options.titles else frozenset(),
        today=_today(),
    )
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    return Job(
        form=options.format,
        waivers=handed_in.waivers(options.waivers) if options.waivers else (),
        handed=handed,
        today=_today(),
        preview=options.preview,
        colour=options.colour,
        out=str(options.out or ""),
    )


def _facts(options: Namespace) -> tuple[LedgerFact, ...]:
    """The facts that have words to be found by; how many have none is said."""
    if not options.facts:
        return ()
    facts = handed_in.facts(options.facts, options.words)
    kept = tuple(fact for fact in facts if fact.words)
    if len(kept) < len(facts):
        lone = len(facts) - len(kept)
        print(
            f"{options.facts}：{lone}项没有说法，未比对；请用--words提供。 /"
            f" {lone} facts have no words and were not compared: give --words.",
            file=sys.stderr,
        )
    return kept


def _summing(job: Job, paths: list[str]) -> Job:
    summed = tuple(handed_in.beside(Path(path)) for path in paths)
    return replace(job, handed=replace(job.handed, summed=summed))


def _jsonl(options: Namespace) -> int:
    from zhunsheng.audit.batch import BatchLineError, answers

    try:
        with options.jsonl.open(encoding="utf-8") as lines:
            for answer in answers(lines, document=options.document):
                print(answer)
    except (OSError, UnicodeDecodeError, BatchLineError) as error:
        print(f"{options.jsonl}：{error}", file=sys.stderr)
        return UNREADABLE
    return 0


def _today() -> date:
    return datetime.now().astimezone().date()
