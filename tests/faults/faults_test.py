#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""A real server on a machine that fails: a disk that fills up, and files that are damaged.

    tests/faults/faults_test.py build/test/koepel
"""

import http.client
import json
import re
import resource
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KOEPEL = str(Path(sys.argv.pop(1) if len(sys.argv) > 1 else ROOT / "build/test/koepel").resolve())


class Server:
    def __init__(self, folder):
        self.process = subprocess.Popen([KOEPEL, "serve", "--data", folder, "--listen", "127.0.0.1:0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.port = int(re.search(r":(\d+)", self.process.stdout.readline())[1])
        self.cookie = self.csrf = ""

    def log_in(self):
        token = re.search(r"/login#(\S+)", self.process.stdout.readline())[1]
        self.csrf = self.ask("POST", "/session/_link", {"token": token})[1]["csrf"]

    def ask(self, method, path, body=None, language="nl"):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, "Content-Type": "application/json", "Accept-Language": language}
        connection.request(method, "/api/v1" + path, None if body is None else json.dumps(body), headers)
        response = connection.getresponse()
        data = response.read()
        if response.getheader("Set-Cookie"):
            self.cookie = response.getheader("Set-Cookie").split(";")[0]
        connection.close()
        return response.status, json.loads(data) if data else None

    def stop(self):
        self.process.terminate()
        said = self.process.communicate(timeout=60)[1]
        return self.process.returncode, said


def run(*words):
    return subprocess.run([KOEPEL, *words], capture_output=True, text=True, timeout=300)


def version(number, words="x"):
    return {"clientId": f"fault-{number}", "changes": [{"kind": "version-named", "cells": {"name": f"v{number} {words}"}}]}


class FullDisk(unittest.TestCase):
    """By a limit on the size of files, which any user may set; the server cannot tell it from a disk without room."""

    def limit(self, server, most):
        hard = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (most, hard))

    def versions(self, server, study):
        return len(server.ask("GET", f"/studies/{study}/records?kind=version-named")[1])

    def write_until_full(self, server, study, first):
        """Numbers that were acknowledged, the one that was refused, and the refusal."""
        stored = []
        for number in range(first, first + 20_000):
            status, told = server.ask("POST", f"/studies/{study}/events", version(number, "x" * 2_000))
            if status != 200:
                return stored, number, status, told
            stored.append(number)
        raise AssertionError("the disk never fills")

    def test_says_so_loses_nothing_and_goes_on(self):
        with tempfile.TemporaryDirectory(prefix="koepel-faults-") as folder:
            server = Server(folder)
            server.log_in()
            study = server.ask("POST", "/studies", {"title": "Vol", "partners": ["GM0770", "GM1724"]})[1]["id"]
            biggest = max(file.stat().st_size for file in Path(folder).iterdir())
            self.limit(server, biggest + 300_000)
            stored, refused, status, told = self.write_until_full(server, study, 0)
            self.assertEqual((status, told["type"]), (503, "/problems/storage-full"))
            self.assertIn("nog niet bewaard", told["detail"])
            self.assertEqual(server.ask("POST", f"/studies/{study}/events", version(refused), "en")[1]["title"],
                             "The disk of the server is full")
            self.assertEqual(server.ask("GET", f"/studies/{study}")[0], 200, "what is there can be read")
            self.limit(server, resource.RLIM_INFINITY)
            self.assertEqual(server.ask("POST", f"/studies/{study}/events", version(refused, "x" * 2_000))[0], 200)
            stored.append(refused)
            again = server.ask("POST", f"/studies/{study}/events", version(stored[-2], "x" * 2_000))
            self.assertEqual(again[0], 200, "a repeated write is one write")
            self.assertEqual(self.versions(server, study), len(stored), "all that was acknowledged, and each once")
            code, said = server.stop()
            self.assertEqual(code, 0)
            self.assertIn("the disk is full", said, "the operator reads it in the log")
            self.assertEqual(run("verify-log", "--data", folder).returncode, 0)


class Damage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="koepel-faults-")
        server = Server(cls.folder.name)
        server.log_in()
        server.stop()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def start_with(self, damage):
        """What a start says on a copy of the folder that `damage` changed."""
        with tempfile.TemporaryDirectory(prefix="koepel-faults-") as copy:
            for file in Path(self.folder.name).iterdir():
                if file.is_file():
                    Path(copy, file.name).write_bytes(file.read_bytes())
            damage(Path(copy))
            return run("serve", "--data", copy, "--listen", "127.0.0.1:0")

    def assert_named(self, result):
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("koepel.sqlite", result.stderr)
        self.assertRegex(result.stderr, "beschadigd|damaged")
        self.assertRegex(result.stderr, "back-?up|reservekopie")

    def test_a_header_that_is_overwritten_is_named(self):
        def damage(folder):
            with open(folder / "koepel.sqlite", "r+b") as file:
                file.write(b"\0" * 4096)
        self.assert_named(self.start_with(damage))

    def test_pages_that_are_overwritten_are_named(self):
        def damage(folder):
            size = (folder / "koepel.sqlite").stat().st_size
            with open(folder / "koepel.sqlite", "r+b") as file:
                for at in range(8192, size, 16384):
                    file.seek(at)
                    file.write(b"\xff" * 4096)
        self.assert_named(self.start_with(damage))

    def test_a_file_that_is_cut_off_is_named(self):
        def damage(folder):
            with open(folder / "koepel.sqlite", "r+b") as file:
                file.truncate((folder / "koepel.sqlite").stat().st_size // 2 // 4096 * 4096)
        self.assert_named(self.start_with(damage))


if __name__ == "__main__":
    unittest.main(verbosity=2)
