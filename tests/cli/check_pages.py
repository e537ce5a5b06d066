#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Holds the decision document of a study to the eight to twenty pages that a college reads.

    check_pages.py KOEPEL FOLDER...
"""
import os
import re
import subprocess
import sys
import tempfile

FEWEST, MOST = 8, 20


def pages_of(koepel: str, study: str) -> int:
    with tempfile.TemporaryDirectory() as out:
        no_data = os.path.join(out, "no-data")
        subprocess.run(
            [koepel, "--data", no_data, "report", study, "--document", "decision", "--as", "pdf", "--out", out],
            check=True, stdout=subprocess.DEVNULL)
        (pdf,) = [name for name in os.listdir(out) if name.endswith(".pdf")]
        told = subprocess.run(["pdfinfo", os.path.join(out, pdf)], check=True, capture_output=True, text=True).stdout
        return int(re.search(r"^Pages:\s+(\d+)", told, re.M).group(1))


def main() -> int:
    koepel, *studies = sys.argv[1:]
    if not studies:
        sys.exit("check_pages: no studies given")
    faults = 0
    for study in studies:
        pages = pages_of(koepel, study)
        fits = FEWEST <= pages <= MOST
        faults += not fits
        print(f"{os.path.basename(study)}: {pages} pages" + ("" if fits else f", expected {FEWEST} to {MOST}"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
