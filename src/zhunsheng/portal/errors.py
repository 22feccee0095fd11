"""Why what is public cannot be written or shown."""

from zhunsheng.kernel.errors import KernelError


class PortalError(KernelError):
    """Base of the portal's errors."""

    code = "PORTAL"


class PublicFieldsError(PortalError):
    """The list of public fields cannot be read: then no page shows rows."""

    code = "PUBLIC_FIELDS"


class FolderError(PortalError):
    """A static folder that cannot be written, or is not ours."""

    code = "STATIC_FOLDER"
