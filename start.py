#!/usr/bin/env python3
"""The front door: every verb of the project, the same with make and without it."""

from __future__ import annotations

import os
import shutil
import sys
import time

if sys.version_info < (3, 11):  # noqa: UP036 - an older Python starts this file too
    newer = (shutil.which(f"python3.{minor}") for minor in (14, 13, 12, 11))
    found = next((path for path in newer if path), None)
    if found:
        os.execv(found, [found, *sys.argv])
    sys.exit(
        "需要Python 3.11或更新版本，请安装后重试。 / Python 3.11 or newer is needed; install it."
    )

from bootstrap import PYTHON, ROOT, VAR, StepFailedError, openly, say, setup

CODE = ("src", "tests", "benchmarks", "examples", "start.py", "bootstrap.py", "conftest.py")


def run() -> int:
    """装载示范年度（仅空库），启动服务 / load the model year into an empty database, then serve"""
    setup()
    code = openly(PYTHON, "-m", "zhunsheng.cli", "demo", "--keep", ZHUNSHENG_DEMO="1")
    return code or openly(PYTHON, "-m", "zhunsheng.config.supervisor", ZHUNSHENG_DEMO="1")


def serve() -> int:
    """建立或更新本单位的数据库，启动服务 / make or update your own database, then serve it"""
    setup()
    code = openly(PYTHON, "-m", "zhunsheng.cli", "prepare")
    return code or openly(PYTHON, "-m", "zhunsheng.config.supervisor")


def demo() -> int:
    """在全新目录中演示主要工作 / the main job in a fresh folder, without serving"""
    setup()
    fresh = VAR / "demo-runs" / f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}"
    fresh.mkdir(parents=True)
    # A fresh folder means a fresh database: a server named for other work is left alone.
    more = {"ZHUNSHENG_VAR": str(fresh), "DATABASE_URL": "", "ZHUNSHENG_DEMO": "1"}
    return openly(PYTHON, "-m", "zhunsheng.cli", "demo", **more)


def test(*selected: str) -> int:
    """全部测试：SQLite、PostgreSQL、真实浏览器 / every test: SQLite, PostgreSQL, a real browser"""
    setup()
    return openly(PYTHON, "-m", "tests.provide", *selected)


def test_long(*selected: str) -> int:
    """全部测试，随机测试取完整次数 / every test, the random ones at their full counts"""
    setup()
    return openly(PYTHON, "-m", "tests.provide", *selected, ZHUNSHENG_TEST_COUNTS="long")


def check() -> int:
    """格式、类型、分层、译文、迁移 / format, types, layers, translations, migrations"""
    setup()
    code = present()
    steps: dict[str, list[object]] = {
        "ruff format": [PYTHON, "-m", "ruff", "format", "--check", *code],
        "ruff check": [PYTHON, "-m", "ruff", "check", *code],
        "mypy": [PYTHON, "-m", "mypy", *code],
        "layers": [PYTHON.with_name("lint-imports")],
        "translations": [PYTHON, "-m", "zhunsheng.config.translations", "--check"],
        "migrations": [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"],
    }
    failed = [name for name, command in steps.items() if not passes(name, command)]
    done = len(steps) - len(failed)
    say(
        f"检查：{done}项通过，{len(failed)}项未通过", f"checks: {done} passed, {len(failed)} failed"
    )
    print("".join(f"  × {name}\n" for name in failed), end="", flush=True)
    return 1 if failed else 0


def passes(name: str, command: list[object]) -> bool:
    print(f"== {name}", flush=True)
    return openly(*command) == 0


def present() -> list[str]:
    """The folders and scripts that hold Python."""
    return [n for n in CODE if n.endswith(".py") or any((ROOT / n).rglob("*.py"))]


def fix() -> int:
    """自动整理格式 / format, and mend what can be mended without thought"""
    setup()
    mended = openly(PYTHON, "-m", "ruff", "check", "--fix", *present())
    return openly(PYTHON, "-m", "ruff", "format", *present()) or mended


def docs() -> int:
    """重新生成译文目录和参考页 / make the catalogues and the reference pages anew"""
    setup()
    code = openly(PYTHON, "-m", "zhunsheng.config.translations", "--update")
    code = openly(PYTHON, "-m", "zhunsheng.config.reference") or code
    return openly(PYTHON, "-m", "zhunsheng.config.reference.standard") or code


def bench(*selected: str) -> int:
    """运行基准测量 / run the measurements of benchmarks/"""
    setup()
    scripts = sorted((ROOT / "benchmarks").glob("bench_*.py"))
    chosen = [s for s in scripts if not selected or s.stem.removeprefix("bench_") in selected]
    if not chosen:
        names = ", ".join(s.stem.removeprefix("bench_") for s in scripts)
        raise StepFailedError(
            f"没有这样的基准，现有：{names} / no such measurement; there are: {names}"
        )
    return max([openly(PYTHON, "-m", f"benchmarks.{script.stem}") for script in chosen])


def score(*options: str) -> int:
    """按给定报告和语料给审核打分 / score the audit: --report FILE --corpus FOLDER"""
    setup()
    return openly(PYTHON, ROOT / "benchmarks" / "score.py", *options)


def screenshots(*folder: str) -> int:
    """为每个页面截图，中英文各一张 / a picture of every page in both languages"""
    setup()
    return openly(PYTHON, "-m", "tests.browser.pictures", *(folder or (VAR / "screenshots",)))


def tour() -> int:
    """重新生成导览图片 / the pictures of docs/guide/tour.md made anew"""
    setup()
    return openly(PYTHON, "-m", "tests.browser.tour")


def new_regime(*name: str) -> int:
    """新建一项制度 / begin a new regime: new-regime NAME"""
    setup()
    return openly(PYTHON, "-m", "zhunsheng.config.scaffold", "regime", *name)


def new_check(*name: str) -> int:
    """新建一条审核规则 / begin a new check: new-check fmt_title_missing"""
    setup()
    return openly(PYTHON, "-m", "zhunsheng.config.scaffold", "check", *name)


def lock() -> int:
    """重新锁定依赖（带摘要） / lock the dependencies anew, with digests"""
    setup()
    options = ("--universal", "--all-extras", "--generate-hashes", "--no-header", "--no-annotate")
    command = [PYTHON, "-m", "uv", "pip", "compile", *options, "--quiet"]
    return openly(*command, "-o", "requirements.lock", "pyproject.toml")


def show_help() -> int:
    """列出全部命令 / list the verbs"""
    print("用法：python start.py 命令，或 make 命令 / usage: python start.py VERB, or make VERB\n")
    for name, verb in VERBS.items():
        print(f"  {name:<11} {(verb.__doc__ or '').strip()}")
    return 0


VERBS = {
    "setup": setup,
    "run": run,
    "serve": serve,
    "demo": demo,
    "test": test,
    "test-long": test_long,
    "check": check,
    "fix": fix,
    "docs": docs,
    "bench": bench,
    "score": score,
    "screenshots": screenshots,
    "tour": tour,
    "new-regime": new_regime,
    "new-check": new_check,
    "lock": lock,
    "help": show_help,
}
TAKES_MORE = ("test", "test-long", "bench", "score", "screenshots", "new-regime", "new-check")


def main(arguments: list[str]) -> int:
    """The exit code of the verb named first."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    name, *more = arguments or ["help"]
    verb = VERBS.get(name)
    if verb is None or (more and name not in TAKES_MORE):
        unknown = name if verb is None else " ".join(more)
        say(f"不认识“{unknown}”", f"'{unknown}' is not known here")
        show_help()
        return 2
    try:
        return verb(*more)
    except StepFailedError as failure:
        print(f"\n{failure}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
