#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""deploy/ as an administrator would use it: the proxy with TLS before a real server on loopback, and the systemd unit.

    tests/deploy/deploy_test.py build/test/koepel

Only names, ports and paths of deploy/nginx.conf are put in; everything else is as it is delivered."""

import http.client
import json
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KOEPEL = str(Path(sys.argv.pop(1) if len(sys.argv) > 1 else ROOT / "build/test/koepel").resolve())


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def proxy_config(folder, plain, tls, backend):
    text = (ROOT / "deploy/nginx.conf").read_text()
    text = re.sub(r"\n\s*listen \[::\]:\d+[^;]*;", "", text)  # not every machine that tests has IPv6
    text = text.replace("listen 80;", f"listen 127.0.0.1:{plain};").replace("listen 443 ", f"listen 127.0.0.1:{tls} ")
    text = text.replace("127.0.0.1:8080", f"127.0.0.1:{backend}").replace("koepel.example.nl", "localhost")
    text = text.replace("/etc/ssl/koepel/fullchain.pem", f"{folder}/cert.pem").replace("/etc/ssl/koepel/key.pem", f"{folder}/key.pem")
    head = f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; events {{}}\n"
    places = "".join(f"{what}_temp_path {folder}/{what};" for what in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"{head}http {{ access_log off; {places}\n{text}}}\n"


@unittest.skipUnless(shutil.which("nginx", path="/usr/sbin:/usr/bin"), "NGINX IS MISSING: ./setup test installs it; the proxy is not tested")
class Proxy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="koepel-deploy-")
        cls.plain, cls.tls, backend = free_port(), free_port(), free_port()
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:3072", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                        "-keyout", f"{cls.folder}/key.pem", "-out", f"{cls.folder}/cert.pem"], check=True, capture_output=True)
        Path(cls.folder, "nginx.conf").write_text(proxy_config(cls.folder, cls.plain, cls.tls, backend))
        cls.server = subprocess.Popen([KOEPEL, "serve", "--data", f"{cls.folder}/data", "--listen", f"127.0.0.1:{backend}", "--site",
                                       f"https://localhost:{cls.tls}", "--trusted-proxy", "127.0.0.1"], stdout=subprocess.PIPE, text=True)
        said = cls.server.stdout.readline() + cls.server.stdout.readline()
        cls.token = re.search(r"/login#(\S+)", said)[1]
        cls.proxy = subprocess.Popen(["/usr/sbin/nginx", "-c", f"{cls.folder}/nginx.conf", "-e", f"{cls.folder}/error.log"])
        cls.wait_for_proxy()

    @classmethod
    def wait_for_proxy(cls):
        while cls.proxy.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", cls.tls)).close()
                return
            except ConnectionRefusedError:
                continue
        raise AssertionError(Path(cls.folder, "error.log").read_text())

    @classmethod
    def tearDownClass(cls):
        cls.proxy.terminate(), cls.proxy.wait(20)
        cls.server.send_signal(signal.SIGTERM)
        assert cls.server.wait(20) == 0, "the server stops cleanly"
        cls.server.stdout.close()
        shutil.rmtree(cls.folder)

    def connection(self, **limits):
        context = ssl.create_default_context(cafile=f"{self.folder}/cert.pem")
        context.check_hostname = False
        for name, value in limits.items():
            setattr(context, name, value)
        return http.client.HTTPSConnection("127.0.0.1", self.tls, context=context, timeout=30)

    def ask(self, method, path, body=None, **headers):
        connection = self.connection()
        headers = {"Host": f"localhost:{self.tls}", "Origin": f"https://localhost:{self.tls}", **headers}
        if body is not None:
            headers["Content-Type"] = "application/json"
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer, data

    def log_in(self):
        if not hasattr(type(self), "cookie"):
            answer, data = self.ask("POST", "/api/v1/session/_link", {"token": self.token}, **{"X-Forwarded-For": "6.6.6.6"})
            self.assertEqual(answer.status, 200, data)
            type(self).set_cookie = answer.getheader("Set-Cookie")
            type(self).cookie = type(self).set_cookie.split(";")[0]
            type(self).csrf = json.loads(data)["csrf"]
        return {"Cookie": self.cookie, "X-CSRF-Token": self.csrf}

    def test_http_is_sent_on_to_https(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.plain, timeout=30)
        connection.request("GET", "/studies", headers={"Host": "localhost"})
        answer = connection.getresponse()
        self.assertEqual((answer.status, answer.getheader("Location")), (301, "https://localhost/studies"))
        connection.close()

    def test_pages_come_through_with_their_headers_and_without_a_version(self):
        answer, data = self.ask("GET", "/")
        self.assertEqual(answer.status, 200)
        self.assertIn(b"<!doctype html>", data.lower())
        self.assertIn("max-age=31536000", answer.getheader("Strict-Transport-Security"))
        self.assertIn("default-src 'none'", answer.getheader("Content-Security-Policy"))
        self.assertNotRegex(answer.getheader("Server", ""), r"\d")

    def test_old_versions_of_tls_are_refused(self):
        warnings.simplefilter("ignore", DeprecationWarning)  # that is what they are for
        with self.assertRaises((ssl.SSLError, ConnectionError)):
            self.connection(minimum_version=ssl.TLSVersion.TLSv1, maximum_version=ssl.TLSVersion.TLSv1_1).connect()

    def test_the_cookie_is_for_this_host_over_tls_only(self):
        self.log_in()
        self.assertTrue(self.set_cookie.startswith("__Host-koepel="))
        for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
            self.assertIn(part, self.set_cookie)

    def test_the_audit_trail_has_the_address_that_the_proxy_saw_not_the_one_the_client_claims(self):
        own = self.log_in()
        lines = json.loads(self.ask("GET", "/api/v1/audit-lines", **own)[1])
        self.assertEqual([line["origin"] for line in lines if line["action"] == "session.open"], ["127.0.0.1"])

    def test_a_change_reaches_an_open_stream_through_the_proxy(self):
        own = self.log_in()
        study = json.loads(self.ask("GET", "/api/v1/studies", **own)[1])[0]["id"]
        stream = self.connection()
        stream.request("GET", f"/api/v1/studies/{study}/stream", headers={"Host": f"localhost:{self.tls}", "Cookie": own["Cookie"]})
        open_stream = stream.getresponse()
        self.assertEqual(open_stream.getheader("Content-Type"), "text/event-stream")
        open_stream.readline()  # the greeting: from here on we are listened for
        change = {"clientId": "deploy-test-1", "changes": [{"kind": "version-named", "cells": {"name": "Proef"}}]}
        answer, data = self.ask("POST", f"/api/v1/studies/{study}/events", change, **own)
        self.assertEqual(answer.status, 200, data)
        heard = b""
        while b"version-named" not in heard:
            line = open_stream.readline()
            self.assertTrue(line, "the stream ended")
            heard += line
        stream.close()

    def test_a_write_from_another_site_is_refused(self):
        own = self.log_in()
        answer, _ = self.ask("POST", "/api/v1/studies", {"title": "X", "partners": ["GM0770", "GM1728"]}, **{**own, "Origin": "https://evil.example"})
        self.assertEqual(answer.status, 403)


@unittest.skipUnless(shutil.which("systemd-analyze"), "SYSTEMD-ANALYZE IS MISSING: the unit is not tested")
class Unit(unittest.TestCase):
    def test_the_unit_is_well_formed_and_asks_for_little(self):
        with tempfile.TemporaryDirectory() as folder:
            unit = Path(folder, "koepel.service")
            unit.write_text((ROOT / "deploy/koepel.service").read_text().replace("/opt/koepel/bin/koepel", KOEPEL))
            checked = subprocess.run(["systemd-analyze", "verify", str(unit)], capture_output=True, text=True)
            ours = [line for line in checked.stderr.splitlines() if "koepel.service" in line]
            self.assertEqual(ours, [])
            told = subprocess.run(["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)], capture_output=True, text=True)
            exposure = re.search(r"Overall exposure level[^:]*: ([\d.]+)", told.stdout)
            self.assertIsNotNone(exposure, told.stdout + told.stderr)
            self.assertLess(float(exposure[1]), 3.0, "systemd calls 10 unsafe and 0 safe")


if __name__ == "__main__":
    unittest.main()
