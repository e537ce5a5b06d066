# SPDX-License-Identifier: EUPL-1.2
"""A real `koepel serve` on loopback, with somebody logged in: what the load tools measure."""

import http.client
import json
import re
import signal
import subprocess
import sys
import time


class Server:
    def __init__(self, program, folder):
        begun = time.monotonic()
        self.process = subprocess.Popen([program, "serve", "--data", folder, "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, text=True)
        said = self.process.stdout.readline()
        self.port = int(re.search(r":(\d+)", said)[1])
        self.cookie = self.csrf = ""
        self.ask("GET", "/session", fine=(200, 401))
        self.start_seconds = time.monotonic() - begun

    def log_in(self):
        """By the link that a new folder prints."""
        token = re.search(r"/login#(\S+)", self.process.stdout.readline())[1]
        self.csrf = self.ask("POST", "/session/_link", {"token": token})["csrf"]

    def megabytes(self):
        """Resident memory now."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as file:
            return int(re.search(r"VmRSS:\s+(\d+) kB", file.read())[1]) / 1024

    def ask(self, method, path, body=None, fine=range(200, 300)):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        headers = {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, "Content-Type": "application/json"}
        connection.request(method, "/api/v1" + path, json.dumps(body) if body is not None else None, headers)
        response = connection.getresponse()
        data = response.read()
        if response.getheader("Set-Cookie"):
            self.cookie = response.getheader("Set-Cookie").split(";")[0]
        if response.status not in fine:
            sys.exit(f"{method} {path}: {response.status} {data[:300]}")
        return json.loads(data) if data else None

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)
