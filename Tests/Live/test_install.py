"""The lockdown kit: units shut tight, and an installer that can be run again and undone."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from program import BINARY, ROOT

KIT = ROOT / "Kiosk/install"
KIOSK = Path(BINARY).with_name("heard-kiosk")
INSTALL = KIT / "install.sh"
CONSOLE, TOUCH, SERVER = (
    KIT / f"{name}.service" for name in ("heard-kiosk", "heard-kiosk-touch", "heard"))
UNITS = pytest.mark.parametrize("unit", [CONSOLE, TOUCH, SERVER], ids=lambda unit: unit.stem)
KIOSK_UNITS = pytest.mark.parametrize("unit", [CONSOLE, TOUCH], ids=lambda unit: unit.stem)
SCRIPTS = [INSTALL, *(KIT / "files/usr/local/lib/heard-kiosk" / name
                      for name in ("console", "touch-session"))]


def run(*command, **options):
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=60, **options)


def install(root, *options, env=None):
    """Runs the installer for files alone, with any program as the kiosk's."""
    return run("sh", INSTALL, "--root", root, *options, env=env)


def installed(root, choice="--console", *options):
    done = install(root, choice, "--binary", "/bin/true", *options)
    assert done.returncode == 0, done
    return tree(root)


def tree(root):
    """Every file under a folder: what it holds, or where it points, and who may do what."""
    return {
        str(path.relative_to(root)): (
            os.readlink(path) if path.is_symlink() else path.read_bytes(),
            path.lstat().st_mode)
        for path in sorted(root.rglob("*")) if path.is_symlink() or path.is_file()}


def lines(unit):
    """What a unit sets, as (name, value), in order."""
    return re.findall(r"^(\w+)=(.*)$", unit.read_text(), re.M)


@UNITS
def test_the_unit_scores_at_most_one_and_a_half(unit):
    # The threshold counts in tenths.
    done = run(
        "systemd-analyze", "security", "--offline=true", "--threshold=15", "--no-pager", unit)
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


@UNITS
def test_systemd_finds_no_fault_in_the_unit(unit, tmp_path):
    # The programs it names are elsewhere here; any that is there stands in for them.
    text = re.sub(r"(ExecStart(?:Pre)?=[-+]*)/usr/local/\S+", r"\1/bin/true", unit.read_text())
    copy = tmp_path / unit.name
    copy.write_text(re.sub(r"^(Requires|Documentation)=.*\n", "", text, flags=re.M))
    done = run("systemd-analyze", "verify", "--man=no", copy)
    assert unit.name not in done.stderr, done.stderr
    assert done.returncode == 0, done


@KIOSK_UNITS
def test_whatever_ends_the_kiosk_it_starts_again_but_not_once_staff_stopped_it(unit):
    assert {
        ("Restart", "always"), ("RestartSec", "1"), ("RestartPreventExitStatus", "10"),
        ("StartLimitIntervalSec", "0"), ("User", "heard-kiosk"), ("LimitCORE", "0"),
        ("MemorySwapMax", "0"), ("TTYPath", "/dev/tty1"),
    } <= set(lines(unit))


@pytest.mark.parametrize("program, text", [
    (Path(BINARY), dict(lines(SERVER))["ExecStart"]),
    (KIOSK, dict(lines(CONSOLE))["ExecStart"]),
    (KIOSK, SCRIPTS[2].read_text()),
    (KIOSK, INSTALL.read_text()),
], ids=["server", "console", "touch", "enrolment"])
def test_the_program_knows_every_option_it_is_started_with(program, text):
    # A line that ends with a backslash goes on.
    starts = re.findall(r"/usr/local/bin/heard\S*(.*)", text.replace("\\\n", " "))
    asked = {option for line in starts for option in re.findall(r"(?<= )--[a-z-]+", line)}
    command = ["serve"] if " serve " in " ".join(starts) else []
    done = run(program, *command, "--help")
    assert asked and done.returncode == 0
    assert asked <= set(re.findall(r"--[a-z-]+", done.stdout))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_the_scripts_are_plain_sh_without_fault(script):
    assert os.access(script, os.X_OK)
    assert run("sh", "-n", script).returncode == 0
    done = run("shellcheck", "--shell=sh", script)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("choice", ["--console", "--touch"])
def test_installing_again_changes_nothing(choice, tmp_path):
    first = installed(tmp_path, choice)
    assert installed(tmp_path, choice) == first
    assert "usr/local/bin/heard-kiosk" in first


def test_what_is_installed_shuts_every_way_out(tmp_path):
    files = installed(tmp_path)
    for unit in [*(f"getty@tty{number}.service" for number in range(1, 7)), "ctrl-alt-del.target"]:
        assert files[f"etc/systemd/system/{unit}"][0] == "/dev/null"
    said = {
        line for name, (content, _) in files.items()
        if name.startswith("etc/") and isinstance(content, bytes)
        for line in content.decode().splitlines()}
    assert {
        "NAutoVTs=0", "ReserveVT=0", "CtrlAltDelBurstAction=none", "kernel.sysrq = 0",
        "fs.suid_dumpable = 0", "kernel.core_pattern = |/bin/false", "Storage=none",
        "install usb-storage /bin/false",
    } <= said


def test_usb_storage_can_be_left_and_shut_again(tmp_path):
    shut = installed(tmp_path)
    left = installed(tmp_path, "--touch", "--usb-storage")
    assert shut.keys() - left.keys() == {"etc/modprobe.d/heard-kiosk.conf"}
    assert installed(tmp_path) == shut


def test_removing_leaves_what_was_there_before_and_nothing_else(tmp_path):
    theirs = tmp_path / "etc/systemd/system/other.service"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Service]\n")
    before = tree(tmp_path)
    installed(tmp_path)
    for _ in range(2):
        assert install(tmp_path, "--remove").returncode == 0
        assert tree(tmp_path) == before


def test_removing_is_refused_while_answers_wait(tmp_path):
    installed(tmp_path)
    waiting = tmp_path / "var/lib/heard-kiosk/queue/1-x"
    waiting.parent.mkdir(parents=True)
    waiting.write_bytes(b"sealed")
    before = tree(tmp_path)
    done = install(tmp_path, "--remove")
    assert done.returncode == 1 and "1 answers wait" in done.stderr
    assert tree(tmp_path) == before
    assert install(tmp_path, "--remove", "--even-waiting").returncode == 0
    assert not tree(tmp_path)


def test_a_unit_of_somebody_elses_is_never_overwritten(tmp_path):
    theirs = tmp_path / "etc/systemd/system/getty@tty2.service"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Service]\n")
    done = install(tmp_path, "--console", "--binary", "/bin/true")
    assert done.returncode == 1 and "getty@tty2.service" in done.stderr
    assert theirs.read_text() == "[Service]\n"
    assert install(tmp_path, "--remove").returncode == 0
    assert theirs.read_text() == "[Service]\n"


@pytest.mark.parametrize("choice", ["--console", "--touch", "--remove"])
def test_a_dry_run_says_the_steps_and_takes_none(choice, tmp_path):
    # Nothing but a shell and these is in reach: no step could be taken.
    for name in ("sh", "dirname", "find", "sort", "cat", "id", "readlink", "wc"):
        (tmp_path / name).symlink_to(shutil.which(name))
    done = run(tmp_path / "sh", INSTALL, choice, "--dry-run", env={"PATH": str(tmp_path)})
    assert done.returncode == 0, done
    if choice != "--remove":
        unit = CONSOLE if choice == "--console" else TOUCH
        assert f"systemctl restart {unit.name}" in done.stdout


@pytest.mark.parametrize("misuse", [
    "", "--consol", "--console --touch", "--console --server", "--console --enrol X",
    "--touch --server https://heard.example",
])
def test_misuse_is_exit_code_64_and_says_how_to_use_it(misuse):
    done = run("sh", INSTALL, "--dry-run", *misuse.split())
    assert done.returncode == 64 and "Usage:" in done.stderr


def test_a_missing_program_is_refused_before_anything_is_done(tmp_path):
    done = install(tmp_path, "--console", "--binary", tmp_path / "absent")
    assert done.returncode == 1 and "absent" in done.stderr
    assert not tree(tmp_path)


def test_the_touch_terminal_has_no_binding_but_the_keys_themselves():
    text = (KIT / "files/usr/local/lib/heard-kiosk/XTerm").read_text()
    bindings = re.search(r"translations: (.*)", text, re.S)[1].replace("\\\n", "\n")
    words = {word.rstrip("\\n") for word in bindings.split()}
    assert {word for word in words if "(" in word} == {"insert()", "ignore()"}
    assert bindings.startswith("#replace") and "*saveLines: 0" in text
