// SPDX-License-Identifier: EUPL-1.2
// A row whose cells were read in; a whole record, or the reason why not, out.
#include "exchange/study_records.h"

#include <algorithm>

#include "exchange/trim.h"

namespace koepel::exchange::folder {

namespace {

template <class Value, class Known>
bool fill(std::optional<Value>& value, Known known) {
  if (value || known <= 0) return false;
  value = known;
  return true;
}

bool fill(std::string& value, const std::string& known) {
  if (!value.empty() || known.empty()) return false;
  value = known;
  return true;
}

/// "Shared Service de Kempen" -> "shared-service-de-kempen": a code for somebody who gave only a name.
std::string code_of(std::string_view name) {
  std::string code;
  for (std::size_t i = 0; i < name.size();) {
    const auto end = std::min(name.find_first_of(" \t\n/|,;", i), name.size());
    if (const auto part = folded(name.substr(i, end - i)); !part.empty()) code += (code.empty() ? "" : "-") + part;
    i = end + 1;
  }
  return code.empty() ? std::string(name) : code;
}

bool is_last_day_before(const std::string& iso, int year) { return std::stoi(iso.substr(0, 4)) < year; }

/// The number an indicator asks, in plain notation, or nothing after telling.
std::optional<std::string> indicator_number(const Cell& cell, const Indicator& indicator, CellReader& reader) {
  auto text = cell.text();
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  // Indicators are small numbers: "1.234" is one and a bit.
  const auto sign = text.find(',') != text.npos ? DecimalSign::comma : DecimalSign::point;
  const auto digits = read_decimal(text, sign);
  const auto value = digits ? to_double(*digits, 0) : std::nullopt;
  if (!value) {
    tell_error(reader.problems(), {"study.not-a-number", cell.where(), cell.text()});
    return std::nullopt;
  }
  const double number = percent ? *value / 100 : *value;
  if (number < indicator.low || number > indicator.high) {
    tell_error(reader.problems(),
               {"study.out-of-range",
                cell.where(),
                cell.text(),
                {koepel::number("low", indicator.low, indicator.low == static_cast<int>(indicator.low) ? 0 : 2),
                 koepel::number("high", indicator.high, indicator.high == static_cast<int>(indicator.high) ? 0 : 2)}});
    return std::nullopt;
  }
  return write_shortest(number);
}

std::optional<std::string> indicator_word(const Cell& cell, const Indicator& indicator, CellReader& reader) {
  const auto& index = reader.names().words[indicator.id];
  const auto match = index.find(cell.text());
  if (match.id != nullptr) return *match.id;
  std::vector<std::string> allowed;
  for (const auto& id : index.all()) allowed.push_back(index.name_of(id, 0));
  tell_error(reader.problems(),
             {"study.not-a-word-of", cell.where(), cell.text(), {words("allowed", allowed)}, index.near(cell.text())});
  return std::nullopt;
}

}  // namespace

void mirror(Text& text) {
  if (text.nl.empty()) text.nl = text.en;
  if (text.en.empty()) text.en = text.nl;
}

void remember(OwnNames& own, std::string_view typed) {
  if (!typed.empty()) own.refused.insert(folded(typed));
}

void complete_partner(Partner& partner, const Reference& reference) {
  const auto* known = find_municipality(reference, partner.id);
  if (known == nullptr) return;
  bool filled = fill(partner.name, known->name);
  filled = fill(partner.province, known->province) || filled;
  filled = fill(partner.inhabitants, known->inhabitants) || filled;
  filled = fill(partner.dwellings, known->dwellings) || filled;
  filled = fill(partner.land_area_ha, known->land_area_ha) || filled;
  filled = fill(partner.urbanity, known->urbanity) || filled;
  const auto& source = reference.municipalities_source;
  if (!filled || source.empty() || partner.source.find(source) != std::string::npos) return;
  partner.source += (partner.source.empty() ? "" : "; ") + source;
}

void add_partner(const Partner& partner, StudyNames& names) {
  names.partners.names.add(partner.id, {partner.name, partner.name});
  const auto* known = find_municipality(names.reference, partner.id);
  if (known != nullptr) names.partners.names.add(partner.id, {known->name});
}

bool settle(Partner& partner, const Row& row, CellReader& reader) {
  const auto& reference = reader.names().reference;
  const auto cell = row.cell(0);
  if (find_municipality(reference, partner.id) == nullptr) {
    auto near = reader.names().municipalities.near(partner.id);
    if (partner.name.empty() || !partner.inhabitants) {
      tell_error(reader.problems(), {"study.unknown-municipality", cell.where(), cell.text(), {}, std::move(near)});
      return false;
    }
    tell_warning(reader.problems(), {"study.not-in-reference", cell.where(), cell.text(), {}, std::move(near)});
  } else if (const auto named = reader.names().municipalities.find(partner.name);
             named.id != nullptr && *named.id != partner.id) {
    tell_warning(
        reader.problems(),
        {"study.other-name", row.cell(1).where(), partner.name, {word("code", partner.id), word("other", *named.id)}});
  }
  complete_partner(partner, reference);
  add_partner(partner, reader.names());
  return true;
}

bool settle(GrossListEntry& entry, const Row& row, CellReader& reader) {
  if (reader.names().catalogue.has(entry.task)) return true;
  mirror(entry.name);
  mirror(entry.possibilities);
  if (entry.name.nl.empty() || entry.group.empty()) {
    const auto cell = row.cell(0);
    tell_error(reader.problems(),
               {"study.unknown-task", cell.where(), cell.text(), {}, reader.names().catalogue.near(cell.text())});
    return false;
  }
  reader.names().tasks.names.add(entry.task, {entry.name.nl, entry.name.en});
  return true;
}

bool settle(TaskPackage& package, const Row& row, CellReader& reader) {
  mirror(package.name);
  if (reader.names().tasks.names.has(package.id)) {
    tell_error(reader.problems(), {"study.package-like-task", row.cell(0).where(), package.id});
    return false;
  }
  reader.names().packages.names.add(package.id, {package.name.nl, package.name.en});
  return true;
}

bool settle(Arrangement& arrangement, const Row& row, CellReader& reader) {
  if (arrangement.id.empty()) arrangement.id = code_of(arrangement.name);
  if (arrangement.since && !arrangement.until.empty() && is_last_day_before(arrangement.until, *arrangement.since)) {
    tell_error(reader.problems(), {"study.ends-before-start",
                                   row.where(),
                                   arrangement.until,
                                   {word("since", std::to_string(*arrangement.since))}});
    arrangement.until.clear();
  }
  return true;
}

bool settle(ThirdParty& party, const Row&, CellReader&) {
  if (party.id.empty()) party.id = code_of(party.name);
  return true;
}

bool settle(Respondent& respondent, const Row&, CellReader& reader) {
  reader.names().respondents.names.add(respondent.id, {});
  reader.names().partner_of_respondent[respondent.id] = respondent.partner;
  return true;
}

bool settle(IndicatorValue& value, const Row& row, CellReader& reader) {
  const auto cell = row.cell(1);
  if (is_no_answer(value.value)) {
    // A row of the template that was not filled in says nothing; one with a note or source forgot the value.
    if (!value.note.empty() || !value.source.empty())
      tell_warning(reader.problems(), {"study.value-missing", row.where(), value.indicator});
    return false;
  }
  const auto& indicator = *reader.names().indicator.find(value.indicator)->second;
  auto read =
      indicator.kind == "words" ? indicator_word(cell, indicator, reader) : indicator_number(cell, indicator, reader);
  if (!read) return false;
  value.value = std::move(*read);
  return true;
}

bool settle(TreeAnswers& answers, const Row& row, CellReader& reader) {
  if (answers.respondent.empty()) return true;
  const auto& partner = reader.names().partner_of_respondent[answers.respondent];
  if (!answers.partner.empty() && answers.partner != partner)
    tell_warning(reader.problems(),
                 {"study.other-partner", row.cell(2).where(), answers.partner, {word("partner", partner)}});
  answers.partner = partner;
  return true;
}

template <>
void refuse<Partner>(const Row& row, CellReader& reader) {
  auto& own = reader.names().partners;
  remember(own, row.cell(0).text());
  remember(own, row.cell(1).text());
}

template <>
void refuse<GrossListEntry>(const Row& row, CellReader& reader) {
  remember(reader.names().tasks, row.cell(0).text());
}

template <>
void refuse<TaskPackage>(const Row& row, CellReader& reader) {
  remember(reader.names().packages, row.cell(0).text());
}

template <>
void refuse<Respondent>(const Row& row, CellReader& reader) {
  remember(reader.names().respondents, row.cell(0).text());
}

}  // namespace koepel::exchange::folder
