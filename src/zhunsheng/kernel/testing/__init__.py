"""What the tests of a regime need: a small bureau, and rows recorded through the real verbs."""

from zhunsheng.kernel.testing.bureau import Bureau, make_bureau

__all__ = ["Bureau", "make_bureau"]
