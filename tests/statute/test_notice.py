"""Holiday notices: read as they were issued or as data, and refused by name where they slip."""

from datetime import date

import pytest

from zhunsheng.statute.calendar import HolidayNotice, parse_notice, shipped_calendar
from zhunsheng.statute.confidence import Confidence
from zhunsheng.statute.errors import NoticeError

# The clauses of the notices as the General Office issued them (official texts).
OF_2024 = """国务院办公厅关于2024年部分节假日安排的通知
国办发明电〔2023〕7号
经国务院批准，现将具体安排通知如下。
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。\
鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
国务院办公厅 2023年10月25日"""
OF_2023 = """国务院办公厅关于2023年部分节假日安排的通知 国办发明电〔2022〕16号
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
三、清明节：4月5日放假，共1天。
四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。"""
OF_2025 = """国务院办公厅关于2025年部分节假日安排的通知　国办发明电[2024]12号
除个别特殊情形外，春节自农历除夕起放假调休8天，国庆节自10月1日起放假调休7天。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。\
1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。"""
TOML = """
year = 2027
number = "国办发明电〔2026〕1号"
off = [2027-01-01, [2027-02-05, 2027-02-11]]
work = [2027-02-13]
"""


@pytest.mark.parametrize(("text", "year"), [(OF_2023, 2023), (OF_2024, 2024), (OF_2025, 2025)])
def test_a_notice_pasted_as_issued_gives_the_shipped_days(text: str, year: int) -> None:
    read = parse_notice(text)
    shipped = next(n for n in shipped_calendar().notices if n.year == year)
    assert (read.year, read.number, read.title) == (year, shipped.number, shipped.title)
    assert read.off == shipped.off
    assert read.work == shipped.work


def test_full_width_figures_and_spaces_are_read_alike() -> None:
    spaced = OF_2025.replace("1月26日", "１ 月 ２６ 日").replace("（周六）", "(周六)")
    assert parse_notice(spaced).work == parse_notice(OF_2025).work


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("2月18日（星期日）", "2月17日（星期日）", "2024-02-17不是星期日"),
        ("10日至17日放假调休，共8天", "10日至16日放假调休，共8天", "列出7天，却写共8天"),
        ("6月10日放假", "6月31日放假", "没有“6月31日”这一天"),
        ("国务院办公厅关于2024年部分节假日安排的通知", "放假通知", "找不到"),
        ("4月7日（星期日）上班", "4月8日上班", "不是周末"),
    ],
)
def test_a_slip_in_the_text_is_refused(right: str, wrong: str, said: str) -> None:
    assert right in OF_2024
    with pytest.raises(NoticeError) as refused:
        parse_notice(OF_2024.replace(right, wrong))
    assert said in refused.value.zh
    assert refused.value.en


def test_a_notice_without_number_says_that_it_is_missing() -> None:
    assert parse_notice(OF_2024.replace("国办发明电〔2023〕7号", "")).number == (
        "2024年放假安排通知（文号未填）"
    )


def test_a_notice_as_data() -> None:
    notice = parse_notice(TOML)
    assert len(notice.off) == 8
    assert notice.work == {date(2027, 2, 13)}
    assert notice.confidence == Confidence.UNKNOWN
    assert parse_notice("[[notice]]\n" + TOML) == notice


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{not toml", "不是有效的TOML"),
        ("year = 2027\noff = []\nwork = []", "number"),
        (TOML + "remark = 'x'", "remark"),
        (TOML.replace("2027\n", "'27'\n", 1), "年份"),
        (TOML.replace("[2027-02-05, 2027-02-11]", "[2027-02-11, 2027-02-05]"), "起止日期"),
        (TOML.replace("[2027-02-05, 2027-02-11]", "'2027-02-05'"), "起止日期"),
        (TOML.replace("2027-02-13", "2027-02-12"), "不是周末"),
        (TOML.replace("2027-02-13", "2027-02-07"), "同时列为放假"),
        (TOML.replace("2027-01-01", "2026-11-30"), "2026-11-30"),
        (TOML + "confidence = 'sure'", "可信度"),
        (f"[[notice]]\n{TOML}\n[[notice]]\n{TOML}", "一次只能装载一个"),
        ("", "number"),
    ],
)
def test_faulty_data_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(NoticeError) as refused:
        parse_notice(text)
    assert said in refused.value.zh
    assert refused.value.code == "NOTICE"
    assert refused.value.en


def test_a_notice_may_begin_in_the_december_before_but_not_earlier() -> None:
    assert HolidayNotice(2023, "n", "", frozenset({date(2022, 12, 31)}), frozenset())
    for day in (date(2022, 11, 30), date(2024, 1, 1)):
        with pytest.raises(NoticeError):
            HolidayNotice(2023, "n", "", frozenset({day}), frozenset())
