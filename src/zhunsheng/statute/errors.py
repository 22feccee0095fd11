"""The statute layer's errors: a code and a sentence in each language."""


class StatuteError(Exception):
    """Base of what this layer refuses; `zh` and `en` say what, where and what to do."""

    code = "STATUTE"

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} / {en}")
        self.zh = zh
        self.en = en


class PackError(StatuteError):
    """A pack of rules cannot be read as law."""

    code = "PACK"


class UnknownRuleError(StatuteError):
    """No pack holds the rule, or none of its texts is in force on the day."""

    code = "UNKNOWN_RULE"


class NoticeError(StatuteError):
    """A text is not a holiday notice, or contradicts itself."""

    code = "NOTICE"


class TermError(StatuteError):
    """A term cannot be counted."""

    code = "TERM"
