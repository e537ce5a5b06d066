// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/event.h"
#include "model/pack.h"
#include "model/reference.h"
#include "model/study.h"

namespace koepel::exchange {

/// What was read from a study folder: everything that was right, and every problem with what was not.
struct StudyReading {
  std::vector<Event> log;
  Study study;  ///< fold(log)
  Problems problems;
  std::string hash;  ///< SHA-256 of the canonical log: layout, header language or file kind do not change it
};

/// Reads study.yaml and the tables beside it (docs/study-folder.md). Each table may be a CSV or a sheet of an XLSX or
/// ODS file. Dutch and English headers, either decimal sign; unknown columns, codes and words are named. Never throws
/// on content.
[[nodiscard]] StudyReading read_study(const std::filesystem::path& folder, const MethodPack& pack,
                                      const Reference& reference);

/// The files of a study folder: name in the folder -> bytes.
using StudyFiles = std::map<std::string, std::string>;

/// The same without a disk: what read_study does once the files are read. Pure; linear in the size of the files.
[[nodiscard]] StudyReading read_study_files(const StudyFiles& files, const MethodPack& pack,
                                            const Reference& reference);

/// The log as text, one event per line: number, date, actor, kind, and what was said as `column="value"` in the
/// canonical notation. With origins each line ends in the cell it was read from. The hash of a reading is SHA-256 over
/// the lines without.
enum class Origins { shown, left_out };
[[nodiscard]] std::string log_text(std::span<const Event> log, Origins origins);

/// Writes a study as a folder of study.yaml and CSV files with headers in that language; read_study gives it back equal
/// (up to origins).
void write_study(const Study& study, const MethodPack& pack, const std::filesystem::path& folder, Language language);

/// The same as files in memory.
[[nodiscard]] StudyFiles study_files(const Study& study, const MethodPack& pack, Language language);

/// A fresh study for these municipalities (code or name): partners from the reference table, the whole task catalogue
/// on the gross list, with names and possibilities so that the list can be judged in a spreadsheet.
[[nodiscard]] Result<Study> new_study(const std::vector<std::string>& partner_ids, const std::string& date,
                                      const MethodPack& pack, const Reference& reference);

/// What `koepel new` writes: the study, an empty table with its headers for everything that is still to be filled in,
/// the indicators to answer, and LEESMIJ.md (README.md) that explains every table and column in plain words. Nothing
/// that exists is overwritten: a folder that already holds a study is a problem.
[[nodiscard]] Problems write_new_folder(const Study& study, const MethodPack& pack, const std::filesystem::path& folder,
                                        Language language);

/// The study folder explained in one language, for the official who fills it in: each file, each column, what it may
/// hold, and what people get wrong. docs/study-folder.md is this in Dutch and English, compared by a test.
[[nodiscard]] std::string study_guide(const MethodPack& pack, Language language);
/// The codes of the method that cells may hold: roles, motives, forms, indicators, statements of the survey, questions
/// and answers of the tree. Stands in LEESMIJ.md behind the guide.
[[nodiscard]] std::string study_codes(const MethodPack& pack, Language language);

}  // namespace koepel::exchange
