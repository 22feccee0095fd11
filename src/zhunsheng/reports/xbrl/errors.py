"""Why a filing could not be judged."""

from zhunsheng.reports.errors import ReportError


class XbrlError(ReportError):
    """A filing that cannot be written or judged."""

    code = "XBRL"
