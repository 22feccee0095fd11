"""A new affiliated institution, with the two administrators who set up the rest of it."""

from collections.abc import Mapping

from zhunsheng.kernel import clock
from zhunsheng.kernel.errors import NotPossibleError
from zhunsheng.kernel.org.answers import account_of, fault, text_of
from zhunsheng.kernel.org.change import Asked, Kind, Told
from zhunsheng.kernel.org.models import Agency, Person, Post
from zhunsheng.kernel.org.roles import Role


def _add_institution(agency: Agency, values: Mapping[str, str]) -> Told:
    if agency.affiliated:
        raise NotPossibleError(
            f"{agency.name}是局属事业单位，不再下设单位；请由主管部门新设。",
            f"{agency.name} is an affiliated institution itself; its bureau sets up others.",
        )
    name, code = (
        text_of(values, "name", "单位名称", most=120),
        text_of(values, "code", "单位代码", most=40),
    )
    if Agency.objects.filter(code=code).exists():
        raise fault("单位代码", f"“{code}”已被使用，请另取一个。", f"'{code}' is taken already.")
    institution = Agency.objects.create(
        code=code,
        name=name,
        short_name=text_of(values, "short_name", "规范化简称"),
        document_mark=values.get("document_mark", "").strip()[:20],
        parent=agency,
        affiliated=True,
    )
    names = [_administrator(institution, values, place) for place in ("first", "second")]
    return Told(
        f"新设局属事业单位{name}，系统管理员{'、'.join(names)}",
        f"new affiliated institution {name}, administrators {', '.join(names)}",
    )


def _administrator(institution: Agency, values: Mapping[str, str], place: str) -> str:
    name = text_of(values, f"{place}_name", "系统管理员姓名")
    person = Person(username=account_of(values, f"{place}_account"), name=name, agency=institution)
    person.set_unusable_password()
    person.save()
    Post.objects.create(person=person, role=Role.ADMINISTRATOR, first_day=clock.today())
    return name


INSTITUTIONS = (
    Kind(
        "add_institution", "新设局属事业单位", "new affiliated institution",
        (
            Asked("name", "单位名称", "name", most=120),
            Asked("short_name", "规范化简称", "short name"),
            Asked("code", "单位代码", "agency code", most=40),
            Asked("document_mark", "机关代字", "document mark", required=False, most=20),
            Asked("first_name", "系统管理员姓名", "administrator's name"),
            Asked("first_account", "系统管理员账号", "administrator's account", most=40),
            Asked("second_name", "第二名系统管理员姓名", "second administrator's name"),
            Asked("second_account", "第二名系统管理员账号", "second administrator's account",
                  most=40),
        ),
        _add_institution,
    ),
)  # fmt: skip
