"""By TLS, our own or a trusted proxy's, the cookie and the headers are the stricter ones."""

import http.client
import ssl
import subprocess
import warnings

import pytest

from program import heard
from visitor import Visitor


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for 127.0.0.1 and its key."""
    folder = tmp_path_factory.mktemp("tls")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-addext",
         "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    return certificate, key


def test_it_serves_by_tls_itself(data, publish, open_links, server, certificate):
    publish(data)
    running = server(data, "--tls-cert", certificate[0], "--tls-key", certificate[1])
    assert running.base.startswith("https://127.0.0.1:")
    link = open_links(data)[0]
    assert link.startswith(running.base)
    trust = ssl.create_default_context(cafile=certificate[0])
    connection = http.client.HTTPSConnection("127.0.0.1", running.port, timeout=10, context=trust)
    connection.request(
        "POST", link.removeprefix(running.base), b"language=en",
        {"Content-Type": "application/x-www-form-urlencoded"})
    answer = connection.getresponse()
    answer.read()
    check_strict(answer.status, answer.getheaders())
    connection.close()
    old = ssl.create_default_context(cafile=certificate[0])
    with warnings.catch_warnings(action="ignore"):
        old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.raises((ssl.SSLError, OSError)):
        connection = http.client.HTTPSConnection("127.0.0.1", running.port, context=old)
        connection.request("GET", "/")


def check_strict(status, headers):
    assert status == 303
    names = {name.lower(): value for name, value in headers}
    cookie = names["set-cookie"]
    assert cookie.startswith("__Host-heard=")
    for part in ("Path=/", "HttpOnly", "Secure", "SameSite=Lax"):
        assert part in cookie
    assert "Domain" not in cookie and "Max-Age" not in cookie and "Expires" not in cookie
    assert "max-age=63072000" in names["strict-transport-security"]


def test_only_a_trusted_proxy_is_believed(data, publish, open_links, server):
    publish(data)
    running = server(data, env={"HEARD_TRUSTED_PROXIES": "127.0.0.1"})
    link = open_links(data)[0]
    by_tls = Visitor(running.base, {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"})
    page = by_tls.post(link, {})
    check_strict(page.status, page.headers)
    running.stop()
    running = server(data)
    stranger = Visitor(running.base, {"X-Forwarded-Proto": "https"})
    page = stranger.post(link.replace(link[:link.index("/a/")], ""), {})
    assert page.status == 303
    assert page.header("set-cookie").startswith("heard=")
    assert page.header("strict-transport-security") is None


def test_a_certificate_without_its_key_or_no_certificate_at_all_is_refused(
    data, certificate, tmp_path
):
    alone = heard("serve", "--tls-cert", certificate[0], data=data)
    assert alone.code == 1 and "tls-key" in alone.err
    absent = heard("serve", "--tls-cert", tmp_path / "a.pem", "--tls-key", certificate[1], data=data)
    assert absent.code == 1 and "a.pem" in absent.err
    swapped = heard(
        "serve", "--listen", "127.0.0.1:0", "--tls-cert", certificate[1], "--tls-key",
        certificate[0], data=data)
    assert swapped.code == 1
