"""What can be wrong with annotated texts of trainers and tools."""

from vnpolitext.errors import VnpolitextError


class LabelledError(VnpolitextError, ValueError):
    """A file of annotated texts is of no form we know; the message names the file."""
