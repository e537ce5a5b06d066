// SPDX-License-Identifier: EUPL-1.2
// A cell of a study folder and what it should hold in; its value, or a problem that says how to repair it, out.
#include "exchange/study_cells.h"

#include <algorithm>

#include "exchange/trim.h"

namespace koepel::exchange::folder {

namespace {

constexpr int first_year = 1800, last_year = 2200;

bool looks_like_code(std::string_view text) {
  const auto code = folded(text);
  return code.size() == 6 && code.starts_with("gm") && code.find_first_not_of("0123456789", 2) == code.npos;
}

}  // namespace

std::vector<std::string_view> parts_of(std::string_view text, bool commas_divide) {
  const bool bars = text.find('|') != text.npos;
  const std::string_view dividers = bars ? "|\n" : commas_divide ? "\n;," : "\n;";
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(dividers), text.size());
    if (const auto part = trim(text.substr(0, end)); !part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<std::string> CellReader::find(const Cell& cell, std::string_view text, const NameIndex& index,
                                            std::string_view code) {
  const auto match = index.find(text);
  if (match.id != nullptr) return *match.id;
  tell_error(problems_, {match.several ? "study.several-meanings" : code, cell.where(), text, {}, index.near(text)});
  return std::nullopt;
}

std::optional<std::string> CellReader::find_own(const Cell& cell, std::string_view text, const OwnNames& own,
                                                std::string_view code) {
  const auto match = own.names.find(text);
  if (match.id != nullptr) return *match.id;
  if (own.was_refused(text)) return std::nullopt;  // told where it was refused
  return find(cell, text, own.names, code);
}

std::optional<std::string> CellReader::partner(const Cell& cell, std::string_view text) {
  const auto match = names_.partners.names.find(text);
  if (match.id != nullptr) return *match.id;
  const auto anywhere = names_.municipalities.find(text);
  if (names_.partners.was_refused(text) || (anywhere.id != nullptr && names_.partners.was_refused(*anywhere.id)))
    return std::nullopt;
  return find(cell, text, names_.partners.names,
              anywhere.id != nullptr ? "study.no-partner-here" : "study.unknown-municipality");
}

std::optional<std::string> CellReader::subject(const Cell& cell, std::string_view text) {
  const auto package = names_.packages.names.find(text);
  if (package.id != nullptr) return *package.id;
  const auto task = names_.tasks.names.find(text);
  if (task.id != nullptr) return *task.id;
  if (names_.packages.was_refused(text)) return std::nullopt;
  auto near = names_.packages.names.near(text);
  if (!near.empty() && !task.several) {
    tell_error(problems_, {"study.unknown-subject", cell.where(), text, {}, std::move(near)});
    return std::nullopt;
  }
  return find_own(cell, text, names_.tasks, "study.unknown-subject");
}

std::optional<std::string> CellReader::member(const Cell& cell, std::string_view text) {
  const auto match = names_.municipalities.find(text);
  if (match.id != nullptr) return *match.id;
  const auto partner = names_.partners.names.find(text);
  if (partner.id != nullptr) return *partner.id;
  if (looks_like_code(text) && !names_.municipalities.empty())
    tell_warning(problems_, {"study.unknown-member", cell.where(), text, {}, names_.municipalities.near(text)});
  return std::string(text);
}

std::optional<std::string> CellReader::municipality(const Cell& cell, std::string_view text) {
  const auto match = names_.municipalities.find(text);
  if (match.id != nullptr) return *match.id;
  if (match.several) return find(cell, text, names_.municipalities, "study.several-meanings");
  return std::string(text);  // the row decides: with its own figures it may stand beside the reference table
}

std::optional<std::string> CellReader::own_task(std::string_view text) {
  const auto match = names_.catalogue.find(text);
  return match.id != nullptr ? *match.id : std::string(text);
}

/// A cost key or, by itself, a driver: both are ways to share cost.
std::optional<std::string> CellReader::key(const Cell& cell, std::string_view text) {
  for (const auto* own : {&names_.keys, &names_.drivers})
    if (const auto match = own->names.find(text); match.id != nullptr) return *match.id;
  if (names_.drivers.was_refused(text)) return std::nullopt;
  return find_own(cell, text, names_.keys, "study.unknown-key");
}

/// A pack without a cost model cannot tell which quantities exist; then the text is kept as typed.
std::optional<std::string> CellReader::quantity(const Cell& cell, std::string_view text) {
  if (!names_.quantities.empty()) return find(cell, text, names_.quantities, "study.unknown-quantity");
  tell_warning(problems_, {"study.quantity-unchecked", cell.where(), text});
  return std::string(text);
}

std::optional<std::string> CellReader::thing(const Cell& cell, std::string_view text, Kind kind) {
  switch (kind) {
    case Kind::municipality:
      return municipality(cell, text);
    case Kind::partner:
    case Kind::partners:
      return partner(cell, text);
    case Kind::member:
    case Kind::members:
      return member(cell, text);
    case Kind::own_task:
      return own_task(text);
    case Kind::task:
    case Kind::tasks:
      return find_own(cell, text, names_.tasks, "study.unknown-task");
    case Kind::subject:
      return subject(cell, text);
    case Kind::respondent:
      return find_own(cell, text, names_.respondents, "study.unknown-respondent");
    case Kind::role:
      return find(cell, text, names_.roles, "study.unknown-role");
    case Kind::motive:
      return find(cell, text, names_.motives, "study.unknown-motive");
    case Kind::form:
      return find(cell, text, names_.forms, "study.unknown-form");
    case Kind::body:
      return find(cell, text, names_.bodies, "study.unknown-body");
    case Kind::group:
      return find(cell, text, names_.groups, "study.unknown-group");
    case Kind::indicator:
      return find(cell, text, names_.indicators, "study.unknown-indicator");
    case Kind::item:
      return find(cell, text, names_.items, "study.unknown-item");
    case Kind::question:
      return find(cell, text, names_.questions, "study.unknown-question");
    case Kind::cost_figure:
      return quantity(cell, text);
    case Kind::own_driver: {
      const auto match = names_.drivers.names.find(text);
      return match.id != nullptr ? *match.id : std::string(text);
    }
    case Kind::driver:
      return find_own(cell, text, names_.drivers, "study.unknown-driver");
    case Kind::key:
      return key(cell, text);
    case Kind::project:
      return find_own(cell, text, names_.projects, "study.unknown-project");
    case Kind::rule_kind:
      return find(cell, text, names_.rule_kinds, "study.unknown-rule");
    case Kind::condition_kind:
      return find(cell, text, names_.condition_kinds, "study.unknown-condition");
    default:
      return std::string(text);
  }
}

std::optional<std::string> CellReader::word(const Cell& cell, Kind kind) {
  if (cell.text().empty()) return std::nullopt;
  if (kind == Kind::date) return date(cell);
  return thing(cell, cell.text(), kind);
}

std::optional<std::vector<std::string>> CellReader::words(const Cell& cell, Kind kind) {
  if (cell.text().empty()) return std::nullopt;
  // A name may hold a comma: first see whether the whole cell is one thing.
  const auto& index = kind == Kind::tasks      ? names_.tasks.names
                      : kind == Kind::partners ? names_.partners.names
                                               : names_.municipalities;
  if (const auto whole = index.find(cell.text()); whole.id != nullptr) return std::vector<std::string>{*whole.id};
  std::vector<std::string> found;
  for (const auto part : parts_of(cell.text(), kind != Kind::members)) {
    auto one = thing(cell, part, kind);
    if (one && std::find(found.begin(), found.end(), *one) == found.end()) found.push_back(std::move(*one));
  }
  return found;
}

std::optional<std::string> CellReader::date(const Cell& cell) {
  if (is_no_answer(cell.text())) return std::nullopt;
  auto reading = read_date(cell.text());
  if (!reading.iso.empty()) return std::move(reading.iso);
  tell_error(problems_, {reading.impossible ? "study.no-such-day" : "study.not-a-date", cell.where(), cell.text()});
  return std::nullopt;
}

std::optional<Decimal> CellReader::decimal(const Cell& cell) {
  if (is_no_answer(cell.text())) return std::nullopt;
  auto number = read_decimal(cell.text(), cell.sign);
  if (!number) tell_error(problems_, {"study.not-a-number", cell.where(), cell.text()});
  return number;
}

std::optional<Money> CellReader::money(const Cell& cell) {
  const auto number = decimal(cell);
  if (!number) return std::nullopt;
  const auto cents = to_cents(*number, cell.zeros);
  if (cents && *cents >= 0) return Money{*cents};
  tell_error(problems_, {cents ? "study.negative" : "study.too-large", cell.where(), cell.text()});
  return std::nullopt;
}

void CellReader::tell_range(const Cell& cell, double low, double high) {
  tell_error(
      problems_,
      {"study.out-of-range", cell.where(), cell.text(), {koepel::number("low", low), koepel::number("high", high)}});
}

/// A number that may be written as a percentage. A share is small: "0.125" and "1.000" have decimals.
std::optional<double> CellReader::portion(const Cell& cell, Kind kind) {
  auto text = cell.text();
  if (is_no_answer(text)) return std::nullopt;
  const bool percent = text.ends_with('%');
  if (percent) text = trim(text.substr(0, text.size() - 1));
  const auto small = text.find(',') != text.npos ? DecimalSign::comma : DecimalSign::point;
  const auto digits = read_decimal(text, percent || kind == Kind::share ? small : cell.sign);
  const auto value = digits ? to_double(*digits, 0) : std::nullopt;
  const double part = value.value_or(0) / (percent ? 100 : 1);
  const bool fits = kind != Kind::share || (part >= 0 && part <= 1);
  if (value && fits) return part;
  tell_error(problems_, {!digits  ? "study.not-a-number"
                         : !value ? "study.too-large"
                                  : "study.not-a-share",
                         cell.where(), cell.text()});
  return std::nullopt;
}

std::optional<double> CellReader::number(const Cell& cell, Kind kind) {
  if (kind == Kind::share || kind == Kind::figure) return portion(cell, kind);
  const auto digits = decimal(cell);
  if (!digits) return std::nullopt;
  const auto value = to_double(*digits, cell.zeros);
  if (!value) {
    tell_error(problems_, {"study.too-large", cell.where(), cell.text()});
  } else if (kind == Kind::one_to_five && (*value < 1 || *value > 5)) {
    tell_range(cell, 1, 5);
  } else if (*value < 0) {
    tell_error(problems_, {"study.negative", cell.where(), cell.text()});
  } else {
    return value;
  }
  return std::nullopt;
}

std::optional<int> CellReader::year(const Cell& cell) {
  if (is_no_answer(cell.text())) return std::nullopt;
  if (const auto day = read_date(cell.text()); !day.iso.empty()) return std::stoi(day.iso.substr(0, 4));
  const auto digits = read_decimal(cell.text());
  const auto value = digits ? to_whole(*digits) : std::nullopt;
  if (value && *value >= first_year && *value <= last_year) return value;
  tell_error(problems_, {"study.not-a-year", cell.where(), cell.text()});
  return std::nullopt;
}

std::optional<int> CellReader::whole(const Cell& cell, Kind kind) {
  if (kind == Kind::year) return year(cell);
  const auto digits = decimal(cell);
  if (!digits) return std::nullopt;
  const auto value = to_whole(*digits, cell.zeros);
  if (!value) {
    const bool large = digits->whole.size() + static_cast<std::size_t>(cell.zeros) > 9;
    tell_error(problems_, {large ? "study.too-large" : "study.not-whole", cell.where(), cell.text()});
  } else if (kind == Kind::one_to_five && (*value < 1 || *value > 5)) {
    tell_range(cell, 1, 5);
  } else if (*value < 0) {
    tell_error(problems_, {"study.negative", cell.where(), cell.text()});
  } else {
    return value;
  }
  return std::nullopt;
}

std::optional<bool> CellReader::yes_no(const Cell& cell) {
  const auto value = read_yes_no(cell.text());
  if (!value) tell_error(problems_, {"study.not-yes-no", cell.where(), cell.text()});
  return value;
}

std::optional<int> CellReader::item_answer(const Cell& cell) {
  const auto text = cell.text();
  if (text.size() == 1 && text[0] >= '1' && text[0] <= '5') return text[0] - '0';
  if (is_no_answer(text)) return std::nullopt;
  const auto digits = read_decimal(text);
  const auto value = digits ? to_whole(*digits) : std::nullopt;
  if (value && *value >= 1 && *value <= 5) return value;
  tell_error(problems_, {"study.not-an-answer", cell.where(), text});
  return std::nullopt;
}

std::vector<std::string> CellReader::question_answers(const Cell& cell, const Question& question) {
  const auto& index = names_.answers.find(question.id)->second;
  std::vector<std::string_view> typed{cell.text()};
  if (index.find(cell.text()).id == nullptr) typed = parts_of(cell.text(), false);
  std::vector<std::string> chosen;
  for (const auto text : typed) {
    if (index.find(text).id == nullptr && is_no_answer(text)) continue;
    auto answer = find(cell, text, index, "study.unknown-answer");
    if (!answer) return {};
    if (std::find(chosen.begin(), chosen.end(), *answer) == chosen.end()) chosen.push_back(std::move(*answer));
  }
  if (chosen.size() > 1 && !question.multi) {
    tell_error(problems_,
               {"study.one-answer-only", cell.where(), cell.text(), {koepel::word("question", question.id)}});
    return {};
  }
  const auto order = [&](const std::string& id) { return find_answer(question, id) - question.answers.data(); };
  std::sort(chosen.begin(), chosen.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  return chosen;
}

}  // namespace koepel::exchange::folder
