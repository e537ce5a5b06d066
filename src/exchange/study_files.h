// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "exchange/sheet.h"
#include "exchange/study_folder.h"

namespace koepel::exchange::folder {

/// The files of a folder sorted out: which is study.yaml and which sheet is which table.
struct SortedFiles {
  std::optional<std::string> yaml;           ///< name of the file
  std::vector<std::optional<Sheet>> tables;  ///< in the order of all_tables(); none: not given
};

/// Finds study.yaml and, in CSV files and workbooks, the sheet of every table by its Dutch or English name. Tells of
/// names that are no table, tables given twice (the first is read), and all that is wrong inside the files.
[[nodiscard]] SortedFiles sort_files(const StudyFiles& files, Problems& problems);

/// Whether a file in the folder may be part of the study, by its name: not hidden, no lock file, a known ending.
[[nodiscard]] bool may_be_study_file(const std::string& name);

}  // namespace koepel::exchange::folder
