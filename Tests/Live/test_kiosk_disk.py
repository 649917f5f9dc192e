"""A kiosk whose disk is full takes no new visit, loses none, and sends what it has."""

from rehearsing import Kiosk, check_all_stored_once, opened
from relay import Relay
from test_disk import fill, small_disk  # noqa: F401 (a fixture)


def test_a_full_disk_loses_nothing_and_empties_itself_by_sending(
        small_disk, data, server):  # noqa: F811
    with Relay() as relay:
        relay.server = server(opened(data))
        kiosk = Kiosk(small_disk / "kiosk").enrol(relay.base, data)
        relay.trouble = lambda path: "cut"
        kiosk.run("--rehearse", "30")
        ballast = fill(small_disk)
        # The room set apart for the next visit may take one more; then none is begun.
        said = kiosk.run("--rehearse", "5", code=1)
        assert "disk is full" in said
        assert len(kiosk.waiting) == len(kiosk.kept)
        assert all(path.stat().st_size > 300 for path in kiosk.waiting)
        assert kiosk.status["waiting"] == str(len(kiosk.kept))

        relay.trouble = lambda path: None
        kiosk.run("--send")
        check_all_stored_once(kiosk, data)

        ballast.unlink()
        kiosk.run("--rehearse", "5")
        kiosk.run("--send")
        numbers = check_all_stored_once(kiosk, data)
        assert len(numbers) == len(kiosk.kept)


