# SPDX-License-Identifier: EUPL-1.2
"""The schemas of what koepel prints. Needs Debian's python3-jsonschema, which ./setup test installs."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator, RefResolver

FOLDER = Path(__file__).resolve().parent.parent.parent / "schema"


def validator(name):
    """Of schema/<name>.schema.json, which may refer to the others by file name."""
    store = {path.as_uri(): json.loads(path.read_text()) for path in FOLDER.glob("*.schema.json")}
    here = (FOLDER / f"{name}.schema.json").as_uri()
    Draft202012Validator.check_schema(store[here])
    return Draft202012Validator(store[here], resolver=RefResolver(here, store[here], store))
