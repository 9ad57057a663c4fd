"""Words that several finders know, read once from the models: family names.

The tables of bodies and offices are those of the finder that reads them.
"""

from vnpolitext.vocabulary.surnames import Surnames, surnames

__all__ = ["Surnames", "surnames"]
