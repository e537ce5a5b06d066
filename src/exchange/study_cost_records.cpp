// SPDX-License-Identifier: EUPL-1.2
// A row about cost, sharing, teams or projects whose cells were read in; a whole record, or the reason why not, out.
#include <algorithm>
#include <cmath>
#include <map>

#include "exchange/cell_values.h"
#include "exchange/study_records.h"

namespace koepel::exchange::folder {

namespace {

/// Shares typed as 33,3 % three times are meant to be a whole.
constexpr double rounding = 0.005;

bool refuse_cell(std::string_view code, const Cell& cell, CellReader& reader) {
  tell_error(reader.problems(), {code, cell.where(), cell.text()});
  return false;
}

bool is_share(const MethodPack& pack, const std::string& quantity) {
  const auto found =
      std::find_if(pack.quantities.begin(), pack.quantities.end(), [&](const auto& q) { return q.id == quantity; });
  return found != pack.quantities.end() && found->unit == "share";
}

bool within(double value, double low, double high) { return value >= low && value <= high; }

/// Whether every partner that the cell names was found: a rule for fewer partners would be another rule.
bool all_found(const Cell& cell, const StudyNames& names) {
  const auto& partners = names.partners.names;
  if (partners.find(cell.text()).id != nullptr) return true;
  const auto parts = parts_of(cell.text(), true);
  return std::all_of(parts.begin(), parts.end(), [&](auto part) { return partners.find(part).id != nullptr; });
}

bool is_position(const JoinCondition& condition) {
  return condition.kind == "min_position" || condition.kind == "max_position";
}

bool range_is_right(const JoinCondition& condition, const Cell& cell, CellReader& reader) {
  if (*condition.value < 0) return refuse_cell("study.negative", cell, reader);
  if (condition.kind == "min_saving" && *condition.value > 1) return refuse_cell("study.not-a-share", cell, reader);
  if (!is_position(condition) || *condition.value <= 100) return true;
  tell_error(reader.problems(),
             {"study.out-of-range", cell.where(), cell.text(), {number("low", 0), number("high", 100)}});
  return false;
}

}  // namespace

bool settle(Estimate& estimate, const Row& row, CellReader& reader) {
  const auto value = row.cell(3), low = row.cell(4), high = row.cell(5);
  if (is_share(reader.names().pack, estimate.quantity))
    for (const auto& [part, cell] :
         {std::pair{std::optional(estimate.value), value}, {estimate.low, low}, {estimate.high, high}})
      if (part && !within(*part, 0, 1)) return refuse_cell("study.not-a-share", cell, reader);
  if (estimate.low.value_or(estimate.value) > estimate.value || estimate.high.value_or(estimate.value) < estimate.value)
    return refuse_cell("study.range-order", value, reader);
  if (estimate.low.has_value() != estimate.high.has_value())
    tell_warning(reader.problems(), {"study.half-range", (estimate.low ? low : high).where(), ""});
  return true;
}

bool settle(DriverValue& value, const Row& row, CellReader& reader) {
  auto& drivers = reader.names().drivers.names;
  if (drivers.has(value.driver)) return true;
  if (auto near = drivers.near(value.driver); !near.empty())
    tell_warning(reader.problems(), {"study.driver-like", row.cell(0).where(), value.driver, {words("near", near)}});
  drivers.add(value.driver, {value.driver, value.driver});
  return true;
}

bool settle(CostKeyPart& part, const Row& row, CellReader& reader) {
  if (part.share <= 0) return refuse_cell("study.not-positive", row.cell(5), reader);
  mirror(part.name);
  reader.names().keys.names.add(part.id, {part.name.nl, part.name.en});
  return true;
}

bool settle(TeamRule& rule, const Row& row, CellReader& reader) {
  const auto partners = row.cell(2), value = row.cell(3);
  const std::size_t needed = rule.kind == "together" || rule.kind == "apart" ? 2 : rule.kind == "host" ? 1 : 0;
  if (!all_found(partners, reader.names())) return false;  // told with the cell
  if (rule.partners.size() < needed) {
    tell_error(reader.problems(),
               {"study.too-few-partners", row.where(), partners.text(), {number("n", static_cast<double>(needed))}});
    return false;
  }
  if (rule.kind != "min_size" && rule.kind != "max_size") return true;
  if (!rule.value) {
    if (is_no_answer(value.text())) tell_error(reader.problems(), {"study.size-missing", row.where(), ""});
    return false;
  }
  return *rule.value >= 1 || refuse_cell("study.not-positive", value, reader);
}

bool settle(JoinCondition& condition, const Row& row, CellReader& reader) {
  const auto cell = row.cell(3);
  const bool own_words = condition.kind == "statement";
  if (own_words ? condition.statement.empty() : is_no_answer(cell.text())) {
    tell_error(reader.problems(), {"study.condition-empty", row.where(), ""});
    return false;
  }
  if (!condition.value) return own_words;  // a wrong number is told with the cell
  // Positions run from 0 to 100: "40 %" is 40.
  if (is_position(condition) && cell.text().ends_with('%')) condition.value = std::round(*condition.value * 1e8) / 1e6;
  return range_is_right(condition, cell, reader);
}

bool settle(Project& project, const Row&, CellReader& reader) {
  mirror(project.name);
  reader.names().projects.names.add(project.id, {project.name.nl, project.name.en});
  return true;
}

template <>
void refuse<DriverValue>(const Row& row, CellReader& reader) {
  remember(reader.names().drivers, row.cell(0).text());
}

template <>
void refuse<CostKeyPart>(const Row& row, CellReader& reader) {
  remember(reader.names().keys, row.cell(0).text());
}

template <>
void refuse<Project>(const Row& row, CellReader& reader) {
  remember(reader.names().projects, row.cell(0).text());
}

namespace {

bool differ(const auto& a, const auto& b) { return a && b && *a != *b; }

bool terms_differ(const CostKeyPart& a, const CostKeyPart& b) {
  return differ(a.cap, b.cap) || differ(a.floor, b.floor) || differ(a.grow_in_years, b.grow_in_years) ||
         a.subject != b.subject;
}

void tell_of_key(const std::vector<const CostKeyPart*>& rows, Problems& problems) {
  std::map<std::string, double> shares;  // a driver given twice is told as a duplicate: the later row counts
  for (const auto* part : rows) shares[part->driver] = part->share;
  double sum = 0;
  for (const auto& [driver, share] : shares) sum += share;
  const auto& first = *rows.front();
  if (std::abs(sum - 1) > rounding)
    tell_warning(problems, {"study.key-sum", first.origin, first.id, {word("key", first.id), number("sum", sum, 3)}});
  for (const auto* part : rows) {
    const auto earlier =
        std::find_if(rows.begin(), rows.end(), [&](auto* other) { return terms_differ(*other, *part); });
    if (earlier == rows.end()) continue;
    tell_warning(problems, {"study.key-terms", rows.back()->origin, first.id, {word("key", first.id)}});
    return;
  }
}

template <class Record>
void tell_crossing(const std::vector<Record>& records, std::string_view lowest, std::string_view highest,
                   const auto& same_matter, Problems& problems) {
  for (const auto& low : records)
    for (const auto& high : records)
      if (low.kind == lowest && high.kind == highest && same_matter(low, high) && *low.value > *high.value)
        tell_warning(problems, {"study.bounds-cross",
                                low.origin,
                                write_shortest(*low.value),
                                {word("high", write_shortest(*high.value)), number("line", high.origin.line)}});
}

}  // namespace

void tell_of_keys(const std::vector<CostKeyPart>& parts, const OwnNames& keys, Problems& problems) {
  std::map<std::string, std::vector<const CostKeyPart*>> rows;
  for (const auto& part : parts)
    if (!keys.was_refused(part.id)) rows[part.id].push_back(&part);
  for (const auto& [id, of_one_key] : rows) tell_of_key(of_one_key, problems);
}

void tell_crossing_bounds(const Study& study, Problems& problems) {
  const auto same_subject = [](const auto& a, const auto& b) { return a.subject == b.subject; };
  tell_crossing(study.team_rules, "min_size", "max_size", same_subject, problems);
  const auto same_partner = [&](const auto& a, const auto& b) { return same_subject(a, b) && a.partner == b.partner; };
  tell_crossing(study.join_conditions, "min_position", "max_position", same_partner, problems);
}

}  // namespace koepel::exchange::folder
