// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/work_folder.h"
#include "exchange/files.h"
#include "exchange/reference_files.h"
#include "exchange/sheet.h"

namespace koepel::exchange {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
namespace fs = std::filesystem;

std::vector<std::string> codes(const Problems& problems) {
  std::vector<std::string> out;
  for (const auto& p : problems) out.push_back(p.code);
  return out;
}

const Problem& the(const Imported& imported, const std::string& code) {
  static const Problem none;
  const auto found =
      std::find_if(imported.problems.begin(), imported.problems.end(), [&](const auto& p) { return p.code == code; });
  if (found == imported.problems.end()) ADD_FAILURE() << "no problem " << code;
  return found == imported.problems.end() ? none : *found;
}

class OpenData : public testing::Test {
 protected:
  void SetUp() override {
    for (const auto& [id, name, inhabitants] :
         std::vector<std::tuple<std::string, std::string, int>>{{"GM0014", "Groningen", 244807},
                                                                {"GM0060", "Ameland", 3800},
                                                                {"GM0439", "Purmerend", 95000},
                                                                {"GM0610", "Sliedrecht", 26000}}) {
      Municipality m;
      m.id = id;
      m.name = name;
      m.inhabitants = inhabitants;
      reference.municipalities.push_back(m);
    }
  }

  Imported import(const std::string& name, const std::string& text, const std::string& only = {}) {
    write_file(folder / "from" / name, text);
    return import_open_data(folder / "from" / name, folder / "to", reference, only);
  }
  Reference taken() {
    auto reading = read_reference({folder / "to"});
    EXPECT_THAT(codes(reading.problems), IsEmpty());
    return reading.reference;
  }

  WorkFolder work;
  fs::path folder = work.path;
  Reference reference;
};

const std::string accounts_head = "gm_code,task_code,expenditure_keur,revenue_keur,salaries_keur\n";

TEST_F(OpenData, AccountsKeepTaskCodesApart) {
  const auto imported =
      import("iv3_2023_actual.csv", accounts_head + "GM0014,0.1,10,2,\nGM0014,0.10,5,13,\nGM0014,6.71a,1.5,1.5,\n");
  EXPECT_EQ(imported.kind, "accounts");
  EXPECT_THAT(imported.problems, IsEmpty());
  const auto got = taken();
  const auto& accounts = got.accounts.at(0);
  EXPECT_EQ(accounts.year, 2023);
  EXPECT_EQ(accounts.kind, "actual");
  ASSERT_EQ(accounts.rows.size(), 3u);
  EXPECT_EQ(accounts.rows[1].task_field, "0.10");
  EXPECT_EQ(accounts.rows[1].revenue.cents, 1'300'000);
  EXPECT_EQ(accounts.rows[2].expenditure.cents, 150'000);
  EXPECT_EQ(accounts.source, "Statistics Netherlands (CBS), CC BY 4.0");
}

TEST_F(OpenData, ARefusedReturnIsNeverCostZero) {
  const auto imported = import(
      "iv3_2023_actual.csv", accounts_head + "GM0014,0.1,10,10,\nGM0439,0.1,0,0,\nGM0439,7.3,0,0,\nGM0610,0.1,7,7,\n");
  // Purmerend filed zeros only; Ameland is not in a file that has most of the country.
  EXPECT_EQ(the(imported, "import.not-filed").expected.args.at(0).parts.size(), 2u);
  const auto got = taken();
  EXPECT_THAT(got.accounts.at(0).not_filed, ElementsAre("GM0060", "GM0439"));
  for (const auto& row : got.accounts.at(0).rows) EXPECT_NE(row.municipality, "GM0439");
}

TEST_F(OpenData, NegativeExpenditureCountsAndIsTold) {
  const auto imported = import("iv3_2023_actual.csv", accounts_head + "GM0014,0.1,10,5,\nGM0014,3.1,-5,0,\n");
  EXPECT_EQ(the(imported, "import.negative").expected.args.at(0).number, 1);
  EXPECT_EQ(taken().accounts.at(0).rows.at(1).expenditure.cents, -500'000);
}

TEST_F(OpenData, WhoDoesNotBalanceIsNamed) {
  const auto imported = import("iv3_2023_budget.csv", accounts_head + "GM0610,0.1,69019,83193,\nGM0014,0.1,100,150,\n");
  const auto& problem = the(imported, "import.unbalanced");
  EXPECT_EQ(problem.found, "-14174");
  EXPECT_EQ(problem.expected.args.at(0).word, "Sliedrecht");
  EXPECT_EQ(std::count_if(imported.problems.begin(), imported.problems.end(),
                          [](const auto& p) { return p.code == "import.unbalanced"; }),
            1);
}

TEST_F(OpenData, CollapsedTaskCodesAreRefused) {
  const auto imported =
      import("iv3_2023_actual.csv", accounts_head + "GM0014,0.1,10,2,\nGM0014,0.1,5,13,\nGM0014,7.3,1,1,\n");
  const auto& problem = the(imported, "import.task-code-collapsed");
  EXPECT_EQ(problem.severity, Severity::error);
  EXPECT_EQ(problem.where.line, 2);
  const auto got = taken();
  ASSERT_EQ(got.accounts.at(0).rows.size(), 1u);
  EXPECT_EQ(got.accounts.at(0).rows[0].task_field, "7.3");
}

TEST_F(OpenData, ADoubleRowThatDidNotCollapseIsCalledSo) {
  const auto imported =
      import("iv3_2023_actual.csv", accounts_head + "GM0014,0.1,1,1,\nGM0014,0.1,1,1,\nGM0014,0.10,1,1,\n");
  EXPECT_THAT(codes(imported.problems), Contains("import.double-row"));
}

TEST_F(OpenData, CodesThatBecameDatesAreRefused) {
  const auto imported =
      import("iv3_2023_actual.csv", accounts_head + "GM0014,2023-02-01,1,1,\nGM0014,1-feb,1,1,\nGM0014,7.3,1,1,\n");
  EXPECT_EQ(the(imported, "import.not-a-task-code").expected.args.at(0).number, 2);
}

TEST_F(OpenData, AMissingAmountIsNotZero) {
  const auto imported = import("iv3_2023_actual.csv",
                               accounts_head + "GM0014,0.1,,2,\nGM0014,7.3,.,1,\nGM0014,7.2,x,1,\nGM0014,7.1,4,4,\n");
  EXPECT_EQ(the(imported, "import.missing-amount").expected.args.at(0).number, 2);
  EXPECT_EQ(the(imported, "import.not-an-amount").where.column, "expenditure_keur");
  EXPECT_EQ(taken().accounts.at(0).rows.size(), 1u);
}

TEST_F(OpenData, AFileWithoutYearOrKindAsksForAName) {
  for (const std::string name : {"accounts.csv", "iv3_2023.csv", "iv3_actual.csv"}) {
    const auto imported = import(name, accounts_head + "GM0014,0.1,1,1,\n");
    EXPECT_THAT(codes(imported.problems), ElementsAre("import.year-missing")) << name;
    EXPECT_THAT(imported.written, IsEmpty());
  }
}

TEST_F(OpenData, MergedMunicipalitiesGoToTheirSuccessorAndSplitOnesNowhere) {
  import("municipal_mergers.csv",
         "old_name,old_gm_code,new_gm_code_2023,new_name,is_largest_part,period\nBeemster,GM0370,GM0439,Purmerend,1,"
         "2016-2023\n"
         "Haaren,GM0788,GM0014,X,0,2016-2023\nHaaren,GM0788,GM0439,Y,0,2016-2023\nAbcoude,,GM0736,De Ronde "
         "Venen,1,before 2016\n");
  const auto imported = import(
      "iv3_2021_actual.csv", accounts_head + "GM0370,0.1,10,10,\nGM0439,0.1,5,5,\nGM0788,0.1,7,7,\nGM9999,0.1,7,7,\n");
  EXPECT_EQ(the(imported, "import.merged-municipality").expected.args.at(1).word, "Purmerend");
  EXPECT_EQ(the(imported, "import.split-municipality").severity, Severity::error);
  EXPECT_EQ(the(imported, "import.unknown-municipality").found, "GM9999");
  const auto got = taken();
  ASSERT_EQ(got.accounts.at(0).rows.size(), 1u);
  EXPECT_EQ(got.accounts.at(0).rows[0].expenditure.cents, 1'500'000);
}

TEST_F(OpenData, OnlyTheAskedMunicipalitiesAreKept) {
  const auto imported =
      import("iv3_2023_actual.csv", accounts_head + "GM0014,0.1,10,10,\nGM0610,0.1,5,5,\n", "GM0610, GM0060");
  EXPECT_EQ(imported.rows, 1u);
  EXPECT_EQ(taken().accounts.at(0).rows.at(0).municipality, "GM0610");
  EXPECT_THAT(codes(import("iv3_2023_actual.csv", accounts_head + "GM0014,0.1,10,10,\n", "GM0061").problems),
              ElementsAre("import.unknown-municipality"));
}

TEST_F(OpenData, StatlineDownloadsAreSummedPerTaskField) {
  const auto imported = import("45071NED.csv",
                               "\"ID\";\"Verslagsoort\";\"Gemeenten\";\"TaakveldBalanspost\";\"Categorie\";\"k_"
                               "1ePlaatsing_1\";\"k_2ePlaatsing_2\"\n"
                               "0;\"2023X005\";\"GM0014  \";\"0.1   \";\"L1.1   \";10;11\n1;\"2023X005\";\"GM0014  "
                               "\";\"0.1   \";\"L3.8   \";5;5\n"
                               "2;\"2023X005\";\"GM0014  \";\"0.10  \";\"B4.3.1 \";20;16\n3;\"2023X005\";\"GM0014  "
                               "\";\"A111  \";\"Ultimo \";999;999\n"
                               "4;\"2023X005\";\"GM0610  \";\"7.3   \";\"L1.1   \";8;-99998\n5;\"2023X005\";\"GM0610  "
                               "\";\"7.3   \";\"B3.7   \";8;       .\n"
                               "6;\"2023X002\";\"GM0014  \";\"0.1   \";\"L1.1   \";77;77\n7;\"2024X000\";\"GM0014  "
                               "\";\"6.711 \";\"L1.1   \";3;\n"
                               "8;\"2024X000\";\"GM0014  \";\"6.711 \";\"B3.7   \";3;\n9;\"2023X005\";\"GM0014  "
                               "\";\"0.1   \";\"L      \";15;16\n");
  EXPECT_THAT(codes(imported.problems), Contains("import.quarter"));
  EXPECT_THAT(codes(imported.problems), Contains("import.renumbered"));
  EXPECT_THAT(codes(imported.problems), Not(Contains("import.unbalanced")));
  const auto got = taken();
  ASSERT_EQ(got.accounts.size(), 2u);
  const auto& actual = got.accounts[0];
  ASSERT_EQ(actual.rows.size(), 3u);
  EXPECT_EQ(actual.rows[0].task_field, "0.1");
  EXPECT_EQ(actual.rows[0].expenditure.cents,
            1'600'000);  // the second release replaces the first; the sum "L" is not added
  EXPECT_EQ(actual.rows[1].revenue.cents, 1'600'000);
  EXPECT_EQ(actual.rows[2].municipality, "GM0610");  // no second release: the first stands
  EXPECT_EQ(actual.rows[2].expenditure.cents, 800'000);
  EXPECT_EQ(got.accounts[1].kind, "budget");
}

TEST_F(OpenData, StatlineLabelsAreUnderstoodToo) {
  const auto imported = import("Iv3 begroting 2023.csv",
                               "\"Gemeenten\";\"Taakveld/balanspost\";\"Categorie\";\"1e plaatsing (1 000 euro)\"\n"
                               "\"Groningen (gemeente)\";\"0.1 Bestuur\";\"L1.1 Salarissen\";\"12\"\n"
                               "\"Groningen (gemeente)\";\"0.1 Bestuur\";\"B3.7 Leges\";\"12\"\n");
  EXPECT_THAT(imported.problems, IsEmpty());
  EXPECT_EQ(taken().accounts.at(0).rows.at(0).municipality, "GM0014");
}

TEST_F(OpenData, OutliersAreNamedPerTaskField) {
  reference.municipalities.clear();
  std::string text = accounts_head;
  for (int i = 100; i < 160; ++i) {
    Municipality m;
    m.id = "GM0" + std::to_string(i);
    m.name = "N" + std::to_string(i);
    m.inhabitants = 10'000;
    reference.municipalities.push_back(m);
    const int keur = i == 120 ? 9000 : i == 130 ? 10 : 1000 + i;
    text += m.id + ",7.3," + std::to_string(keur) + "," + std::to_string(keur) + ",\n" + m.id + ",0.5," +
            std::to_string(keur) + "," + std::to_string(keur) + ",\n";
  }
  const auto imported = import("iv3_2023_actual.csv", text);
  ASSERT_THAT(codes(imported.problems), ElementsAre("import.outlier"));  // treasury, 0.5, is not compared
  const auto& who = imported.problems[0].expected.args.at(0).parts;
  ASSERT_EQ(who.size(), 2u);
  EXPECT_EQ(who[0].word, "N130");
  EXPECT_EQ(who[1].word, "N120");
}

TEST_F(OpenData, MunicipalitiesKeepTheirCentroidsAndNewestFigures) {
  const std::string head =
      "gm_code,name,province,safety_region_code,population_2023,population_2025,urbanity_2025,dwellings_2024,land_area_"
      "ha_2024\n";
  import("municipalities.csv",
         head +
             "GM0820,\"Nuenen, Gerwen en "
             "Nederwetten\",Noord-Brabant,VR22,23000,24000,3,10500,3384\nGM0014,Groningen,Groningen,VR01,1,2,,4,5\n");
  import("centroids.csv", "gm_code,centroid_lon,centroid_lat\nGM0820,5.55,51.48\nGM0001,1,1\n");
  const auto imported =
      import("municipalities.csv",
             head + "GM0820,\"Nuenen, Gerwen en Nederwetten\",Noord-Brabant,VR22,23000,24500,3,10600,3384\n");
  EXPECT_EQ(imported.kind, "municipalities");
  const auto got = taken();
  ASSERT_EQ(got.municipalities.size(), 1u);
  const auto& m = got.municipalities[0];
  EXPECT_EQ(m.name, "Nuenen, Gerwen en Nederwetten");
  EXPECT_EQ(m.inhabitants, 24500);
  EXPECT_EQ(m.dwellings, 10600);
  EXPECT_EQ(m.lon, 5.55);
  EXPECT_THAT(read_file(folder / "to" / "sources.yaml"), testing::HasSubstr("population_2025"));
}

TEST_F(OpenData, NeighboursAreThoseOnLandAndIslandsAreNamed) {
  const auto imported =
      import("adjacency.csv", "gm_code_a,gm_code_b,kind,km\nGM0014,GM0439,land,3.862\nGM0014,GM0610,water_gap,1.1\n");
  EXPECT_EQ(the(imported, "import.no-land-neighbour").expected.args.at(0).parts.size(), 2u);
  write_file(folder / "to" / "municipalities.csv",
             "code;name\nGM0014;Groningen\nGM0439;Purmerend\nGM0610;Sliedrecht\n");
  const auto got = taken();
  EXPECT_THAT(find_municipality(got, "GM0439")->neighbours, ElementsAre(testing::Pair("GM0014", 3.862)));
  EXPECT_THAT(find_municipality(got, "GM0610")->neighbours, IsEmpty());
}

TEST_F(OpenData, TheRegisterOfArrangements) {
  import("gr_list_2015.csv", "gr_id,gr_name,gr_province,n_participants,domain_guess\nGR0001,Afval,Groningen,3,waste\n");
  const auto imported = import("gr_participations_2015.csv",
                               "source_row,gr_id,gr_name,participant_type,gm_code_2023,gm_code_2023_other_parts,"
                               "mapping\n1,GR0001,Afval,municipality,GM0439,,merged\n"
                               "2,GR0001,Afval,municipality,GM0014,,unchanged\n3,GR0001,Afval,municipality,GM0014,"
                               "GM0439,split\n4,GR0001,Afval,water_board,,,\n"
                               "5,GR0002,Ander,municipality,GM0060,,unchanged\n",
                               "GM0014");
  EXPECT_EQ(the(imported, "import.split-member").found, "1");
  const auto got = taken();
  ASSERT_EQ(got.arrangements.size(), 1u);
  EXPECT_THAT(got.arrangements[0].members, ElementsAre("GM0014", "GM0439"));
  EXPECT_EQ(got.arrangements[0].domain, "waste");
  EXPECT_EQ(got.arrangements[0].year, 2015);
  EXPECT_THAT(codes(import("register.csv", "gr_id,gr_name,participant_type,mapping\n").problems),
              ElementsAre("import.register-year-missing"));
}

TEST_F(OpenData, BoundariesKeepOneBorderBetweenNeighbours) {
  // Two squares with a shared side full of tiny bends, and an island with a hole.
  std::string shared, reversed;
  for (int i = 0; i <= 20; ++i) {
    const std::string point =
        "[" + std::string(i % 2 ? "6.00001" : "6.0") + "," + std::to_string(53.0 + i * 0.005) + "]";
    shared += (i ? "," : "") + point;
    reversed = point + (i ? "," : "") + reversed;
  }
  const auto imported = import("grenzen.json",
                               "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{"
                               "\"gm_code\":\"GM0014\"},\"geometry\":"
                               "{\"type\":\"Polygon\",\"coordinates\":[[" +
                                   shared +
                                   ",[5.9,53.1],[5.9,53.0],[6.0,53.0]]]}},"
                                   "{\"type\":\"Feature\",\"id\":\"GM0439\",\"properties\":{},\"geometry\":{\"type\":"
                                   "\"MultiPolygon\",\"coordinates\":"
                                   "[[[" +
                                   reversed +
                                   ",[6.1,53.0],[6.1,53.1],[6.0,53.1]]],[[[7,53],[7.1,53],[7.1,53.1],[7,53.1],[7,53]],"
                                   "[[7.02,53.02],[7.05,53.02],[7.05,53.05],[7.02,53.05],[7.02,53.02]]]]}},"
                                   "{\"type\":\"Feature\",\"properties\":{\"gm_code\":\"GM0060\"},\"geometry\":{"
                                   "\"type\":\"Polygon\",\"coordinates\":[[[180000,600000]]]}}]}");
  EXPECT_EQ(imported.kind, "boundaries");
  EXPECT_EQ(imported.rows, 2u);
  EXPECT_EQ(the(imported, "import.not-a-boundary").found, "GM0060");
  const auto got = taken();
  EXPECT_EQ(got.boundaries.at("GM0014").at(0).size(), 4u);
  EXPECT_EQ(got.boundaries.at("GM0439").size(), 3u);
  EXPECT_EQ(got.boundaries.at("GM0439")[2].front().first, 7.02);  // the hole comes last
  for (const std::string bad :
       {"{", "{\"features\":5}", "{\"features\":[{\"geometry\":{\"type\":5,\"coordinates\":{}}},7]}"})
    EXPECT_TRUE(has_errors(import("x.json", bad).problems)) << bad;
}

TEST_F(OpenData, WhatIsKnownButNotUsedAndWhatIsUnknown) {
  EXPECT_EQ(import("social.csv", "gm_code_2021,name,avg_household_size\nGM0014,Groningen,1.7\n").kind,
            "social_profile");
  EXPECT_THAT(codes(import("regions.csv", "theme,region_type,gm_code_2016,region\n").problems),
              ElementsAre("import.not-used"));
  const auto unknown = import("x.csv", "a,b\n1,2\n");
  EXPECT_EQ(unknown.kind, "unknown");
  EXPECT_EQ(the(unknown, "import.unknown-layout").found, "a;b");
  EXPECT_THAT(codes(import("x.xlsx", "PK\x03\x04").problems), ElementsAre("sheet.damaged"));
}

TEST_F(OpenData, AWorkbookIsReadLikeACsv) {
  const std::vector<Sheet> sheets{
      {"", "Blad1", {}, {{"gm_code", "task_code", "expenditure_keur", "revenue_keur"}, {"GM0014", "0.10", "4", "4"}}}};
  EXPECT_EQ(import("iv3_2023_actual.ods", write_ods(sheets)).rows, 1u);
  EXPECT_EQ(taken().accounts.at(0).rows.at(0).task_field, "0.10");
}

TEST_F(OpenData, ALaterFolderWinsPerPublication) {
  write_file(folder / "a" / "municipalities.csv", "code;name;inhabitants\nGM0001;Een;10\nGM0002;Twee;20\n");
  write_file(folder / "b" / "municipalities.csv", "code;name;inhabitants\nGM0002;Twee;25\n");
  write_file(folder / "a" / "accounts_2023_actual.csv",
             "code;task_field;expenditure_keur;revenue_keur\nGM0001;7.3;1;1\nGM0002;7.3;2;2\n");
  write_file(folder / "b" / "accounts_2023_actual.csv",
             "code;task_field;expenditure_keur;revenue_keur\nGM0002;7.3;3;3\nGM0001;;;\n");
  write_file(folder / "a" / "accounts_2023_budget.csv",
             "code;task_field;expenditure_keur;revenue_keur\nGM0001;7.3;bad;1\nGM0001;7.4;1;1\n");
  const auto reading = read_reference({folder / "a", folder / "none", folder / "b"});
  EXPECT_EQ(reading.reference.municipalities.size(), 2u);
  EXPECT_EQ(find_municipality(reading.reference, "GM0002")->inhabitants, 25);
  ASSERT_EQ(reading.reference.accounts.size(), 2u);
  EXPECT_EQ(reading.reference.accounts[0].rows.size(), 1u);
  EXPECT_THAT(reading.reference.accounts[0].not_filed, ElementsAre("GM0001"));
  EXPECT_THAT(codes(reading.problems), ElementsAre("import.damaged-reference"));
  EXPECT_EQ(reading.problems[0].where.line, 2);
  EXPECT_EQ(reading.reference.accounts[1].rows.size(), 1u);
  EXPECT_EQ(reading.hash.size(), 64u);
  EXPECT_NE(reading.hash, read_reference({folder / "a"}).hash);
}

TEST(DeliveredReference, HoldsTheWholeCountry) {
  const auto reading = read_reference({fs::path(KOEPEL_SOURCE_DIR) / "data/reference"});
  EXPECT_THAT(codes(reading.problems), IsEmpty());
  const auto& all = reading.reference.municipalities;
  ASSERT_EQ(all.size(), 342u);
  std::size_t borders = 0, islands = 0;
  for (const auto& m : all) {
    EXPECT_GT(m.inhabitants, 0) << m.name;
    EXPECT_GT(m.dwellings, 0) << m.name;
    EXPECT_TRUE(m.urbanity >= 1 && m.urbanity <= 5) << m.name;
    EXPECT_TRUE(m.lon > 3 && m.lon < 7.5 && m.lat > 50.5 && m.lat < 53.7) << m.name;
    borders += m.neighbours.size();
    islands += m.neighbours.empty();
  }
  EXPECT_EQ(borders, 2u * 875u);
  EXPECT_EQ(islands, 5u);
  EXPECT_FALSE(reading.reference.task_fields.empty());
  EXPECT_NE(reading.reference.municipalities_source.find("CC BY 4.0"), std::string::npos);
}

/// The real files, where this machine has them.
class RealOpenData : public OpenData {
 protected:
  void SetUp() override {
    const char* set = std::getenv("KOEPEL_SHARED");
    shared = set ? fs::path(set) : fs::path(KOEPEL_SOURCE_DIR) / "../shared";
    if (!fs::exists(shared / "data/iv3"))
      GTEST_SKIP() << "NOT TESTED against real open data: set KOEPEL_SHARED to the folder that holds data/iv3";
    reference = read_reference({fs::path(KOEPEL_SOURCE_DIR) / "data/reference"}).reference;
  }
  Imported take(const std::string& file) {
    return import_open_data(shared / "data" / file, folder / "to", reference, {});
  }
  fs::path shared;
};

TEST_F(RealOpenData, AccountsOf2023And2024) {
  struct Case {
    std::string file, silent;
    int negative;
  };
  for (const auto& c : std::vector<Case>{{"iv3/iv3_2023_actual.csv", "GM1961", 249},
                                         {"iv3/iv3_2023_budget.csv", "GM1992", 186},
                                         {"iv3/iv3_2024_budget.csv", "GM1961", 191}}) {
    const auto imported = take(c.file);
    EXPECT_EQ(imported.rows, 341u * 71u) << c.file;
    EXPECT_EQ(the(imported, "import.not-filed").found, c.silent);
    EXPECT_EQ(the(imported, "import.negative").expected.args.at(0).number, c.negative);
    EXPECT_FALSE(has_errors(imported.problems));
    const bool budget_2023 = c.file == "iv3/iv3_2023_budget.csv";
    EXPECT_EQ(std::count_if(imported.problems.begin(), imported.problems.end(),
                            [](const auto& p) { return p.code == "import.unbalanced"; }),
              budget_2023);
  }
  EXPECT_EQ(taken().accounts.size(), 3u);
}

TEST_F(RealOpenData, BoundariesShrinkAndStayWhole) {
  const auto imported = take("geo/municipalities_2023.geojson");
  EXPECT_EQ(imported.rows, 342u);
  EXPECT_THAT(imported.problems, IsEmpty());
  EXPECT_LT(fs::file_size(folder / "to" / "boundaries.csv"),
            fs::file_size(shared / "data/geo/municipalities_2023.geojson") / 2);
}

TEST_F(RealOpenData, TheDeliveredTablesAreWhatTheImporterMakes) {
  for (const std::string file : {"municipalities/municipal_mergers.csv", "municipalities/municipalities.csv",
                                 "geo/centroids_2023.csv", "geo/adjacency_2023.csv", "iv3/task_fields.csv"})
    take(file);
  for (const std::string file :
       {"municipalities.csv", "neighbours.csv", "task_fields.csv", "mergers.csv", "sources.yaml"})
    EXPECT_EQ(read_file(folder / "to" / file), read_file(fs::path(KOEPEL_SOURCE_DIR) / "data/reference" / file))
        << file;
}

TEST_F(RealOpenData, Arrangements) {
  EXPECT_EQ(take("cooperation/gr_list_2015.csv").rows, 464u);
  EXPECT_GT(take("cooperation/gr_participations_2015.csv").rows, 400u);
  const auto all = taken();
  EXPECT_EQ(all.arrangements.front().domain, "waste");
}

}  // namespace
}  // namespace koepel::exchange
