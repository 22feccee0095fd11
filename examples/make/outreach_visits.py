"""The enterprises visited in 2024: ninety-seven, three of them twice."""

from datetime import date

from examples.make.book import Rows
from examples.make.days import after

_NAMES = (
    "澜芯", "东澜", "云桥", "青岭", "瑞川", "启澜", "恒源", "天澜", "华川", "鼎新",
    "中澜", "博川", "思澜", "锐科", "和澜", "新川", "联澜", "正川", "汇澜", "晨川",
)  # fmt: skip
_TRADES = ("智能装备", "生物医药", "新材料", "电子信息", "农业科技")
_TALKS = (
    ("技术开发合同中知识产权归属如何约定", "建议在合同中逐项写明背景知识产权和新产生成果的归属"),
    ("委托高校研发的成果能否再许可给关联企业", "按合同约定办理，没有约定的须另行取得许可"),
    ("核心技术人员离职后如何保护商业秘密", "指导企业完善保密协议和竞业限制条款"),
    ("科技成果作价入股需要办理哪些手续", "说明评估、公示和章程变更的程序要求"),
    ("申报项目时联合单位如何分担责任", "提示在联合申报协议中写明任务、经费和违约责任"),
    ("研发费用加计扣除的归集范围", "对照政策文件讲解费用归集口径和留存资料"),
    ("采购境外软件的数据出境要求", "介绍数据出境安全管理规定和申报途径"),
    ("专利被仿冒后怎样收集证据", "介绍证据保全和行政保护途径，提供投诉渠道"),
    ("技术合同登记后变更内容如何处理", "告知变更登记材料和办理窗口"),
    ("展会上公开的技术还能否申请专利", "讲解新颖性宽限期的适用条件"),
)
_DIVISIONS = ("高新技术科", "成果与人才科", "发展规划科", "政策法规科")
_AGAIN = (4, 31, 68)


def visits(start: date) -> Rows:
    """A hundred visits; every ninth enterprise gave no credit code."""
    names = [f"澜川市{n}{t}有限公司" for t in _TRADES for n in _NAMES][:97]
    rows = [_row(n, name, after(start, n * 295 // 97)) for n, name in enumerate(names)]
    rows += [_row(n, names[n], after(date(2024, 11, 18), n % 7), title="回访") for n in _AGAIN]
    return sorted(rows, key=lambda row: str(row["走访日期"]))


def _row(number: int, name: str, day: date, *, title: str = "走访") -> dict[str, object]:
    asked, advised = _TALKS[number % len(_TALKS)]
    talked = number % 5 != 3
    return {
        "名称": f"{title}{name}",
        "科室": _DIVISIONS[number % len(_DIVISIONS)],
        "企业名称": name,
        "统一社会信用代码": "" if number % 9 == 8 else f"91999901MADM{number + 1:05}X",
        "走访日期": day,
        "企业提出的问题": asked if talked else "",
        "解答和指导": advised if talked and number % 31 != 30 else "",
    }
