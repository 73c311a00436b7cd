"""The question for the newest version, asked of a server on this machine."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

import main
from engine import newest_version
from engine.base.errors import UpdateError
from engine.base.version import VERSION


@pytest.fixture
def index():
    """A function that starts a server with one answer and returns its URL."""
    servers = []

    def start(status, body):
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(status)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("versions", "newest", "newer"),
    [
        (["0.0.9", "99.9.0", "99.10", "100.0rc1", "nonsense", 7], "99.10", True),
        ([VERSION, "0.0.1"], VERSION, False),
        ([f"{VERSION}.0"], f"{VERSION}.0", False),
        (["0.0.1"], "0.0.1", False),
        ([], VERSION, False),
    ],
)
def test_releases_are_compared_by_their_numbers(index, versions, newest, newer):
    found = newest_version.look_up(index(200, json.dumps({"versions": versions}).encode()))
    assert found == {"version": VERSION, "newest": newest, "newer": newer}


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (404, b"", "is not in the package index"),
        (503, b"", "answers 503"),
        (200, b"<html>", "no valid answer"),
        (200, b"[]", "no valid answer"),
        (200, b"{}", "no valid answer"),
    ],
)
def test_every_other_answer_is_one_line(index, status, body, reason):
    with pytest.raises(UpdateError, match=reason):
        newest_version.look_up(index(status, body))


def test_without_a_network_the_command_says_so(monkeypatch, capsys):
    monkeypatch.setattr(newest_version.look_up, "__defaults__", ("http://127.0.0.1:9/",))
    assert main.main(["doctor", "--newest"]) == 1
    assert "cannot be reached; check the network" in capsys.readouterr().err
