"""What can be wrong with a store."""

from vnpolitext.errors import VnpolitextError


class StoreError(VnpolitextError, RuntimeError):
    """A store cannot be written or read; the message names the folder and the reason."""
