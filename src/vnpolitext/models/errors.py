"""What can be wrong with a model."""


class ModelError(ValueError):
    """A model is missing, incomplete or not what its card says; the message names which."""
