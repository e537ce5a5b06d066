#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""How many answers a second Koepel stores durably over HTTP, and how long the slowest in a hundred waits.

    bench/answers_load.py build/release/koepel [SECONDS]

Starts a server on a fresh folder on loopback, invites 500 respondents, and lets wrk (Debian's) send drafts of their answers
over 64 kept-alive connections: each is answered only when it is on disk. Also measures, in the same run, a request that writes
nothing, so that the figure can be read as a ratio to what this machine serves at all."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from koepel_server import Server

GOAL_PER_SECOND, GOAL_P99_MS = 10_000, 20
CONNECTIONS = 64

ANSWERS = """
local tokens = {{{tokens}}}
local n = 0
request = function()
  n = n + 1
  local body = string.format('{{"answers":{{"M11":%d,"M12":%d,"M13":%d}}}}', n % 5 + 1, (n + 1) % 5 + 1, (n + 2) % 5 + 1)
  return wrk.format("PUT", "/api/v1/poll/answers", {{["Content-Type"] = "application/json",
    ["Authorization"] = "Bearer " .. tokens[n % #tokens + 1]}}, body)
end
"""
REPORT = """
done = function(summary, latency, requests)
  io.write(string.format("RESULT %d %d %.3f %.3f %d\\n", summary.requests, summary.duration, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.errors.status + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""


def open_poll(server):
    server.log_in()
    study = server.ask("POST", "/studies", {"title": "Belasting", "partners": ["GM0770", "GM1724", "GM1728"]})["id"]
    server.ask("PUT", f"/studies/{study}/poll", {"items": ["M11", "M12", "M13"], "intro": ""})
    server.ask("POST", f"/studies/{study}/poll/_open")
    people = [{"partner": "GM0770", "role": "administrator"}] * 500
    made = server.ask("POST", f"/studies/{study}/invitations", {"invitations": people, "codes": []})
    return [one["link"].split("#")[1] for one in made]


def load(server, script, seconds, path):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script + REPORT)
        file.flush()
        out = subprocess.run(["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", file.name,
                              f"http://127.0.0.1:{server.port}{path}"], capture_output=True, text=True, check=True).stdout
    count, micros, p50, p99, errors = re.search(r"RESULT (\d+) (\d+) ([\d.]+) ([\d.]+) (\d+)", out).groups()
    return int(count) / (int(micros) / 1e6), float(p50), float(p99), int(errors)


def main():
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    with tempfile.TemporaryDirectory(prefix="koepel-load-", dir=Path.cwd()) as folder:
        server = Server(sys.argv[1], folder)
        try:
            tokens = ",".join(f'"{token}"' for token in open_poll(server))
            plain = load(server, "", seconds, "/healthz")
            answers = load(server, ANSWERS.format(tokens=tokens), seconds, "/")
        finally:
            server.close()
    print(f"nothing written   {plain[0]:9,.0f}/s   p50 {plain[1]:6.2f} ms   p99 {plain[2]:6.2f} ms   {plain[3]} errors")
    print(f"answers on disk   {answers[0]:9,.0f}/s   p50 {answers[1]:6.2f} ms   p99 {answers[2]:6.2f} ms   {answers[3]} errors")
    print(f"goal              {GOAL_PER_SECOND:9,}/s                    p99 {GOAL_P99_MS:6.2f} ms;  "
          f"{answers[0] / GOAL_PER_SECOND:.2f} of the goal, {answers[0] / plain[0]:.2f} of a request that writes nothing")


if __name__ == "__main__":
    main()
