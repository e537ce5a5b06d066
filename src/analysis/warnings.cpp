// SPDX-License-Identifier: EUPL-1.2
// What limits the outcome, said aloud.
#include <algorithm>
#include <cstdlib>

#include "analysis/parts.h"

namespace koepel {

namespace {

bool published(const survey::ConstructResult& construct) {
  const auto* all = survey::find_cut(construct.cuts, {});
  return all != nullptr && all->shown == survey::Shown::shown;
}

void warn_about_poll(std::vector<Warning>& out, const survey::SurveyResult& poll) {
  if (poll.respondents == 0) {
    out.push_back({"no-poll", {"analysis.warning.no_poll", {}}});
    return;
  }
  int hidden = 0;
  for (const auto& construct : poll.constructs)
    hidden += static_cast<int>(std::count_if(construct.cuts.begin(), construct.cuts.end(), [](const auto& cut) {
      return cut.shown == survey::Shown::too_few || cut.shown == survey::Shown::withheld;
    }));
  if (hidden > 0)
    out.push_back({"few-answers", {"analysis.warning.few_answers", {number("n", hidden)}}, "survey.hidden"});
  if (std::none_of(poll.constructs.begin(), poll.constructs.end(), published))
    out.push_back({"too-few-to-publish",
                   {"analysis.warning.too_few_to_publish", {number("n", poll.respondents)}},
                   "survey.respondents"});
}

void warn_about_functions(std::vector<Warning>& out, const Analysis& a) {
  std::vector<std::string> subjects;
  for (const auto& advice : a.forms.subjects)
    if (!advice.function_recorded) subjects.push_back(advice.subject);
  if (!subjects.empty())
    out.push_back({"function-missing",
                   {"analysis.warning.function_missing",
                    {number("n", static_cast<double>(subjects.size())), terms("subjects", "subject", subjects)}},
                   "form." + subjects.front()});
}

void warn_about_approach(std::vector<Warning>& out, const Analysis& a, const MethodPack& pack) {
  if (a.approach.enough && a.approach.coverage < pack.approach.low_coverage)
    out.push_back(
        {"low-coverage", {"analysis.warning.low_coverage", {percent("coverage", a.approach.coverage)}}, "approach"});
}

int month_of(const std::string& iso) { return std::atoi(iso.c_str()) * 12 + std::atoi(iso.c_str() + 5); }

/// Whole months from one ISO date to a later one, by the calendar.
int months_between(const std::string& from, const std::string& to) {
  return month_of(to) - month_of(from) - (to.substr(8) < from.substr(8) ? 1 : 0);
}

/// From today up to and including the same day that many months later.
bool within(const std::string& today, const std::string& then, int months) {
  if (then < today) return false;
  const int apart = month_of(then) - month_of(today);
  return apart < months || (apart == months && then.substr(8) <= today.substr(8));
}

void warn_about_elections(std::vector<Warning>& out, const StudyHead& head, const MethodPack& pack) {
  if (head.date.size() != 10 || head.council_elections.size() != 10) return;
  if (!within(head.date, head.council_elections, pack.approach.election_months)) return;
  const int months = months_between(head.date, head.council_elections);
  out.push_back({"election-near",
                 {months == 0 ? "analysis.warning.election_at_hand" : "analysis.warning.election_near",
                  {date("date", head.council_elections), number("months", months)}},
                 "study.elections"});
}

void warn_about_spending(std::vector<Warning>& out, const benchmark::Spending& spending) {
  if (spending.kind.empty()) {
    out.push_back({"no-accounts", {"analysis.warning.no_accounts", {}}});
  } else if (!spending.missing.empty()) {
    out.push_back({"no-spending", spending.missing});
  } else if (!spending.not_filed.empty()) {
    out.push_back({"not-filed",
                   {"analysis.warning.not_filed",
                    {terms("partners", "partner", spending.not_filed), word("year", std::to_string(spending.year))}}});
  }
}

/// Estimates that do not count, a comparison of few, and computations that gave up, are said and not hidden.
void warn_about_quantities(std::vector<Warning>& out, const Analysis& a) {
  for (const auto& fault : a.scale.faults) out.push_back({"estimate-not-used", fault});
  if (!a.efficiency.caution.empty()) out.push_back({"few-compared", a.efficiency.caution, "study.partners"});
  if (!a.scale.complete || !a.gains.complete || a.efficiency.stopped)
    out.push_back({"stopped", {"analysis.warning.stopped", {}}});
}

void warn_about_missing_evidence(std::vector<Warning>& out, const Analysis& a) {
  double presets = 0;
  double all = 0;
  for (const auto& task : a.priorities.tasks)
    for (const auto& motive : task.motives) {
      all += 1;
      presets += motive.basis == Basis::preset ? 1 : 0;
    }
  if (all > 0 && presets > 0)
    out.push_back({"presets", {"analysis.warning.presets", {percent("share", presets / all)}}, "priorities.presets"});
}

}  // namespace

std::vector<Warning> warnings_of(const Analysis& a, const Study& study, const MethodPack& pack) {
  std::vector<Warning> out;
  if (study.head.invented != Text{}) out.push_back({"invented", {"analysis.warning.invented", {}}});
  warn_about_poll(out, a.survey);
  warn_about_functions(out, a);
  warn_about_approach(out, a, pack);
  warn_about_elections(out, a.head, pack);
  warn_about_spending(out, a.spending);
  if (!a.priorities.weights_note.empty()) out.push_back({"weights-impossible", a.priorities.weights_note});
  warn_about_missing_evidence(out, a);
  warn_about_quantities(out, a);
  return out;
}

}  // namespace koepel
