// SPDX-License-Identifier: EUPL-1.2
// What is wrong with a cell, row or file in; a Problem with its place and sentences out.
#include "exchange/study_problems.h"

#include "exchange/encoding.h"

namespace koepel::exchange::folder {

namespace {

constexpr std::size_t longest_found = 80;

Problem made(Severity severity, StudyProblem p) {
  const std::string code(p.code);
  Message repair{code + ".repair", p.args};
  if (!p.near.empty()) repair = {"study.near.repair", {words("near", p.near)}};
  return {code, severity, std::move(p.where), cut(p.found), {code + ".expected", std::move(p.args)}, std::move(repair)};
}

}  // namespace

void tell_error(Problems& problems, StudyProblem problem) {
  problems.push_back(made(Severity::error, std::move(problem)));
}

void tell_warning(Problems& problems, StudyProblem problem) {
  problems.push_back(made(Severity::warning, std::move(problem)));
}

const std::vector<std::string_view>& study_problem_codes() {
  static const std::vector<std::string_view> codes{
      // folder and file
      "study.no-folder", "study.folder-in-use", "study.no-study-file", "study.unknown-file", "study.unknown-sheet",
      "study.given-twice", "study.empty-table",
      // header
      "study.unknown-column", "study.column-twice", "study.column-missing", "study.person-name",
      // row
      "study.row-too-long", "study.cell-missing", "study.duplicate", "study.duplicate-same", "study.package-like-task",
      "study.ends-before-start", "study.range-order", "study.half-range", "study.key-sum", "study.key-terms",
      "study.too-few-partners", "study.condition-empty", "study.size-missing", "study.bounds-cross",
      "study.other-partner", "study.nobody", "study.value-missing",
      // values
      "study.not-a-number", "study.negative", "study.not-whole", "study.out-of-range", "study.too-large",
      "study.ambiguous-number", "study.not-a-date", "study.no-such-day", "study.not-a-year", "study.not-yes-no",
      "study.not-an-answer", "study.one-answer-only", "study.not-a-word-of", "study.not-a-share", "study.not-positive",
      // codes and names
      "study.unknown-municipality", "study.not-in-reference", "study.other-name", "study.no-partner-here",
      "study.unknown-task", "study.unknown-subject", "study.unknown-respondent", "study.unknown-role",
      "study.unknown-motive", "study.unknown-form", "study.unknown-body", "study.unknown-group",
      "study.unknown-indicator", "study.unknown-item", "study.unknown-question", "study.unknown-answer",
      "study.unknown-member", "study.unknown-quantity", "study.quantity-unchecked", "study.unknown-driver",
      "study.driver-like", "study.unknown-key", "study.unknown-project", "study.unknown-rule",
      "study.unknown-condition", "study.several-meanings", "study.unknown-kind",
      // study.yaml
      "study.yaml-broken", "study.yaml-not-a-map", "study.yaml-unknown-key", "study.yaml-key-twice",
      "study.yaml-key-missing", "study.yaml-text", "study.yaml-list", "study.weight-empty", "study.weight-range"};
  return codes;
}

std::string cut(std::string_view text) {
  std::string out;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size() && characters < longest_found; ++characters) {
    const auto length = utf8_length(text.substr(i));
    if (length == 0) {
      out += '?';
    } else {
      const auto character = text.substr(i, length);
      out += character == "\n" || character == "\r" || character == "\t" ? " " : character;
    }
    i += length == 0 ? 1 : length;
  }
  return out;
}

Origin place_of(const Sheet& sheet, std::size_t row, std::size_t column) {
  auto place = place_of(sheet, row);
  place.column = cell(sheet, 0, column);
  return place;
}

Origin place_of(const Sheet& sheet, std::size_t row) {
  return {sheet.file, sheet.name, row < sheet.lines.size() ? sheet.lines[row] : 0, {}};
}

std::string sheet_name(const Sheet& sheet) {
  return sheet.name.empty() ? sheet.file : sheet.file + " [" + sheet.name + "]";
}

Arg words(std::string_view name, const std::vector<std::string>& all) {
  Arg list;
  list.name = name;
  list.kind = Arg::Kind::list;
  for (const auto& one : all) list.parts.push_back(word("", one));
  return list;
}

}  // namespace koepel::exchange::folder
