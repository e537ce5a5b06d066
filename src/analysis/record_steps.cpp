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
                   {terms("partners", "partner", arrangement.partners),
                    number("others", static_cast<double>(arrangement.others.size()))}},
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

Step cost_step(const partners::MappedArrangement& arrangement, Money cost) {
  return {.id = "arrangement." + arrangement.id + ".cost",
          .what = {"analysis.step.arrangement_cost", {word("name", arrangement.name)}},
          .value = money("", cost.cents),
          .rule = {"analysis.rule.figure_entered", {}},
          .inputs = {arrangement.origin}};
}

std::vector<Origin> origins_of(const std::vector<Partner>& partners) {
  std::vector<Origin> rows;
  for (const auto& partner : partners) rows.push_back(partner.origin);
  return rows;
}

/// What the study leaves open comes from the table of municipalities.
Step figure_step(const Partner& completed, const Partner& entered, const char* figure, const char* what, double value,
                 bool own) {
  Step step{.id = "partner." + completed.id + "." + figure,
            .what = {what, {term("partner", "partner", completed.id)}},
            .value = number("", value),
            .rule = {own ? "analysis.rule.figure_entered" : "analysis.rule.figure_reference", {}},
            .inputs = {entered.origin}};
  if (!own && !completed.source.empty()) step.inputs.push_back({completed.source, "", 0, ""});
  return step;
}

void add_figures(const Partner& partner, const Partner& entered, Trace& trace) {
  if (partner.inhabitants)
    trace.push_back(figure_step(partner, entered, "inhabitants", "analysis.step.inhabitants", *partner.inhabitants,
                                entered.inhabitants.has_value()));
  if (partner.land_area_ha)
    trace.push_back(figure_step(partner, entered, "area", "analysis.step.area", *partner.land_area_ha,
                                entered.land_area_ha.has_value()));
}

void add_partners(const Analysis& analysis, const Study& study, Trace& trace) {
  trace.push_back({.id = "study.partners",
                   .what = {"analysis.step.partners", {}},
                   .value = number("", static_cast<double>(study.partners.size())),
                   .rule = {"analysis.rule.partners", {}},
                   .inputs = origins_of(study.partners)});
  for (const auto& partner : analysis.partners) add_figures(partner, *find_partner(study, partner.id), trace);
}

/// Somebody's own words, and a decision, open to the row where they stand.
Step own_words(const std::string& id, Message what, const std::string& words, const Origin& origin) {
  return {.id = id,
          .what = std::move(what),
          .value = word("", words),
          .rule = {"analysis.rule.own_words", {}},
          .inputs = {origin}};
}

void add_own_words(const Study& study, Trace& trace) {
  for (std::size_t row = 0; row < study.functions.size(); ++row)
    if (const auto& wish = study.functions[row]; !wish.statement.empty())
      trace.push_back(own_words(wish_id(row), {"analysis.step.wish", {term("subject", "subject", wish.subject)}},
                                wish.statement, wish.origin));
  for (std::size_t row = 0; row < study.decisions.size(); ++row)
    if (const auto& one = study.decisions[row]; !one.decision.empty())
      trace.push_back(
          own_words(decision_id(row), {"analysis.step.decision", {date("date", one.date)}}, one.decision, one.origin));
}

/// The figures that a warning tells are those of its step.
void add_warned(const Warning& warning, Trace& trace) {
  if (warning.code == "election-near")
    trace.push_back({.id = warning.trace,
                     .what = {"analysis.step.elections", {}},
                     .value = warning.says.args.front(),
                     .rule = {"analysis.rule.elections", {warning.says.args.back()}},
                     .inputs = {{"study.yaml", "", 0, ""}}});
  if (warning.code == "few-answers")
    trace.push_back({.id = warning.trace,
                     .what = {"analysis.step.hidden", {}},
                     .value = warning.says.args.front(),
                     .rule = {"analysis.rule.hidden", {}},
                     .from = {"survey.respondents"},
                     .parameters = {"survey.k_named_role", "survey.k_staff"}});
}

}  // namespace

std::string preference_id(const std::string& subject, std::size_t index) {
  return "preference." + subject + "." + std::to_string(index + 1);
}

std::string wish_id(std::size_t row) { return "wish." + std::to_string(row + 1); }
std::string decision_id(std::size_t row) { return "decision." + std::to_string(row + 1); }

Trace record_steps(const Analysis& analysis, const Study& study) {
  Trace trace;
  add_partners(analysis, study, trace);
  add_own_words(study, trace);
  for (const auto& warning : analysis.warnings) add_warned(warning, trace);
  for (const auto& arrangement : analysis.partner_set.map) trace.push_back(step_of(arrangement));
  for (const auto& mapped : analysis.partner_set.map)
    for (const auto& entered : study.arrangements)
      if (entered.id == mapped.id && entered.cost_per_year) trace.push_back(cost_step(mapped, *entered.cost_per_year));
  for (const auto& advice : analysis.forms.subjects)
    for (std::size_t i = 0; i < advice.preferences.size(); ++i)
      trace.push_back(step_of(advice.preferences[i], preference_id(advice.subject, i), advice.subject, study));
  return trace;
}

}  // namespace koepel
