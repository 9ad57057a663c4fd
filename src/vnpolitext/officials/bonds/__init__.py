"""Which office belongs to which person: layouts propose, weights score, constraints choose."""

from vnpolitext.officials.bonds.bond import Bond
from vnpolitext.officials.bonds.choose import find_bonds
from vnpolitext.officials.bonds.nobody import without_vacant
from vnpolitext.officials.bonds.scene import Scene
from vnpolitext.officials.bonds.serving import SERVED
from vnpolitext.officials.bonds.verbs import REPLACED

__all__ = ["REPLACED", "SERVED", "Bond", "Scene", "find_bonds", "without_vacant"]
