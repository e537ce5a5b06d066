// SPDX-License-Identifier: EUPL-1.2
#include "exchange/expectations.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "content/pack_reader.h"

namespace koepel::exchange {
namespace {

const MethodPack& pack() {
  static const MethodPack read = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel").value();
  return read;
}

/// A small outcome of every kind.
Analysis outcome() {
  Analysis a;
  a.approach.approach = approach::Approach::hybrid;
  a.priorities.tasks.resize(2);
  a.priorities.tasks[0].task = "U01";
  a.priorities.tasks[0].package = priorities::Package::base;
  a.priorities.tasks[1].task = "D08";
  a.priorities.tasks[1].package = priorities::Package::not_now;
  forms::SubjectAdvice advised;
  advised.subject = "U01";
  advised.form = pack().tree.forms[3].id;
  advised.bands = {{"", 4, {40, 50.004, 60}}};
  forms::SubjectAdvice open;
  open.subject = "D08";
  open.missing = {"forms.no_answers", {}};
  a.forms.subjects = {advised, open};
  a.partner_set.matrices = {
      {"conflict", {{"GM0823", "GM1724", 0.45, {}, {}, {}}, {"GM0770", "GM1724", {}, {}, {}, {}}}, 0.45, {}}};
  a.factors.factors = {{.factor = "practical", .light = factors::Light::weak}, {.factor = "respect"}};
  a.findings = {{.id = "preference.U01.1", .kind = "observation", .says = {"analysis.map.missing", {}}}};
  a.warnings = {{"function-missing", {"analysis.map.missing", {}}}};
  return a;
}

Expectation judged(const std::string& line) {
  const auto found = compare(line, outcome(), Phrasebook(pack()));
  EXPECT_EQ(found.size(), 1u) << line;
  return found.empty() ? Expectation{} : found[0];
}

void holds(const std::string& line) {
  const auto found = judged(line);
  EXPECT_TRUE(found.met) << line << " -> " << found.found;
  EXPECT_EQ(found.found, "");
}

/// It does not hold, and the reader is told what does.
void fails(const std::string& line, const std::string& instead) {
  const auto found = judged(line);
  EXPECT_FALSE(found.met) << line;
  EXPECT_NE(found.found.find(instead), std::string::npos) << line << " -> " << found.found;
}

TEST(Expectations, Approach) {
  holds("aanpak is hybrid");
  holds("aanpak is gemengde aanpak");
  holds("aanpak is Gemengde aanpak");
  fails("aanpak is ontwerpaanpak", "gemengde aanpak");
  fails("aanpak is g", "gemengde aanpak");
}

TEST(Expectations, ApproachThatWasNotAdvised) {
  Analysis a = outcome();
  a.approach.enough = false;
  EXPECT_FALSE(compare("aanpak is hybrid", a, Phrasebook(pack()))[0].met);
}

TEST(Expectations, Package) {
  holds("pakket van U01 is basispakket");
  holds("pakket van D08 is nu niet");
  holds("pakket van D08 is not_now");
  fails("pakket van U01 is pluspakket", "basispakket");
  fails("pakket van U99 is basispakket", "U99");
}

TEST(Expectations, Form) {
  const auto& form = pack().tree.forms[3];
  holds("vorm van U01 is " + form.id);
  holds("vorm van U01 is " + form.name.nl);
  fails("vorm van U01 is " + pack().tree.forms[5].id, form.name.nl);
  fails("vorm van D08 is " + form.id, "");
  fails("vorm van U99 is " + form.id, "U99");
}

TEST(Expectations, NoForm) {
  holds("geen vorm voor D08");
  holds("geen vorm voor U99");
  fails("geen vorm voor U01", pack().tree.forms[3].name.nl);
}

TEST(Expectations, Position) {
  holds("plaats van U01 ligt tussen 45 en 65");
  holds("plaats van U01 ligt tussen 50,0 en 50,1");
  fails("plaats van U01 ligt tussen 51 en 65", "50,00");
  fails("plaats van U01 ligt tussen 10 en 49,9", "50,00");
  fails("plaats van D08 ligt tussen 0 en 100", "geen plaats");
}

TEST(Expectations, Pair) {
  holds("conflict van GM1724 en GM0823 ligt tussen 0,2 en 0,6");
  holds("conflict van GM0823 en GM1724 ligt tussen 0.2 en 0.6");
  fails("conflict van GM1724 en GM0823 ligt tussen 0,5 en 0,6", "0,45");
  fails("conflict van GM1724 en GM0770 ligt tussen 0 en 1", "onbekend");
  fails("conflict van GM1724 en GM9999 ligt tussen 0 en 1", "niet");
  fails("kinship van GM1724 en GM0823 ligt tussen 0 en 1", "niet");
}

TEST(Expectations, Factor) {
  holds("factor practical is zwak");
  holds("factor respect is onbekend");
  for (const auto& factor : pack().factors)
    if (factor.id == "practical") holds("factor " + factor.name.nl + " is zwak");
  fails("factor practical is sterk", "zwak");
  fails("factor luck is zwak", "niet");
}

TEST(Expectations, Finding) {
  holds("melding preference.U01.1 is er");
  holds("melding preference.U01.1 noemt «samenwerkingsverbanden»");
  fails("melding preference.U01.2 is er", "preference.U01.2");
  fails("melding preference.U01.1 noemt «gemeenschappelijke organisatie»", "samenwerkingsverbanden");
  fails("melding preference.U01.2 noemt «iets»", "preference.U01.2");
}

TEST(Expectations, Warning) {
  holds("waarschuwing function-missing");
  holds("geen waarschuwing no-poll");
  fails("waarschuwing no-poll", "no-poll");
  fails("geen waarschuwing function-missing", "function-missing");
}

TEST(Expectations, ALineThatIsNotUnderstoodIsNotMet) {
  for (const char* line :
       {"aanpak", "de zon schijnt", "plaats van U01 ligt tussen 45", "plaats van U01 ligt tussen laag en hoog",
        "plaats van U01 ligt tussen 45x en 65", "plaats van U01 ligt tussen 1e999 en 2"})
    fails(line, "niet te begrijpen");
}

TEST(Expectations, RemarksAndEmptyLinesAreNoExpectationsButLinesKeepTheirNumber) {
  const auto found = compare("# een studie\n\n  geen waarschuwing no-poll  # want er is gepeild\r\n\naanpak is hybrid",
                             outcome(), Phrasebook(pack()));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].line, 3);
  EXPECT_EQ(found[0].text, "geen waarschuwing no-poll");
  EXPECT_TRUE(found[0].met);
  EXPECT_EQ(found[1].line, 5);
}

TEST(Expectations, AnEmptyFileExpectsNothing) { EXPECT_TRUE(compare("", outcome(), Phrasebook(pack())).empty()); }

}  // namespace
}  // namespace koepel::exchange
