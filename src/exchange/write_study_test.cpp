// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "base/work_folder.h"
#include "exchange/sheet.h"
#include "exchange/study_test_parts.h"

namespace koepel::exchange {
namespace {

using namespace testing_studies;

/// A workbook with all tables of a folder, instead of its CSV files.
StudyFiles as_workbook(const StudyFiles& files, const std::string& name,
                       std::string (*write)(const std::vector<Sheet>&)) {
  StudyFiles result;
  std::vector<Sheet> sheets;
  for (const auto& [file, bytes] : files) {
    if (!file.ends_with(".csv")) {
      result[file] = bytes;
      continue;
    }
    auto sheet = read_csv(bytes, file).sheet;
    sheet.name = file.substr(0, file.size() - 4);
    sheets.push_back(std::move(sheet));
  }
  if (!sheets.empty()) result[name] = write(sheets);
  return result;
}

TEST(WriteStudy, ReadingGivesTheSameStudyInBothLanguages) {
  EXPECT_TRUE(rc::check("read(write(s)) == s, without problems", [] {
    const auto study = RandomStudy().make();
    for (const auto language : {Language::nl, Language::en}) {
      const auto reading = read(study_files(study, pack(), language));
      RC_LOG() << log_text(reading.log, Origins::left_out) << "\n---\n" << log_text(log_of(study), Origins::left_out);
      for (const auto& [name, bytes] : study_files(study, pack(), language)) RC_LOG() << "== " << name << "\n" << bytes;
      RC_ASSERT(codes(reading) == std::vector<std::string>{});
      RC_ASSERT(without_origins(reading.study) == without_origins(study));
    }
  }));
}

TEST(WriteStudy, LanguageDoesNotChangeTheHash) {
  EXPECT_TRUE(rc::check("one study, one hash", [] {
    const auto study = RandomStudy().make();
    RC_ASSERT(read(study_files(study, pack(), Language::nl)).hash ==
              read(study_files(study, pack(), Language::en)).hash);
  }));
}

TEST(WriteStudy, WorkbooksGiveTheSameStudyAndHash) {
  const auto check = [] {
    const auto study = RandomStudy().make();
    const auto files = study_files(study, pack(), Language::nl);
    const auto csv = read(files);
    const auto xlsx = read(as_workbook(files, "studie.xlsx", write_xlsx));
    const auto ods = read(as_workbook(files, "studie.ods", write_ods));
    RC_ASSERT(codes(xlsx) == std::vector<std::string>{});
    RC_ASSERT(codes(ods) == std::vector<std::string>{});
    RC_ASSERT(without_origins(xlsx.study) == without_origins(csv.study));
    RC_ASSERT(xlsx.hash == csv.hash);
    RC_ASSERT(ods.hash == csv.hash);
  };
  EXPECT_TRUE(rc::check("CSV, XLSX and ODS say the same", check));
}

/// Changes one thing that a study says.
void change(Study& study, int what) {
  switch (what) {
    case 0:
      study.head.seed += 1;
      return;
    case 1:
      study.head.title.en += "!";
      return;
    case 2:
      study.partners[0].inhabitants = *study.partners[0].inhabitants + 1;
      return;
    case 3:
      study.partners[0].source += "\" name=\"x";
      return;
    case 4:
      study.decisions.push_back({"", "college", "", "", "x", {}});
      return;
    default:
      study.head.weights.push_back({"scale", 0.5, std::nullopt, std::nullopt, {}});
  }
}

TEST(WriteStudy, OneChangeChangesTheHash) {
  EXPECT_TRUE(rc::check("what a study says decides its hash", [] {
    auto study = RandomStudy().make();
    const auto before = read(study_files(study, pack(), Language::nl)).hash;
    change(study, *rc::gen::inRange(0, 6));
    RC_ASSERT(read(study_files(study, pack(), Language::nl)).hash != before);
  }));
}

TEST(WriteStudy, FolderOnDiskIsTheFilesInMemory) {
  const WorkFolder folder;
  const auto study = read(sound()).study;
  write_study(study, pack(), folder.path, Language::nl);
  const auto reading = read_study(folder.path, pack(), reference());
  EXPECT_EQ(codes(reading), std::vector<std::string>{});
  EXPECT_EQ(without_origins(reading.study), without_origins(study));
  EXPECT_EQ(reading.study.partners[0].origin.file, "partners.csv");
}

}  // namespace
}  // namespace koepel::exchange
