"""`verify PACKAGE…`: signed packages verified offline, without Django and without the ledgers."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from zhunsheng.reports.package.check import Checked, check


def run(arguments: Sequence[str]) -> int:
    """0 when every package holds, 1 when one does not, 2 when one cannot be opened."""
    parser = ArgumentParser(prog="zhunsheng verify", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--key", default="", help="the fingerprint the agency has published")
    options = parser.parse_args(arguments)
    code = 0
    for path in options.files:
        try:
            data = path.read_bytes()
        except OSError as error:
            print(
                f"“{path}”打不开（{error.strerror}），请核对路径。"
                f" / '{path}' cannot be opened ({error.strerror}).",
                file=sys.stderr,
            )
            code = 2
            continue
        result = check(data, key=options.key)
        print("\n".join(_told(path.name, result, known=bool(options.key))))
        code = max(code, 0 if result.holds else 1)
    return code


def _told(name: str, result: Checked, *, known: bool) -> list[str]:
    edition = result.edition
    lines = [name]
    if edition:
        lines.append(f"  {edition.get('number')} {edition.get('title')} {edition.get('issued_on')}")
        lines.append(f"  {edition.get('digest')}")
    lines += [f"  ✗ {fault.where}：{fault.zh} / {fault.en}" for fault in result.faults]
    if not result.holds:
        return lines
    lines.append(
        f"  文件{result.files}个与签名一致 / {result.files} documents as they were signed"
        f"（{result.algorithm} {result.key}）"
    )
    if not known:
        lines.append(
            "  未指定公钥指纹：只证明签名后未改动；签名人是谁，请与单位公布的指纹核对（--key）"
            " / no key was named: nothing changed since it was signed; who signed is known only by"
            " comparing the fingerprint with the published one (--key)"
        )
    return lines
