"""`python -m zhunsheng.config.scaffold regime NAME …`, and `check NAME`."""

import argparse
import subprocess
import sys
from pathlib import Path

from zhunsheng.config.scaffold.check import new_check
from zhunsheng.config.scaffold.errors import ScaffoldError
from zhunsheng.config.scaffold.regime import new_regime


def main(arguments: list[str]) -> int:
    """Exit code."""
    parser = argparse.ArgumentParser(prog="scaffold")
    kinds = parser.add_subparsers(dest="kind", required=True)
    regime = kinds.add_parser("regime", help="新建一项制度 / a new regime")
    regime.add_argument("name")
    regime.add_argument("--zh", default="新制度", help="中文名称 / Chinese name")
    regime.add_argument("--en", default="a new regime", help="英文名称 / English name")
    regime.add_argument("--into", type=Path, help="自有制度目录 / your own folder of regimes")
    check = kinds.add_parser("check", help="新建一条审核规则 / a new check")
    check.add_argument("name", help="subject_fault, e.g. fmt_title_missing")
    given = parser.parse_args(arguments)
    if given.kind == "check":
        return _check(given.name)
    try:
        folder = new_regime(given.name, zh=given.zh, en=given.en, into=given.into)
    except ScaffoldError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"迁移未能生成 / the migration could not be made: {error}", file=sys.stderr)
        return 1
    print(f"已建立 {folder}，改法见 docs/adding-a-regime.md / made; the guide tells what to change")
    return 0


def _check(name: str) -> int:
    try:
        made = new_check(name)
    except ScaffoldError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"已建立 {made}；先改例文，再写规则，然后make docs / made: examples, then the rule")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
