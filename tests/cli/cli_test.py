#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Uses koepel as people and scripts do: what it prints, what it writes and how it ends (docs/command-line.md).

    tests/cli/cli_test.py build/test/koepel cases [TestClass.test_name ...]

Only the standard library; each test works in its own empty folder."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

KOEPEL = ""
CASES = Path()
GOOD, PROBLEMS, WRONG_USE, ENVIRONMENT, NOT_THE_SAME = range(5)
COMMANDS = ["analyse", "report", "check", "check-pack", "explain", "new", "log", "data", "verify", "draw", "game", "scan", "completion"]
ESCAPE = "\x1b["


class CommandLine(unittest.TestCase):
    """A folder of its own and no imported data: the same outcome on every machine."""

    def setUp(self):
        self.dir = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.dir / "no-data").mkdir()

    def koepel(self, *words, expect=GOOD, prefix=(), **more_env):
        env = {**os.environ, "KOEPEL_DATA": str(self.dir / "no-data"), **more_env}
        ran = subprocess.run([*prefix, KOEPEL, *map(str, words)], capture_output=True, text=True, cwd=self.dir, env=env, check=False)
        if expect is not None:
            self.assertEqual(ran.returncode, expect, f"koepel {words}\n{ran.stdout[-2000:]}\n{ran.stderr[-2000:]}")
        return ran

    def copy_of(self, case):
        return Path(shutil.copytree(CASES / case, self.dir / case))


class Manual(CommandLine):
    def test_version(self):
        self.assertRegex(self.koepel("--version").stdout, r"^koepel \d+\.\d+\.\d+\n$")

    def test_help_names_every_command_and_the_exit_codes(self):
        for language, exits in (("nl", "Uitgang: 0 goed"), ("en", "Exit: 0 good")):
            said = self.koepel("--help", "--lang", language).stdout
            self.assertIn(exits, said)
            for command in COMMANDS:
                self.assertIn(f"  {command}", said)

    def test_help_of_each_command_gives_an_example_in_each_language(self):
        for command in COMMANDS:
            for language, example in (("nl", r"Voorbeeld(en)?:"), ("en", r"Examples?:")):
                with self.subTest(command=command, language=language):
                    said = self.koepel("--lang", language, command, "--help").stdout
                    self.assertRegex(said, example)
                    self.assertIn(f"koepel {command}", said)

    def test_languages_differ(self):
        nl, en = (self.koepel("analyse", "--help", "--lang", language).stdout for language in ("nl", "en"))
        self.assertIn("analyseer een studie", nl)
        self.assertIn("Gebruik: koepel analyse", nl)
        self.assertNotRegex(nl, "Usage|Options|Positionals|REQUIRED")
        self.assertNotIn("analyseer", en)


class ExitCodes(CommandLine):
    def test_wrong_use(self):
        for words in ([], ["dance"], ["analyse"], ["analyse", "no-such-folder"], ["check", ".", "--lang", "fr"],
                      ["report", ".", "--as", "wordperfect"], ["explain", CASES / "afval", "no.such.step"],
                      ["draw", CASES / "afval", "no-such-picture"], ["verify", self.dir], ["analyse", ".", "--draws", "3"]):
            with self.subTest(words=words):
                self.assertNotEqual(self.koepel(*words, expect=WRONG_USE).stderr, "")

    def test_input_errors_are_all_told_and_what_was_right_is_used(self):
        study = self.copy_of("afval")
        rows = (study / "partners.csv").read_text().splitlines()
        (study / "partners.csv").write_text("\n".join([*rows, "GM0000;Nergenshuizen"]) + "\n")
        ran = self.koepel("check", study, expect=PROBLEMS)
        self.assertIn("GM0000", ran.stdout)
        self.assertRegex(ran.stdout, rf"partners\.csv, regel {len(rows) + 1}")
        analysis = json.loads(self.koepel("analyse", study, "--json", expect=PROBLEMS).stdout)
        self.assertGreaterEqual(len(analysis["partners"]), 2)

    def test_environment(self):
        (self.dir / "file").write_text("not a folder")
        self.koepel("draw", CASES / "afval", "continuum", "--out", self.dir / "file" / "deeper", expect=ENVIRONMENT)
        self.koepel("analyse", CASES / "afval", "--out", self.dir / "file" / "a.json", expect=ENVIRONMENT)

    def test_environment_without_a_whole_method(self):
        (self.dir / "pack").mkdir()
        self.koepel("analyse", CASES / "afval", "--pack", self.dir / "pack", expect=ENVIRONMENT)

    def test_verify_tells_what_is_not_met(self):
        study = self.copy_of("afval")
        (study / "verwacht.txt").write_text("aanpak is dansen\ngeen waarschuwing no-such-code\n")
        ran = self.koepel("verify", study, expect=NOT_THE_SAME)
        self.assertIn("verwacht.txt:1: aanpak is dansen", ran.stdout)
        self.assertNotIn("verwacht.txt:2", ran.stdout)


class NewStudy(CommandLine):
    def make(self, language):
        study = self.dir / language
        self.koepel("new", study, "--partners", "GM0770,GM1724", "--date", "2026-10-05", "--lang", language)
        return study

    def test_a_new_study_has_no_errors_and_says_what_is_missing(self):
        for language in ("nl", "en"):
            with self.subTest(language=language):
                study = self.make(language)
                self.koepel("check", study, "--lang", language)
                analysis = json.loads(self.koepel("analyse", study, "--json").stdout)
                kinds = {finding["id"]: finding["kind"] for finding in analysis["findings"]}
                self.assertEqual(kinds["map"], "missing")
                self.assertTrue(all(kind == "missing" for id_, kind in kinds.items() if id_.startswith(("form.", "factor."))))
                self.assertIn("no-poll", [warning["code"] for warning in analysis["warnings"]])
                self.assertEqual([p["id"] for p in analysis["partners"]], ["GM0770", "GM1724"])

    def test_both_languages_give_the_same_study(self):
        hashes = [json.loads(self.koepel("analyse", self.make(language), "--json").stdout)["receipt"]["study_hash"]
                  for language in ("nl", "en")]
        self.assertEqual(hashes[0], hashes[1])

    def test_an_existing_study_is_never_overwritten(self):
        study = self.make("nl")
        before = {path.name: path.read_bytes() for path in study.iterdir()}
        self.koepel("new", study, "--partners", "GM0823", expect=WRONG_USE)
        self.assertEqual(before, {path.name: path.read_bytes() for path in study.iterdir()})

    def test_an_unknown_municipality_is_an_input_error(self):
        self.assertIn("GM9999", self.koepel("new", self.dir / "s", "--partners", "GM9999", expect=PROBLEMS).stdout)


class Reproducible(CommandLine):
    def stored(self, study):
        self.koepel("analyse", study, "--out", self.dir / "stored.json")
        return self.dir / "stored.json"

    def test_a_stored_analysis_comes_out_again(self):
        study = self.copy_of("afval")
        self.koepel("verify", study, "--stored", self.stored(study))

    def test_the_seed_of_the_receipt_counts(self):
        study = self.copy_of("afval")
        self.koepel("analyse", study, "--seed", "7", "--draws", "500", "--out", self.dir / "other.json")
        self.koepel("verify", study, "--stored", self.dir / "other.json")

    def test_one_changed_cell_is_told(self):
        study = self.copy_of("afval")
        stored = self.stored(study)
        sheet = study / "antwoorden.csv"
        head, first, *rest = sheet.read_text().splitlines()
        cells = first.split(";")
        at = next(i for i, cell in enumerate(cells) if cell in ("1", "2", "3", "4", "5"))
        cells[at] = "1" if cells[at] != "1" else "5"
        sheet.write_text("\n".join([head, ";".join(cells), *rest]) + "\n")
        said = self.koepel("verify", study, "--stored", stored, "--lang", "en", expect=NOT_THE_SAME).stdout
        self.assertIn(json.loads(stored.read_text())["receipt"]["study_hash"], said)
        self.assertNotIn(json.loads(stored.read_text())["receipt"]["pack_hash"], said)

    def test_a_tampered_result_is_not_the_same(self):
        study = self.copy_of("afval")
        stored = self.stored(study)
        sealed = stored.read_text()
        self.assertIn('"kind":"advice"', sealed)
        stored.write_text(sealed.replace('"kind":"advice"', '"kind":"missing"', 1))
        self.koepel("verify", study, "--stored", stored, expect=NOT_THE_SAME)

    def test_something_else_is_not_a_stored_analysis(self):
        for text in ("", "[]", '{"receipt": 3}', '{"receipt": {"engine": 1}}', "\xff"):
            (self.dir / "other.json").write_text(text, encoding="latin-1")
            self.koepel("verify", CASES / "afval", "--stored", self.dir / "other.json", expect=PROBLEMS)

    def test_the_number_of_cores_changes_no_byte(self):
        all_cores = self.koepel("analyse", CASES / "afval", "--json").stdout
        one_core = self.koepel("analyse", CASES / "afval", "--json", prefix=("taskset", "-c", "0")).stdout
        self.assertEqual(all_cores, one_core)


class Explain(CommandLine):
    def test_what_the_study_gave_goes_before_what_the_method_has(self):
        said = re.sub(r"\s+", " ", self.koepel("explain", CASES / "afval", "collection.U22").stdout)
        self.assertIn("alle soorten afval samen = 56 (50 .. 62) (opgegeven in de studie", said)
        self.assertNotIn("alle soorten afval samen = 58", said)
        said = re.sub(r"\s+", " ", self.koepel("explain", CASES / "kempen", "saving.V03").stdout)
        self.assertIn("= Eersel: 36.000", said)
        self.assertIn("overhead per voltijdsbaan per jaar = 30.200", said, "for the other partners")

    def test_advice_opens_to_the_cells(self):
        listed = self.koepel("explain", CASES / "afval").stdout
        form = re.search(r"^(form\.\S+)  ", listed, re.MULTILINE)[1]
        for finding, file in (("approach", "indicatoren.csv"), (form, "beslisboom.csv")):
            with self.subTest(finding=finding):
                said = self.koepel("explain", CASES / "afval", finding).stdout
                self.assertRegex(said, rf"{re.escape(file)}, regels? \d+")

    def test_what_was_nearly_right_is_suggested(self):
        for typed, meant in (("form.U01", "form.P3"), ("FORM.p2", "form.P2")):
            self.assertIn(meant, self.koepel("explain", CASES / "kempen", typed, expect=WRONG_USE).stderr)

    def test_a_form_for_what_the_gross_list_does_not_advise_says_so(self):
        said = re.sub(r"\s+", " ", self.koepel("explain", CASES / "kempen", "form.P4").stdout)
        self.assertIn("de groslijst raadt nu niet aan om", said)
        self.assertNotIn("de groslijst raadt", self.koepel("explain", CASES / "kempen", "form.P5").stdout)

    def test_every_finding_listed_can_be_explained(self):
        listed = self.koepel("explain", CASES / "afval", "--lang", "en").stdout
        names = re.findall(r"^([a-z_]+(?:\.\S+)?)  ", listed, re.MULTILINE)
        self.assertGreater(len(names), 10)
        for name in names:
            self.koepel("explain", CASES / "afval", name, "--lang", "en")


class Others(CommandLine):
    def test_log_prints_a_line_per_event(self):
        lines = self.koepel("log", CASES / "afval").stdout.splitlines()
        events = [json.loads(line) for line in self.koepel("log", CASES / "afval", "--json").stdout.splitlines()]
        self.assertEqual(len(lines), len(events))
        self.assertEqual([event["number"] for event in events], list(range(1, len(events) + 1)))
        respondents = (CASES / "afval" / "respondenten.csv").read_text().strip().splitlines()[1:]
        self.assertEqual(sum("respondent" in event["event"] for event in events), len(respondents))

    def test_completion_is_a_script(self):
        script = self.koepel("completion", "bash").stdout
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)
        tried = subprocess.run(["bash", "-c", script + '\nCOMP_WORDS=(koepel an); COMP_CWORD=1; _koepel; echo "${COMPREPLY[*]}"'],
                               capture_output=True, text=True, check=True)
        self.assertEqual(tried.stdout.strip(), "analyse")
        for command in COMMANDS:
            self.assertIn(command, script)

    def test_pictures_are_well_formed(self):
        listed = self.koepel("draw", CASES / "afval", "--out", self.dir / "pictures").stdout.splitlines()
        drawn = sorted((self.dir / "pictures").iterdir())
        self.assertEqual(len(drawn), len(listed))
        for path in drawn:
            self.assertEqual(ElementTree.parse(path).getroot().tag, "{http://www.w3.org/2000/svg}svg", path)

    def test_the_delivered_method_is_whole(self):
        self.koepel("check-pack")

    def test_problems_as_json(self):
        self.assertIsInstance(json.loads(self.koepel("check", CASES / "afval", "--json").stdout), list)


class Game(CommandLine):
    """The cost game of Young (1985): charges 14, 18.5 and 45.5 in the nucleolus."""

    def young(self, **more):
        file = self.dir / "young.json"
        game = {"title": "Young", "kind": "cost game", "player_order": ["Ede", "Epe", "Edam"],
                "characteristic_function": {"1": 15, "2": 20, "3": 55, "12": 35, "Ede+Edam": 61, "23": 65, "123": 78}, **more}
        file.write_text(json.dumps(game))
        return file

    def test_tables_and_proposals(self):
        file = self.young(allocations={"gelijk": [26, 26, 26], "naar kosten": [13, 17.33, 47.67]})
        said = self.koepel("game", file).stdout
        for part in (r"Ede +15,00 +14,00 +14,33 +12,83", "Ede is 11,00 slechter af dan alleen.",
                     "Niemand slechter af dan alleen: naar kosten.", "Het meest winnen Ede en Epe door weg te gaan: 17,00."):
            self.assertRegex(said, part)
        self.assertNotIn("[", said)
        self.assertIn("Ede is 11.00 worse off than alone.", self.koepel("game", file, "--lang", "en").stdout)
        self.assertIn("per hoofd: wat een groep per lid", self.koepel("game", file, "--per-capita").stdout)

    def test_json_has_all_digits(self):
        game = json.loads(self.koepel("game", self.young(blocks=[["Ede", "Epe"], ["Edam"]]), "--json").stdout)["games"][0]
        for solution, shares in (("nucleolus", [14, 18.5, 45.5]), ("per_capita_nucleolus", [43 / 3, 113 / 6, 269 / 6])):
            for found, right in zip(game[solution]["shares"], shares, strict=True):
                self.assertAlmostEqual(found, right, places=9)
        self.assertAlmostEqual(sum(game["owen"]), 78)
        self.assertTrue(game["least_core"]["core_exists"])
        self.assertEqual(len(game["largest_excesses"]), 6)

    def test_a_game_that_is_not_whole(self):
        (self.dir / "half.csv").write_text("coalition;value\nEde;1\nEpe;twee\n")
        said = self.koepel("game", self.dir / "half.csv", expect=PROBLEMS).stdout
        self.assertRegex(said, r"half\.csv, regel 3, kolom value: fout: gevonden «twee»")
        self.assertIn("Ede+Epe", said)

    def test_time_that_runs_out_is_told(self):
        said = json.loads(self.koepel("game", self.young(), "--json", "--time-limit", "1e-9").stdout)["games"][0]
        self.assertFalse(said["nucleolus"]["complete"])
        self.assertNotIn("shares", said["nucleolus"])
        self.assertNotIn("largest_excesses", said)
        self.assertIn("De tijd was op", self.koepel("game", self.young(), "--time-limit", "1e-9").stdout)

    def test_wrong_use(self):
        for words in (["game"], ["game", "no-such-file"], ["game", self.young(), "--time-limit", "-1"]):
            self.koepel(*words, expect=WRONG_USE)


class Scan(CommandLine):
    """A country of six: A and B make the 65,000 at which waste is cheapest; the others stand outside, each for a reason."""

    COUNTRY = (("GM0770", "Eersel", 20000, 2000), ("GM1724", "Bergeijk", 45000, 4500), ("GM0772", "Eindhoven", 200000, 20000),
               ("GM0823", "Oirschot", 30000, -500), ("GM0861", "Veldhoven", 30000, 0), ("GM0448", "Texel", 14000, 1400))
    BORDERS = (("GM0770", "GM1724"), ("GM0770", "GM0772"), ("GM0770", "GM0823"), ("GM0770", "GM0861"))

    def data(self):
        folder = self.dir / "data"
        folder.mkdir(exist_ok=True)
        (folder / "municipalities.csv").write_text("code;name;inhabitants;lon;lat\n" + "".join(
            f"{code};{name};{people};5.3;51.{i + 2}\n" for i, (code, name, people, _) in enumerate(self.COUNTRY)))
        (folder / "neighbours.csv").write_text("a;b;km\n" + "".join(f"{a};{b};5\n" for a, b in self.BORDERS))
        (folder / "task_fields.csv").write_text("code;name_nl\n7.3;Afval\n7.1;Volksgezondheid\n")
        rows = [f"{code};7.3;{keur};0" for code, _, _, keur in self.COUNTRY if keur != 0] + ["GM0861;;;", "GM0770;7.1;100;0"]
        (folder / "accounts_2023_actual.csv").write_text("code;task_field;expenditure_keur;revenue_keur\n" + "\n".join(rows) + "\n")
        return folder

    def scan(self, *words, **more):
        return self.koepel("scan", "--data", self.data(), *words, **more).stdout

    def municipalities(self, *words):
        scan = json.loads(self.scan("--task", "7.3", "--json", *words))["scans"][0]
        return scan, {row["municipality"]: row for row in scan["municipalities"]}

    def test_the_answer_is_said_with_its_assumptions(self):
        said = re.sub(r"\s+", " ", self.scan("--task", "7.3"))
        for part in ("Taakveld 7.3 Afval", "jaarrekening 2023", r"Samen naar verwachting € 51\.800 per jaar minder", "Eersel en Bergeijk|Bergeijk en Eersel",
                     "Wordt er niets bespaard", r"40 % gehaald \(0 % tot 80 %\)", "Bewezen: geen andere indeling",
                     r"geen opgave: [0-9]+ \(", r"negatieve lasten: 1 \(Oirschot\)", r"geen buurgemeente: 1 \(Texel\)"):
            self.assertRegex(said, part)
        self.assertNotRegex(said, r"\[(scan|app)\.")
        self.assertIn("an expected €51,800 per year", re.sub(r"\s+", " ", self.scan("--task", "Afval", "--lang", "en")))

    def test_every_municipality_has_one_row_and_shares_add_up(self):
        scan, rows = self.municipalities()
        self.assertEqual(len(rows), len(scan["municipalities"]))
        self.assertEqual(sum(row.get("share", 0) for row in rows.values()), scan["saving"])
        self.assertEqual([rows[code]["place"] for code, *_ in self.COUNTRY],
                         ["grouped", "grouped", "alone", "negative", "not_filed", "no_neighbour"])
        self.assertEqual(scan["gap"], 0)

    def test_the_json_is_as_its_schema_says(self):
        from schemas import validator
        for task in ("7.3", "7.9"):
            printed = json.loads(self.scan("--task", task, "--json", expect=None))
            self.assertEqual([f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator("scan").iter_errors(printed)], [])

    def test_map_and_table(self):
        listed = self.scan("--task", "7.3", "--out", self.dir / "maps").splitlines()[-2:]
        for line, name in zip(listed, ("scan-7.3.svg", "scan-7.3.csv"), strict=True):
            self.assertIn(name, line.split("\t")[0])
        self.assertEqual(ElementTree.parse(self.dir / "maps" / "scan-7.3.svg").getroot().tag, "{http://www.w3.org/2000/svg}svg")
        table = (self.dir / "maps" / "scan-7.3.csv").read_text().splitlines()
        scan, _ = self.municipalities()
        self.assertEqual(len(table), 1 + len(scan["municipalities"]))
        self.assertRegex("\n".join(table), r"GM0770;Eersel;[^\n]*;in een groep;1;")

    def test_one_municipality_opens_to_the_accounts(self):
        said = re.sub(r"\s+", " ", self.scan("--task", "7.3", "--municipality", "eersel"))
        for part in (r"Eersel \(20\.000 inwoners\) met Bergeijk", "accounts_2023_actual.csv, kolom 7.3", "kromming 0,040", "scale.realised_share",
                     "Lasten in de jaarrekening 2023"):
            self.assertRegex(said, part)
        self.assertIn("een correctie", re.sub(r"\s+", " ", self.scan("--task", "7.3", "--municipality", "GM0823")))

    def test_failures_say_where_and_how_to_repair(self):
        self.assertRegex(self.koepel("scan", "--task", "7.3", expect=PROBLEMS).stdout, "--data: fout: .*koepel data import")
        self.assertRegex(self.scan("--task", "7.9", expect=PROBLEMS), "--task 7.9: fout: .*7.3 Afval")
        self.assertRegex(self.scan("--task", "Afvl", expect=PROBLEMS), r"Afval \(7\.3\)")
        self.assertRegex(self.scan("--task", "7.1", expect=PROBLEMS), "geen onderzoek bekend")
        self.assertRegex(self.scan("--task", "7.3", "--municipality", "Eersl", expect=PROBLEMS), r"Eersel \(GM0770\)")
        self.assertRegex(self.scan("--task", "7.3", "--time-limit", "1e-9", expect=PROBLEMS), "meer seconden")
        mixed = json.loads(self.scan("--task", "7.9", "--task", "7.3", "--json", expect=PROBLEMS))
        self.assertEqual([problem["code"] for problem in mixed["problems"]], ["scan.unknown_field"])
        self.assertEqual([scan["task_field"] for scan in mixed["scans"]], ["7.3"], "what is right stays")
        for words in (["scan"], ["scan", "--task", "7.3", "--max-partners", "9"]):
            self.koepel(*words, expect=WRONG_USE)

    def test_the_real_country(self):
        shared = Path(os.environ.get("KOEPEL_SHARED", CASES.parent.parent / "shared")) / "data"
        if not (shared / "iv3").is_dir():
            self.skipTest(f"NOT TESTED: no accounts in {shared}; set KOEPEL_SHARED")
        data = self.dir / "real"
        for file in ("municipalities/municipalities.csv", "geo/adjacency_2023.csv", "geo/centroids_2023.csv", "geo/municipalities_2023.geojson",
                     "iv3/task_fields.csv", "iv3/iv3_2023_actual.csv"):
            self.koepel("data", "import", shared / file, "--to", data, expect=None)
        scan = json.loads(self.koepel("scan", "--task", "7.3", "--data", data, "--json").stdout)["scans"][0]
        rows = {row["municipality"]: row for row in scan["municipalities"]}
        self.assertEqual((len(rows), scan["year"], scan["gap"]), (342, 2023, 0))
        self.assertEqual(sum(row["place"] in ("grouped", "alone") for row in rows.values()), 333)
        self.assertEqual(scan["groups_tried"], 350_372)
        self.assertEqual(rows["GM1961"]["place"], "not_filed", "Vijfheerenlanden")
        self.assertEqual(rows["GM0269"]["place"], "outlier", "Oldebroek")
        self.assertEqual(sum(row.get("share", 0) for row in rows.values()), scan["saving"])
        again = self.koepel("scan", "--task", "7.3", "--data", data, "--out", self.dir / "maps").stdout
        self.assertIn("Vijfheerenlanden", again)
        self.assertEqual(len((self.dir / "maps" / "scan-7.3.csv").read_text().splitlines()), 343)


class Colours(CommandLine):
    def on_terminal(self, *words, **more_env):
        """What koepel writes to a terminal."""
        here, there = pty.openpty()
        env = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | more_env
        with subprocess.Popen([KOEPEL, *map(str, words)], stdout=there, stderr=subprocess.DEVNULL, env=env) as running:
            os.close(there)
            said = b""
            while True:
                try:
                    part = os.read(here, 65536)
                except OSError:  # Linux says so when the other end is closed
                    break
                if not part:
                    break
                said += part
            running.wait()
        os.close(here)
        return said.decode()

    def test_colours_only_where_a_person_watches(self):
        data = str(self.dir / "no-data")
        self.assertNotIn(ESCAPE, self.koepel("check", CASES / "afval").stdout)
        self.assertIn(ESCAPE, self.on_terminal("check", CASES / "afval", KOEPEL_DATA=data))
        self.assertNotIn(ESCAPE, self.on_terminal("check", CASES / "afval", KOEPEL_DATA=data, NO_COLOR="1"))


class Garbage(CommandLine):
    """Whatever lies in a study folder: told as problems, never a crash."""

    GARBAGE = {
        "empty": b"", "binary": bytes(range(256)) * 20, "zip": b"PK\x03\x04" + b"\x00" * 200, "nul": b"\x00" * 4096,
        "quotes": b'"' * 999, "semicolons": b";" * 5000 + b"\n" * 500, "yaml-bomb": b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b,*b]\n",
        "latin": "gemeente;naam\nGM1724;Berg\xe9ijk\n".encode("latin-1"), "utf16": "gemeente;naam\nGM1724;Bergeijk\n".encode("utf-16"),
        "deep": b"[" * 3000, "html": b"<html><body>404</body></html>", "long-line": b"x" * 200_000,
        "numbers": b"partner;inwoners\nGM1724;1e999\nGM1724;-5\nGM1724;NaN\n",
    }

    def test_every_file_replaced_by_garbage(self):
        tables = sorted(path.name for path in (CASES / "afval").iterdir() if path.is_file())
        for name, content in self.GARBAGE.items():
            for i, table in enumerate(tables):
                if (i + len(name)) % 4 != 0:  # each kind of garbage meets a quarter of the tables: enough, and quick
                    continue
                with self.subTest(garbage=name, table=table):
                    study = self.copy_of("afval")
                    (study / table).write_bytes(content)
                    ran = self.koepel("analyse", study, "--draws", "100", "--json", expect=None)
                    self.assertIn(ran.returncode, (GOOD, PROBLEMS), ran.stderr)
                    json.loads(ran.stdout)
                    shutil.rmtree(study)

    def test_numbers_that_make_no_sense(self):
        for value in ("0", "-5", "1e30", "NaN", "99999999999999999999", "[]", "tien"):
            with self.subTest(draws=value):
                study = self.copy_of("afval")
                head = (study / "study.yaml").read_text()
                self.assertIn("trekkingen: 10000", head)
                (study / "study.yaml").write_text(head.replace("trekkingen: 10000", f"trekkingen: {value}"))
                self.assertIn(self.koepel("analyse", study, expect=None).returncode, (GOOD, PROBLEMS))
                shutil.rmtree(study)

    def test_a_folder_of_nothing_but_garbage(self):
        study = self.dir / "garbage"
        study.mkdir()
        for i, content in enumerate(self.GARBAGE.values()):
            for suffix in ("csv", "yaml", "xlsx", "ods", "txt"):
                (study / f"file{i}.{suffix}").write_bytes(content)
        (study / "a-folder.csv").mkdir()
        self.assertIn(self.koepel("check", study, expect=None).returncode, (GOOD, PROBLEMS))
        self.assertIn(self.koepel("analyse", study, expect=None).returncode, (GOOD, PROBLEMS))

    def test_an_empty_folder(self):
        (self.dir / "empty").mkdir()
        self.koepel("analyse", self.dir / "empty", expect=PROBLEMS)


if __name__ == "__main__":
    KOEPEL = str(Path(sys.argv[1]).resolve())
    CASES = Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
