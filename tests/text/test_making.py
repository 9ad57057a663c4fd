"""Records made fast are those that a frozen dataclass makes."""

import copy
import pickle
import sys
from dataclasses import FrozenInstanceError, dataclass, field, replace
from inspect import signature

import pytest

from vnpolitext.text.making import made_fast
from vnpolitext.text.span import Span


@dataclass(frozen=True, slots=True)
class Plain(Span):
    name: str = ""
    day: str | None = field(default=None, kw_only=True)


@made_fast
@dataclass(frozen=True, slots=True)
class Fast(Span):
    name: str = ""
    day: str | None = field(default=None, kw_only=True)


@made_fast
@dataclass(frozen=True, slots=True)
class Named(Span):
    kind: str = ""
    plain: str = ""
    open_kind: str = ""
    set_class: str = ""


class Further(Fast):
    """A class of somebody else."""


def test_records_are_the_same():
    record = Fast(0, 3, "Tủa", day="2025-07-01")
    assert type(record) is Fast
    assert repr(record).replace("Fast", "Plain") == repr(Plain(0, 3, "Tủa", day="2025-07-01"))
    assert record == Fast(start=0, end=3, text="Tủa", name="", day="2025-07-01")
    assert hash(record) == hash(copy.copy(record))
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own
    assert replace(record, name="Chùa").name == "Chùa"
    assert signature(Fast) == signature(Plain)


def test_records_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Fast(0, 3, "Tủa").name = "Chùa"


@pytest.mark.parametrize("make", [Fast, Named])
def test_the_slow_way_is_never_gone(make):
    calls = []
    sys.setprofile(lambda frame, event, _: calls.append(frame.f_code.co_name + event))
    try:
        make(0, 3, "Tủa")
    finally:
        sys.setprofile(None)
    assert calls.count("__init__call") == 1


def test_what_is_missing_is_told():
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'text'"):
        Fast(0, 3)


def test_classes_of_others_make_their_own():
    assert type(Further(0, 3, "Tủa")) is Further


def test_classes_that_work_out_fields_are_refused():
    @dataclass(frozen=True, slots=True)
    class Listed:
        names: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="Listed"):
        made_fast(Listed)
