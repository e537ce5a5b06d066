// SPDX-License-Identifier: EUPL-1.2
// The typed parts in; what somebody should know or decide out, one sentence each with its reasons.
#include <algorithm>
#include <array>

#include "analysis/parts.h"

namespace koepel {

namespace {

using priorities::Package;
using Findings = std::vector<Finding>;

constexpr std::size_t gaps_told = 5;

Finding finding(std::string id, std::string kind, Message says) {
  Finding f;
  f.id = std::move(id);
  f.kind = std::move(kind);
  f.says = std::move(says);
  return f;
}

Arg called(const char* name, Arg arg) {
  arg.name = name;
  return arg;
}

Finding approach_finding(const Analysis& a) {
  const auto& advice = a.approach;
  if (!advice.enough) return finding("approach", "missing", {"analysis.approach.missing", {}});
  const bool indicative = std::find(advice.rules.begin(), advice.rules.end(), "low_coverage") != advice.rules.end();
  auto f = finding("approach", "advice",
                   {indicative ? "analysis.approach.indicative" : "analysis.approach",
                    {term("approach", "approach", id_of(advice.approach)), number("d", advice.d, 2),
                     percent("coverage", advice.coverage)}});
  f.why = advice.why;
  f.why_not = advice.why_not;
  if (advice.flip)
    f.flip = {"analysis.approach.flip",
              {term("indicator", "indicator", advice.flip->indicator), called("from", advice.flip->from),
               called("to", advice.flip->to), term("becomes", "approach", id_of(advice.flip->becomes))}};
  f.trace = {"approach", "approach.D"};
  return f;
}

std::vector<std::string> tasks_in(const Analysis& a, Package package) {
  std::vector<const priorities::TaskPriority*> found;
  for (const auto& task : a.priorities.tasks)
    if (task.package == package) found.push_back(&task);
  std::stable_sort(found.begin(), found.end(), [](const auto* x, const auto* y) { return x->value > y->value; });
  std::vector<std::string> ids;
  for (const auto* task : found) ids.push_back(task->task);
  return ids;
}

void add_packages(Findings& out, const Analysis& a) {
  for (const auto package : {Package::base, Package::plus, Package::arranged, Package::not_now, Package::unsuitable}) {
    const auto ids = tasks_in(a, package);
    if (ids.empty()) continue;
    const std::string name = id_of(package);
    std::vector<std::string> first(ids.begin(), ids.begin() + static_cast<long>(std::min<std::size_t>(8, ids.size())));
    const auto rest = static_cast<double>(ids.size() - first.size());
    auto f =
        finding("package." + name, "advice",
                {rest > 0 ? "analysis.package." + name + ".more" : "analysis.package." + name,
                 {number("n", static_cast<double>(ids.size())), terms("tasks", "task", first), number("rest", rest)}});
    for (const auto& id : first) f.trace.push_back("task." + id + ".package");
    out.push_back(std::move(f));
  }
}

std::vector<Message> sentences_why_not(const forms::SubjectAdvice& advice) {
  std::vector<Message> out;
  for (const auto& other : advice.why_not) out.push_back(other.why);
  return out;
}

Message flip_of(const std::optional<tree::Flip>& flip) {
  if (!flip) return {"analysis.form.no_flip", {}};
  Arg changes;
  changes.name = "changes";
  changes.kind = Arg::Kind::list;
  for (const auto& [question, answers] : flip->changes) {
    std::vector<std::string> ids;
    for (const auto& answer : answers) ids.push_back(question + "." + answer);
    changes.parts.push_back(
        nested("", {"analysis.form.change", {term("question", "question", question), terms("answer", "answer", ids)}}));
  }
  return {"analysis.form.flip", {changes, term("form", "form", flip->becomes)}};
}

double share_of(const forms::SubjectAdvice& advice) {
  for (const auto& share : advice.shares)
    if (share.form == advice.form) return share.share;
  return 0;
}

Finding form_finding(const forms::SubjectAdvice& advice) {
  const std::string id = "form." + advice.subject;
  const Arg subject = term("subject", "subject", advice.subject);
  if (advice.form.empty()) {
    auto f = finding(id, "missing", {"analysis.form.missing", {subject, nested("missing", advice.missing)}});
    f.trace = {id};
    return f;
  }
  auto f = finding(id, "advice",
                   {"analysis.form",
                    {subject, term("form", "form", advice.form), number("position", advice.outcome.position),
                     percent("share", share_of(advice))}});
  f.why = advice.why;
  f.why_not = sentences_why_not(advice);
  f.flip = flip_of(advice.flip);
  f.trace = {id, id + ".position", id + ".share." + advice.form};
  return f;
}

/// A form was asked for what the gross list does not put forward: both are told, side by side.
std::optional<Message> against_gross_list(const std::string& subject, const Analysis& a, const Study& study) {
  const auto* package = find_package(study, subject);
  const auto tasks = package == nullptr ? std::vector{subject} : package->tasks;
  std::vector<std::string> against;
  for (const auto& task : a.priorities.tasks)
    if ((task.package == Package::unsuitable || task.package == Package::not_now) &&
        std::ranges::find(tasks, task.task) != tasks.end())
      against.push_back(task.task);
  if (against.empty()) return std::nullopt;
  return Message{"analysis.form.against", {terms("tasks", "task", against)}};
}

Arg preferred_by(const forms::PreferenceCheck& check) {
  if (!check.partner.empty()) return term("who", "partner", check.partner);
  if (!check.role.empty()) return term("who", "role", check.role);
  return term("who", "text", "analysis.somebody");
}

const char* preference_key(const forms::PreferenceCheck& check, const forms::SubjectAdvice& advice) {
  if (advice.form.empty()) return "analysis.preference.no_function";
  if (check.same) return "analysis.preference.same";
  if (!check.knocked_out.empty()) return "analysis.preference.knocked_out";
  if (!check.distance) return "analysis.preference.no_place";
  return check.would_need ? "analysis.preference.other" : "analysis.preference.far";
}

void add_preferences(Findings& out, const forms::SubjectAdvice& advice) {
  for (std::size_t i = 0; i < advice.preferences.size(); ++i) {
    const auto& check = advice.preferences[i];
    Message says{preference_key(check, advice),
                 {preferred_by(check), term("form", "form", check.form), term("subject", "subject", advice.subject)}};
    if (!advice.form.empty()) says.args.push_back(term("advised", "form", advice.form));
    if (check.distance) says.args.push_back(number("distance", *check.distance));
    auto f = finding(preference_id(advice.subject, i), "observation", std::move(says));
    if (!check.same && check.would_need) f.flip = flip_of(check.would_need);
    f.trace = {f.id, "form." + advice.subject};
    out.push_back(std::move(f));
  }
}

void add_pairs(Findings& out, const Analysis& a) {
  for (const auto& matrix : a.partner_set.matrices) {
    if (!matrix.overall) {
      out.push_back(
          finding("pairs." + matrix.criterion, "missing",
                  {"analysis.pairs.missing", {term("criterion", "text", "partners.criterion." + matrix.criterion)}}));
      continue;
    }
    auto f = finding("pairs." + matrix.criterion, "observation", matrix.says);
    f.trace = {"pairs." + matrix.criterion};
    out.push_back(std::move(f));
  }
}

Arg cut_name(const char* name, const survey::Cut& cut) {
  if (cut.partner.empty()) return term(name, "roles", cut.role);
  if (cut.role.empty()) return term(name, "partner", cut.partner);
  return nested(
      name, {"analysis.role_of_partner", {term("role", "roles", cut.role), term("partner", "partner", cut.partner)}});
}

void add_gaps(Findings& out, const Analysis& a) {
  for (std::size_t i = 0; i < std::min(gaps_told, a.survey.gaps.size()); ++i) {
    const auto& gap = a.survey.gaps[i];
    auto f = finding(
        "gap." + std::to_string(i + 1), "observation",
        {"analysis.gap",
         {term("construct", "construct", gap.construct), cut_name("a", gap.a), cut_name("b", gap.b),
          number("mean_a", gap.mean_a, 1), number("mean_b", gap.mean_b, 1), number("low", gap.difference.low, 2),
          number("high", gap.difference.high, 2), number("delta", gap.difference.delta, 2)}});
    f.trace = {gap.trace};
    out.push_back(std::move(f));
  }
}

const char* light_id(factors::Light light) {
  static constexpr std::array<const char*, 4> ids{"unknown", "weak", "mixed", "strong"};
  return ids[static_cast<std::size_t>(light)];
}

void add_factors(Findings& out, const Analysis& a) {
  for (const auto& factor : a.factors.factors) {
    const bool known = factor.score.has_value();
    auto f = finding("factor." + factor.factor, known ? "observation" : "missing",
                     {std::string("analysis.factor.") + light_id(factor.light),
                      {term("factor", "factor", factor.factor), number("score", factor.score.value_or(0), 1)}});
    f.why = factor.answers_say;
    f.why.insert(f.why.end(), factor.facts_say.begin(), factor.facts_say.end());
    f.trace = {factor.trace};
    out.push_back(std::move(f));
  }
}

void add_map(Findings& out, const Analysis& a) {
  const auto& set = a.partner_set;
  if (set.map.empty()) {
    out.push_back(finding("map", "missing", {"analysis.map.missing", {}}));
    return;
  }
  auto f = finding(
      "map", "observation",
      {"analysis.map", {number("n", static_cast<double>(set.map.size())), percent("congruence", set.congruence)}});
  for (const auto& overlap : set.overlaps) f.why.push_back(overlap.what);
  for (const auto& host : set.hosts) f.why.push_back(host.why);
  f.trace = {"partners.congruence"};
  for (const auto& arrangement : set.map) f.trace.push_back("arrangement." + arrangement.id);
  out.push_back(std::move(f));
}

void add_expiring(Findings& out, const Analysis& a) {
  for (const auto& arrangement : a.partner_set.map) {
    if (!arrangement.expires_soon) continue;
    auto f = finding("expiring." + arrangement.id, "observation",
                     {arrangement.until < a.head.date ? "analysis.expired" : "analysis.expiring",
                      {word("arrangement", arrangement.name), date("until", arrangement.until)}});
    f.trace = {"arrangement." + arrangement.id};
    out.push_back(std::move(f));
  }
}

/// "6.4 (€ 309 tegen € 115)"
Arg outlier_told(const benchmark::SpendingRow& row) {
  return nested("field", {"analysis.spending.field",
                          {word("field", row.task_field), number("own", *row.per_inhabitant),
                           number("median", row.comparable_median)}});
}

/// One finding per partner: twenty sentences of one kind are a table, not a story.
void add_spending(Findings& out, const Analysis& a) {
  for (const auto& partner : a.partners) {
    Arg fields;
    fields.name = "fields";
    fields.kind = Arg::Kind::list;
    auto f = finding("spending." + partner.id, "observation", {});
    for (const auto& row : a.spending.rows) {
      if (row.partner != partner.id || !row.outlier || !row.per_inhabitant) continue;
      fields.parts.push_back(outlier_told(row));
      f.trace.push_back("spending." + row.partner + "." + row.task_field);
    }
    if (fields.parts.empty()) continue;
    f.says = {"analysis.spending.outliers",
              {term("partner", "partner", partner.id), word("year", std::to_string(a.spending.year)), fields}};
    out.push_back(std::move(f));
  }
}

}  // namespace

std::vector<Finding> findings_of(const Analysis& analysis, const Study& study, const MethodPack& pack) {
  Findings out{approach_finding(analysis)};
  add_packages(out, analysis);
  for (const auto& advice : analysis.forms.subjects) {
    out.push_back(form_finding(advice));
    if (auto against = against_gross_list(advice.subject, analysis, study); against && !advice.form.empty())
      out.back().why_not.insert(out.back().why_not.begin(), std::move(*against));
    add_preferences(out, advice);
  }
  add_quantity_findings(out, analysis, pack);
  add_pairs(out, analysis);
  add_map(out, analysis);
  add_expiring(out, analysis);
  add_factors(out, analysis);
  add_gaps(out, analysis);
  add_spending(out, analysis);
  return out;
}

}  // namespace koepel
