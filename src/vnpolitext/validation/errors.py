"""What can be wrong with a sheet that a coder has filled."""

from vnpolitext.errors import VnpolitextError


class SheetError(VnpolitextError, ValueError):
    """A filled sheet cannot be read; the message names the file and the row."""
