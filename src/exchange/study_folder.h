// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
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
  Study study;        ///< fold(log)
  Problems problems;
  std::string hash;   ///< SHA-256 of the canonical log: layout, header language or file kind do not change it
};

/// Reads study.yaml and the tables beside it (docs/study-folder.md). Each table may be a CSV or a sheet of an XLSX or ODS file.
/// Dutch and English headers, either decimal sign; unknown columns, codes and words are named. Never throws on content.
[[nodiscard]] StudyReading read_study(const std::filesystem::path& folder, const MethodPack& pack,
                                      const Reference& reference);

/// Writes a study as a folder of study.yaml and CSV files with headers in that language; read_study gives it back equal
/// (up to origins).
void write_study(const Study& study, const MethodPack& pack, const std::filesystem::path& folder, Language language);

/// A fresh study for these municipalities: partners from the reference table, the whole task catalogue on the gross list, an empty
/// template with explained headers for every other table, and a short README for the person who fills it in.
[[nodiscard]] Result<Study> new_study(const std::vector<std::string>& partner_ids, const std::string& date,
                                      const MethodPack& pack, const Reference& reference);

}  // namespace koepel::exchange
