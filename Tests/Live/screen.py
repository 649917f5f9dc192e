"""A model of a terminal's screen, with what it remembers of the past."""

import copy

import pyte

_ALTERNATE = 1049 << 5


class Screen(pyte.HistoryScreen):
    """A screen with a history, and another screen beside it, as xterm has."""

    def __init__(self, columns, lines):
        super().__init__(columns, lines, history=100_000, ratio=0.5)
        self._aside = None

    @property
    def is_alternate(self):
        return self._aside is not None

    def set_mode(self, *modes, **options):
        super().set_mode(*modes, **options)
        if _ALTERNATE in self.mode and self._aside is None:
            self._aside = copy.deepcopy(self.buffer)
            self.erase_in_display(2)

    def reset_mode(self, *modes, **options):
        super().reset_mode(*modes, **options)
        if _ALTERNATE not in self.mode and self._aside is not None:
            self.buffer, self._aside = self._aside, None

    def report_device_status(self, *_, **__):
        """Answers would be typing, for a program that does not wait for them."""

    @property
    def past(self):
        """What could be scrolled back to, and what is on the screen beside."""
        pages = [*self.history.top, *self.history.bottom, *(self._aside or {}).values()]
        return "\n".join("".join(line[x].data for x in sorted(line)) for line in pages)
