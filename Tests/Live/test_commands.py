"""The command keeps its contract: exit codes, help, survey files, settings and one server a folder."""

import re
import signal
import socket

import pytest

import examples
from device import Device
from program import SURVEYS, heard
from shipped import shipped
from visitor import Visitor

COMMANDS = [
    "", "serve", "demo", "survey", "survey check", "survey try", "survey publish", "collection",
    "collection open", "collection list", "collection close", "kiosk", "kiosk enrol",
    "kiosk list", "kiosk revoke", "figures", "concerns",
    "concerns list", "concerns hear", "concerns act", "concerns close", "backup", "restore", "verify",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    ran = heard(*command.split(), "--help")
    assert ran.code == 0
    assert f"USAGE: heard {command}".strip() in ran.out and "OVERVIEW:" in ran.out


@pytest.mark.parametrize("misuse", [
    "dance", "serve --speed 9", "survey check", "survey fold", "survey try", "survey publish",
    "collection open", "collection open little", "collection open little --place",
    "collection open little --place P --single-use 0",
    "collection open little --place P --single-use many",
    "collection open little --place P --single-use 99999",
    "collection open little --place P --promise secret", "collection close one",
    "collection close", "kiosk enrol", "kiosk enrol --place P --pin 123456",
    "kiosk revoke", "figures", "figures --survey s --from 2026-13 --to 2026-13",
    "figures --survey s --from July --to July", "figures --survey s --from 2026-01-15 --to 2026-02",
    "figures --survey s --from 2026-01 --to 2026-01 --format pdf",
    "figures --survey s --from 2026-01 --to 2026-01 --by child", "demo --responses -1",
    "demo --responses 99999999", "concerns hear", "concerns close",
    "concerns act", "concerns act 7 --action A --owner B", "concerns act 7 --action A --owner B --due soon",
    "concerns act 7 --action A --owner B --due 2026-02-30", "backup", "restore", "verify extra",
])
def test_misuse_is_exit_code_64_and_says_how_to_use_it(misuse, data):
    ran = heard(*misuse.split(), data=data)
    assert ran.code == 64, ran
    assert "Usage:" in ran.err


def test_a_place_must_be_a_name_on_one_line(data):
    for place in ["", "one\ntwo", "x" * 101]:
        assert heard("collection", "open", "little", "--place", place, data=data).code == 64


@pytest.mark.parametrize("survey", shipped(), ids=lambda survey: survey.id)
def test_every_shipped_survey_is_without_fault(survey):
    ran = heard("survey", "check", SURVEYS / f"{survey.id}.yaml")
    assert ran.code == 0, ran
    assert f"{survey.id}, " in ran.out and "no faults" in ran.out


def test_the_whole_folder_can_be_checked_at_once():
    ran = heard("survey", "check", *sorted(SURVEYS.glob("*.yaml")))
    assert ran.code == 0 and not ran.err, ran
    assert re.search(r"audiences\.yaml: \d+ audiences", ran.out)


def test_check_names_every_fault_at_once_with_file_line_and_remedy(tmp_path):
    text = (
        examples.SURVEY.replace("promise: anonymous", "promise: secret")
        .replace("kind: text", "kind: essay")
        .replace("value: bad, en: Badly", "value: good, en: Badly"))
    file = tmp_path / "little.yaml"
    file.write_text(text)
    ran = heard("survey", "check", file)
    assert ran.code == 1
    faults = re.findall(r"^(.+?):(\d+): (.+); (.+)$", ran.err, re.M)
    lines = text.splitlines()
    found = {lines[int(line) - 1].strip() for _, line, _, _ in faults}
    assert {name for name, *_ in faults} == {str(file)}
    assert len(faults) >= 3
    assert any("secret" in line for line in found)
    assert any("essay" in line for line in found)
    assert any("Badly" in line for line in found)


def test_check_names_the_faults_of_every_file(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text("survey: other\n")
    ran = heard("survey", "check", tmp_path / "one.yaml", tmp_path / "two.yaml")
    assert ran.code == 1
    assert "one.yaml:1:" in ran.err and "two.yaml:1:" in ran.err


@pytest.mark.parametrize("content", [
    b"", b"\n\n", b"- a\n- b\n", b"{", b"survey: [", b"\tsurvey: x\n", b"survey: \xff\xfe\n",
    b"\x00\x01\x02\x03", b"&a [*a, *a]\n", b"a: &x {b: *x}\n", b"!!python/object:os.system x\n",
    b"survey: little\n" * 3, b"[" * 5000, "survey: \u202e\n".encode(), b"x" * 3_000_000,
    b"questions: {}\nquestions: 3\n",
], ids=range(16))
@pytest.mark.parametrize("command", ["check", "publish", "try"])
def test_a_file_that_is_no_survey_is_refused_in_words(command, content, tmp_path, data):
    file = tmp_path / "little.yaml"
    file.write_bytes(content)
    options = {"data": data} if command == "publish" else {}
    ran = heard("survey", command, file, **options)
    assert ran.code == 1
    assert "little.yaml" in ran.err
    assert not (data / "heard.sqlite").exists() or "0 editions" in heard("verify", data=data).out


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path, data):
    for command in ("check", "try", "publish"):
        options = {"data": data} if command == "publish" else {}
        ran = heard("survey", command, tmp_path / "absent.yaml", **options)
        assert ran.code == 1 and "absent.yaml" in ran.err


def test_publishing_the_same_content_twice_gives_the_same_edition(data, publish, tmp_path):
    file = publish(data)
    again = heard("survey", "publish", file, data=data)
    assert again.out == "little edition 1\n"
    file.write_text("# A remark changes nothing.\n" + examples.SURVEY)
    assert heard("survey", "publish", file, data=data).out == "little edition 1\n"
    file.write_text(examples.SURVEY.replace("How is it going?", "How is it going today?"))
    assert heard("survey", "publish", file, data=data).out == "little edition 2\n"
    file.write_text(examples.SURVEY)
    assert heard("survey", "publish", file, data=data).out == "little edition 1\n"


def test_publishing_goes_through_a_running_server(data, publish, server):
    server(data)
    file = publish(data)
    assert heard("survey", "publish", file, data=data).out == "little edition 1\n"


def test_trying_a_survey_walks_it_from_standard_input(tmp_path):
    file = tmp_path / "little.yaml"
    file.write_text(examples.SURVEY)
    for channel in ("web", "kiosk", "text"):
        ran = heard("survey", "try", file, "--as", channel, stdin="9\n2\nMore time\n")
        assert ran.code == 0, ran
        assert "How is it going?" in ran.out and "from 1 to 2" in ran.out
        assert "feeling = bad" in ran.out and 'words = "More time"' in ran.out
    ran = heard("survey", "try", file, stdin="b\n1\nb\n2\ns\n")
    assert "feeling = bad" in ran.out and "words = (skipped)" in ran.out
    ran = heard("survey", "try", file, stdin="u\n" + "x" * 201 + "\n")
    assert ran.code == 1 and "words" in ran.err
    assert heard("survey", "try", file, "--audience", "partner").code == 1
    assert heard("survey", "try", file, "--language", "xx").code == 1
    assert heard("survey", "try", file, "--as", "pigeon").code == 64


@pytest.mark.parametrize("line, told", [
    ("colour: red", "unknown setting 'colour'"),
    ("listen: nowhere", "HOST:PORT"),
    ("time-zone: Mars/Base", "time zone"),
    ("base-url: heard", "web address"),
    ("contacts: [{name: A, phone: call me, hours: never}]", "phone"),
    ("contacts: yes please", "contacts"),
    ("listen: [1, 2]", "listen"),
])
def test_a_wrong_setting_is_named_with_file_and_line(line, told, data, publish):
    publish(data)
    (data / "heard.yaml").write_text(f"# A remark.\n\n{line}\n")
    for command in (["serve"], ["collection", "open", "little", "--place", "P"]):
        ran = heard(*command, data=data)
        assert ran.code == 1
        assert f"{data}/heard.yaml:3:" in ran.err and told in ran.err


@pytest.mark.parametrize("content", [b"listen: [\n", "authority: Si\xe2n".encode("latin-1")])
def test_settings_that_cannot_be_read_are_refused_and_never_passed_over(content, data, publish):
    publish(data)
    (data / "heard.yaml").write_bytes(content)
    ran = heard("collection", "open", "little", "--place", "P", data=data)
    assert ran.code == 1 and "heard.yaml" in ran.err and "contacts" not in ran.err


def test_flags_win_over_the_environment_which_wins_over_the_file(data, publish, server):
    publish(data)
    settings = examples.SETTINGS + "base-url: http://file.example\nlisten: 127.0.0.1:1\n"
    (data / "heard.yaml").write_text(settings)
    opening = ["collection", "open", "little", "--place", "P"]
    assert heard(*opening, data=data).out.startswith("http://file.example/a/")
    env = {"HEARD_BASE_URL": "http://environment.example/"}
    assert heard(*opening, data=data, env=env).out.startswith("http://environment.example/a/")
    server(data, "--base-url", "http://flag.example", env=env)
    assert heard(*opening, data=data).out.startswith("http://flag.example/a/")


def test_the_data_folder_may_come_from_the_environment(data, publish, tmp_path):
    publish(data)
    named = heard("verify", env={"HEARD_DATA": str(data)})
    assert "1 editions" in named.out
    other = heard("verify", data=tmp_path / "empty", env={"HEARD_DATA": str(data)})
    assert other.code == 1


def test_a_second_server_on_one_folder_is_refused(data, server):
    server(data)
    ran = heard("serve", "--listen", "127.0.0.1:0", data=data)
    assert ran.code == 1
    assert str(data) in ran.err


def test_a_port_in_use_is_named(data, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = heard("serve", "--listen", f"127.0.0.1:{port}", data=data)
    assert ran.code == 1
    assert str(port) in ran.err
    # And the folder is free again.
    assert heard("verify", data=data).code == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopping_lets_a_request_under_way_finish(number, data, publish, open_links, server):
    publish(data)
    running = server(data)
    link = open_links(data)[0]
    with socket.create_connection(("127.0.0.1", running.port)) as slow:
        slow.sendall(
            f"POST {link.removeprefix(running.base)} HTTP/1.1\r\nHost: {running.base[7:]}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\n"
            "langua".encode())
        Visitor(running.base).get("/help")
        running.process.send_signal(number)
        slow.settimeout(20)
        slow.sendall(b"ge=en")
        assert slow.recv(65536).startswith(b"HTTP/1.1 303")
    running.stop(number)


def test_demo_prints_a_link_to_every_shipped_survey(demo):
    assert demo.links.keys() == {survey.title for survey in shipped()}
    for link in demo.links.values():
        assert Visitor(demo.base).get(link).status == 200


def test_demo_prints_what_to_run_on_a_kiosk(demo):
    server, code = re.search(
        r"^heard-kiosk --server (http://\S+) --enrol (\S+)$", demo.out, re.M).groups()
    told = Device(server, code).bundle().json
    assert server == demo.base
    of_the_offices = {"social-workers", "partner-agencies"}
    assert {asked["survey"]["id"] for asked in told["asked"]} == {
        one.id for one in shipped()} - of_the_offices, "a waiting room asks whoever waits in it"
    assert told["authority"]["isMadeUp"] and told["authority"]["said"]


def test_demo_wants_a_fresh_folder(data, publish):
    publish(data)
    assert heard("demo", data=data).code == 1


def test_demo_leaves_the_settings_of_a_real_council_alone(data):
    data.mkdir(exist_ok=True)
    settings = data / "heard.yaml"
    settings.write_text("authority: A real council\n")
    refused = heard("demo", data=data)
    assert refused.code == 1 and "is in use" in refused.err
    assert settings.read_text() == "authority: A real council\n"
