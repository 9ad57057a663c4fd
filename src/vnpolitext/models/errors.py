"""What can be wrong with a model."""

from vnpolitext.errors import VnpolitextError


class ModelError(VnpolitextError, ValueError):
    """A model is missing, incomplete or not what its card says; the message names which."""
