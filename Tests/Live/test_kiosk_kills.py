"""Nothing a kiosk thanked for is lost or doubled, however often either side is killed.

LIVE_KIOSK_KILLS sets how many kills there are.
"""

import os
import random
import time

from program import Server
from rehearsing import Kiosk, check_all_stored_once, opened
from relay import Relay

KILLS = int(os.environ.get("LIVE_KIOSK_KILLS", "60"))


def test_visits_survive_every_kill_of_either_side(data):
    chance = random.Random(11)
    with Relay() as relay:
        relay.server = Server(opened(data))
        kiosk = Kiosk(data.parent / "kiosk").enrol(relay.base, data)
        process = kiosk.start("--rehearse", "150")
        for _ in range(KILLS):
            time.sleep(chance.random() * 0.35)
            if chance.random() < 0.5:
                relay.server.kill()
                time.sleep(chance.random() * 0.1)
                relay.server = Server(data)
            else:
                process.kill()
                kiosk.finish(process, code=None)
                process = kiosk.start("--rehearse", "150")
        process.kill()
        kiosk.finish(process, code=None)
        kiosk.run("--send", timeout=600)
        ids = check_all_stored_once(kiosk, data)
        assert len(kiosk.kept) >= KILLS, "too few visits to show anything"
        # A visit kept at the moment of the kill may be stored and not have been thanked for.
        assert len(ids) <= len(kiosk.kept) + KILLS
        relay.server.stop()
        print(f"{len(kiosk.kept)} thanked for, {len(ids)} stored")
