"""A copied passage is found with three words in ten changed; reports of one genre are no copies."""

import random
import re

from zhunsheng.audit.copies import Library, alike
from zhunsheng.audit.handed import Beside
from zhunsheng.audit.repeated import repeated

TOPICS = [
    "科技计划项目",
    "高新技术企业",
    "技术合同登记",
    "科研诚信",
    "孵化器",
    "外国专家",
    "成果转化",
    "科普基地",
    "实验动物",
    "科技金融",
    "农业科技园区",
    "知识产权",
    "揭榜挂帅",
    "青年人才",
    "大型仪器",
    "创新券",
    "县域创新",
    "科技伦理",
    "国际合作",
    "科技统计",
]
VERBS = [
    "梳理",
    "走访",
    "约谈",
    "评审",
    "公示",
    "抽查",
    "培训",
    "修订",
    "备案",
    "归档",
    "核对",
    "督办",
]
PLACES = [
    "园区",
    "高校",
    "企业",
    "县区",
    "院所",
    "窗口",
    "平台",
    "乡镇",
    "社区",
    "实验室",
    "车间",
    "基地",
]
WHAT = [
    "流程",
    "时限",
    "材料",
    "标准",
    "台账",
    "名单",
    "资金",
    "合同",
    "意见",
    "问题",
    "线索",
    "指标",
]
HOW = [
    "逐项",
    "分批",
    "集中",
    "当场",
    "按月",
    "联合",
    "书面",
    "线上",
    "提前",
    "分类",
    "限期",
    "逐家",
]


def report(seed: int) -> str:
    """A report of its own words: forty sentences about one bureau's year."""
    chosen = random.Random(seed)
    topic = TOPICS[seed % len(TOPICS)]
    said = (
        f"{chosen.choice(HOW)}{chosen.choice(VERBS)}{topic}{chosen.choice(WHAT)}，"
        f"到{chosen.choice(PLACES)}{chosen.choice(HOW)}{chosen.choice(VERBS)}{chosen.choice(WHAT)}，"
        f"{chosen.choice(VERBS)}{chosen.choice(PLACES)}{chosen.choice(WHAT)}并{chosen.choice(VERBS)}。"
        for _ in range(40)
    )
    opening = "坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻落实市委、市政府决策部署。\n"
    return opening + "\n".join("".join(pair) for pair in zip(said, said, strict=False))


PASSAGE = (
    "我局对到期未验收的项目逐一排查，向承担单位发出限期整改通知，约谈项目负责人并收回结余经费，"
    "对拒不配合的记入诚信档案，三年内不得申报；同时改进立项评审办法，实行双盲评议，专家由系统随机抽取，"
    "评审意见全部反馈申报单位，接受异议并在十个工作日内答复。"
)


def changed(text: str, share: float, chosen: random.Random) -> str:
    """The text with that share of its words replaced by words of another report."""
    others = re.findall(r"[一-鿿]{2}", report(7))

    def anew(match: re.Match[str]) -> str:
        words = re.findall(r".{1,2}", match.group())
        return "".join(
            chosen.choice(others)[: len(w)] if chosen.random() < share else w for w in words
        )

    return re.sub(r"[一-鿿]+", anew, text)


def test_a_copy_with_three_words_in_ten_changed_is_found() -> None:
    library = Library.of([Beside("上年", f"{report(1)}\n{PASSAGE}\n{report(2)}")])
    chosen = random.Random(5)
    texts = [f"{report(3)}\n{changed(PASSAGE, 0.3, chosen)}\n{report(4)}" for _ in range(60)]
    found = [bool(library.copies(text)) for text in texts]
    assert sum(found) >= 57  # 95 in a hundred


def test_twenty_unrelated_reports_make_no_pair() -> None:
    library = Library()
    for seed in range(20):
        text = report(seed)
        assert library.copies(text) == ()
        library.add(Beside(str(seed), text))


def test_set_phrases_of_the_genre_are_no_copy() -> None:
    phrase = "坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻落实市委、市政府决策部署。"
    library = Library.of([Beside("a", phrase * 3)])
    assert library.copies(phrase * 3) == ()
    assert repeated(phrase * 3) == ()


def test_the_place_in_both_texts_is_told() -> None:
    there = f"{report(1)}\n{PASSAGE}\n"
    here = f"前言部分另有说明。\n{PASSAGE}\n"
    (copy,) = Library.of([Beside("上年", there)]).copies(here)
    assert here[copy.start : copy.end].strip() == PASSAGE
    assert there[copy.other_start : copy.other_end].strip() == PASSAGE
    assert (copy.name, copy.alike) == ("上年", 1.0)


def test_likeness_is_the_share_in_common_in_order() -> None:
    assert alike("甲乙丙丁", "甲乙丙丁") == 1
    assert alike("甲乙丙丁", "戊己庚辛") == 0
    assert alike("甲乙丙丁", "甲丙戊丁") == 0.75
    assert alike("", "甲") == 0
