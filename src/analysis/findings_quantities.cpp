// SPDX-License-Identifier: EUPL-1.2
// Cost models, gains, efficiency, third parties and projects in; what somebody should know of them out, one sentence
// each with its reasons. The face is add_quantity_findings.
#include <algorithm>
#include <cmath>

#include "analysis/parts.h"

namespace koepel {

namespace {

using Findings = std::vector<Finding>;

constexpr std::size_t savings_told = 6;
constexpr std::size_t people_told = 3;
constexpr std::size_t leads_told = 4;
constexpr std::size_t evidence_told = 2;
constexpr std::size_t followers_told = 3;

Finding finding(std::string id, std::string kind, Message says, std::vector<std::string> trace) {
  Finding f;
  f.id = std::move(id);
  f.kind = std::move(kind);
  f.says = std::move(says);
  f.trace = std::move(trace);
  return f;
}

Arg exact_euro(const char* name, double amount) { return money(name, std::llround(amount * 100)); }

Arg rounded(const char* name, Money amount) { return about(name, static_cast<double>(amount.cents) / 100); }

// --- saving ---

std::vector<Message> evidence_of(const scale::TaskScale& task, const MethodPack& pack) {
  std::vector<Message> out;
  for (const auto& id : task.evidence)
    if (find_evidence(pack, id) != nullptr && out.size() < evidence_told)
      out.push_back({"quantities.evidence", {term("finding", "evidence", id)}});
  return out;
}

/// The input that needs to move least, as share of its range, before the gain over ten years is gone or comes.
const scale::BreakEven* nearest_break_even(const scale::TaskScale& task) {
  const scale::BreakEven* best = nullptr;
  const auto distance = [](const scale::BreakEven& one) {
    return std::abs(*one.at - one.likely) / std::max(1e-9, one.high - one.low);
  };
  for (const auto& one : task.break_evens)
    if (one.at && (best == nullptr || distance(one) < distance(*best))) best = &one;
  return best;
}

Message flip_of(const scale::TaskScale& task) {
  const auto* flip = nearest_break_even(task);
  if (flip == nullptr) return {"quantities.saving.no_flip", {}};
  return {flip->gain_at_likely ? "quantities.saving.flip_gone" : "quantities.saving.flip_comes",
          {term("quantity", "quantity", flip->quantity), number("from", flip->likely, 2), number("to", *flip->at, 2)}};
}

Finding saving_finding(const scale::TaskScale& task, const MethodPack& pack) {
  const bool gain = task.saving.band.mid > 0;
  const std::string root = "scale." + task.task;
  auto f =
      finding("saving." + task.task, "observation",
              {gain ? "quantities.saving" : "quantities.saving.none",
               {term("task", "task", task.task), about("alone", task.joint.alone), about("mid", task.saving.band.mid),
                about("low", task.saving.band.low), about("high", task.saving.band.high),
                percent("loss", task.saving.loss_chance), number("years", task.terms.years_to_saving)}},
              {task.trace, root + ".range", root + ".net", root + ".no_saving"});
  f.why = evidence_of(task, pack);
  f.why.push_back(
      {"quantities.net",
       {about("net", task.net.band.mid), about("low", task.net.band.low), about("high", task.net.band.high)}});
  f.why_not = {{"quantities.no_saving", {about("net", -task.no_saving_net)}}};
  f.flip = flip_of(task);
  return f;
}

/// Figures were given, but not enough to compute with: silence would look like no saving.
void add_not_computed(Findings& out, const Analysis& a) {
  for (const auto& task : a.scale.tasks) {
    if (task.model || !task.specialisation || task.missing.empty()) continue;
    auto f =
        finding("saving." + task.task, "missing", {"quantities.saving.missing", {term("task", "task", task.task)}}, {});
    f.why = task.missing;
    out.push_back(std::move(f));
  }
}

void add_savings(Findings& out, const Analysis& a, const MethodPack& pack) {
  std::vector<const scale::TaskScale*> modelled;
  for (const auto& task : a.scale.tasks)
    if (task.model) modelled.push_back(&task);
  std::ranges::stable_sort(modelled, std::greater{}, [](const auto* task) { return task->saving.band.mid; });
  if (modelled.size() > savings_told) modelled.resize(savings_told);
  for (const auto* task : modelled) out.push_back(saving_finding(*task, pack));
}

// --- enough people ---

/// The partner where nobody is there most often.
const std::pair<std::string, double>* most_exposed(const scale::Specialisation& people) {
  const auto worst = std::ranges::max_element(people.outage_now, {}, [](const auto& one) { return one.second; });
  return worst == people.outage_now.end() ? nullptr : &*worst;
}

Finding people_finding(const scale::TaskScale& task) {
  const auto& people = *task.specialisation;
  const std::string root = "scale." + task.task + ".people";
  const Arg name = term("task", "task", task.task), needed = number("needed", people.needed_fte, 1);
  if (people.combinations.empty())
    return finding("people." + task.task, "observation",
                   {"quantities.people.never", {name, number("fte", people.total_fte, 1), needed}}, {root});
  const auto& smallest = people.combinations.front();
  auto f = finding("people." + task.task, "observation",
                   {smallest.partners.size() == 1 ? "quantities.people.single" : "quantities.people",
                    {name, terms("short", "partner", people.short_of), needed,
                     terms("members", "partner", smallest.partners), number("fte", smallest.fte, 1)}},
                   {root, root + ".together"});
  if (const auto* exposed = most_exposed(people); exposed != nullptr)
    f.why.push_back({"quantities.people.outage",
                     {term("partner", "partner", exposed->first), percent("now", exposed->second),
                      percent("then", smallest.outage)}});
  if (people.count > 1 && people.complete)
    f.why.push_back({"quantities.people.others", {number("count", people.count)}});
  return f;
}

/// Where most partners are too few: the tasks that joint work makes less vulnerable.
void add_people(Findings& out, const Analysis& a) {
  std::vector<const scale::TaskScale*> vulnerable;
  for (const auto& task : a.scale.tasks)
    if (task.specialisation && !task.specialisation->short_of.empty()) vulnerable.push_back(&task);
  std::ranges::stable_sort(vulnerable, std::greater{},
                           [](const auto* t) { return t->specialisation->short_of.size(); });
  if (vulnerable.size() > people_told) vulnerable.resize(people_told);
  for (const auto* task : vulnerable) out.push_back(people_finding(*task));
}

// --- sharing and teams ---

/// Packages, or the one task that saves most when there are none.
std::vector<const gains::SubjectGains*> subjects_told(const Analysis& a) {
  std::vector<const gains::SubjectGains*> out, tasks;
  for (const auto& subject : a.gains.subjects)
    if (subject.missing.empty() && subject.partners.size() > 1)
      (scale::find_scale(a.scale, subject.subject) == nullptr ? out : tasks).push_back(&subject);
  if (out.empty() && !tasks.empty())
    out.push_back(*std::ranges::max_element(tasks, {}, [](const auto* task) { return task->saving; }));
  return out;
}

std::vector<std::string> steps_of(const gains::SubjectGains& subject) {
  std::vector<std::string> out{subject.trace};
  for (const auto& share : subject.shares) out.push_back(share.trace);
  return out;
}

Message say_gains(const gains::SubjectGains& subject) {
  const Arg name = term("subject", "subject", subject.subject), alone = rounded("alone", subject.alone),
            together = rounded("together", subject.together);
  if (subject.saving.cents <= 0) return {"quantities.gains.none", {name, alone, together}};
  return {"quantities.gains", {name, alone, rounded("saving", subject.saving), together}};
}

void add_sharing(Findings& out, const Analysis& a) {
  for (const auto* subject : subjects_told(a)) {
    auto f = finding("gains." + subject->subject, "observation", say_gains(*subject), steps_of(*subject));
    if (!subject->without.empty())
      f.why.push_back({"quantities.gains.without", {terms("tasks", "task", subject->without)}});
    f.why.insert(f.why.end(), subject->says.begin(), subject->says.end());
    f.why_not = subject->teams.says;
    out.push_back(std::move(f));
  }
  if (a.gains.geometry)
    out.push_back(finding("teams.geometry", "observation", a.gains.geometry->says, {a.gains.geometry->trace}));
}

// --- waste collection ---

Arg needed_arg(const std::optional<double>& connections) {
  return connections ? number("needed", *connections) : term("needed", "text", "scale.collection.never");
}

std::string name_of(const scale::CollectionCase& waste, const std::string& code) {
  for (const auto& candidate : waste.candidates)
    if (candidate.area.municipality == code) return candidate.area.name;
  return code == waste.own.municipality ? waste.own.name : code;
}

Arg names_arg(const char* name, const scale::CollectionCase& waste, const std::vector<std::string>& codes) {
  Arg list;
  list.name = name;
  list.kind = Arg::Kind::list;
  for (const auto& code : codes) list.parts.push_back(word("", name_of(waste, code)));
  return list;
}

std::vector<std::string> able_partners(const scale::CollectionCase& waste, bool met) {
  std::vector<std::string> out;
  for (const auto& candidate : waste.candidates) {
    if (candidate.conditions.empty()) continue;
    const auto any = [&](scale::Met one) {
      return std::ranges::any_of(candidate.conditions, [&](const auto& c) { return c.met == one; });
    };
    if (!any(scale::Met::no) && !any(scale::Met::yes)) continue;  // only words, which nobody can test
    const bool all = !any(scale::Met::no);
    if (all == met) out.push_back(candidate.area.municipality);
  }
  return out;
}

/// Who joins the service: the group without its own municipality, which comes first.
std::vector<std::string> joiners_of(const scale::CollectionGroup& group) {
  return {group.municipalities.begin() + 1, group.municipalities.end()};
}

void add_groups(Finding& f, const scale::CollectionCase& waste) {
  for (const auto& group : waste.groups)
    if (f.why.size() < followers_told)
      f.why.push_back({"quantities.collection.group",
                       {names_arg("municipalities", waste, joiners_of(group)), exact_euro("cost", group.per_connection),
                        percent("certainty", group.certainty)}});
  if (const auto ready = able_partners(waste, true); !ready.empty())
    f.why.push_back({"quantities.collection.ready", {names_arg("partners", waste, ready)}});
  if (const auto not_ready = able_partners(waste, false); !not_ready.empty())
    f.why_not.push_back({"quantities.collection.not_ready", {names_arg("partners", waste, not_ready)}});
}

Message say_collection(const scale::CollectionCase& waste) {
  const Arg own = word("own", waste.own.name), today = exact_euro("today", waste.today),
            target = exact_euro("target", waste.target);
  if (waste.today <= waste.target) return {"quantities.collection.there", {own, today, target}};
  return {"quantities.collection",
          {own, today, target, needed_arg(waste.needed), number("now", waste.own.connections),
           percent("ever", waste.ever)}};
}

void add_collections(Findings& out, const Analysis& a) {
  for (const auto& waste : a.scale.collections) {
    // Made of dwellings alone it is what any service would cost, not one that somebody has.
    if (waste.missing.empty() && waste.own.proxy) continue;
    if (!waste.missing.empty()) {
      out.push_back(finding("collection." + waste.task, "missing", waste.missing, {}));
      continue;
    }
    const std::string root = "scale." + waste.task + ".collection.";
    auto f = finding("collection." + waste.task, "advice", say_collection(waste),
                     {root + "needed", root + "today", root + "together"});
    add_groups(f, waste);
    f.why.insert(f.why.end(), waste.plan.begin(), waste.plan.end());
    f.flip = {"quantities.collection.surely",
              {waste.needed_surely ? number("needed", *waste.needed_surely)
                                   : term("needed", "text", "scale.collection.never")}};
    out.push_back(std::move(f));
  }
}

// --- strengths, third parties, projects ---

Arg score_of(const char* name, const benchmark::FieldEfficiency& field, const std::string& partner) {
  const auto row = std::ranges::find(field.rows, partner, &benchmark::EfficiencyRow::partner);
  return percent(name, row == field.rows.end() ? 0 : row->corrected);
}

void add_leads(Findings& out, const Analysis& a) {
  std::size_t told = 0;
  for (const auto& field : a.efficiency.fields) {
    if (!field.lead.clear || field.lead.followers.empty() || told == leads_told) continue;
    auto followers = field.lead.followers;
    const auto rest = followers.size() > followers_told ? followers.size() - followers_told : 0;
    followers.resize(followers.size() - rest);
    ++told;
    out.push_back(finding("lead." + field.task_field, "observation",
                          {rest > 0 ? "quantities.lead.more" : "quantities.lead",
                           {word("field", field.task_field), term("leader", "partner", field.lead.leader),
                            score_of("score", field, field.lead.leader), score_of("next", field, field.lead.second),
                            terms("followers", "partner", followers), number("rest", static_cast<double>(rest))}},
                          {field.trace, field.trace + "." + field.lead.leader, field.trace + "." + field.lead.second}));
  }
}

void add_third_parties(Findings& out, const Analysis& a) {
  std::vector<std::string> ids, steps;
  for (const auto& row : a.third_parties.rows)
    if (row.once) ids.push_back(row.third_party), steps.push_back(row.trace);
  if (ids.empty()) return;
  const auto& given = a.third_parties.measured;
  const auto& usual = a.third_parties.preset;
  std::vector<Arg> args{terms("third_parties", "third_party", ids)};
  const auto add = [&](const char* mid, const char* low, const char* high, const third_parties::Range& range) {
    for (const auto& [name, value] : {std::pair{mid, range.value}, {low, range.low}, {high, range.high}})
      args.push_back(number(name, value));
  };
  const bool both = given.partner_hours.value > 0;
  if (both) add("hours", "low", "high", given.partner_hours);
  if (!both || usual.partner_hours.value > 0) add("usual", "usual_low", "usual_high", usual.partner_hours);
  const char* key = !both                           ? "quantities.third_parties.usual"
                    : usual.partner_hours.value > 0 ? "quantities.third_parties"
                                                    : "quantities.third_parties.given";
  auto f = finding("third_parties", "observation", {key, std::move(args)}, steps);
  for (const char* total : {"third_parties.total.measured", "third_parties.total.preset"})
    if (std::ranges::find(a.third_parties.trace, total, &Step::id) != a.third_parties.trace.end())
      f.trace.emplace_back(total);
  out.push_back(std::move(f));
}

void add_projects(Findings& out, const Analysis& a) {
  for (const auto& project : a.projects.projects) {
    const bool missing = !project.missing.empty();
    auto f = finding("project." + project.project, missing ? "missing" : "observation",
                     missing ? project.missing : project.says, {});
    if (!missing) f.trace = {"projects." + project.project + ".together", "projects." + project.project + ".alone"};
    f.why = project.notes;
    out.push_back(std::move(f));
  }
}

}  // namespace

void add_quantity_findings(std::vector<Finding>& out, const Analysis& analysis, const MethodPack& pack) {
  add_savings(out, analysis, pack);
  add_not_computed(out, analysis);
  add_people(out, analysis);
  add_collections(out, analysis);
  add_sharing(out, analysis);
  add_leads(out, analysis);
  add_third_parties(out, analysis);
  add_projects(out, analysis);
}

}  // namespace koepel
