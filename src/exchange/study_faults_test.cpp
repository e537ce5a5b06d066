// SPDX-License-Identifier: EUPL-1.2
// Folders full of faults: each is told once, at its place, with sentences, and nothing crashes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "exchange/sheet.h"
#include "exchange/study_problems.h"
#include "exchange/study_test_parts.h"
#include "model/phrasebook.h"

namespace koepel::exchange {
namespace {

using namespace testing_studies;

/// A table being built row by row, with the problems that a reader should give for it.
class FaultyTable {
 public:
  FaultyTable(std::string file, std::string header) : file_(std::move(file)), text_(std::move(header) + "\n") {}

  FaultyTable& sound(const std::string& row) {
    text_ += row + "\n";
    ++line_;
    return *this;
  }
  FaultyTable& fault(const std::string& row, const std::string& code, const std::string& column) {
    sound(row);
    expected.push_back("study." + code + " " + file_ + ":" + std::to_string(line_) +
                       (column.empty() ? "" : "[" + column + "]"));
    return *this;
  }
  void put(StudyFiles& files, std::vector<std::string>& all) const {
    files[file_] = text_;
    all.insert(all.end(), expected.begin(), expected.end());
  }

  std::vector<std::string> expected;

 private:
  std::string file_, text_;
  int line_ = 1;
};

struct Faulty {
  StudyFiles files;
  std::vector<std::string> expected;
};

void add_figures(Faulty& faulty) {
  FaultyTable table("cijfers.csv", "partner;taak;vaste kosten;variabele kosten;fte;volume;jaar");
  for (int i = 0; i < 20; ++i) {  // each row its own year, so that no two are one record
    const auto year = std::to_string(1990 + i);
    table.sound("GM0770;U01;1;2;3;4;" + year);
    table.fault("GM0770;U02;veel;2;3;4;" + year, "not-a-number", "vaste kosten");
    table.fault("GM0770;U03;1;-2;3;4;" + year, "negative", "variabele kosten");
    table.fault("Amsterdam Noord;U01;1;2;3;4;" + year, "unknown-municipality", "partner");
  }
  table.fault("GM0796;U01;1;2;3;4;2025", "no-partner-here", "partner");
  table.fault(";U01;1;2;3;4;2025", "cell-missing", "partner");
  table.fault("GM0770;;1;2;3;4;2025", "cell-missing", "taak");
  table.fault("GM0770;X99;1;2;3;4;2025", "unknown-task", "taak");
  table.fault("GM0770;U04;1;2;3;4;twintig", "not-a-year", "jaar");
  table.fault("GM0770;U05;1;2;3;4;25", "not-a-year", "jaar");
  table.fault("GM0770;U06;99999999999999999999;2;3;4;2025", "too-large", "vaste kosten");
  table.fault("GM0770;U07;1;2;1.2.3;4;2025", "not-a-number", "fte");
  table.fault("GM0770;U01;9;9;9;9;2009", "duplicate", "");
  table.fault("GM0770;U01;1;2;3;4;2008", "duplicate-same", "");
  table.put(faulty.files, faulty.expected);
}

void add_judgements(Faulty& faulty) {
  FaultyTable ratings("beoordelingen.csv", "partner;taak;rol;urgentie;schaalvoordeel;politiek;urgency");
  ratings.expected = {"study.unknown-column beoordelingen.csv:1[politiek]",
                      "study.column-twice beoordelingen.csv:1[urgency]"};
  ratings.fault("GM0770;U01;bestuurder;6;3", "out-of-range", "urgentie")
      .fault("GM0770;U02;bestuurder;3;0", "out-of-range", "schaalvoordeel");
  ratings.fault("GM0770;U03;bestuurder;hoog;3", "not-a-number", "urgentie")
      .fault("GM0770;U04;koning;3;3", "unknown-role", "rol");
  ratings.put(faulty.files, faulty.expected);
  FaultyTable functions("functies.csv", "onderwerp;motief;belang;partner;rol");
  functions.fault("U01;gezelligheid;3;;", "unknown-motive", "motief").fault("U01;scale;2,5;;", "not-whole", "belang");
  functions.fault("P77;scale;3;;", "unknown-subject", "onderwerp")
      .fault("U01;scale;9;GM1724;", "out-of-range", "belang");
  functions.put(faulty.files, faulty.expected);
  FaultyTable forms("vormvoorkeuren.csv", "onderwerp;vorm");
  forms.fault("U01;kasteel", "unknown-form", "vorm").fault("U02;", "cell-missing", "vorm");
  forms.put(faulty.files, faulty.expected);
  FaultyTable decisions("besluiten.csv", "datum;orgaan;besluit");
  decisions.fault("31-2-2026;raad;akkoord", "no-such-day", "datum").fault("morgen;raad;akkoord", "not-a-date", "datum");
  decisions.fault("2026-03-01;pastoor;akkoord", "unknown-body", "orgaan");
  decisions.put(faulty.files, faulty.expected);
}

void add_people(Faulty& faulty) {
  FaultyTable respondents("respondenten.csv", "respondent;partner;rol;naam");
  respondents.expected = {"study.person-name respondenten.csv:1[naam]"};
  respondents.sound("R1;GM0770;bestuurder;Jan").sound("R2;GM1724;ambtenaar;Piet");
  respondents.fault("R3;GM0770;keizer;", "unknown-role", "rol")
      .fault(";GM0770;ambtenaar;", "cell-missing", "respondent");
  respondents.put(faulty.files, faulty.expected);
  FaultyTable answers("antwoorden.csv", "respondent;M11;M12;M999");
  answers.expected = {"study.unknown-column antwoorden.csv:1[M999]"};
  answers.fault("R1;6;3", "not-an-answer", "M11")
      .fault("R9;3;3", "unknown-respondent", "respondent")
      .fault("R2;3;eens", "not-an-answer", "M12");
  answers.sound("R3;3;3");  // refused above: told there
  answers.put(faulty.files, faulty.expected);
  FaultyTable tree("beslisboom.csv", "onderwerp;respondent;partner;G0;BK1");
  tree.fault("U01;R1;;task|institution;", "one-answer-only", "G0").fault("U02;R1;;misschien;", "unknown-answer", "G0");
  tree.fault("U03;R1;GM1724;task;", "other-partner", "partner");
  tree.put(faulty.files, faulty.expected);
}

void add_world(Faulty& faulty) {
  FaultyTable tasks("taken.csv", "taak;naam;lijst;op groslijst");
  tasks.fault("Z1;;;ja", "unknown-task", "taak")
      .fault("U01;;hobby;ja", "unknown-group", "lijst")
      .fault("U02;;;misschien", "not-yes-no", "op groslijst");
  tasks.put(faulty.files, faulty.expected);
  FaultyTable packages("pakketten.csv", "pakket;taken");
  packages.fault("U03;U01|U02", "package-like-task", "pakket").fault("basis;U01|X77", "unknown-task", "taken");
  packages.put(faulty.files, faulty.expected);
  FaultyTable arrangements("samenwerkingen.csv", "kenmerk;naam;vorm;leden;sinds;tot;opzegtermijn");
  arrangements.fault("a1;Een;bvo;GM0001;2015;;6", "unknown-member", "leden")
      .fault("a2;Twee;bvo;;2015;2014-01-01;6", "ends-before-start", "");
  arrangements.fault("a3;Drie;bvo;;2015;;-6", "negative", "opzegtermijn")
      .fault("a4;Vier;bvo;;2015;;half jaar", "not-a-number", "opzegtermijn");
  arrangements.put(faulty.files, faulty.expected);
  FaultyTable indicators("indicatoren.csv", "indicator;waarde;toelichting");
  indicators.fault("target_image;4;", "out-of-range", "waarde").fault("scope;enorm;", "not-a-word-of", "waarde");
  indicators.fault("geluk;3;", "unknown-indicator", "indicator").fault("imposed;;volgt nog", "value-missing", "");
  indicators.fault("support_breadth;bijna alle;", "not-a-number", "waarde");
  indicators.put(faulty.files, faulty.expected);
  faulty.files["derden.csv"] = "kenmerk;soort\n1;corporatie\n";
  faulty.files["plaatjes.csv"] = "a;b\n1;2\n";
  faulty.expected.insert(faulty.expected.end(),
                         {"study.column-missing derden.csv:1", "study.unknown-file plaatjes.csv:0"});
}

void add_cost(Faulty& faulty) {
  FaultyTable estimates("schattingen.csv", "grootheid;taak;partner;waarde;laag;hoog");
  estimates.sound("Proefdeel;U01;;40 %;0,3;50%").fault("proefgeluk;;;1;;", "unknown-quantity", "grootheid");
  estimates.fault("test.share;U02;;40;;", "not-a-share", "waarde")
      .fault("test.hours;U03;;4;5;6", "range-order", "waarde");
  estimates.fault("test.hours;U04;;4;3;", "half-range", "laag")
      .fault("test.hours;U05;;veel;;", "not-a-number", "waarde");
  estimates.fault("test.hours;U06;;;;", "cell-missing", "waarde").fault("test.hours;Z9;;4;;", "unknown-task", "taak");
  estimates.fault("test.share;U01;;0,5;;", "duplicate", "");
  estimates.put(faulty.files, faulty.expected);
  FaultyTable drivers("sleutelwaarden.csv", "maatstaf;partner;onderwerp;waarde;jaar");
  drivers.sound("Werkplekken;GM0770;;120;").sound("Inwoners;GM1724;;19000;2024");
  drivers.fault("inwonners;GM0770;;3;", "driver-like", "maatstaf")
      .fault("werkplekken;GM1724;;-4;", "negative", "waarde");
  drivers.fault("bomen;GM9;;4;", "unknown-municipality", "partner");
  drivers.put(faulty.files, faulty.expected);
  FaultyTable keys("verdeelsleutels.csv", "sleutel;maatstaf;aandeel;hoogstens meer;ingroei");
  keys.fault("K1;inwoners;60 %;0,1;", "key-sum", "").fault("K1;werkplekken;0,3;0,2;", "key-terms", "");
  keys.sound("K2;eigen kosten;;;3").fault("K3;zonneschijn;1;;", "unknown-driver", "maatstaf");
  keys.fault("K4;fte;0;;", "not-positive", "aandeel").fault("K5;fte;1,5;;", "not-a-share", "aandeel");
  keys.sound("K6;bomen;1;;");  // refused above: told there
  keys.put(faulty.files, faulty.expected);
  FaultyTable rules("teamregels.csv", "onderwerp;regel;partners;waarde");
  rules.sound(";alleen buren;;").sound("U01;apart;GM0770|GM1724;").sound(";maximum grootte;;3");
  rules.fault(";minimum grootte;;4", "bounds-cross", "").fault(";samen;GM0770;", "too-few-partners", "");
  rules.fault(";samen;GM0770|Zwolle-Oost;", "unknown-municipality", "partners")
      .fault("U02;minimum;;", "size-missing", "");
  rules.fault("U02;maximum;;0", "not-positive", "waarde").fault(";ruzie;;", "unknown-rule", "regel");
  rules.put(faulty.files, faulty.expected);
  FaultyTable conditions("voorwaarden.csv", "partner;onderwerp;voorwaarde;waarde;in eigen woorden");
  conditions.sound("GM0770;;laagste besparing;10 %;").sound("GM0770;;uitspraak;;eigen loket");
  conditions.fault("GM0770;U01;laagste besparing;10;", "not-a-share", "waarde");
  conditions.fault("GM1724;;laagste positie;101;", "out-of-range", "waarde");
  conditions.fault("GM1724;;max_payback;-1;", "negative", "waarde").fault("GM1724;;uitspraak;;", "condition-empty", "");
  conditions.fault("GM1724;;goede zin;1;", "unknown-condition", "voorwaarde");
  conditions.put(faulty.files, faulty.expected);
  FaultyTable projects("projecten.csv", "project;taken;gemeenschappelijk;sleutel;maanden");
  projects.sound("P1;U01;0,6;K2;12").fault("P2;U01;60;inwoners;12", "not-a-share", "gemeenschappelijk");
  projects.fault("P3;;;K99;", "unknown-key", "sleutel").sound("P4;;;bomen;");  // refused above: told there
  projects.put(faulty.files, faulty.expected);
  FaultyTable efforts("projectinzet.csv", "project;partner;uren alleen;uren per maand");
  efforts.sound("P1;GM0770;1200;40").fault("P77;GM0770;10;1", "unknown-project", "project");
  efforts.sound("P3;GM0770;10;1");  // refused above: told there
  efforts.fault("P1;GM1724;veel;1", "not-a-number", "uren alleen");
  efforts.put(faulty.files, faulty.expected);
}

void add_head(Faulty& faulty) {
  faulty.files["study.yaml"] =
      "titel: Proef\ndatum: 31-4-2026\ntrekkingen: veel\nkleur: blauw\ngewichten:\n  - {motief: scale, rang: 1}\n  - "
      "{motief: geluk, rang: 1}\n"
      "  - {motief: scale}\n  - {motief: scale, tussen: [0.9, 0.1]}\nstartgetal: 1\nstartgetal: 2\n";
  for (const auto* p : {"no-such-day study.yaml:2[datum]", "not-whole study.yaml:3[trekkingen]",
                        "yaml-unknown-key study.yaml:4[kleur]", "unknown-motive study.yaml:7[motief]",
                        "weight-empty study.yaml:8[weights]", "weight-range study.yaml:9[tussen]",
                        "yaml-key-twice study.yaml:11[startgetal]", "yaml-key-missing study.yaml:0[id]"})
    faulty.expected.push_back(std::string("study.") + p);
  FaultyTable partners("partners.csv", "gemeente;naam;inwoners");
  partners.sound("GM0770").sound("GM1724");
  partners.fault("Bergen", "unknown-municipality", "gemeente")
      .fault("GM9001;Verzonnen;9000", "not-in-reference", "gemeente");
  partners.fault("GM1728;Bergeijk;", "other-name", "naam").fault("GM1667;;duizend", "not-a-number", "inwoners");
  partners.put(faulty.files, faulty.expected);
}

Faulty hundred_faults() {
  Faulty faulty;
  add_head(faulty), add_figures(faulty), add_judgements(faulty), add_people(faulty), add_world(faulty),
      add_cost(faulty);
  return faulty;
}

TEST(StudyFaults, HundredFaultsGiveAHundredLinesAtTheirPlaces) {
  const auto faulty = hundred_faults();
  EXPECT_GE(faulty.expected.size(), 150u);
  auto told = codes(read(faulty.files)), expected = faulty.expected;
  std::sort(told.begin(), told.end()), std::sort(expected.begin(), expected.end());
  std::vector<std::string> untold, unexpected;
  std::set_difference(expected.begin(), expected.end(), told.begin(), told.end(), std::back_inserter(untold));
  std::set_difference(told.begin(), told.end(), expected.begin(), expected.end(), std::back_inserter(unexpected));
  EXPECT_THAT(untold, ::testing::IsEmpty());
  EXPECT_THAT(unexpected, ::testing::IsEmpty());
}

TEST(StudyFaults, WhatWasRightIsRead) {
  const auto reading = read(hundred_faults().files);
  EXPECT_EQ(reading.study.head.title.nl, "Proef");
  EXPECT_EQ(reading.study.partners.size(), 5u);
  EXPECT_EQ(reading.study.figures.size(),
            62u);  // not the two whose year is wrong: without it they would say something else
  EXPECT_EQ(reading.study.respondents.size(), 2u);
  EXPECT_EQ(reading.study.answers.size(), 2u);
  EXPECT_EQ(reading.study.answers[0].answers.size(), 1u);
  EXPECT_EQ(reading.study.estimates.size(), 2u);
  EXPECT_EQ(reading.study.estimates[0].value, 0.5);  // the later of the two
  EXPECT_EQ(reading.study.driver_values.size(), 3u);
  EXPECT_EQ(reading.study.cost_keys.size(), 3u);
  EXPECT_EQ(reading.study.cost_keys[0].share, 0.6);
  EXPECT_EQ(reading.study.team_rules.size(), 4u);
  EXPECT_EQ(reading.study.join_conditions.size(), 2u);
  EXPECT_EQ(reading.study.projects.size(), 1u);
  EXPECT_EQ(reading.study.project_efforts.size(), 1u);
}

/// Folders that provoke what one folder cannot hold together.
std::vector<StudyReading> other_faults() {
  auto without_model = pack();
  without_model.quantities.clear();
  auto estimated = sound();
  estimated["schattingen.csv"] = "grootheid;waarde\nscale.realised_share;40%\n";
  auto several_names = reference();
  several_names.municipalities.push_back({.id = "GM9999", .name = "Eersel", .province = "", .neighbours = {}});
  auto both = sound();
  both["studie.yml"] = "id: x\n";
  Sheet odd;
  odd.name = "Kladblok";
  odd.rows = {{"a"}};
  Sheet wide;
  wide.name = "cijfers";
  wide.rows = {{"partner", "taak"}, {"GM0770", "U01", "extra"}};
  auto workbook = sound();
  workbook["studie.ods"] = write_ods({odd, wide});
  return {
      read({}),
      read_study_files(estimated, without_model, reference()),
      read(both),
      read(workbook),
      read_with("cijfers.csv", ""),
      read_with("cijfers.csv", "partner;taak;fte\nGM0770;U01;1,234\n"),
      read_with("antwoorden.csv", "respondent;stelling;antwoord\nR1;M999;3\n"),
      read_with("beslisboom.csv", "onderwerp;vraag;antwoord\nU01;QQ;ja\n"),
      read_with("study.yaml", "a: [b\n"),
      read_with("study.yaml", "- a\n- b\n"),
      read_with("study.yaml", "id: [a]\ntitle: t\ndate: 2026-01-01\nweights: veel\n"),
      read_with("study.yaml", "id: a\ntitle: t\ndate: 2026-01-01\ndraws: 0\n"),
      read_study_files({{"study.yaml", "id: a\ntitle: t\ndate: 2026-01-01\n"}, {"partners.csv", "gemeente\nEersel\n"}},
                       pack(), several_names),
      read_study("/nowhere", pack(), reference())};
}

TEST(StudyFaults, EveryProblemCodeCanBeProvokedAndHasItsSentences) {
  std::set<std::string> seen;
  auto readings = other_faults();
  readings.push_back(read(hundred_faults().files));
  for (const auto& reading : readings)
    for (const auto& problem : reading.problems) seen.insert(problem.code);
  seen.insert("study.folder-in-use");  // given by write_new_folder; new_study_test.cpp provokes it
  seen.insert("study.unknown-kind");   // given by read_records; record_json_test.cpp provokes it
  for (const auto code : folder::study_problem_codes()) {
    EXPECT_EQ(seen.count(std::string(code)), 1u) << code;
    for (const auto* part : {".expected", ".repair"})
      EXPECT_EQ(pack().texts.count(std::string(code) + part), 1u) << code << part;
  }
}

TEST(StudyFaults, EverySentenceIsCompleteInBothLanguages) {
  const Phrasebook phrases(pack());
  auto readings = other_faults();
  readings.push_back(read(hundred_faults().files));
  for (const auto& reading : readings)
    for (const auto& problem : reading.problems)
      for (const auto language : {Language::nl, Language::en})
        for (const auto* message : {&problem.expected, &problem.repair}) {
          const auto sentence = phrases.say(*message, language);
          EXPECT_EQ(sentence.find("[study."), std::string::npos) << sentence;
          EXPECT_EQ(sentence.find_first_of("{}"), std::string::npos) << sentence;
        }
}

TEST(StudyFaults, RandomBytesNeverCrash) {
  EXPECT_TRUE(rc::check("any bytes are read", [] {
    auto files = sound();
    const auto name = one_of<std::string>(
        {"study.yaml", "partners.csv", "cijfers.csv", "antwoorden.csv", "beslisboom.csv", "studie.xlsx", "taken.ods"});
    files[name] = *rc::gen::arbitrary<std::string>() + files[name];
    const auto reading = read(files);
    RC_ASSERT(reading.hash.size() == 64u);
  }));
}

}  // namespace
}  // namespace koepel::exchange
