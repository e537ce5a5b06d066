#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Holds what `koepel analyse CASE --json` prints against schema/analysis.schema.json.

    tests/cli/check_schema.py build/test/koepel cases/kempen ...

Needs Debian's python3-jsonschema. Exit status 1 when an analysis does not fit, or has no analysis to show."""

import json
import os
import subprocess
import sys
import tempfile

from schemas import validator

MOST_TOLD = 20


def analysis_of(koepel, case):
    """Only the delivered open data, whatever this machine has imported."""
    with tempfile.TemporaryDirectory() as nothing:
        ran = subprocess.run([koepel, "analyse", case, "--json"], capture_output=True, check=False,
                             env={**os.environ, "KOEPEL_DATA": nothing})
    if ran.returncode not in (0, 1):
        raise SystemExit(f"{case}: koepel analyse ended with {ran.returncode}: {ran.stderr.decode()}")
    return json.loads(ran.stdout)


def faults(fits, analysis):
    for error in sorted(fits.iter_errors(analysis), key=lambda e: [str(part) for part in e.absolute_path]):
        place = "/".join(str(part) for part in error.absolute_path)
        yield f"{place}: {error.message[:300]}"


def main():
    koepel, cases = sys.argv[1], sys.argv[2:]
    fits = validator("analysis")
    found = 0
    for case in cases:
        for fault in list(faults(fits, analysis_of(koepel, case)))[:MOST_TOLD]:
            print(f"{case}: {fault}")
            found += 1
    print(f"{len(cases)} analyses, {found} faults")
    return 1 if found or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
