// SPDX-License-Identifier: EUPL-1.2
// What the reader tolerates, and what it means strictly.
#include "exchange/study_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/sheet.h"
#include "exchange/study_test_parts.h"

namespace koepel::exchange {
namespace {

using namespace testing_studies;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Figures of one partner and two tasks, from a table with this header and these cells behind partner and task.
std::vector<Figures> figures(const std::string& header, const std::string& first, const std::string& second,
                             std::vector<std::string> expected = {}) {
  const auto reading =
      read_with("cijfers.csv", "partner;taak;" + header + "\nGM0770;U01;" + first + "\nGM0770;U02;" + second + "\n");
  EXPECT_EQ(codes(reading), expected);
  return reading.study.figures;
}

TEST(StudyFolder, SoundFolderHasNoProblems) {
  const auto reading = read(sound());
  EXPECT_THAT(codes(reading), IsEmpty());
  EXPECT_EQ(reading.study.head.id, "proef");
  EXPECT_EQ(reading.study.partners.size(), 3u);
  EXPECT_EQ(reading.log.size(), 6u);
  EXPECT_EQ(reading.hash.size(), 64u);
}

TEST(StudyFolder, DutchAndEnglishHeadersSayTheSame) {
  const auto dutch = read_with(
      "cijfers.csv", "Partner;Taak;VASTE KOSTEN;Variabele_kosten;FTE;Eenheid;Jaar\nGM0770;U01;10;20;1,5;stuks;2025\n");
  const auto english = read_with(
      "figures.csv", "year,unit,fte,variable cost,Fixed Costs,task,municipality\n2025,stuks,1.5,20,10,U01,GM0770\n");
  EXPECT_THAT(codes(dutch), IsEmpty());
  EXPECT_THAT(codes(english), IsEmpty());
  EXPECT_EQ(dutch.hash, english.hash);
}

TEST(StudyFolder, LayoutOfTheFileDoesNotMatter) {
  const auto plain = read_with("cijfers.csv", "partner;taak;bron;vaste kosten\nGM0770;U01;Café;10\n");
  const std::vector<std::string> others{
      "\xEF\xBB\xBFpartner;taak;bron;vaste kosten\nGM0770;U01;Café;10\n",      // byte order mark
      "partner;taak;bron;vaste kosten\r\nGM0770;U01;Caf\xE9;10\r\n",           // Windows-1252, CRLF
      "partner,taak,bron,vaste kosten\nGM0770,U01,Café,10\n",                  // comma
      "partner\ttaak\tbron\tvaste kosten\nGM0770\tU01\tCafé\t10",              // tab, no last line end
      "partner;taak;bron;vaste kosten;;;\nGM0770;U01;Café;10;;;\n;;;;;;\n\n",  // empty columns and rows
      "\"partner\";\"taak\";\"bron\";\"vaste kosten\"\n\"GM0770\";\"U01\";\"Café\";\"10\"\n"};
  for (const auto& other : others) {
    const auto reading = read_with("cijfers.csv", other);
    EXPECT_THAT(codes(reading), IsEmpty()) << other;
    EXPECT_EQ(reading.hash, plain.hash) << other;
  }
}

TEST(StudyFolder, MoneyInEitherNotation) {
  EXPECT_EQ(figures("vaste kosten", "€ 1.234.567,89", "1234")[0].fixed_cost, Money{123456789});
  EXPECT_EQ(figures("vaste kosten", "\"1,234,567.89\"", "5")[0].fixed_cost, Money{123456789});
}

TEST(StudyFolder, HeaderMayMultiplyByThousand) {
  for (const auto* header : {"vaste kosten (x 1000)", "Vaste kosten x1000", "vaste kosten (keur)",
                             "Vaste kosten (x € 1.000)", "fixed cost k€"})
    EXPECT_EQ(figures(header, "12,5", "7")[0].fixed_cost, Money{1250000}) << header;
}

TEST(StudyFolder, OtherCellsOfTheColumnSettleAnAmbiguousNumber) {
  EXPECT_EQ(figures("vaste kosten", "1.234", "5,50")[0].fixed_cost, Money{123400});
  EXPECT_EQ(figures("vaste kosten", "1.234", "5.50")[0].fixed_cost, Money{123});
  EXPECT_EQ(figures("fte", "1.234", "5.5")[0].fte, 1.234);
  EXPECT_EQ(figures("fte", "1.234", "0,5")[0].fte, 1234);
}

TEST(StudyFolder, AmbiguousColumnIsReadAsLikelyAndTold) {
  EXPECT_EQ(figures("vaste kosten", "1.234", "5")[0].fixed_cost, Money{123400}) << "euros have no three decimals";
  figures("vaste kosten (keur)", "1.234", "5", {"study.ambiguous-number cijfers.csv:2[vaste kosten (keur)]"});
  EXPECT_EQ(figures("volume", "12", "1.234", {"study.ambiguous-number cijfers.csv:3[volume]"})[1].volume, 1234);
  EXPECT_EQ(figures("fte", "1,234", "5", {"study.ambiguous-number cijfers.csv:2[fte]"})[0].fte, 1.234);
  // A number of inhabitants has no decimals: nothing to warn about.
  const auto reading = read_with("partners.csv", "gemeente;inwoners\nGM0770;19.123\nGM1724;\nGM1728;\n");
  EXPECT_THAT(codes(reading), IsEmpty());
  EXPECT_EQ(reading.study.partners[0].inhabitants, 19123);
}

TEST(StudyFolder, WorkbookNumbersAlwaysHaveADecimalPoint) {
  auto files = sound();
  Sheet sheet;
  sheet.name = "cijfers";
  sheet.rows = {{"partner", "taak", "vaste kosten (x 1000)"}, {"GM0770", "U01", "12.345"}};
  files["studie.xlsx"] = write_xlsx({sheet});
  const auto reading = read(files);
  EXPECT_THAT(codes(reading), IsEmpty());
  ASSERT_EQ(reading.study.figures.size(), 1u);
  EXPECT_EQ(reading.study.figures[0].fixed_cost, Money{1234500});
  EXPECT_EQ(reading.study.figures[0].origin, (Origin{"studie.xlsx", "cijfers", 2, ""}));
}

TEST(StudyFolder, UnknownIsNeverZero) {
  for (const auto* nothing : {"", "-", "n.v.t.", "onbekend", "?"}) {
    const auto read = figures("vaste kosten;fte", std::string(nothing) + ";" + nothing, "0;0");
    EXPECT_FALSE(read[0].fixed_cost);
    EXPECT_FALSE(read[0].fte);
    EXPECT_EQ(read[1].fixed_cost, Money{0});
  }
}

TEST(StudyFolder, TaskCodesStayText) {
  const auto reading =
      read_with("taken.csv", "taak;naam;lijst\n0.1;Een;uitvoeringstaken\n0.10;Tien;service\n007;Zeven;enabling\n");
  EXPECT_THAT(codes(reading), IsEmpty());
  ASSERT_EQ(reading.study.gross_list.size(), 3u);
  EXPECT_EQ(reading.study.gross_list[0].task, "0.1");
  EXPECT_EQ(reading.study.gross_list[1].task, "0.10");
  EXPECT_EQ(reading.study.gross_list[2].task, "007");
  EXPECT_EQ(reading.study.gross_list[1].name, (Text{"Tien", "Tien"}));
}

TEST(StudyFolder, PartnersByCodeOrName) {
  const auto reading = read_with("partners.csv", "gemeente\nEersel\nreusel de mierden\n's-hertogenbosch\ngm1724\n");
  EXPECT_THAT(codes(reading), IsEmpty());
  ASSERT_EQ(reading.study.partners.size(), 4u);
  EXPECT_EQ(reading.study.partners[1].id, "GM1667");
  EXPECT_EQ(reading.study.partners[2].id, "GM0796");
}

TEST(StudyFolder, PartnerFiguresComeFromTheReferenceUnlessGiven) {
  const auto reading =
      read_with("partners.csv", "gemeente;inwoners;bron\nGM0770;12345;eigen telling\nGM1724;;\nGM1728;;\n");
  const auto& partner = reading.study.partners[0];
  EXPECT_EQ(partner.name, "Eersel");
  EXPECT_EQ(partner.inhabitants, 12345);
  EXPECT_EQ(partner.dwellings, 10000);
  EXPECT_EQ(partner.source, "eigen telling; CBS 2025");
  EXPECT_EQ(reading.study.partners[1].inhabitants, 19000);
  EXPECT_EQ(reading.study.partners[1].source, "CBS 2025");
}

TEST(StudyFolder, PartnersMayBeListedInYaml) {
  StudyFiles files{{"study.yaml", "id: p\ntitle: P\ndate: 2026-03-01\npartners: [GM0770, Bladel]\n"}};
  const auto reading = read(files);
  EXPECT_THAT(codes(reading), IsEmpty());
  ASSERT_EQ(reading.study.partners.size(), 2u);
  EXPECT_EQ(reading.study.partners[1].name, "Bladel");
  EXPECT_EQ(reading.study.partners[1].origin.line, 4);
}

TEST(StudyFolder, InventedPartnerStandsOnItsOwnFigures) {
  const auto reading = read({{"study.yaml", "id: p\ntitle: P\ndate: 2026-03-01\n"},
                             {"partners.csv", "gemeente;naam;inwoners\nGM9001;Verzonnen;20000\n"}});
  EXPECT_THAT(codes(reading), ElementsAre("study.not-in-reference partners.csv:2[gemeente]"));
  EXPECT_FALSE(has_errors(reading.problems));
  EXPECT_EQ(reading.study.partners.size(), 1u);
}

TEST(StudyFolder, AnswersWideAndLongSayTheSame) {
  const auto wide =
      read_with("antwoorden.csv", "respondent;M12;\"M11. Onze buurgemeenten hebben kennis\"\nR1;5;2\nR2;weet niet;4\n");
  const auto longer =
      read_with("answers.csv", "respondent;item;answer\nR1;M11;2\nR1;M12;5\nR2;M11;4\nR2;M12;don't know\n");
  EXPECT_THAT(codes(wide), IsEmpty());
  EXPECT_THAT(codes(longer), IsEmpty());
  EXPECT_EQ(wide.hash, longer.hash);
  ASSERT_EQ(wide.study.answers.size(), 2u);
  EXPECT_EQ(wide.study.answers[0].answers, (std::vector<std::pair<std::string, int>>{{"M11", 2}, {"M12", 5}}));
  EXPECT_EQ(wide.study.answers[1].answers, (std::vector<std::pair<std::string, int>>{{"M11", 4}}));
}

TEST(StudyFolder, TreeAnswersByCodeOrTextWideOrLong) {
  const auto& question = *find_question(pack().tree, "G0");
  const auto& several = *find_question(pack().tree, "G4");
  ASSERT_TRUE(several.multi);
  const auto both = several.answers[1].id + "|" + several.answers[0].id;
  const auto wide = read_with("beslisboom.csv", "onderwerp;respondent;G4;G0\nU01;R1;" + both + ";task\n");
  const auto text =
      read_with("tree_answers.csv", "subject;respondent;G0;G4\nU01;R1;\"" + question.answers[0].text.nl + "\";\"" +
                                        several.answers[0].text.en + "|" + several.answers[1].text.nl + "\"\n");
  const auto longer =
      read_with("beslisboom.csv", "onderwerp;respondent;vraag;antwoord\nU01;R1;G0;task\nU01;R1;G4;" + both + "\n");
  for (const auto* reading : {&wide, &text, &longer}) {
    EXPECT_THAT(codes(*reading), IsEmpty());
    EXPECT_EQ(reading->hash, wide.hash);
    ASSERT_EQ(reading->study.tree_answers.size(), 1u);
    EXPECT_EQ(reading->study.tree_answers[0].partner, "GM0770");
    EXPECT_EQ(reading->study.tree_answers[0].answers.size(), 2u);
  }
}

TEST(StudyFolder, WordsOfTheMethodInEitherLanguage) {
  const auto nl =
      read_with("functies.csv", "onderwerp;motief;belang;rol\nU01;" + pack().motives[4].name.nl + ";5;bestuurder\n");
  const auto en = read_with("functions.csv", "subject;motive;importance;role\nU01;scale;5;Administrator\n");
  EXPECT_THAT(codes(nl), IsEmpty());
  EXPECT_EQ(nl.hash, en.hash);
  const auto decision =
      read_with("besluiten.csv", "datum;orgaan;besluit\n1 juni 2026;gemeenteraad;akkoord\n30-6-2026;Raad;akkoord\n");
  EXPECT_THAT(codes(decision), ElementsAre("study.unknown-body besluiten.csv:2[orgaan]"));
  EXPECT_EQ(decision.study.decisions[0].date, "2026-06-30");
}

TEST(StudyFolder, IndicatorsAsTheMethodAsksThem) {
  const auto reading =
      read_with("indicatoren.csv",
                "indicator;waarde\ntarget_image;2\nsupport_breadth;60%\nbreedte van het draagvlak;0,6\nscope;Smal\n");
  EXPECT_THAT(codes(reading), ElementsAre("study.duplicate-same indicatoren.csv:4"));
  ASSERT_EQ(reading.study.indicators.size(), 3u);
  EXPECT_EQ(reading.study.indicators[1].value, "0.6");
  EXPECT_EQ(reading.study.indicators[2].value, "narrow");
}

TEST(StudyFolder, MembersMayBeOthersThanMunicipalities) {
  const auto reading =
      read_with("samenwerkingen.csv",
                "naam;leden;sinds;kosten per jaar\nSSC De Kempen;Eersel|GM1728|Waterschap De Dommel;2015;1.000.000\n");
  EXPECT_THAT(codes(reading), IsEmpty());
  const auto& a = reading.study.arrangements.at(0);
  EXPECT_EQ(a.id, "ssc-de-kempen");
  EXPECT_THAT(a.members, ElementsAre("GM0770", "GM1728", "Waterschap De Dommel"));
  EXPECT_EQ(a.cost_per_year, Money{100000000});
}

TEST(StudyFolder, LaterRowCountsAndBothAreNamed) {
  const auto reading =
      read_with("cijfers.csv", "partner;taak;jaar;fte\nGM0770;U01;2025;1,5\nGM0770;U01;2024;9\nEersel;U01;2025;2,5\n");
  ASSERT_THAT(codes(reading), ElementsAre("study.duplicate cijfers.csv:4"));
  EXPECT_EQ(reading.problems[0].found, "GM0770 U01 2025");
  EXPECT_EQ(reading.problems[0].expected.args, (std::vector<Arg>{word("file", "cijfers.csv"), number("line", 2)}));
  ASSERT_EQ(reading.study.figures.size(), 2u);
  EXPECT_EQ(reading.study.figures[0].fte, 2.5);
}

TEST(StudyFolder, TableGivenTwiceNamesBoth) {
  auto files = sound();
  Sheet sheet;
  sheet.name = "Partners";
  sheet.rows = {{"gemeente"}, {"GM0796"}};
  files["studie.xlsx"] = write_xlsx({sheet});
  const auto reading = read(files);
  ASSERT_THAT(codes(reading), ElementsAre("study.given-twice studie.xlsx:0"));
  EXPECT_EQ(reading.problems[0].expected.args,
            (std::vector<Arg>{word("first", "partners.csv"), word("second", "studie.xlsx [Partners]")}));
  EXPECT_EQ(reading.study.partners.size(), 3u);
}

TEST(StudyFolder, WorkbookOfOneSheetIsNamedByItsFile) {
  StudyFiles files{{"study.yaml", sound()["study.yaml"]}};
  Sheet sheet;
  sheet.name = "Blad1";
  sheet.rows = {{"gemeente"}, {"GM0796"}};
  files["Partners.ods"] = write_ods({sheet});
  const auto reading = read(files);
  EXPECT_THAT(codes(reading), IsEmpty());
  EXPECT_EQ(reading.study.partners.at(0).name, "'s-Hertogenbosch");
}

TEST(StudyFolder, PersonsNamesAreNotRead) {
  for (const auto* header : {"naam", "E-mail", "e-mailadres", "Name"}) {
    const auto reading = read_with(
        "respondenten.csv", std::string("respondent;partner;rol;") + header + "\nR1;GM0770;bestuurder;Jan Jansen\n");
    ASSERT_THAT(codes(reading), ElementsAre(std::string("study.person-name respondenten.csv:1[") + header + "]"));
    EXPECT_EQ(log_text(reading.log, Origins::shown).find("Jansen"), std::string::npos);
  }
}

TEST(StudyFolder, FaultIsToldOnceAtItsSource) {
  auto files = sound();
  files["respondenten.csv"] = "respondent;partner;rol\nR1;GM0770;burgemeester van de stad\nR2;GM1724;ambtenaar\n";
  files["antwoorden.csv"] = "respondent;M11\nR1;3\nR2;4\n";
  files["beslisboom.csv"] = "onderwerp;respondent;G0\nU01;R1;task\n";
  const auto reading = read(files);
  EXPECT_THAT(codes(reading), ElementsAre("study.unknown-role respondenten.csv:2[rol]"));
  EXPECT_EQ(reading.study.answers.size(), 1u);
  EXPECT_TRUE(reading.study.tree_answers.empty());
}

TEST(StudyFolder, SuggestsWhatWasProbablyMeant) {
  const auto reading = read_with("cijfers.csv", "partner;taak;vaste kosen\nEerzel;U01;1\nGM0770;U001;1\n");
  ASSERT_THAT(codes(reading), ElementsAre("study.unknown-column cijfers.csv:1[vaste kosen]",
                                          "study.unknown-municipality cijfers.csv:2[partner]",
                                          "study.unknown-task cijfers.csv:3[taak]"));
  for (const auto& problem : reading.problems) EXPECT_EQ(problem.repair.key, "study.near.repair");
  EXPECT_EQ(reading.problems[1].repair.args[0].parts[0].word, "Eersel (GM0770)");
}

TEST(StudyFolder, FolderThatDoesNotExistIsAProblem) {
  EXPECT_THAT(codes(read_study("/nowhere/at/all", pack(), reference())),
              ElementsAre("study.no-folder /nowhere/at/all:0"));
}

TEST(StudyFolder, LogShowsWhatWasSaidAndWhere) {
  const auto text = log_text(read(sound()).log, Origins::shown);
  EXPECT_NE(text.find("5\t2026-03-01\tfacilitator\trespondent-listed\trespondent=\"R1\" partner=\"GM0770\" "
                      "role=\"administrator\"\trespondenten.csv:2\n"),
            std::string::npos)
      << text;
}

}  // namespace
}  // namespace koepel::exchange
