"""What the benchmark has to say, a row a figure."""

from dataclasses import dataclass, field


@dataclass
class Row:
    letter: str
    what: str
    figure: str
    target: str = ""
    is_met: bool | None = None
    raw: list[str] = field(default_factory=list)

    @property
    def verdict(self):
        return {True: "met", False: "not met", None: ""}[self.is_met]


def show(rows):
    """The table, then the raw figures each row stands on."""
    cells = [(r.letter, r.what, r.figure, r.target, r.verdict) for r in rows]
    cells.insert(0, ("", "what", "measured", "target", ""))
    widths = [max(len(row[i]) for row in cells) for i in range(5)]
    for row in cells:
        print("  ".join(text.ljust(width) for text, width in zip(row, widths)).rstrip())
    print()
    for row in rows:
        for line in row.raw:
            print(f"{row.letter}  {line}")
