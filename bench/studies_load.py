#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A server with 100 studies: how long it takes to start, what memory it holds with all of them open, and how long a write
takes to reach the last of 5,000 open streams.

    bench/studies_load.py build/release/koepel [STUDIES [STREAMS [ROUNDS]]]

Starts the server on a fresh folder on loopback, fills it with copies of the kempen example, starts it again, opens each study
as somebody at a browser does (home, gross list, figures, a document), and writes while streams listen."""

import contextlib
import resource
import select
import socket
import statistics
import sys
import tempfile
import time
from pathlib import Path

from koepel_server import Server

GOAL_START_SECONDS, GOAL_MEGABYTES, GOAL_STREAM_MS = 0.3, 200, 300
SCREENS = ("", "/analysis", "/gross-list", "/records?kind=figures-entered", "/documents/decision?audience=college")


def fill(server, studies):
    server.log_in()
    while len(server.ask("GET", "/studies")) < studies:
        server.ask("POST", "/studies", {"example": "kempen"})


def open_all(server):
    """Each study as a visitor sees it; returns the memory after each."""
    seen = []
    for study in server.ask("GET", "/studies"):
        for screen in SCREENS:
            server.ask("GET", f"/studies/{study['id']}{screen}")
        seen.append(server.megabytes())
    return seen


class Streams:
    """Many listeners to one study, in this one process."""

    def __init__(self, server, study, count):
        self.epoll = select.epoll()
        self.sockets = {}
        request = (f"GET /api/v1/studies/{study}/stream HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                   f"Cookie: {server.cookie}\r\nAccept: text/event-stream\r\n\r\n").encode()
        for _ in range(count):
            one = socket.create_connection(("127.0.0.1", server.port))
            one.sendall(request)
            self.sockets[one.fileno()] = one
            self.epoll.register(one, select.EPOLLIN)
        self.hear_all(b"200 OK")

    def hear_all(self, words):
        """Seconds until each has received `words`."""
        begun, waiting, heard = time.monotonic(), set(self.sockets), {}
        while waiting:
            if time.monotonic() - begun > 30:
                sys.exit(f"{len(waiting)} streams heard nothing of {words}")
            for fd, _ in self.epoll.poll(1):
                data = self.sockets[fd].recv(65536)
                if not data:
                    sys.exit("a stream was closed")
                heard[fd] = heard.get(fd, b"") + data
                if words in heard[fd]:
                    waiting.discard(fd)
        return time.monotonic() - begun

    def close(self):
        for one in self.sockets.values():
            one.close()


def write_and_hear(server, study, streams, rounds):
    """Milliseconds from asking for the write to its arrival at the last screen."""
    times = []
    for i in range(rounds):
        begun = time.monotonic()
        done = server.ask("POST", f"/studies/{study}/events", {
            "clientId": f"load-{i}", "changes": [{"kind": "version-named", "cells": {"name": f"versie {i}"}}]})
        streams.hear_all(f"\"sequence\":{done['sequence']}".encode())
        times.append((time.monotonic() - begun) * 1000)
    return sorted(times)


def main():
    studies, count, rounds = [int(word) for word in sys.argv[2:5]] + [100, 5000, 100][len(sys.argv[2:5]):]
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with tempfile.TemporaryDirectory(prefix="koepel-load-", dir=Path.cwd()) as folder:
        with contextlib.closing(Server(sys.argv[1], folder)) as server:
            fill(server, studies)
            cookie, csrf = server.cookie, server.csrf
        starts = []
        for _ in range(5):
            with contextlib.closing(Server(sys.argv[1], folder)) as server:
                starts.append(server.start_seconds)
        with contextlib.closing(Server(sys.argv[1], folder)) as server:
            server.cookie, server.csrf = cookie, csrf
            seen = open_all(server)
            study = server.ask("GET", "/studies")[0]["id"]
            streams = Streams(server, study, count)
            times = write_and_hear(server, study, streams, rounds)
            full = server.megabytes()
            streams.close()
    p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
    print(f"start with {studies} studies     median {statistics.median(starts):.3f} s   goal {GOAL_START_SECONDS} s")
    print(f"memory, all opened         after the first {seen[0]:.0f} MB, most {max(seen):.0f} MB   goal {GOAL_MEGABYTES} MB")
    print(f"write to last of {count}     median {statistics.median(times):.0f} ms, p99 {p99:.0f} ms   goal {GOAL_STREAM_MS} ms")
    print(f"memory with the streams    {full:.0f} MB")


if __name__ == "__main__":
    main()
