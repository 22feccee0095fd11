"""The verbs that work on the ledgers: each is a file of `commands`, run once Django is set up."""

import importlib
import os
import sys
from collections.abc import Sequence

#: Verb → (module of commands, what it does in Chinese, in English).
VERBS: dict[str, tuple[str, str, str]] = {
    "demo": ("demo", "装载示范年度并完成主要工作", "load the model year and do the main job"),
    "prepare": (
        "prepare",
        "建立数据库，或更新到当前版本",
        "make the database, or bring it up to this version",
    ),
    "organise": (
        "organise",
        "装载单位、科室、人员和岗位",
        "load agency, divisions, persons and posts",
    ),
    "import": ("import_", "导入Excel工作簿", "import Excel workbooks"),
    "imports": ("imports", "列出各批导入，或整批撤销", "list the imports, or undo one whole"),
    "notice": (
        "notice",
        "查看放假安排通知的影响，装载通知",
        "see what a holiday notice moves, and load it",
    ),
    "template": ("template", "生成Excel模板", "write the Excel template"),
    "export": ("export", "导出一本台账", "export a register"),
    "figures": ("figures", "列出一年的指标", "list a year's figures"),
    "tables": (
        "tables",
        "填列一项制度的法定报表",
        "fill the tables of the official form of a regime",
    ),
    "explain": ("explain", "说明一项指标的来历", "tell how a figure comes about"),
    "due": ("due", "列出未办结的期限", "list what is due"),
    "monthly": (
        "monthly",
        "列出各科室当月尚缺的报数",
        "list what each division still owes for a month",
    ),
    "urge": ("urge", "催办到期事项（每日运行）", "remind people of what is due (run daily)"),
    "read-evidence": (
        "read_evidence",
        "读取佐证中的文字，供查询（每日运行）",
        "read the words of evidence for the search (run daily)",
    ),
    "problems": (
        "problems",
        "列出一年的程序瑕疵和逾期事项",
        "list a year's irregularities and overdue duties",
    ),
    "compile": ("compile", "编制年度报告并审核", "compile the annual report and audit it"),
    "parts": ("parts", "征集、报送、签认报告的各部分", "ask for parts, supply them, sign them off"),
    "waive": ("waive", "说明理由，接受一项审核意见", "accept a finding with a reason"),
    "discuss": ("discuss", "登记党组讨论", "record the Party group's discussion"),
    "sign": ("sign", "签发报告", "sign the report"),
    "issue": ("issue", "编号印发报告", "number, issue and freeze the report"),
    "numbers": (
        "numbers",
        "列出或登记发文字号",
        "list a year's document numbers; enter or void one",
    ),
    "promises": (
        "promises",
        "列出上年报告的安排，说明落实情况",
        "list last year's promises; say what became of one",
    ),
    "deliver": ("deliver", "登记送达和回执", "record deliveries and receipts"),
    "errata": ("errata", "列出或印发更正", "list or issue errata"),
    "questions": (
        "questions",
        "列出或答复公众对数据的疑问",
        "list the public's questions about figures; answer one",
    ),
    "archive": ("archive", "登记归档", "put an edition in the archive"),
    "publish": (
        "publish",
        "公开印发的报告，或写出静态网页",
        "publish an edition, or write the public pages as a folder",
    ),
    "withdraw": ("withdraw", "从公众视野撤下报告", "withdraw an edition from public view"),
    "leak": ("leak", "登记泄密报告", "record that a leak was reported"),
    "evidence-pack": (
        "evidence_pack",
        "导出报告、制度或检查事项清单的佐证材料",
        "write the evidence behind a report, a regime or an inspection's list",
    ),
    "facts": (
        "facts",
        "导出报告的数据（JSON、CSV、XBRL）",
        "write an edition's figures for machines: JSON, CSV, XBRL",
    ),
    "package": ("package", "把印发的报告做成签名数据包", "make a signed package of an edition"),
    "verify": (
        "verify",
        "核验存证、版本和台账一致，或核验数据包",
        "verify trail, versions and rows, or packages",
    ),
    "backup": ("backup", "备份台账和佐证", "back up ledgers and evidence into one file"),
    "restore": ("restore", "核验并恢复备份", "verify a backup and put it in place"),
    "password": ("password", "设置账号密码", "set the password of an account"),
}


def run(arguments: Sequence[str]) -> int:
    """The exit code of the verb; refusals are one sentence in each language."""
    name, *rest = arguments
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.config.settings")
    import django

    django.setup()
    from django.db import DatabaseError, connection

    from zhunsheng.cli.commands.import_ import print_faults
    from zhunsheng.kernel.db import upgrade
    from zhunsheng.kernel.db.errors import DatabaseBehindError, StorageError
    from zhunsheng.kernel.errors import KernelError
    from zhunsheng.kernel.workbook.errors import WorkbookRefusedError

    module = importlib.import_module(f"zhunsheng.cli.commands.{VERBS[name][0]}")
    try:
        code: int = module.run(rest)
    except WorkbookRefusedError as error:
        print_faults(error)
        return 1
    except KernelError as error:
        print(f"{error.zh}\n{error.en}", file=sys.stderr)
        return 1
    except StorageError as error:
        print(f"{error.zh}\n{error.en}", file=sys.stderr)
        return 1
    except DatabaseError:
        if not upgrade.is_behind(connection):
            raise
        behind = DatabaseBehindError()
        print(f"{behind.zh}\n{behind.en}", file=sys.stderr)
        return 1
    return code
