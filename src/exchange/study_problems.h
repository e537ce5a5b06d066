// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "exchange/sheet.h"

namespace koepel::exchange::folder {

/// A problem of a study folder. What was expected is text CODE.expected, how to repair is CODE.repair, both with
/// `args`. When something looks like what was typed, the repair is "study.near.repair" with those suggestions.
struct StudyProblem {
  std::string_view code;
  Origin where;
  std::string_view found;
  std::vector<Arg> args = {};
  std::vector<std::string> near = {};
};
void tell_error(Problems& problems, StudyProblem problem);
void tell_warning(Problems& problems, StudyProblem problem);

/// Every code that the reader of study folders can give; a test proves that each has its sentences and can be provoked.
[[nodiscard]] const std::vector<std::string_view>& study_problem_codes();

/// At most 80 characters of a text, whole characters only, on one line.
[[nodiscard]] std::string cut(std::string_view text);

/// Where a cell is; the column is its header as typed.
[[nodiscard]] Origin place_of(const Sheet& sheet, std::size_t row, std::size_t column);
/// Where a row is.
[[nodiscard]] Origin place_of(const Sheet& sheet, std::size_t row);
/// "cijfers.csv" or "studie.xlsx, blad cijfers" without words: "studie.xlsx [cijfers]".
[[nodiscard]] std::string sheet_name(const Sheet& sheet);

/// Words said as "a, b en c".
[[nodiscard]] Arg words(std::string_view name, const std::vector<std::string>& all);

}  // namespace koepel::exchange::folder
