"""How a rule binds and how sure its pack is: two scales, named in both languages."""

from enum import StrEnum


class Force(StrEnum):
    """How a rule binds the bureau."""

    BINDING = "binding"
    BY_REFERENCE = "by_reference"
    LOCAL = "local"
    INTERNAL = "internal"

    @property
    def zh(self) -> str:
        return _FORCES[self][0]

    @property
    def en(self) -> str:
        return _FORCES[self][1]


class Confidence(StrEnum):
    """How sure the pack is of what it says; only VERIFIED was read in the text it names."""

    VERIFIED = "verified"
    MEMORY_HIGH = "memory_high"
    MEMORY_MEDIUM = "memory_medium"
    MEMORY_LOW = "memory_low"
    UNKNOWN = "unknown"

    @property
    def zh(self) -> str:
        return _CONFIDENCES[self][0]

    @property
    def en(self) -> str:
        return _CONFIDENCES[self][1]


_FORCES = {
    Force.BINDING: ("应当遵守", "binding"),
    Force.BY_REFERENCE: ("参照执行", "by reference"),
    Force.LOCAL: ("地方规定", "local"),
    Force.INTERNAL: ("内部制度", "internal"),
}
_CONFIDENCES = {
    Confidence.VERIFIED: ("已核实", "verified"),
    Confidence.MEMORY_HIGH: ("未核实，把握较大", "not verified, likely"),
    Confidence.MEMORY_MEDIUM: ("未核实，把握一般", "not verified, fairly likely"),
    Confidence.MEMORY_LOW: ("未核实，把握较小", "not verified, doubtful"),
    Confidence.UNKNOWN: ("不明", "unknown"),
}
