"""`password ACCOUNT`: sets a password, typed twice at the terminal and never shown."""

from argparse import ArgumentParser
from collections.abc import Sequence
from getpass import getpass

from zhunsheng.cli.commands.people import person_of
from zhunsheng.cli.commands.told import refuse, say
from zhunsheng.kernel.errors import InvalidError
from zhunsheng.kernel.org.password import set_password


def run(arguments: Sequence[str]) -> int:
    """0 when the password was set."""
    parser = ArgumentParser(prog="zhunsheng password", description=__doc__)
    parser.add_argument("account")
    person = person_of(parser.parse_args(arguments).account)
    first, second = getpass("密码 / password: "), getpass("再输一次 / once more: ")
    if first != second:
        return refuse("两次输入不一致，密码未更改。", "the two do not agree; nothing was changed.")
    try:
        set_password(person, first)
    except InvalidError as error:
        return refuse(error.zh, error.en)
    say(f"{person.name}的密码已设置", f"password of {person.username} set")
    return 0
