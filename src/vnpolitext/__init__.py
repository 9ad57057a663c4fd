"""vnpolitext reads Vietnamese political texts and returns records a researcher can trust."""

__version__ = "0.1.0"
