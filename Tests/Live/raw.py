"""Bytes to a port and what comes back, for what no well-behaved client would send."""

import re
import socket

# What every page carries, whoever asks for what.
STANDING = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=()",
    "x-robots-tag": "noindex",
    "cache-control": "no-store",
}
POLICY = (
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'",
    "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'")


def send(port, content, timeout=5):
    """Sends bytes on a connection of their own; gives all that came before it was closed."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as connection:
        came = b""
        try:
            connection.sendall(content)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        try:
            while piece := connection.recv(65536):
                came += piece
        except OSError:
            pass
        return came


def request(method, path, headers=(), body=b"", host="127.0.0.1"):
    """A request in bytes. `headers` may be anything, in any order."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers]
    if body and not any(name.lower() in ("content-length", "transfer-encoding")
                        for name, _ in headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def status(answer):
    """The status of what came back; None where the connection was closed without a word."""
    found = re.match(rb"HTTP/1\.1 (\d{3})", answer)
    return int(found[1]) if found else None


def check_headers(headers, told):
    """The standing headers are all there, once each, and none tells which program this is."""
    for name, value in STANDING.items():
        found = [v for k, v in headers if k.lower() == name]
        assert len(found) == 1 and value in found[0], f"{name}: {found} in {told}"
    policy = next(v for k, v in headers if k.lower() == "content-security-policy")
    for part in POLICY:
        assert part in policy, told
    assert not any(k.lower() in ("server", "x-powered-by", "date-modified") for k, _ in headers)


def check_answer(answer, told):
    """Whatever was sent: nothing, or a status that says whose fault it is, and a kind page."""
    if not answer:
        return None
    code = status(answer)
    assert code is not None, f"{answer[:200]} to {told}"
    assert 200 <= code < 500, f"{code} to {told}"
    head, _, body = answer.partition(b"\r\n\r\n")
    headers = [
        tuple(line.split(": ", 1)) for line in head.decode("latin-1").split("\r\n")[1:]]
    check_headers(headers, f"{code} to {told}")
    if code >= 400 and not told.startswith("HEAD"):
        assert b"<h1" in body and b"</html>" in body, f"{code} without a page to {told}"
        said = re.search(r"<main.*?(?=<section|</main>)", body.decode(), re.S)
        words = re.sub(r"<[^>]*>", " ", said[0]).lower()
        for rude in ("invalid", "forbidden", "oops", "internal", "error occurred", f" {code} "):
            assert rude not in words, f"{rude} to {told}"
    return code
