"""The kernel's errors: a code, one sentence in each language, and the values behind it."""


class KernelError(Exception):
    """Base of every refusal of the kernel; `str()` gives both sentences."""

    code = "KERNEL"

    def __init__(self, zh: str, en: str, **values: object) -> None:
        super().__init__(f"{zh} / {en}")
        self.zh = zh
        self.en = en
        self.values = values

    @property
    def trailed(self) -> tuple[str, str]:
        """Both sentences as the trail keeps them, from which nothing can be taken again."""
        return self.zh, self.en


class ConflictError(KernelError):
    """Somebody else changed the record since it was read."""

    code = "CONFLICT"


class NotAllowedError(KernelError):
    """The person has no right to this act on this record."""

    code = "NOT_ALLOWED"


class NotPossibleError(KernelError):
    """The record does not stand where this act begins."""

    code = "NOT_POSSIBLE"


class InvalidError(KernelError):
    """A value of a field cannot be accepted; `faults` names each field."""

    code = "INVALID"

    def __init__(self, faults: tuple[tuple[str, str, str], ...]) -> None:
        self.faults = faults
        zh = "；".join(f"{field}：{text}" for field, text, _ in faults)
        en = "; ".join(f"{field}: {text}" for field, _, text in faults)
        super().__init__(zh, en)
