// SPDX-License-Identifier: EUPL-1.2
// Study, pack and public facts in; what joint work saves per task, backwards and forwards, and the waste case, out. The
// face is estimate_scale.
#include "scale/scale.h"

#include <algorithm>

#include "base/parallel.h"
#include "scale/prior.h"
#include "scale/steps.h"

namespace koepel::scale {

namespace {

struct Desk {
  const Study& study;
  const MethodPack& pack;
  const Reference& reference;
  const ScaleChoices& choices;
};

/// Partners up to which all combinations are searched without anybody having asked for a target.
constexpr std::size_t few_partners = 12;

std::optional<double> target_of(const Desk& desk, const std::string& task) {
  if (const auto chosen = desk.choices.unit_cost_targets.find(task); chosen != desk.choices.unit_cost_targets.end())
    return chosen->second;
  std::optional<double> lowest;
  for (const auto& condition : desk.study.join_conditions)
    if (condition.kind == "max_unit_cost" && condition.value && condition.subject == task)
      lowest = std::min(lowest.value_or(*condition.value), *condition.value);
  return lowest;
}

std::vector<Reading> readings_for(const Desk& desk, const ScaleCluster& cluster, const CostModel& model) {
  std::vector<Reading> out;
  const bool known =
      std::all_of(model.partners.begin(), model.partners.end(), [](const auto& p) { return p.thousands > 0; });
  for (const auto* reading : readings_of(desk.pack, cluster)) {
    if (!known || (reading->curve != "log" && reading->curve != "power")) continue;
    double own = 0, after = 0, together = 0;
    for (const auto& partner : model.partners) together += partner.thousands;
    Reading one{reading->id, 0, false};
    for (const auto& partner : model.partners) {
      const auto change = change_of_scale(*reading, partner.thousands, together, slope(*reading));
      own += partner.own();
      after += partner.own() * change.value;
      one.clamped = one.clamped || change.clamped;
    }
    one.gain = 1 - after / own;
    out.push_back(one);
  }
  return out;
}

void draw_results(TaskScale& out, const TermRanges& ranges, const StudyHead& head) {
  Random random(head.seed, "scale." + out.task);
  std::vector<double> yearly, net;
  for (int d = 0; d < std::max(head.draws, 1); ++d) {
    const Terms terms = drawn_terms(ranges, random);
    yearly.push_back(joint_cost(*out.model, terms).saving());
    net.push_back(ten_year_net(*out.model, terms));
  }
  out.saving = spread_of(yearly);
  out.net = spread_of(net);
}

/// Nothing is gained, the change is paid all the same.
void no_saving(TaskScale& out) {
  Terms none = out.terms;
  none.realised_share = 0;
  const auto joint = joint_cost(*out.model, none);
  // A loss of scale is no saving scenario of its own: it counts in both.
  out.no_saving_year = std::min(0.0, joint.saving());
  out.no_saving_net = std::min(0.0, ten_year_net(*out.model, none));
}

/// What the join offers one partner: everybody saves the same share of own cost.
Offer offer_for(const TaskScale& task, const CashFlow& flow, const Desk& desk) {
  Offer offer;
  if (task.model->kind == ModelKind::activity) offer.unit_cost = task.joint.together() / task.joint.volume;
  offer.saving_share = task.joint.saving() / task.joint.alone;
  if (flow.payback) offer.payback = *flow.payback;
  offer.never_pays_back = !flow.payback;
  for (const auto& [subject, position] : desk.choices.positions)
    if (subject == task.task) offer.position = position;
  return offer;
}

void ask_backwards(TaskScale& out, const TermRanges& ranges, const Desk& desk, const Progress& progress) {
  out.break_evens = break_evens(*out.model, ranges);
  out.efficient = efficient_scale_of(*out.model, out.terms, parameter(desk.pack, "scale.efficient_margin"));
  for (const auto& flow : out.flows)
    for (auto& test : test_conditions(desk.study, out.task, flow.partner, offer_for(out, flow, desk)))
      out.conditions.push_back(std::move(test));
  if (out.model->kind != ModelKind::activity) return;
  const auto asked = target_of(desk, out.task);
  out.target_given = asked.has_value();
  const double today = out.joint.alone / out.joint.volume;
  const double target = asked.value_or(today * (1 - parameter(desk.pack, "scale.target_saving")));
  const int draws = std::clamp(desk.study.head.draws, 1, 2000);
  out.units = units_needed(*out.model, ranges, target, desk.study.head.seed, draws);
  if (asked || out.model->partners.size() <= few_partners)
    out.joiners = who_must_join(*out.model, ranges, target, desk.study.head.seed, draws, progress);
}

void add_specialisation(TaskScale& out, const Desk& desk) {
  std::vector<std::pair<std::string, double>> fte;
  std::vector<Origin> rows;
  for (const auto& partner : desk.study.partners) {
    const Figures* best = nullptr;
    for (const auto& row : desk.study.figures)
      if (row.partner == partner.id && row.task == out.task && row.fte && *row.fte >= 0 &&
          (best == nullptr || row.year.value_or(0) > best->year.value_or(0)))
        best = &row;
    if (best == nullptr) continue;
    fte.emplace_back(partner.id, *best->fte);
    rows.push_back(best->origin);
  }
  if (fte.size() < 2) return;
  const double people = range_of(desk.study, desk.pack, "scale.cover_people", out.task).value;
  const double p = range_of(desk.study, desk.pack, "scale.outage_probability", out.task).value;
  out.specialisation =
      specialise(fte, std::max(parameter(desk.pack, "priorities.fte_needed"), people), std::min(p, 1.0));
  out.specialisation->rows = std::move(rows);
}

FormWeight weight_of(const Desk& desk, const std::string& task) {
  const auto chosen = desk.choices.weights.find(task);
  return chosen != desk.choices.weights.end() ? chosen->second : usual_weight(desk.pack, task);
}

TermRanges estimate(TaskScale& out, const Desk& desk, const Progress& progress) {
  out.weight = weight_of(desk, out.task);
  out.model->own_organisation = out.weight != FormWeight::light;
  const auto ranges = term_ranges(desk.study, desk.pack, *out.model, out.weight);
  out.terms = likely_terms(ranges);
  out.joint = joint_cost(*out.model, out.terms);
  out.flows = cash_flows(*out.model, out.terms);
  draw_results(out, ranges, desk.study.head);
  no_saving(out);
  ask_backwards(out, ranges, desk, progress);
  out.trace = "scale." + out.task + ".saving";
  return ranges;
}

bool is_collection(const Study& study, const MethodPack& pack, const std::string& task) {
  const auto* cluster = cluster_of(pack, task);
  if (cluster == nullptr || cluster->id != "waste") return false;
  bool figures = false, connections = false;
  for (const auto& row : study.figures)
    if (row.task == task) {
      figures = true;
      connections = connections || counts_connections(row.unit);
    }
  // Without any figures the first task of the cluster, household collection, is planned on dwellings.
  return connections || (!figures && task == cluster->tasks.front());
}

std::size_t partner_tasks(const Study& study) { return study.figures.size(); }

/// What one task of the list adds to the whole.
struct TaskPart {
  bool done = false;
  TaskScale task;
  std::optional<CollectionCase> collection;
  Trace trace;
};

TaskScale modelled_task(const Desk& desk, const std::string& id) {
  TaskScale task;
  task.task = id;
  Built built = build_model(desk.study, desk.pack, desk.reference, id);
  task.basis = std::move(built.basis);
  task.missing = std::move(built.missing);
  task.model = std::move(built.model);
  if (const auto* cluster = cluster_of(desk.pack, id)) {
    task.evidence = cluster->evidence;
    if (task.model) task.readings = readings_for(desk, *cluster, *task.model);
  }
  add_specialisation(task, desk);
  return task;
}

TaskPart weigh_task(const Desk& desk, const std::string& id, bool yearly, const Progress& progress) {
  TaskPart out;
  if (progress.stopped()) return out;
  out.task = modelled_task(desk, id);
  if (out.task.model) add_steps(out.task, estimate(out.task, desk, progress), yearly, out.trace);
  if (out.task.specialisation) add_people_steps(out.task, out.trace);
  if (is_collection(desk.study, desk.pack, id)) {
    out.collection = plan_collection(desk.study, desk.pack, desk.reference, id, desk.choices.positions, progress);
    add_steps(*out.collection, out.trace);
  }
  out.done = true;
  return out;
}

void add(TaskPart&& part, Scale& out) {
  out.complete = out.complete && part.done;
  if (!part.done) return;
  out.tasks.push_back(std::move(part.task));
  if (part.collection) out.collections.push_back(std::move(*part.collection));
  std::ranges::move(part.trace, std::back_inserter(out.trace));
}

std::vector<std::string> tasks_on(const Study& study) {
  std::vector<std::string> out;
  for (const auto& entry : study.gross_list)
    if (entry.on_list) out.push_back(entry.task);
  return out;
}

}  // namespace

Scale estimate_scale(const Study& study, const MethodPack& pack, const Reference& reference,
                     const ScaleChoices& choices, const Progress& progress) {
  Scale out;
  const Desk desk{study, pack, reference, choices};
  out.faults = estimate_faults(study, pack);
  const bool yearly = partner_tasks(study) <= most_yearly;
  const auto tasks = tasks_on(study);
  std::vector<TaskPart> parts(tasks.size());
  // Only the question whether to stop is asked from several threads at once.
  const Progress watched{.tell = {}, .stop = progress.stop};
  in_parallel(tasks.size(), [&](std::size_t i) { parts[i] = weigh_task(desk, tasks[i], yearly, watched); });
  for (auto& part : parts) add(std::move(part), out);
  progress.at(1);
  return out;
}

const TaskScale* find_scale(const Scale& scale, const std::string& task) {
  const auto it = std::find_if(scale.tasks.begin(), scale.tasks.end(), [&](const auto& t) { return t.task == task; });
  return it == scale.tasks.end() ? nullptr : &*it;
}

}  // namespace koepel::scale
