"""Packaging: the office makes of an edition one signed file, trailed by its digest."""

from zhunsheng.kernel import clock
from zhunsheng.kernel.evidence.store import keep, load
from zhunsheng.kernel.org.authority import require_role
from zhunsheng.kernel.org.models import Person
from zhunsheng.kernel.org.roles import Role
from zhunsheng.kernel.record.act import acting
from zhunsheng.kernel.trail.refuse import refusing
from zhunsheng.reports.models import Edition, Package
from zhunsheng.reports.package.check import check
from zhunsheng.reports.package.contents import about, documents_of
from zhunsheng.reports.package.errors import PackageError
from zhunsheng.reports.package.keys import signer_of
from zhunsheng.reports.package.manifest import build
from zhunsheng.reports.package.signer import VERIFIERS, Signer, Verifier, fingerprint


def package(
    edition: Edition,
    *,
    by: Person,
    signer: Signer | None = None,
    verifier: Verifier | None = None,
) -> Package:
    """The stored package; the same edition signed with the same key is packaged once.

    `signer` signs in place of the agency's key, its signature tried with `verifier`. Errors:
    PackageError where the package would not verify.
    """
    with refusing(edition.agency, "package", by=by):
        require_role(
            by,
            (Role.OFFICE, Role.LEGAL_OFFICER),
            clock.today(),
            doing=("制作数据包", "package the edition"),
        )
        signing = signer or signer_of(edition.agency)
        key = fingerprint(signing.public_key)
        found = edition.packages.filter(key=key).first()
        if found is not None:
            return found
        data = build(about(edition), documents_of(edition), signing)
        _require_sound(data, signing, verifier)
        file = keep(f"report-{edition.year}.package.zip", data, "application/zip")
        with acting(edition.agency, "package", by=by) as act:
            act.details = {"edition": edition.digest, "key": key, "package": file.digest}
            return Package.objects.create(
                edition=edition,
                file=file,
                algorithm=signing.algorithm,
                key=key,
                by=by,
                entry=act.place.sequence,
                at=act.at,
            )


def package_bytes(edition: Edition) -> bytes | None:
    """The newest package of the edition; None where none was made."""
    newest = edition.packages.order_by("-pk").first()
    return load(newest.file) if newest else None


def _require_sound(data: bytes, signer: Signer, verifier: Verifier | None) -> None:
    known = {**VERIFIERS, signer.algorithm: verifier} if verifier else VERIFIERS
    result = check(data, verifiers=known)
    if not result.holds:
        why = result.faults[0]
        raise PackageError(
            f"数据包未能通过核验（{why.where}：{why.zh}），没有保存；请检查签名密钥或签名服务。",
            f"the package does not verify ({why.where}: {why.en}) and was not kept; look at the"
            " key or the signing service.",
        )
