"""What an instruction is about to access: looks at a site while the program stands at it."""

import sys
from collections.abc import Callable
from types import FrameType, GeneratorType, ModuleType
from typing import Any

from ..cpython.value_stack import MISSING, ValueStack
from ..primitives.local import Local
from ..source.class_of import class_of
from ..source.locate import Locate
from .access import UNSEEN, WHOLE, Access
from .attributes import fills_itself, own_names, place_of
from .calls import Call
from .containers import container_of, is_keyed, item_of
from .sites import Site

# How many refer to the iterator of a loop that nobody else can have: the loop, and we who ask.
_ONE_LOOP = 2


class AccessReader:
    """Looks at sites. `locate` tells the program's modules from the library's."""

    def __init__(self, stack: ValueStack, locate: Locate) -> None:
        self._stack = stack
        self._locate = locate
        self._by_kind: dict[str, Callable[[Site, FrameType], Access | None]] = {
            "global read": self._global,
            "global write": self._global,
            "global delete": self._global,
            "cell read": self._cell,
            "cell write": self._cell,
            "cell delete": self._cell,
            "attribute read": self._attribute_read,
            "attribute write": self._attribute_write,
            "attribute delete": self._attribute_write,
            "item read": self._item,
            "item write": self._item,
            "item delete": self._item,
            "slice write": lambda site, frame: self._containers(site, (stack.top(frame, 2), True)),
            "in place": lambda site, frame: self._containers(
                site, (stack.top(frame, 1), True), (stack.top(frame), False)
            ),
            "both": lambda site, frame: self._containers(site, (stack.top(frame, 1), False), (stack.top(frame), False)),
            "whole": lambda site, frame: self._containers(site, (stack.top(frame, site.number), False)),
            "contains": self._contains,
            "next": self._next,
            "yield": lambda site, frame: self._object(site, frame.f_generator),
            "call": lambda site, frame: self.call(site, self.called(site, frame, 0)),
            "call_kw": lambda site, frame: self.call(site, self.called(site, frame, 1)),
        }

    def at(self, site: Site, frame: FrameType) -> Access | None:
        """What the instruction at `site` is about to access, or None."""
        read = self._by_kind.get(site.kind)
        return None if read is None else read(site, frame)

    def _global(self, site: Site, frame: FrameType) -> Access | None:
        names = frame.f_globals
        write = site.kind != "global read"
        if write:
            value = self._stack.top(frame) if site.kind == "global write" else MISSING
        else:
            value = names.get(site.name, MISSING)
            if value is MISSING:
                return None
        return Access(("global", id(names), site.name), None, None, site.label, write, value)

    def _cell(self, site: Site, frame: FrameType) -> Access | None:
        cell = self._stack.variable(frame, site.number)
        write = site.kind != "cell read"
        try:
            value = cell.cell_contents if not write else MISSING
        except (AttributeError, ValueError):
            return None
        if site.kind == "cell write":
            value = self._stack.top(frame)
        return Access(("cell", id(cell), site.name), None, None, site.label, write, value)

    def _attribute_read(self, site: Site, frame: FrameType) -> Access | None:
        return self.attribute(self._stack.top(frame), site.name, site.label)

    def _attribute_write(self, site: Site, frame: FrameType) -> Access | None:
        value = self._stack.top(frame, 1) if site.kind == "attribute write" else MISSING
        return self.attribute(self._stack.top(frame), site.name, site.label, write=True, value=value)

    def attribute(
        self, owner: Any, name: str, label: str, *, write: bool = False, value: Any = MISSING
    ) -> Access | None:
        """What reading or writing an attribute accesses."""
        if owner is MISSING or issubclass(type(owner), Local):
            return None
        if issubclass(type(owner), ModuleType):
            names = own_names(owner) or {}
            if self._locate(str(names.get("__file__"))) is None:
                return None
            # A module's attributes are the global variables of its functions.
            value = value if write else names.get(name, MISSING)
            return Access(("global", id(names), name), None, None, label, write, value)
        if not write:
            place = place_of(owner, name)
            if place is None:
                return UNSEEN if fills_itself(owner, name) else None
            holder, value = place
            if holder is not owner:
                # It was looked for in vain where the program names it, and somebody may put it there.
                missed = Access(("attribute", id(owner), name), owner, None, label, False, MISSING)
                return Access(("attribute", id(holder), name), holder, None, label, False, value, missed)
        return Access(("attribute", id(owner), name), owner, None, label, write, value)

    def _item(self, site: Site, frame: FrameType) -> Access | None:
        container, item = container_of(self._stack.top(frame, 1)), self._stack.top(frame)
        if container is MISSING:
            return None
        write = site.kind != "item read"
        value = item_of(container, item) if not write else MISSING
        if site.kind == "item write":
            value = self._stack.top(frame, 2)
        return Access(("container", id(container)), container, item, site.label, write, value)

    def _contains(self, site: Site, frame: FrameType) -> Access | None:
        looked_into, item = self._stack.top(frame), self._stack.top(frame, 1)
        container = container_of(looked_into)
        if container is MISSING:
            return None
        # Not by the container: in the values of a dictionary an item is no key.
        item = item if is_keyed(looked_into) else WHOLE
        return Access(("container", id(container)), container, item, site.label, False, MISSING)

    def _containers(self, site: Site, *accessed: tuple[Any, bool]) -> Access | None:
        """All of containers, each with whether it is written; what is no container is left out."""
        found: Access | None = None
        for value, write in reversed(accessed):
            container = container_of(value)
            if container is not MISSING:
                found = Access(("container", id(container)), container, WHOLE, site.label, write, MISSING, found)
        return found

    def _object(self, site: Site, thing: object, also: Access | None = None) -> Access:
        """Something built in changes in a way that shows only in what it does next."""
        return Access(("object", id(thing)), thing, None, site.label, True, MISSING, also)

    def _next(self, site: Site, frame: FrameType) -> Access | None:
        iterator = self._stack.top(frame)
        access = self._containers(site, (iterator, False))
        if class_of(iterator) is GeneratorType or sys.getrefcount(iterator) > _ONE_LOOP:
            return self._object(site, iterator, access)
        return access

    def called(self, site: Site, frame: FrameType, names: int) -> Call:
        """The call that is about to be made; `names`: how many values above the arguments say how they are named."""
        top, below = self._stack.top, site.number + names
        given = [top(frame, below - 1 - n) for n in range(site.number)]
        return Call(top(frame, below + 1), top(frame, below), given)

    def call(self, site: Site, call: Call) -> Access | None:
        """What a call is about to access."""
        if call.attribute is not None:
            owner, name, write = call.attribute
            value = call.arguments[2] if len(call.arguments) > 2 and write else MISSING
            return self.attribute(owner, name, site.label, write=write, value=value)
        if call.looked_up is not None:
            container, item, value = call.looked_up
            label = f"{site.label}[{item!r}]" if type(item) in (int, str) else site.label
            return Access(("container", id(container)), container, item, label, False, value)
        access = self._containers(site, *call.containers())
        changed = call.changed()
        if changed is not MISSING:
            access = self._object(site, changed, access)
        return UNSEEN._replace(also=access) if call.runs_unseen else access
