// SPDX-License-Identifier: EUPL-1.2
// A sheet and the columns of a table in; which column stands where, and how its numbers are written, out.
#include "exchange/study_sheet.h"

#include <algorithm>
#include <array>

namespace koepel::exchange::folder {

namespace {

bool is_number(Kind kind) {
  return kind == Kind::money || kind == Kind::number || kind == Kind::quantity || kind == Kind::whole ||
         kind == Kind::one_to_five || kind == Kind::figure;
}

bool may_be_in_thousands(Kind kind) { return kind == Kind::money || kind == Kind::quantity || kind == Kind::whole; }

template <class Use>
void for_each_header(const Column& column, Use use) {
  use(column.id), use(column.nl), use(column.en);
  for (std::string_view rest = column.aliases; !rest.empty();) {
    const auto bar = std::min(rest.find('|'), rest.size());
    use(rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
}

/// Headers of a table, folded -> which column. The language's own header wins from an alias of another column.
TextMap<std::size_t> headers_of(const std::vector<Column>& columns) {
  TextMap<std::size_t> headers;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    headers.try_emplace(folded(columns[c].nl), c);
    headers.try_emplace(folded(columns[c].en), c);
  }
  for (std::size_t c = 0; c < columns.size(); ++c)
    for_each_header(columns[c], [&](std::string_view name) { headers.try_emplace(folded(name), c); });
  return headers;
}

struct Unit {
  std::string_view ending;  ///< folded
  int zeros;
};
constexpr std::array<Unit, 18> units{{{"x1000", 3},
                                      {"x1.000", 3},
                                      {"x1000euro", 3},
                                      {"x1.000euro", 3},
                                      {"x1000eur", 3},
                                      {"keur", 3},
                                      {"keuro", 3},
                                      {"k", 3},
                                      {"induizenden", 3},
                                      {"induizendeneuros", 3},
                                      {"thousands", 3},
                                      {"inthousands", 3},
                                      {"mln", 6},
                                      {"xmln", 6},
                                      {"x1000000", 6},
                                      {"ineuros", 0},
                                      {"ineuro", 0},
                                      {"euro", 0}}};

struct Found {
  std::size_t column;
  int zeros;
};

std::optional<Found> find_header(const TextMap<std::size_t>& headers, const std::vector<Column>& columns,
                                 std::string_view typed) {
  const auto name = folded(typed);
  if (const auto exact = headers.find(name); exact != headers.end()) return Found{exact->second, 0};
  for (const auto& unit : units) {
    if (name.size() <= unit.ending.size() || !name.ends_with(unit.ending)) continue;
    const auto found = headers.find(std::string_view(name).substr(0, name.size() - unit.ending.size()));
    if (found != headers.end() && may_be_in_thousands(columns[found->second].kind))
      return Found{found->second, unit.zeros};
  }
  return std::nullopt;
}

void place_columns(SheetView& view, const std::vector<Column>& columns, Problems& problems) {
  const auto headers = headers_of(columns);
  const auto& typed = view.sheet->rows[0];
  for (std::size_t c = 0; c < typed.size(); ++c) {
    const auto found = find_header(headers, columns, typed[c]);
    if (!found) {
      view.others.push_back(c);
    } else if (auto& place = view.places[found->column]; place.at) {
      tell_error(problems,
                 {"study.column-twice", place_of(*view.sheet, 0, c), typed[c], {word("first", typed[*place.at])}});
    } else {
      place = {c, found->zeros, DecimalSign::unknown};
    }
  }
}

void tell_missing_columns(SheetView& view, const std::vector<Column>& columns, Problems& problems) {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (!columns[c].required() || view.places[c].at) continue;
    view.complete = false;
    tell_error(
        problems,
        {"study.column-missing", place_of(*view.sheet, 0), "", {word("nl", columns[c].nl), word("en", columns[c].en)}});
  }
}

/// What cells that can be read in one way only say about the others.
struct Evidence {
  bool point = false, comma = false;
  std::size_t ambiguous = 0;
  std::size_t row = 0, column = 0;  ///< of the first ambiguous one

  /// What they agree on; unknown when they say nothing or both.
  [[nodiscard]] DecimalSign agreed() const {
    if (point == comma) return DecimalSign::unknown;
    return point ? DecimalSign::point : DecimalSign::comma;
  }
};

void add_cell(const Sheet& sheet, std::size_t row, std::size_t column, Evidence& evidence) {
  const auto& text = cell(sheet, row, column);
  if (text.find_first_of(".,") == text.npos) return;
  const auto sign = decimal_sign_of(text);
  evidence.point = evidence.point || sign == DecimalSign::point;
  evidence.comma = evidence.comma || sign == DecimalSign::comma;
  if (sign == DecimalSign::unknown && is_ambiguous(text) && evidence.ambiguous++ == 0)
    evidence.row = row, evidence.column = column;
}

/// Of one column.
Evidence evidence_in(const Sheet& sheet, std::size_t column) {
  Evidence evidence;
  for (std::size_t r = 1; r < sheet.rows.size(); ++r) add_cell(sheet, r, column, evidence);
  return evidence;
}

Evidence evidence_in_row(const SheetView& view, std::size_t row) {
  Evidence evidence;
  for (const auto place : view.figures) add_cell(*view.sheet, row, *view.places[place].at, evidence);
  return evidence;
}

/// Of all figures; ambiguous are those that their own row does not decide.
Evidence evidence_in_figures(const SheetView& view) {
  Evidence evidence;
  for (std::size_t r = 1; r < view.rows(); ++r) {
    const auto row = evidence_in_row(view, r);
    evidence.point = evidence.point || row.point;
    evidence.comma = evidence.comma || row.comma;
    if (row.ambiguous == 0 || row.agreed() != DecimalSign::unknown) continue;
    if (evidence.ambiguous == 0) evidence.row = row.row, evidence.column = row.column;
    evidence.ambiguous += row.ambiguous;
  }
  return evidence;
}

/// Decides how "1.234" is read: as the other cells show; in a workbook, whose numbers always come with a point, as one
/// and a bit; else by what is likely for this kind of value, with a warning where both are possible.
DecimalSign notation_of(const Sheet& sheet, Kind kind, int zeros, const Evidence& evidence, Problems& problems) {
  if (evidence.ambiguous == 0) return DecimalSign::unknown;
  if (evidence.agreed() != DecimalSign::unknown) return evidence.agreed();
  const auto& sample = cell(sheet, evidence.row, evidence.column);
  const auto typed = sample.find('.') != sample.npos ? DecimalSign::point : DecimalSign::comma;
  if (!sheet.name.empty() && typed == DecimalSign::point && !evidence.comma) return typed;
  // Three decimals are out of the question: nothing is counted so, and euros have cents (thousands of euros do not).
  if (kind == Kind::whole || (kind == Kind::money && zeros == 0)) return DecimalSign::unknown;
  const bool decimals_likely = kind == Kind::number || kind == Kind::one_to_five || kind == Kind::figure;
  tell_warning(problems, {"study.ambiguous-number",
                          place_of(sheet, evidence.row, evidence.column),
                          sample,
                          {number("n", static_cast<double>(evidence.ambiguous)),
                           decimals_likely ? number("read_as", 1.234, 3) : number("read_as", 1234)}});
  return decimals_likely ? typed : DecimalSign::unknown;
}

void settle_notation(SheetView& view, const std::vector<Column>& columns, Problems& problems) {
  for (std::size_t c = 0; c < columns.size(); ++c) {
    auto& place = view.places[c];
    if (!place.at || !is_number(columns[c].kind)) continue;
    if (columns[c].kind == Kind::figure)
      view.figures.push_back(c);
    else
      place.sign =
          notation_of(*view.sheet, columns[c].kind, place.zeros, evidence_in(*view.sheet, *place.at), problems);
  }
  const auto sign = notation_of(*view.sheet, Kind::figure, 0, evidence_in_figures(view), problems);
  for (const auto place : view.figures) view.places[place].sign = sign;
}

void tell_long_rows(const Sheet& sheet, Problems& problems) {
  if (sheet.name.empty()) return;  // the reader of CSV has told already
  const auto width = sheet.rows[0].size();
  for (std::size_t r = 1; r < sheet.rows.size(); ++r)
    for (std::size_t c = width; c < sheet.rows[r].size(); ++c) {
      if (sheet.rows[r][c].empty()) continue;
      tell_warning(
          problems,
          {"study.row-too-long", place_of(sheet, r), sheet.rows[r][c], {number("header", static_cast<double>(width))}});
      break;
    }
}

bool names_a_person(std::string_view typed) {
  static constexpr std::array<std::string_view, 18> words{
      "naam",    "name",           "voornaam",   "achternaam",   "firstname",     "lastname",
      "surname", "email",          "emailadres", "emailaddress", "mail",          "telefoon",
      "phone",   "telefoonnummer", "ipadres",    "ipaddress",    "volledigenaam", "fullname"};
  return std::find(words.begin(), words.end(), folded(typed)) != words.end();
}

NameIndex suggestions_for(const std::vector<Column>& columns) {
  NameIndex index;
  for (const auto& column : columns) {
    index.add(std::string(column.nl), {});
    index.add(std::string(column.en), {});
  }
  return index;
}

/// A column without a header is a fault only when something stands in it.
void tell_unnamed(const Sheet& sheet, std::size_t column, Problems& problems) {
  for (std::size_t r = 1; r < sheet.rows.size(); ++r)
    if (const auto& text = cell(sheet, r, column); !text.empty())
      return tell_warning(problems, {"study.unknown-column", place_of(sheet, r), text});
}

}  // namespace

DecimalSign SheetView::sign_at(std::size_t row, std::size_t place) const {
  const auto common = places[place].sign;
  if (std::find(figures.begin(), figures.end(), place) == figures.end()) return common;
  const auto own = evidence_in_row(*this, row).agreed();
  return own != DecimalSign::unknown ? own : common;
}

SheetView view_of(const Sheet& sheet, const std::vector<Column>& columns, Problems& problems) {
  SheetView view;
  view.sheet = &sheet;
  view.places.resize(columns.size());
  place_columns(view, columns, problems);
  tell_missing_columns(view, columns, problems);
  settle_notation(view, columns, problems);
  tell_long_rows(sheet, problems);
  return view;
}

void tell_unknown_columns(const SheetView& view, const std::vector<Column>& columns, bool about_people,
                          Problems& problems) {
  const auto names = suggestions_for(columns);
  for (const auto c : view.others) {
    const auto& typed = cell(*view.sheet, 0, c);
    const auto where = place_of(*view.sheet, 0, c);
    if (typed.empty()) {
      tell_unnamed(*view.sheet, c, problems);
    } else if (about_people && names_a_person(typed)) {
      tell_error(problems, {"study.person-name", where, typed});
    } else {
      tell_warning(problems, {"study.unknown-column", where, typed, {}, names.near(typed)});
    }
  }
}

}  // namespace koepel::exchange::folder
