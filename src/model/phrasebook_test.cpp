// SPDX-License-Identifier: EUPL-1.2
#include "model/phrasebook.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstdio>

namespace koepel {
namespace {

TEST(WriteNumber, WritesTheDutchAndTheEnglishWay) {
  EXPECT_EQ(write_number(1234567.891, 2, Language::nl), "1.234.567,89");
  EXPECT_EQ(write_number(1234567.891, 2, Language::en), "1,234,567.89");
  EXPECT_EQ(write_number(-0.04, 1, Language::nl), "0,0");
  EXPECT_EQ(write_number(-12.5, 0, Language::nl), "-13");
  EXPECT_EQ(write_number(999.95, 1, Language::nl), "1.000,0");
  EXPECT_EQ(write_number(0.003, 2, Language::nl), "0,00");
  EXPECT_EQ(write_number(0, 0, Language::nl), "0");
}

TEST(WriteNumber, RoundsAsOnPaperNotAsInBinary) {
  EXPECT_EQ(write_number(2.675, 2, Language::nl), "2,68");
  EXPECT_EQ(write_number(1.005, 2, Language::nl), "1,01");
}

RC_GTEST_PROP(WriteNumber, IsWithinHalfAUnitOfTheLastDecimal, (int thousandths)) {
  const double value = thousandths / 1000.0;
  std::string text = write_number(value, 2, Language::en);
  std::erase(text, ',');
  RC_ASSERT(std::abs(std::stod(text) - value) <= 0.005 + 1e-9);
}

TEST(WriteMoney, ShowsCentsOnlyWhenThereAreAny) {
  EXPECT_EQ(write_money(123456700, Language::nl), "€\u00a01.234.567");
  EXPECT_EQ(write_money(-1234, Language::nl), "€\u00a0\u221212,34");
  EXPECT_EQ(write_money(123456, Language::en), "€1,234.56");
}

TEST(WriteDate, NamesTheMonth) {
  EXPECT_EQ(write_date("2026-11-03", Language::nl), "3 november 2026");
  EXPECT_EQ(write_date("2026-11-03", Language::en), "3 November 2026");
  EXPECT_EQ(write_date("voorjaar 2026", Language::nl), "voorjaar 2026");
}

MethodPack small_pack() {
  MethodPack pack;
  pack.tasks.push_back({.id = "U01", .name = {"belastingheffing", "tax collection"}});
  pack.texts["t.sentence"] = {"{task} past bij {n} {n|gemeente|gemeenten}: {who}.",
                              "{task} suits {n} {n|municipality|municipalities}: {who}."};
  pack.texts["t.phrase"] = {"van {share}", "of {share}"};
  pack.texts["t.outer"] = {"Daling {inner}", "Drop {inner}"};
  return pack;
}

TEST(Phrasebook, SaysTermsListsAndPlurals) {
  const MethodPack pack = small_pack();
  Study study;
  study.partners = {
      {.id = "GM1", .name = "Bladel"}, {.id = "GM2", .name = "Eersel"}, {.id = "GM3", .name = "Oirschot"}};
  const Phrasebook phrases(pack, study);
  const Message message{"t.sentence",
                        {term("task", "task", "U01"), number("n", 3), terms("who", "partner", {"GM1", "GM2", "GM3"})}};
  EXPECT_EQ(phrases.say(message, Language::nl), "Belastingheffing past bij 3 gemeenten: Bladel, Eersel en Oirschot.");
  EXPECT_EQ(phrases.say(message, Language::en), "Tax collection suits 3 municipalities: Bladel, Eersel and Oirschot.");
}

TEST(Phrasebook, SaysMessagesInsideMessages) {
  const MethodPack pack = small_pack();
  const Phrasebook phrases(pack);
  const Message inner{"t.phrase", {percent("share", 0.125, 1)}};
  EXPECT_EQ(phrases.say(Message{"t.outer", {nested("inner", inner)}}, Language::nl), "Daling van 12,5\u00a0%");
}

TEST(Phrasebook, ShowsAMissingTextOrArgumentInsteadOfHidingIt) {
  const MethodPack pack = small_pack();
  const Phrasebook phrases(pack);
  EXPECT_EQ(phrases.say(Message{"t.none", {}}, Language::nl), "[t.none]");
  EXPECT_EQ(phrases.say(Message{"t.phrase", {}}, Language::nl), "van [share]");
  EXPECT_EQ(phrases.name("form", "bvo", Language::nl), "bvo");
}

}  // namespace
}  // namespace koepel
