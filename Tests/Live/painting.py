"""Makes a picture of a terminal's screen, as a terminal with 256 colours shows it."""

from PIL import Image, ImageDraw, ImageFont

FONTS = "/usr/share/fonts/truetype/dejavu/DejaVuSansMono{}.ttf"

NAMED = {
    "black": "000000", "red": "aa0000", "green": "00aa00", "brown": "aa5500", "blue": "0000aa",
    "magenta": "aa00aa", "cyan": "00aaaa", "white": "aaaaaa", "brightblack": "555555",
    "brightred": "ff5555", "brightgreen": "55ff55", "brightbrown": "ffff55",
    "brightblue": "5555ff", "brightmagenta": "ff55ff", "brightcyan": "55ffff",
    "brightwhite": "ffffff", "bfightmagenta": "ff55ff",
}

# Parts of a cell that are filled, as left, top, right and bottom in eighths.
BLOCKS = {
    "█": (0, 0, 8, 8), "▀": (0, 0, 8, 4), "▄": (0, 4, 8, 8), "▌": (0, 0, 4, 8), "▐": (4, 0, 8, 8),
}


class Painter:
    """Letters of one size; `height` is the height of a cell in pixels."""

    def __init__(self, height=20):
        self.size = round(height / 1.164)
        self.plain = ImageFont.truetype(FONTS.format(""), self.size)
        self.bold = ImageFont.truetype(FONTS.format("-Bold"), self.size)
        self.height, self.width = height, round(self.plain.getlength("M"))

    def picture(self, screen):
        whole = Image.new("RGB", (screen.columns * self.width, screen.lines * self.height))
        draw = ImageDraw.Draw(whole)
        for y in range(screen.lines):
            for x in range(screen.columns):
                self._ground(draw, screen.buffer[y][x], x, y)
            for x in range(screen.columns):
                self._letter(draw, screen.buffer[y][x], x, y)
        if not screen.cursor.hidden:
            left, top = screen.cursor.x * self.width, screen.cursor.y * self.height
            draw.rectangle((left, top, left + 1, top + self.height - 1), fill="#888888")
        return whole

    @staticmethod
    def _colours(cell):
        ink = "000000" if cell.fg == "default" else NAMED.get(cell.fg, cell.fg)
        paper = "ffffff" if cell.bg == "default" else NAMED.get(cell.bg, cell.bg)
        return (f"#{paper}", f"#{ink}") if cell.reverse else (f"#{ink}", f"#{paper}")

    def _ground(self, draw, cell, x, y):
        left, top = x * self.width, y * self.height
        _, paper = self._colours(cell)
        draw.rectangle((left, top, left + self.width - 1, top + self.height - 1), fill=paper)

    def _letter(self, draw, cell, x, y):
        left, top = x * self.width, y * self.height
        ink, _ = self._colours(cell)
        if block := BLOCKS.get(cell.data):
            draw.rectangle((
                left + block[0] * self.width // 8, top + block[1] * self.height // 8,
                left + block[2] * self.width // 8 - 1, top + block[3] * self.height // 8 - 1),
                fill=ink)
        elif cell.data.strip():
            font = self.bold if cell.bold else self.plain
            draw.text((left, top), cell.data, fill=ink, font=font)
