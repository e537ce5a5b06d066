// SPDX-License-Identifier: EUPL-1.2
// Records that a finding tells about without computing anything in; steps that open them to their row out.
#include "analysis/parts.h"

namespace koepel {

namespace {

Step step_of(const partners::MappedArrangement& arrangement) {
  return {.id = "arrangement." + arrangement.id,
          .what = {"analysis.step.arrangement", {}},
          .value = word("", arrangement.name),
          .rule = {arrangement.from_register ? "analysis.rule.arrangement_register" : "analysis.rule.arrangement",
                   {terms("partners", "partner", arrangement.partners)}},
          .inputs = {arrangement.origin}};
}

std::vector<Origin> rows_with(const forms::PreferenceCheck& check, const std::string& subject, const Study& study) {
  std::vector<Origin> rows;
  for (const auto& stated : study.preferences)
    if ((stated.subject.empty() || stated.subject == subject) && stated.form == check.form &&
        stated.partner == check.partner && stated.role == check.role)
      rows.push_back(stated.origin);
  return rows;
}

Step step_of(const forms::PreferenceCheck& check, const std::string& id, const std::string& subject,
             const Study& study) {
  return {.id = id,
          .what = {"analysis.step.preference", {term("form", "form", check.form), term("subject", "subject", subject)}},
          .value = check.distance ? number("", *check.distance) : term("", "text", "common.unknown"),
          .rule = {"analysis.rule.preference", {}},
          .from = {"form." + subject},
          .inputs = rows_with(check, subject, study)};
}

}  // namespace

std::string preference_id(const std::string& subject, std::size_t index) {
  return "preference." + subject + "." + std::to_string(index + 1);
}

Trace record_steps(const Analysis& analysis, const Study& study) {
  Trace trace;
  for (const auto& arrangement : analysis.partner_set.map) trace.push_back(step_of(arrangement));
  for (const auto& advice : analysis.forms.subjects)
    for (std::size_t i = 0; i < advice.preferences.size(); ++i)
      trace.push_back(step_of(advice.preferences[i], preference_id(advice.subject, i), advice.subject, study));
  return trace;
}

}  // namespace koepel
