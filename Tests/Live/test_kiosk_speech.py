"""Read aloud: the real espeak-ng, with a file of sound in place of a headphone."""

import wave

import pytest

from kiosks import ATTRACT, KIOSK, Kiosk, Place, enrol, wait_until
from journeys import Journey
from program import SURVEYS
from terminal import Terminal
from test_kiosk_screens import to_question

TITLE = "How was today?"

# Stands before espeak-ng: keeps what it is given to say, and has it say that into a file.
RECORDER = """\
#!/bin/sh
said=$(mktemp "{folder}/XXXXXX")
cat >"$said"
echo "$@" >"$said.arguments"
exec "{folder}/espeak-ng" "$@" -w "$said.wav" <"$said"
"""


class Speaking(Kiosk):
    """A kiosk with a headphone in it that writes down what it hears."""

    def __init__(self, home, folder):
        self.home, self.folder = home, folder
        folder.mkdir()
        (folder / "espeak-ng").write_bytes(open("/usr/bin/espeak-ng", "rb").read())
        recorder = folder / "recorder"
        recorder.write_text(RECORDER.format(folder=folder))
        for file in (folder / "espeak-ng", recorder):
            file.chmod(0o755)
        # In a mount name space of its own, so that no other program meets the recorder.
        Terminal.__init__(self, [
            "unshare", "-m", "sh", "-c", 'mount --bind "$0" /usr/bin/espeak-ng && exec "$@"',
            recorder, KIOSK, "--home", home])
        self.wait(ATTRACT)

    def heard(self, *words):
        """Waits until all these words were said at once, and gives the file of them."""
        def found():
            for file in self.folder.glob("*.arguments"):
                said = file.with_suffix("").read_text()
                if all(word in said for word in words):
                    return file.with_suffix("")
            return None
        file = wait_until(found)
        assert file, f"nobody heard {words}:\n" + "\n--\n".join(
            one.with_suffix("").read_text() for one in self.folder.glob("*.arguments"))
        return file


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    place = Place(tmp_path_factory.mktemp("speech"), [SURVEYS / "how-was-today.yaml"])
    yield place
    place.close()


def speaking(place, name):
    home = place.folder / name
    enrol(place.server, home)
    (home / "settings.yaml").write_text("speech: true\n")
    return Speaking(home, place.folder / f"{name}-heard")


def test_a_page_is_read_aloud_question_answers_and_buttons(place):
    with speaking(place, "aloud") as kiosk:
        to_question(kiosk, place, TITLE, "under-8")
        question, answers = first(place)
        file = kiosk.heard(question, *answers, "Skip this question", "Continue")
        assert "-v en" in file.with_suffix(".arguments").read_text()
        kiosk.press("2")
        file = kiosk.heard("Chosen: 2. " + answers[1], "Continue")
        assert question not in file.read_text(), "the whole page is read again"


def test_an_error_is_said_first(place):
    with speaking(place, "faults") as kiosk:
        to_question(kiosk, place, TITLE, "under-8")
        kiosk.use("Continue")
        file = kiosk.heard("Choose")
        assert file.read_text().startswith("Choose"), file.read_text()


def test_what_is_said_is_sound(place):
    with speaking(place, "sound") as kiosk:
        kiosk.heard("press Enter")
        def loud():
            for file in kiosk.folder.glob("*.wav"):
                if file.stat().st_size > 20_000:
                    with wave.open(str(file)) as sound:
                        return max(sound.readframes(sound.getnframes()))
            return 0
        assert wait_until(loud) > 100


def test_nothing_is_said_after_somebody_left(place):
    with speaking(place, "hushed") as kiosk:
        to_question(kiosk, place, TITLE, "under-8")
        kiosk.press("Escape")
        kiosk.wait(ATTRACT)
        question, _ = first(place)
        assert wait_until(lambda: question not in last(kiosk)), "the old page is still read"


def first(place):
    """The first question as the youngest are asked it, and its answers in words."""
    journey = Journey(place.surveys[0], "under-8")
    question = place.surveys[0]["questions"][0]
    return journey.words(question), [words for _, words in journey.options(question)]


def last(kiosk):
    """What was said last."""
    files = kiosk.folder.glob("*.arguments")
    return max(files, key=lambda file: file.stat().st_mtime_ns).with_suffix("").read_text()
