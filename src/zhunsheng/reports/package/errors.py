"""Why a package cannot be made or read."""

from zhunsheng.reports.errors import ReportError


class PackageError(ReportError):
    """A package that cannot be made, or a file that is none."""

    code = "PACKAGE"
