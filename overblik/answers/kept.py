"""What has been worked out is kept: once for all who ask for it at the same time, and no more of it than there is room.

Whatever is kept is looked up by all that it depends on, the release first of all, and must be immutable.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import update_wrapper
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Kept(Generic[P, T]):
    """A function that remembers: at most so many values, of at most so many bytes, the longest unused leaving first.

    Positional arguments alone, all hashable. `weigh` gives a value's bytes. An error is told to all who wait for that
    very value, and is not kept.
    """

    __wrapped__: Callable[P, T]

    def __init__(self, function: Callable[P, T], values: int, room: int, weigh: Callable[[T], int]) -> None:
        update_wrapper(self, function)
        self._values = values
        self._room = room
        self._weigh = weigh
        self._held: OrderedDict[Hashable, Future[T]] = OrderedDict()
        self._weights: dict[Hashable, int] = {}
        self._sum = 0
        self._turn = threading.Lock()

    def __call__(self, *args: P.args, **named: P.kwargs) -> T:
        if named:
            raise TypeError("what is kept is asked for by place, or it would be kept twice")
        key: Hashable = args
        with self._turn:
            found = self._held.get(key)
            if found is None:
                mine = self._held[key] = Future()
            else:
                self._held.move_to_end(key)
        return self._work_out(key, mine, *args, **named) if found is None else found.result()

    def cache_clear(self) -> None:
        """Forgets all of it."""
        with self._turn:
            self._held.clear()
            self._weights.clear()
            self._sum = 0

    @property
    def bytes(self) -> int:
        """What is held now."""
        return self._sum

    def __len__(self) -> int:
        return len(self._held)

    def _work_out(self, key: Hashable, mine: "Future[T]", *args: P.args, **named: P.kwargs) -> T:
        try:
            value = self.__wrapped__(*args, **named)
        except BaseException as error:
            with self._turn:
                if self._held.get(key) is mine:
                    del self._held[key]
            mine.set_exception(error)
            raise
        mine.set_result(value)
        with self._turn:
            if self._held.get(key) is mine:
                self._weights[key] = self._weigh(value)
                self._sum += self._weights[key]
                self._make_room()
        return value

    def _make_room(self) -> None:
        while len(self._weights) > self._values or self._sum > self._room:
            oldest = next(key for key in self._held if key in self._weights)
            del self._held[oldest]
            self._sum -= self._weights.pop(oldest)


def kept(values: int, room: int, weigh: Callable[[T], int]) -> Callable[[Callable[P, T]], Kept[P, T]]:
    """Decorates a function whose values are worth keeping."""
    return lambda function: Kept(function, values, room, weigh)
