"""What government figures are counted in, and the scales before them."""

from decimal import Decimal
from typing import Final

_WORDS: Final = (
    # shares and rates: per cent, per mille, percentage points
    "% ‰ 百分点 个百分点 倍 "
    # matters and papers
    "件(次) 件（次） 件次 件 宗次 宗 起次 起 例次 例 案次 案 条次 条 份次 份 项次 项 批次 批 "
    "期次 期 篇次 篇 封次 封 桩 笔 单 票 则 首 页 字 款 卷 "
    # people and bodies
    "人(次) 人（次） 人次 人份 人天 人 名 位 户次 户 家次 家 单位 组次 组 队次 队 对 支 口 "
    # places
    "处次 处 所次 所 座 栋 间 套次 套 站 省份 省 村 社区 街道 乡镇 县 床 "
    # occasions and time
    "场次 场 次数 次 轮次 轮 班次 班 届次 节 课时 学时 课 个工作日 工作日 个小时 小时 分钟 "
    "个月 天次 天 日 岁 周 "
    # things
    "个 大类 类 种次 种 级 册次 册 本 张次 张 幅 块 台次 台套 台 辆次 辆 架次 架 艘次 艘 只 "
    "头 株 棵 枚 面 把 瓶 盒 箱 袋 部次 部 门次 门 盏 "
    # sizes and money
    "平方公里 平方米 立方米 公里 千米 米 公顷 亩 吨公里 吨 人公里 "
    "公斤 千克 毫克 克 斤 升 标准箱 标箱 千瓦时 千瓦 兆瓦 度 "
    "微克/立方米 毫克/立方米 元/吨 元/人 批次/千人 起/天 件/天 美元 欧元 港元 元 分"
)

#: Longest first: 人次 before 人, 个百分点 before 个.
UNITS: Final = tuple(
    sorted({*_WORDS.split(), "件 (次)", "人 (次)"}, key=lambda word: (-len(word), word))
)
SCALES: Final[dict[str, Decimal]] = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "十万": Decimal(10) ** 5,
    "亿": Decimal(10) ** 8,
    "万": Decimal(10) ** 4,
}
