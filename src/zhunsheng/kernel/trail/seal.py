"""The installation's seal: every chain's head in one chained record."""

from django.db import transaction

from zhunsheng.kernel import clock
from zhunsheng.kernel.digest import canonical, plain, sm3
from zhunsheng.kernel.trail.models import Chain, Seal


def seal(reason: str) -> Seal:
    """The new seal over all heads as they stand now."""
    with transaction.atomic():
        last = Seal.objects.select_for_update().order_by("-sequence").first()
        sequence = last.sequence + 1 if last else 1
        heads = {
            chain.agency.code: [chain.length, chain.head]
            for chain in Chain.objects.select_related("agency").order_by("agency__code")
        }
        at = clock.now()
        payload = canonical(
            {
                "at": plain(at),
                "heads": heads,
                "previous": last.digest if last else "",
                "reason": reason,
                "sequence": sequence,
            }
        )
        return Seal.objects.create(
            sequence=sequence, at=at, payload=payload, digest=sm3(payload.encode())
        )
