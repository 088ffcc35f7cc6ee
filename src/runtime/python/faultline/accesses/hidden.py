"""What an instruction accesses besides the program's data: what is inside of it, and what the library keeps."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from types import FrameType, GeneratorType, ModuleType
from typing import Any

from ..cpython.value_stack import MISSING, ValueStack
from ..source.class_of import class_of
from ..source.locate import Locate
from .access import UNSEEN, WHOLE, Access, is_about_code
from .accesses import AccessReader
from .attributes import in_classes, own_names
from .calls import Call
from .containers import container_of, is_iterator, is_keyed, item_of
from .hidden_calls import HiddenCalls
from .library import Library
from .nested import Nested, contents
from .sites import Site

_default_factory: Any = vars(defaultdict)["default_factory"]
_COMPARISONS = frozenset({"==", "!=", "<", ">", "<=", ">="})
_SHOWING = ("FORMAT_SIMPLE", "FORMAT_WITH_SPEC", "CONVERT_VALUE")
# With how many values above the arguments.
_CALLS = {"call": 0, "call_kw": 1}


class Hidden:
    """For a search, one for each execution: `at` tells all that an instruction accesses, shown or not."""

    def __init__(self, reader: AccessReader, stack: ValueStack, locate: Locate) -> None:
        self._reader = reader
        self._stack = stack
        self._library = Library(locate)
        self._nested = Nested(self._library)
        self._calls = HiddenCalls(reader, self._library, self._nested)
        top = stack.top
        self._by_kind: dict[str, Callable[[Site, FrameType], Iterator[Access]]] = {
            "global read": self._missing_global,
            "cell read": self._missing_cell,
            "attribute read": lambda site, frame: self._attribute(site, top(frame), write=False),
            "attribute write": lambda site, frame: self._attribute(site, top(frame), write=True),
            "attribute delete": lambda site, frame: self._attribute(site, top(frame), write=True),
            "item read": self._item_read,
            "item write": lambda site, frame: self._objects(top(frame, 1)),
            "item delete": lambda site, frame: self._objects(top(frame, 1)),
            "slice write": lambda site, frame: self._objects(top(frame, 2)),
            "contains": self._contains,
            "in place": lambda site, frame: self._objects(top(frame), top(frame, 1)),
            "both": self._both,
            "whole": self._whole,
            "next": lambda site, frame: self._objects(top(frame)),
            "call": lambda site, frame: self._calls.besides(site, reader.called(site, frame, 0)),
            "call_kw": lambda site, frame: self._calls.besides(site, reader.called(site, frame, 1)),
            "call_ex": self._spread,
            "super read": self._super,
            "match": self._match,
            "send": lambda site, frame: self._taken(top(frame, 1)),
            "yield from": lambda site, frame: self._taken(top(frame)),
        }

    def at(self, site: Site, frame: FrameType) -> list[Access]:
        """What the instruction at `site` is about to access."""
        shown = self._reader.at(site, frame)
        found = [] if shown is None else list(shown.all())
        read = self._by_kind.get(site.kind)
        if read is not None and (shown is None or site.kind not in ("global read", "cell read")):
            found += read(site, frame)
        return [_in_its_module(one) for one in found]

    def hands_over(self, site: Site, frame: FrameType) -> bool:
        """Whether the instruction gives a thread that is to come something to do that cannot be seen."""
        named = _CALLS.get(site.kind)
        return named is not None and self._calls.hands_over(self._reader.called(site, frame, named))

    def _missing_global(self, site: Site, frame: FrameType) -> Iterator[Access]:
        yield Access(("global", id(frame.f_globals), site.name), None, None, "", False, MISSING)

    def _missing_cell(self, site: Site, frame: FrameType) -> Iterator[Access]:
        cell = self._stack.variable(frame, site.number)
        yield Access(("cell", id(cell), site.name), None, None, "", False, MISSING)

    def _objects(self, *things: Any) -> Iterator[Access]:
        for thing in things:
            if self._library.state_of(thing) is not None:
                yield from self._nested.state(thing)

    def _attribute(self, site: Site, owner: Any, *, write: bool) -> Iterator[Access]:
        kind = class_of(owner)
        if owner is MISSING:
            return
        if issubclass(kind, ModuleType):
            names = own_names(owner) or {}
            value = names.get(site.name, MISSING)
            if not self._library.is_programs(owner) and (write or not is_about_code(value)):
                # Who reads functions of the library's is not looked at.
                key = ("global", id(names), site.name)
                yield UNSEEN if is_about_code(value) else Access(key, None, None, "", write, value)
            return
        if site.name == "__dict__" and not issubclass(kind, type):
            yield UNSEEN
        elif self._library.is_computed(owner, site.name):
            yield Access(("attribute", id(owner), site.name), owner, None, "", write, MISSING)
            yield from self._objects(owner)

    def _item_read(self, site: Site, frame: FrameType) -> Iterator[Access]:
        owner, key = self._stack.top(frame, 1), self._stack.top(frame)
        yield from self._objects(owner)
        if issubclass(type(owner), defaultdict):
            factory = _default_factory.__get__(owner)
            # Asking for a key of the program's would run its code.
            if factory is not None and item_of(owner, key) is MISSING:
                # What is made is stored as well: at once, unless the program is called to make it.
                yield Access(("container", id(owner)), owner, key, "", True, MISSING)
                if self._library.runs_program(factory):
                    yield UNSEEN

    def _contains(self, site: Site, frame: FrameType) -> Iterator[Access]:
        owner = self._stack.top(frame)
        # All that is in a list is compared.
        is_plain = container_of(owner) is MISSING or is_keyed(owner)
        return self._objects(owner) if is_plain else self._nested.inside([owner, self._stack.top(frame, 1)])

    def _both(self, site: Site, frame: FrameType) -> Iterator[Access]:
        operands = [self._stack.top(frame), self._stack.top(frame, 1)]
        if site.name in _COMPARISONS or type(operands[1]) is str:
            # Also what a format with `%` shows.
            return self._nested.inside(operands)
        return self._objects(*operands)

    def _whole(self, site: Site, frame: FrameType) -> Iterator[Access]:
        value = self._stack.top(frame, site.number)
        return self._nested.inside([value]) if site.name in _SHOWING else self._objects(value)

    def _super(self, site: Site, frame: FrameType) -> Iterator[Access]:
        cls, owner = self._stack.top(frame, 1), self._stack.top(frame)
        if self._stack.top(frame, 2) is not super or not issubclass(type(cls), type):
            return
        kind: type[object] = owner if issubclass(type(owner), type) else class_of(owner)
        place = in_classes(kind, site.name, after=cls)
        if place is not None:
            yield Access(("attribute", id(place[0]), site.name), place[0], None, "", False, MISSING)

    def _match(self, site: Site, frame: FrameType) -> Iterator[Access]:
        names, cls, subject = (self._stack.top(frame, depth) for depth in range(3))
        if class_of(names) is not tuple or not issubclass(type(cls), type):
            return
        place = in_classes(cls, "__match_args__")
        by_place: tuple[object, ...] = (
            place[1][: site.number] if place is not None and class_of(place[1]) is tuple else ()
        )
        for name in (*by_place, *names):
            access = self._reader.attribute(subject, name, "") if type(name) is str else None
            if access is not None:
                yield from access.all()

    def _taken(self, iterator: Any) -> Iterator[Access]:
        container = container_of(iterator)
        if container is not MISSING:
            yield Access(("container", id(container)), container, WHOLE, "", False, MISSING)
        if class_of(iterator) is GeneratorType or is_iterator(iterator):
            yield Access(("object", id(iterator)), iterator, None, "", True, MISSING)

    def _spread(self, site: Site, frame: FrameType) -> Iterator[Access]:
        named, given, receiver, called = (self._stack.top(frame, depth) for depth in range(4))
        container = container_of(given)
        if container is not MISSING:
            yield Access(("container", id(container)), container, WHOLE, "", False, MISSING)
        arguments: list[Any] = list(given) if class_of(given) is tuple else contents(container)
        arguments += contents(named)
        yield from self._calls.all(site, Call(called, receiver, arguments))


def _in_its_module(access: Access) -> Access:
    """The dictionary of a module has its variables: they are one place."""
    names: Any = access.owner
    if access.key[0] != "container" or class_of(names) is not dict or "__builtins__" not in names:
        return access
    if type(access.item) is not str or (access.write and is_about_code(names.get(access.item))):
        return UNSEEN
    return Access(("global", id(names), access.item), None, None, access.label, access.write, access.value)
