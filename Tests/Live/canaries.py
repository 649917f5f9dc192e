"""Words and numbers found nowhere else, and every shape a file could hold them in.

Searched for is more than the letters themselves: base 64 wherever it begins, hexadecimal, sixteen
bits a character, digits packed as networks pack them, whole numbers, and hashes without a key,
which for a telephone number are as good as the number: there are few enough to try them all.
"""

import base64
import hashlib
import urllib.parse

# What is said where nothing may keep it but under seal.
WORD = "kestrel4711"
# What is said as an answer, which a finished response keeps in clear and nothing else does.
KEPT = "linnet8026"
# All canary numbers begin so; Ofcom keeps them free for use in drama.
STEM = "770090081"
NUMBERS = [f"+44{STEM}{digit}" for digit in range(10)]


def written(number):
    """A number in the ways people and gateways write it."""
    national = number[3:]
    return [
        number, number[1:], f"0{national}", f"00{number[1:]}", national, spoken(number),
        f"+44 {national[:4]} {national[4:]}"]


def spoken(number):
    """A number as its owner writes it."""
    return f"0{number[3:7]} {number[7:]}"


def in_base64(octets):
    """What base 64 makes of these octets for certain, wherever among others they stand."""
    for before in range(3):
        whole = base64.b64encode(bytes(before) + octets)
        certain = whole[(8 * before + 5) // 6:8 * (before + len(octets)) // 6]
        yield from {certain, certain.translate(bytes.maketrans(b"+/", b"-_"))}


def of_letters(text):
    """The shapes of letters and signs."""
    for letters in {text, text.upper(), text.title()}:
        for octets in (letters.encode(), letters.encode("utf-16-le"), letters.encode("utf-16-be")):
            yield octets
            yield from (octets.hex().encode(), octets.hex().upper().encode())
            yield from in_base64(octets)
        yield urllib.parse.quote(letters).encode()
        for sign in ("%{:02x}", "%{:02X}", "\\u{:04x}", "&#{};"):
            yield "".join(sign.format(ord(one)) for one in letters).encode()
    yield text[::-1].encode()


def of_digits(number):
    """The shapes of the whole number: packed, as an integer, and hashed."""
    packed = bytes.fromhex(number[1:])
    yield from (packed, bytes((octet & 15) << 4 | octet >> 4 for octet in packed))
    for digits in (number[1:], number[3:]):
        octets = int(digits).to_bytes(8, "big").lstrip(b"\0")
        yield from (octets, octets[::-1])
    for text in written(number):
        for kind in ("md5", "sha1", "sha256"):
            digest = hashlib.new(kind, text.encode()).digest()
            yield from (digest, digest.hex().encode(), base64.b64encode(digest).rstrip(b"="))


def sought():
    """Every shape of every canary that may never be found, with what it is a shape of."""
    shapes = {shape: WORD for shape in of_letters(WORD)}
    for stem in (STEM, "7700 90081", "7700-90081", "7700 900 81"):
        shapes |= {shape: stem for shape in of_letters(stem)}
    for number in NUMBERS:
        shapes |= {shape: number for shape in of_digits(number)}
    return shapes


SOUGHT = sought()


def found(content, shapes=SOUGHT):
    """Which canaries are in it: of each the name, and the shape that was met."""
    octets = content.encode() if isinstance(content, str) else content
    return [(name, shape) for shape, name in shapes.items() if shape in octets]
