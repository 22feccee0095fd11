"""How a figure may be shown inexactly: rules, not typing."""

from decimal import Decimal

from zhunsheng.kernel.errors import KernelError

#: 余 (and more), 近 (nearly), 约 (about).
MORE, NEARLY, ABOUT = "余", "近", "约"
POLICIES = (MORE, NEARLY, ABOUT)
_NEAR_ENOUGH = Decimal("0.9")
_ABOUT = Decimal("0.02")


class InexactRefusedError(KernelError):
    """The figure cannot honestly be shown this way."""

    code = "INEXACT_REFUSED"


def shown(value: Decimal, policy: str) -> tuple[str, str]:
    """(what stands before the unit, what stands after the digits): 734 余 → ("", "700余").

    Returned as (prefix, digits with suffix). Errors: InexactRefusedError where the policy would
    say something untrue.
    """
    if value != int(value) or value < 1:
        raise _refused(
            value, policy, "只有大于零的整数可以概数表示", "only whole numbers above zero"
        )
    number = int(value)
    if policy == MORE:
        return "", f"{_cut(number)}{MORE}"
    if policy == NEARLY:
        return NEARLY, str(_next_step(number))
    if policy == ABOUT:
        return ABOUT, str(_rounded(number))
    raise _refused(value, policy, "没有这种概数写法", "no such policy")


def _step(number: int) -> int:
    """The value of a 1 in the first digit's place: 734 → 100."""
    return int(10 ** (len(str(number)) - 1))


def _cut(number: int) -> int:
    step = _step(number)
    cut = number // step * step
    if cut == number or number < 10:
        raise _refused(
            number, MORE, "正好是整数，没有可省略的尾数", "nothing is cut off: it is a round number"
        )
    return cut


def _next_step(number: int) -> int:
    """The next step of the first digit; 97 → 100, 9 → 10; the figure must reach 90% of it.

    It must also be nearer to it than to the step before: 85 is no nearer to 90 than to 80.
    """
    step = max(_step(number), 10)
    before = number // step * step
    target = before + step
    if Decimal(number) < _NEAR_ENOUGH * target:
        raise _refused(
            number, NEARLY, f"不足{target}的九成", f"it does not reach nine tenths of {target}"
        )
    if target - number >= number - before:
        raise _refused(
            number, NEARLY, f"并不比{before}更接近{target}", f"{target} is no nearer than {before}"
        )
    return target


def _rounded(number: int) -> int:
    step = _step(number)
    for unit in (step, max(step // 10, 1)):
        target = (number + unit // 2) // unit * unit
        if target != number and abs(target - number) <= _ABOUT * number:
            return target
    raise _refused(
        number, ABOUT, "附近没有误差在2%以内的整数", "no round number lies within two per cent"
    )


def _refused(value: object, policy: str, zh: str, en: str) -> InexactRefusedError:
    return InexactRefusedError(
        f"{value}不能写作“{policy}”：{zh}；请改用准确数。",
        f"{value} cannot be shown with {policy!r}: {en}; show it exactly.",
    )
