# SPDX-License-Identifier: EUPL-1.2
"""tools/check-contract finds what is wrong with a transcript, and nothing in one that is right; tools/openapi-json loses nothing."""
import copy
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
CONTRACT = ROOT / "schema/openapi.yaml"
SAFE = {
    "API-Version": "1.0.0",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
}


def heard(operation, method, path, status, answer=None, asked=None, kind="application/json", **headers):
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    if answer is not None:
        more["Content-Type"] = kind
    said = {"operationId": operation, "method": method, "path": "/api/v1" + path, "status": status}
    given = {"Content-Type": "application/json"} if asked is not None else {}
    return {**said, "requestHeaders": given, "requestBody": asked, "responseHeaders": {**SAFE, **more}, "responseBody": answer}


def problem(operation, method, path, status, name, **headers):
    said = {
        "type": f"/problems/{name}", "title": "Nee", "status": status, "detail": "Dit gaat niet.", "instance": "/api/v1" + path,
        "trace": "4bf92f3577b34da6a3ce929d0e0e4736",
    }
    return heard(operation, method, path, status, said, kind="application/problem+json; charset=utf-8", **headers)


RECORD = {
    "kind": "figures-entered", "key": "figures-entered 6:GM1724", "sequence": 3, "time": "2026-11-26T09:30:00.123456Z", "actor": "p-1a2b",
    "actorName": "A. de Vries", "label": "Cijfers", "cells": {"partner": "GM1724", "task": "U01", "fixed_cost": "120000"},
}
HEAD = {**RECORD, "kind": "study-opened", "cells": {"title": {"nl": "a", "en": "b"}, "seed": 1, "weights": [{"motive": "scale", "rank": 1}]}}
CHANGES = {"clientId": "0123456789abcdef", "changes": [{"kind": "figures-entered", "cells": {"partner": "Eersel", "fte": "1,5"}, "expected": 0}]}
SAVED = {"sequence": 4, "repeated": False, "problems": []}
PAGE = {"partner": "GM1724", "name": "Bergeijk", "blocks": [
    {"kind": "heading", "level": 2, "text": "Wat levert het op"},
    {"kind": "box", "boxKind": "yes", "title": "Ja", "body": [{"kind": "paragraph", "spans": [{"text": "Goed", "strong": True}]}]},
]}

RIGHT = [
    heard("getSession", "GET", "/session", 200, {"csrf": "", "language": "nl", "hasSecondFactor": False}),
    heard("listRecords", "GET", "/studies/kempen/records?kind=figures-entered", 200, [RECORD, HEAD]),
    heard("addEvents", "POST", "/studies/kempen/events", 200, SAVED, CHANGES),
    heard("archiveStudy", "POST", "/studies/kempen/_archive", 204, asked={}),
    heard("getPartnerPage", "GET", "/studies/kempen/partners/GM1724", 200, PAGE),
    heard("makeStudy", "POST", "/studies", 201, {"id": "kempen", "problems": []}, {"example": "kempen"}, Location="/api/v1/studies/kempen"),
    heard("exportFiles", "GET", "/studies/kempen/files.zip", 200, "PK", kind="application/zip", Content_Disposition='attachment; filename="a.zip"'),
    heard("listAuditLines", "GET", "/audit-lines?after=2026-11-26T00:00:00%2B01:00", 200, []),
    problem("getStudy", "GET", "/studies/kempen", 404, "unknown"),
    problem("getStudy", "GET", "/studies/kempen", 401, "not-logged-in", WWW_Authenticate='Cookie realm="koepel"'),
    problem("", "GET", "/nowhere", 404, "unknown"),
    problem("", "TRACE", "/studies", 405, "method"),
]


def change(number, *path, to):
    """RIGHT[number] with something else at a place; `to` of `...` takes it away."""
    transcript = copy.deepcopy(RIGHT[number])
    inside = transcript
    for part in path[:-1]:
        inside = inside[part]
    if to is ...:
        del inside[path[-1]]
    else:
        inside[path[-1]] = to
    return transcript


WRONG = {
    "an unknown operation": (change(0, "operationId", to="getNothing"), "no such operation"),
    "another method": (change(0, "method", to="POST"), "the method is POST"),
    "another path": (change(0, "path", to="/api/v1/sessions"), "is not /api/v1/session"),
    "a status not declared": (change(0, "status", to=202), "status 202 is not declared"),
    "a missing property": (change(0, "responseBody", "csrf", to=...), "'csrf' is a required property"),
    "a property too many": (change(0, "responseBody", "role", to="x"), "'role' was unexpected"),
    "a word not in the list": (change(0, "responseBody", "language", to="fr"), "/language: 'fr' is not one of"),
    "a null": (change(0, "responseBody", "person", to=None), "None is not of type 'object'"),
    "a number for a text": (change(1, "responseBody", 0, "actor", to=5), "/0/actor: 5 is not of type 'string'"),
    "a time without zone": (change(1, "responseBody", 0, "time", to="2026-11-26T09:30:00"), "is not a 'date-time'"),
    "a time that is not UTC": (change(1, "responseBody", 0, "time", to="2026-11-26T09:30:00+01:00"), "is not a 'date-time'"),
    "a time that is no time": (change(1, "responseBody", 0, "time", to="2026-13-26T09:30:00Z"), "is not a 'date-time'"),
    "a number for a cell": (change(1, "responseBody", 0, "cells", "fte", to=1), "/0/cells"),
    "an unknown kind of block": (change(4, "responseBody", "blocks", 0, "kind", to="video"), "/blocks/0"),
    "a fault deep in a block": (change(4, "responseBody", "blocks", 1, "body", 0, "spans", 0, to={}), "/blocks/1/body/0/spans/0: 'text' is a required"),
    "no version": (change(0, "responseHeaders", "API-Version", to=...), "API-Version is None"),
    "another version": (change(0, "responseHeaders", "API-Version", to="1.0"), "API-Version is 1.0"),
    "cached": (change(0, "responseHeaders", "Cache-Control", to="max-age=60"), "header cache-control"),
    "a weak policy": (change(0, "responseHeaders", "Content-Security-Policy", to="default-src 'self'"), "header content-security-policy"),
    "short HSTS": (change(0, "responseHeaders", "Strict-Transport-Security", to="max-age=3600"), "header strict-transport-security"),
    "no nosniff": (change(0, "responseHeaders", "X-Content-Type-Options", to=...), "header x-content-type-options is None"),
    "a version of the server": (change(0, "responseHeaders", "Server", to="Koepel/0.1"), "header server tells a version"),
    "open to other sites": (change(0, "responseHeaders", "Access-Control-Allow-Origin", to="*"), "access-control-allow-origin is not declared"),
    "no Location": (change(5, "responseHeaders", "Location", to=...), "header location is missing"),
    "another media type": (change(0, "responseHeaders", "Content-Type", to="text/html"), "media type text/html is not declared"),
    "a body with 204": (change(3, "responseBody", to={"done": True}), "a body where none is declared"),
    "a 401 without challenge": (change(9, "responseHeaders", "WWW-Authenticate", to=...), "header www-authenticate is missing"),
    "a problem of another status": (change(8, "responseBody", "status", to=400), "the problem says status 400"),
    "a problem of another type": (change(8, "responseBody", "type", to="/problems/closed"), "type closed has another status"),
    "a type nobody knows": (change(8, "responseBody", "type", to="/problems/oops"), "/type"),
    "a problem elsewhere": (change(8, "responseBody", "instance", to="/api/v1/studies"), "the problem says instance"),
    "an error as plain JSON": (change(8, "responseHeaders", "Content-Type", to="application/json"), "an error without problem document"),
    "an error of no operation": (change(10, "responseBody", to={"error": "nee"}), "'type' is a required property"),
    "a request that should be refused": (change(2, "requestBody", "clientId", to="x"), "accepted, but /clientId"),
    "a request with two shapes": (change(5, "requestBody", "title", to="x"), "accepted, but"),
    "no request body": (change(2, "requestBody", to=None), "accepted without a body"),
    "another kind of request": (change(2, "requestHeaders", "Content-Type", to="text/plain"), "accepted with a media type"),
    "a query parameter too many": (change(0, "path", to="/api/v1/session?x=1"), "accepted with query parameter x"),
    "a query parameter too few": (
        heard("listDifferences", "GET", "/studies/kempen/differences", 200, {"events": [], "findings": []}), "accepted without query parameter from"),
    "a token in the path": (
        {**change(8, "path", to="/api/v1/studies/s3cret"), "requestHeaders": {"Authorization": "Bearer s3cret"}}, "the token stands in the path"),
}

SMALL = """
servers: [{url: /api/v1}]
info: {version: 1.0.0}
components:
  headers: {}
paths:
  /things:
    get: {operationId: getThings, responses: {"204": {description: Done.}, "400": {description: No.}, "500": {description: No.}}}
"""


class CheckContract(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, text):
        path = Path(self.folder.name) / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def run_check(self, transcripts, *options):
        lines = self.write("transcripts.jsonl", "".join(json.dumps(t) + "\n" for t in transcripts))
        return subprocess.run([sys.executable, ROOT / "tools/check-contract", lines, *options], capture_output=True, text=True, check=False)

    def test_finds_nothing_in_what_is_right(self):
        run = self.run_check(RIGHT, "--partial")
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertRegex(run.stdout, r"12 transcripts, 9 of \d+ operations")

    def test_takes_headers_as_pairs(self):
        pairs = [{**t, "responseHeaders": list(t["responseHeaders"].items())} for t in RIGHT]
        self.assertEqual(self.run_check(pairs, "--partial").returncode, 0)

    def test_finds_each_thing_that_is_wrong(self):
        run = self.run_check([transcript for transcript, _ in WRONG.values()], "--partial")
        self.assertEqual(run.returncode, 1, run.stderr)
        for number, (name, (_, expected)) in enumerate(WRONG.items(), 1):
            lines = [line for line in run.stdout.splitlines() if f".jsonl:{number}: " in line]
            with self.subTest(name):
                self.assertTrue(any(expected in line for line in lines), lines)

    def test_over_plain_http_asks_no_hsts(self):
        plain = change(0, "responseHeaders", "Strict-Transport-Security", to=...)
        self.assertEqual(self.run_check([plain], "--partial").returncode, 1)
        self.assertEqual(self.run_check([plain], "--partial", "--plain").returncode, 0)

    def test_names_what_was_never_heard(self):
        small = self.write("small.yaml", SMALL)
        heard_once = [heard("getThings", "GET", "/things", 204)]
        run = self.run_check(heard_once, "--contract", small)
        self.assertEqual(run.returncode, 1)
        self.assertIn("getThings 400: declared, and never heard", run.stdout)
        self.assertIn("1 of 1 operations, 1 of 3 answers heard, 2 faults", run.stdout)
        self.assertEqual(self.run_check(heard_once, "--contract", small, "--partial").returncode, 0)


class OpenapiJson(unittest.TestCase):
    def convert(self, text):
        with tempfile.TemporaryDirectory() as folder:
            source, target = Path(folder) / "a.yaml", Path(folder) / "a.json"
            source.write_text(text, encoding="utf-8")
            run = subprocess.run([sys.executable, ROOT / "tools/openapi-json", source, target], capture_output=True, text=True, check=False)
            return run, target.read_bytes() if target.exists() else b""

    def test_says_the_same_twice(self):
        text = CONTRACT.read_text(encoding="utf-8")
        (_, once), (_, twice) = self.convert(text), self.convert(text)
        self.assertEqual(once, twice)
        self.assertEqual(json.loads(once), yaml.safe_load(text))
        self.assertEqual(list(json.loads(once)["paths"]), list(yaml.safe_load(text)["paths"]))

    def test_refuses_what_yaml_readers_differ_about(self):
        for text in ("a: 1\na: 2\n", "200: x\n"):
            run, written = self.convert(text)
            self.assertEqual((run.returncode, written), (1, b""), text)


class Pages(unittest.TestCase):
    def test_name_every_type_of_problem_with_its_status(self):
        contract = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))["components"]
        pattern = contract["schemas"]["Problem"]["properties"]["type"]["pattern"]
        known = set(re.search(r"/problems/\(([^)]+)\)", pattern)[1].split("|"))
        rows = re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", (ROOT / "docs/api.md").read_text(encoding="utf-8"), re.M)
        self.assertEqual({name for name, _ in rows}, known)
        status = {name: response["content"]["application/problem+json"]["example"]["status"]
                  for response in contract["responses"].values() for name in response.get("x-problem-types", [])}
        self.assertEqual({name: int(told) for name, told in rows if name in status}, status)


if __name__ == "__main__":
    unittest.main()
