// SPDX-License-Identifier: EUPL-1.2
// A municipality beside municipalities like it: what the analysis holds on spending, in; one partner's part of it, out.
#include <algorithm>

#include "api/routes.h"
#include "api/shapes.h"

namespace koepel::api {

namespace {

using service::Told;

std::string field_name(const App& app, const std::string& code) {
  for (const auto& field : app.desk.reference.reference.task_fields)
    if (field.code == code) return field.name_nl;
  return {};
}

std::string municipality_name(const App& app, const std::string& code) {
  for (const auto& one : app.desk.reference.reference.municipalities)
    if (one.id == code) return one.name;
  return code;
}

Json row_json(const App& app, const benchmark::SpendingRow& row) {
  Json out{{"field", row.task_field},
           {"name", field_name(app, row.task_field)},
           {"compared", row.comparables},
           {"outlier", row.outlier},
           {"step", "spending." + row.partner + "." + row.task_field}};
  if (row.per_inhabitant) out["own"] = *row.per_inhabitant;
  if (row.comparables > 0)
    out["median"] = row.comparable_median, out["low"] = row.comparable_low, out["high"] = row.comparable_high;
  return out;
}

Json comparison_json(const App& app, const Told& told, const std::string& partner, Language language) {
  const auto& spending = told.analysis.spending;
  Json out{{"partner", partner},
           {"missing", spending.missing.empty() ? "" : told.phrases.say(spending.missing, language)},
           {"municipalities", Json::array()},
           {"rows", Json::array()}};
  if (spending.kind.empty()) return out;
  out["year"] = spending.year, out["kind"] = spending.kind;
  out["filed"] = std::ranges::find(spending.not_filed, partner) == spending.not_filed.end();
  for (const auto& one : spending.comparables)
    if (one.partner == partner) {
      out["step"] = one.trace;
      for (const auto& code : one.municipalities) out["municipalities"].push_back(municipality_name(app, code));
    }
  for (const auto& row : spending.rows)
    if (row.partner == partner) out["rows"].push_back(row_json(app, row));
  return out;
}

}  // namespace

http::Response get_comparison(App& app, const Call& call) {
  return shown(app, call, [&](const Told& told) {
    const auto& partner = call.id(1);
    if (find_partner(told.seen, partner) == nullptr) return problem(app, call, service::Fault::Kind::unknown);
    return json(comparison_json(app, told, partner, call.language));
  });
}

}  // namespace koepel::api
