"""What the model bureau's people do to records in a year, each at a window of their own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.conf import settings
from playwright.sync_api import expect

from tests.browser.persona import Persona
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.procedure.models import Step

YEAR = Path(settings.ROOT) / "examples" / "model-year"
PAPERS = YEAR / "佐证"
PAPER = PAPERS / "规范性文件登记簿.pdf"
People = Callable[[str], Persona]


def make_a_norm(people: People) -> None:
    """A normative document from its draft to its filing; counsel is heard and sees no more."""
    clerk, head, officer = people("方晴"), people("何知远"), people("顾闻")
    document = clerk.enter(
        "norms.normativedocument",
        title="澜川市科技企业孵化载体管理办法",  # measures on business incubators
        normative=True,
        judgement_reason="普遍适用、反复适用",
        issuing="本单位制定",
        basis="《中华人民共和国科学技术进步法》",
        valid_until=date(2029, 5, 31),
    )
    head.confirm(document)
    clerk.take(document, "公开征求意见", date(2024, 3, 1))
    clerk.take(document, "结束征求意见", date(2024, 4, 2))
    officer.take(document, "公平竞争审查", date(2024, 4, 3))
    clerk.take(document, "送合法性审核", date(2024, 4, 8))
    officer.take(document, "出具合法性审核意见", date(2024, 4, 18))
    opinion = clerk.enter(
        "counsel.opinion", title="孵化载体管理办法（送审稿）法律意见", kind="规范性文件",
        asked_on=date(2024, 4, 9), adviser="叶衡", consulted="叶衡", no_conflict=True,
    )  # fmt: skip
    head.confirm(opinion)
    adviser = people("叶衡")
    adviser.cannot_see(document)
    adviser.take(opinion, "出具法律意见", date(2024, 4, 15), conclusion="符合上位法，同意提请审议")
    officer.take(document, "提请集体审议", date(2024, 4, 22), reasons="法律顾问已列席并发表意见")
    principal = people("程立言")
    principal.take(document, "集体审议通过", date(2024, 4, 26))
    people("苏见山").take(
        document, "签发、登记编号", date(2024, 4, 29), number="澜科规〔2024〕9号",
        registration_number="LCGF-2024-9009",
    )  # fmt: skip
    office = people("林砚")
    office.take(document, "公布", date(2024, 5, 6))
    officer.take(document, "报送备案", date(2024, 5, 13))
    expect(officer.page.locator(".stage")).to_contain_text("备案")
    steps = Step.objects.filter(item_id=_key(document)).values_list("transition", "by__name")
    assert ("decide", "程立言") in steps
    assert ("sign", "苏见山") in steps


#: What a decision needs before it is reviewed: the public, experts, risk, competition.
_PREPARED = {
    "公开征求意见": date(2024, 3, 11),
    "结束征求意见": date(2024, 4, 12),
    "专家论证": date(2024, 4, 16),
    "风险评估": date(2024, 4, 18),
    "公平竞争审查": date(2024, 4, 22),
    "送合法性审查": date(2024, 5, 6),
}


def decide_a_matter(people: People) -> tuple[str, str]:
    """Refused until lawful, then decided as signed paper says; the matter and its meeting."""
    clerk, officer, office = people("陆明怡"), people("沈思齐"), people("林砚")
    matter = clerk.enter(
        "decisions.matter", title="澜川市中试基地布局方案", major=True, key_matter=True,
        key_kind="重大决策", for_whom="本单位决策", opened_on=date(2024, 3, 6),
    )  # fmt: skip
    officer.confirm(matter)
    office.try_to_take(matter, "提请集体审议", date(2024, 3, 8))
    assert "没有公平竞争审查的登记" in office.refusals()
    assert "未经合法性审查" in office.refusals()
    assert not Step.objects.filter(item_id=_key(matter)).exists()
    for step, day in _PREPARED.items():
        clerk.take(matter, step, day)
    officer.take(matter, "合法性审查", date(2024, 5, 20), legality="合法")
    officer.take(
        matter,
        "提请集体审议",
        date(2024, 6, 14),
        reasons="法律顾问全程参与起草，意见已记入审查意见书",
    )
    meeting = office.enter(
        "decisions.meeting", title="2024年第9次局长办公会", kind="局长办公会议",
        held_on=date(2024, 6, 20), team_present=True,
    )  # fmt: skip
    officer.confirm(meeting)
    of_paper = {"by": "程立言", "paper": PAPER, "meeting": "2024年第9次局长办公会"}
    officer.try_to_take(matter, "集体讨论决定", date(2024, 6, 20), **of_paper)
    assert "主要负责人没有末位表态" in officer.refusals()
    assert "没有登记讨论决定的会议" not in officer.refusals()
    office.correct(meeting, "漏记主要负责人末位表态", principal_last=True)
    officer.confirm(meeting)
    officer.take(matter, "集体讨论决定", date(2024, 6, 20), **of_paper)
    decided = Step.objects.get(transition="decide", item_id=_key(matter))
    assert decided.by == Person.objects.get(name="程立言")
    assert decided.attested_by == Person.objects.get(name="沈思齐")
    return matter, meeting


def publish_an_item(people: People) -> None:
    """A publication passes three reviews by three people, is made public and is withdrawn."""
    clerk, head, deputy, office = people("方晴"), people("何知远"), people("苏见山"), people("林砚")
    item = clerk.enter(
        "disclosure.publication", index_number="LC-2024-9001", title="科技企业孵化载体认定名单",
        category="其他应当公开的信息", formed_on=date(2024, 6, 3),
    )  # fmt: skip
    head.confirm(item)
    office.try_to_take(item, "公开", date(2024, 6, 4))
    assert "三审三校" in office.refusals()
    for level, reviewer in enumerate(("方晴", "何知远", "苏见山"), start=1):
        clerk.enter(
            "disclosure.review", item, level=level, reviewer=reviewer,
            reviewed_on=date(2024, 6, 3 + level),
        )  # fmt: skip
    clerk.enter(
        "disclosure.secrecyreview", item, reviewer="林砚", reviewed_on=date(2024, 6, 6),
        may_publish=True, ground="不涉及国家秘密、商业秘密和个人隐私",
    )  # fmt: skip
    deputy.take(item, "完成三审三校", date(2024, 6, 6))
    office.take(item, "保密审查", date(2024, 6, 6))
    office.take(item, "公开", date(2024, 6, 7))
    posting = clerk.enter(
        "disclosure.posting", item, channel="门户网站", posted_on=date(2024, 6, 7),
    )  # fmt: skip
    head.confirm(posting)
    office.take(item, "撤下", date(2024, 6, 12), withdrawn_why="名单有误，更正后重新公开")


def close_a_hazard(people: People) -> None:
    """A hazard is found, rectified, checked again by another and closed."""
    office, clerk = people("林砚"), people("周可")
    inspection = clerk.enter(
        "emergency.inspection",
        number="AJ-2024-91",
        title="实验室安全检查",
        held_on=date(2024, 9, 4),
        place="市创新服务大厦",
        led_by="苏见山",
        by_leader=True,
    )
    office.confirm(inspection)
    hazard = clerk.enter(
        "emergency.hazard", inspection, number="YH-2024-91", title="气瓶未固定", grade="一般隐患",
        place="三号实验室", found_on=date(2024, 9, 4), rectify_by=date(2024, 9, 20),
        rectifier="方晴",
    )  # fmt: skip
    office.confirm(hazard)
    clerk.take(hazard, "登记整改完成", date(2024, 9, 12))
    office.take(hazard, "登记复查", date(2024, 9, 14), rechecker="何知远")
    people("苏见山").take(hazard, "销号", date(2024, 9, 18))


def hear_the_team(people: People, matter: str, meeting: str) -> None:
    """The resident team reads how it was decided; its remark is answered, and closed by itself."""
    clerk, office, team = people("周可"), people("林砚"), people("韩守正")
    for address, words in ((matter, "集体讨论决定"), (meeting, "2024年第9次局长办公会")):
        team.page.goto(address)
        expect(team.page.locator("main")).to_contain_text(words)
        expect(team.page.get_by_role("link", name="更正")).to_have_count(0)
    remark = clerk.enter(
        "oversight.teamremark", title="关于中试基地布局论证的意见", about="中试基地布局方案",
        made_on=date(2024, 7, 1),
    )  # fmt: skip
    office.confirm(remark)
    clerk.take(remark, "答复", date(2024, 7, 8), answer="已补充论证材料")
    team.page.goto("/desk/")
    team.page.locator("#steps a", has_text="关于中试基地布局论证的意见").first.click()
    team.take(remark, "销号", date(2024, 7, 12))


def let_the_public_ask(people: People) -> None:
    """One administrator proposes that questions are taken; another approves it."""
    first, second = people("系统管理员"), people("系统管理员（二）")
    first.page.goto("/desk/admin/")
    first.page.get_by_role("link", name="开通“对数据有疑问”").click()
    first.send("提出变更", reason="接受公众监督")
    expect(first.page.get_by_role("button", name="同意")).to_have_count(0)
    second.page.goto("/desk/admin/")
    with second.page.expect_navigation():
        second.page.locator("#waiting").get_by_role("button", name="同意").click()
    expect(second.page.locator(".said.success")).to_be_visible()


def _key(address: str) -> int:
    return int(address.rstrip("/").rpartition("/")[2])
