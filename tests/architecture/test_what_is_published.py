"""What is published names no machine, no registry and no key; its licence is whole."""

import re

from tests.architecture.tracked import ROOT, shown, text_of, tracked

#: Written in pieces, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:ro" r"ot|wo" r"rk|ho" r"me/\w+)/\w|[A-Z]:\\Us" r"ers\\")
REGISTRY_HOSTS = re.compile(
    r"py"
    r"pi\.org|pythonho"
    r"sted\.org|registry\.npm"
    r"js|npm"
    r"mirror|deb\.deb"
    r"ian\.org"
    r"|mirrors\.[a-z]+\.(?:com|edu|cn)"
)
PRIVATE_KEYS = re.compile(r"BEGIN (?:RSA |EC |OPENSSH )?PRIVATE" r" KEY")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{shown(path)}:{number}: {line.strip()[:80]}"
        for path in tracked()
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_path_of_a_machine() -> None:
    assert lines_with(MACHINE_PATHS) == []


def test_no_host_of_a_package_registry() -> None:
    assert lines_with(REGISTRY_HOSTS) == []


def test_no_private_key() -> None:
    assert lines_with(PRIVATE_KEYS) == []


def test_the_licence_is_mulan_psl_v2_in_both_languages() -> None:
    text = text_of(ROOT / "LICENSE")
    assert "木兰宽松许可证， 第2版" in text  # the licence's Chinese name
    assert "Mulan Permissive Software License，Version 2 (Mulan PSL v2)" in text
    assert "END OF THE TERMS AND CONDITIONS" in text


def test_every_requirement_is_pinned_by_digest() -> None:
    blocks = re.split(r"\n(?=\S)", text_of(ROOT / "requirements.lock").strip())
    assert len(blocks) > 20
    assert [b.splitlines()[0] for b in blocks if "==" not in b or "--hash=sha256:" not in b] == []


def test_continuous_integration_runs_the_same_two_verbs() -> None:
    script = text_of(ROOT / ".ci" / "run")
    assert "make check" in script
    assert "make test" in script
