// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"

namespace koepel::report {

/// One conversion by LibreOffice. Each running conversion needs a profile folder of its own; a folder that was used
/// before starts faster.
struct Conversion {
  std::filesystem::path input;
  std::filesystem::path output;  ///< what LibreOffice will write: the input's name with another ending
  std::string filter;            ///< "odt:writer8", pdf_filter() ...
  std::filesystem::path profile;
};

/// The filter for a tagged PDF: PDF/A-2b, PDF/UA-1, bookmarks.
[[nodiscard]] std::string pdf_filter();

/// Runs the conversions side by side and waits for all; kills what is not ready after `seconds`. LibreOffice says
/// "done" even when it wrote nothing, so the files themselves are looked at. Gives what went wrong; empty when all
/// files are there.
[[nodiscard]] Problems convert(const std::vector<Conversion>& conversions, int seconds);

}  // namespace koepel::report
