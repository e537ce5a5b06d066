// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "exchange/study_names.h"
#include "exchange/study_sheet.h"

namespace koepel::exchange::folder {

/// Reads cells by their kind. Each function gives the value, or nothing after telling what is wrong; an empty cell
/// gives nothing and is no fault (whether it may be empty is the row's business).
class CellReader {
 public:
  CellReader(StudyNames& names, Problems& problems) : names_(names), problems_(problems) {}

  [[nodiscard]] std::optional<std::string> word(const Cell& cell, Kind kind);
  [[nodiscard]] std::optional<std::vector<std::string>> words(const Cell& cell, Kind kind);
  [[nodiscard]] std::optional<Money> money(const Cell& cell);
  [[nodiscard]] std::optional<double> number(const Cell& cell, Kind kind);
  [[nodiscard]] std::optional<int> whole(const Cell& cell, Kind kind);
  [[nodiscard]] std::optional<bool> yes_no(const Cell& cell);
  /// 1..5 to an item; "don't know" gives nothing and is no fault.
  [[nodiscard]] std::optional<int> item_answer(const Cell& cell);
  /// Answers to a question of the tree, in its order; several divided by "|" where the question allows it.
  [[nodiscard]] std::vector<std::string> question_answers(const Cell& cell, const Question& question);

  [[nodiscard]] StudyNames& names() { return names_; }
  [[nodiscard]] Problems& problems() { return problems_; }

 private:
  [[nodiscard]] std::optional<std::string> find(const Cell& cell, std::string_view text, const NameIndex& index,
                                                std::string_view code);
  [[nodiscard]] std::optional<std::string> find_own(const Cell& cell, std::string_view text, const OwnNames& own,
                                                    std::string_view code);
  [[nodiscard]] std::optional<std::string> thing(const Cell& cell, std::string_view text, Kind kind);
  [[nodiscard]] std::optional<std::string> partner(const Cell& cell, std::string_view text);
  [[nodiscard]] std::optional<std::string> subject(const Cell& cell, std::string_view text);
  [[nodiscard]] std::optional<std::string> member(const Cell& cell, std::string_view text);
  [[nodiscard]] std::optional<std::string> municipality(const Cell& cell, std::string_view text);
  [[nodiscard]] std::optional<std::string> key(const Cell& cell, std::string_view text);
  [[nodiscard]] std::optional<std::string> quantity(const Cell& cell, std::string_view text);
  [[nodiscard]] std::optional<double> portion(const Cell& cell, Kind kind);
  [[nodiscard]] std::optional<std::string> own_task(std::string_view text);
  [[nodiscard]] std::optional<std::string> date(const Cell& cell);
  [[nodiscard]] std::optional<Decimal> decimal(const Cell& cell);
  [[nodiscard]] std::optional<int> year(const Cell& cell);
  void tell_range(const Cell& cell, double low, double high);

  StudyNames& names_;
  Problems& problems_;
};

/// The parts of a cell that holds several things: divided by "|" or a line break or, when it has no "|", by a semicolon
/// and, where names hold no commas, a comma.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view text, bool commas_divide);

}  // namespace koepel::exchange::folder
