"""What can be wrong with a store."""


class StoreError(RuntimeError):
    """A store cannot be written or read; the message names the folder and the reason."""
