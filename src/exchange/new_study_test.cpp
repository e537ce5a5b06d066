// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/work_folder.h"
#include "exchange/columns.h"
#include "exchange/files.h"
#include "exchange/study_test_parts.h"

namespace koepel::exchange {
namespace {

using namespace testing_studies;

class NewFolder : public ::testing::Test {
 protected:
  WorkFolder work;
  std::filesystem::path folder = work.path / "new";
};

TEST(NewStudy, HasPartnersFromTheReferenceAndTheWholeCatalogue) {
  const auto study = new_study({"GM0770", "Bergeijk", "GM0770"}, "23 november 2026", pack(), reference()).value();
  ASSERT_EQ(study.partners.size(), 2u);
  EXPECT_EQ(study.partners[0].name, "Eersel");
  EXPECT_EQ(study.partners[1].inhabitants, 19000);
  EXPECT_EQ(study.partners[1].source, "CBS 2025");
  EXPECT_EQ(study.gross_list.size(), pack().tasks.size());
  EXPECT_EQ(study.gross_list.size(), 146u);
  EXPECT_EQ(study.head.title, (Text{"Samenwerking van Eersel en Bergeijk", "Cooperation of Eersel and Bergeijk"}));
  EXPECT_EQ(study.head.date, "2026-11-23");
}

TEST(NewStudy, TellsEveryUnknownMunicipalityAtOnce) {
  const auto study = new_study({"GM0001", "Eerzel", "Bergeijk"}, "2026-02-30", pack(), reference());
  ASSERT_FALSE(study);
  ASSERT_EQ(study.error().size(), 3u);
  EXPECT_EQ(study.error()[1].repair.args[0].parts[0].word, "Eersel (GM0770)");
  EXPECT_EQ(study.error()[2].code, "study.no-such-day");
  EXPECT_EQ(new_study({}, "2026-02-03", pack(), reference()).error()[0].code, "study.nobody");
}

TEST_F(NewFolder, ReadsBackAsTheNewStudyInBothLanguages) {
  const auto study = new_study({"GM0770", "GM1724"}, "2026-11-23", pack(), reference()).value();
  for (const auto language : {Language::nl, Language::en}) {
    EXPECT_TRUE(write_new_folder(study, pack(), folder, language).empty());
    const auto reading = read_study(folder, pack(), reference());
    EXPECT_THAT(codes(reading), ::testing::IsEmpty());
    EXPECT_EQ(without_origins(reading.study), without_origins(study));
    for (const auto& table : folder::all_tables())
      EXPECT_TRUE(std::filesystem::exists(folder / (std::string(folder::file_base(table.name, language)) + ".csv")))
          << table.name.id;
    EXPECT_TRUE(std::filesystem::exists(folder / (language == Language::nl ? "LEESMIJ.md" : "README.md")));
    std::filesystem::remove_all(folder);
  }
}

TEST_F(NewFolder, NeverOverwrites) {
  const auto study = new_study({"GM0770"}, "2026-11-23", pack(), reference()).value();
  std::filesystem::create_directories(folder);
  write_file(folder / "taken.csv", "van iemand anders\n");
  const auto problems = write_new_folder(study, pack(), folder, Language::nl);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].code, "study.folder-in-use");
  EXPECT_EQ(read_file(folder / "taken.csv"), "van iemand anders\n");
  EXPECT_FALSE(std::filesystem::exists(folder / "study.yaml"));
}

std::string whole_guide() {
  const std::string first = "<!-- SPDX-License-Identifier: EUPL-1.2 -->\n";
  const std::string bridge = "---\n\n*In English:*\n\n";
  return first + study_guide(pack(), Language::nl) + "\n" + bridge + study_guide(pack(), Language::en);
}

TEST(StudyGuide, DocumentationIsWhatTheCodeReads) {
  const auto path = std::filesystem::path(KOEPEL_SOURCE_DIR) / "docs/study-folder.md";
  const auto fresh = std::filesystem::temp_directory_path() / "study-folder.md";
  const bool same = std::filesystem::exists(path) && read_file(path) == whole_guide();
  if (!same) write_file(fresh, whole_guide());
  EXPECT_TRUE(same) << "docs/study-folder.md differs from the columns and texts; the right one is in " << fresh;
}

TEST(StudyGuide, SaysEverythingInBothLanguages) {
  for (const auto language : {Language::nl, Language::en})
    for (const auto& text : {study_guide(pack(), language), study_codes(pack(), language)})
      EXPECT_EQ(text.find("[study."), std::string::npos) << text.substr(text.find("[study."), 60);
}

TEST(StudySchema, HasTheKeysThatTheCodeReads) {
  const auto schema =
      nlohmann::json::parse(read_file(std::filesystem::path(KOEPEL_SOURCE_DIR) / "schema/study.schema.json"));
  std::vector<std::string> keys;
  for (const auto& key : folder::study_keys()) {
    keys.emplace_back(key.en);
    EXPECT_TRUE(schema["properties"].contains(key.en)) << key.en;
    EXPECT_TRUE(schema["properties"].contains(key.nl)) << key.nl;
    if (key.nl != key.en) keys.emplace_back(key.nl);
  }
  EXPECT_EQ(schema["properties"].size(), keys.size());
  for (const auto& key : folder::weight_keys()) {
    EXPECT_TRUE(schema["$defs"]["weight"]["properties"].contains(key.en)) << key.en;
    EXPECT_TRUE(schema["$defs"]["weight"]["properties"].contains(key.nl)) << key.nl;
  }
}

}  // namespace
}  // namespace koepel::exchange
