// SPDX-License-Identifier: EUPL-1.2
// A judged task in, its steps in the trace out, from the package down to the cells of the study folder. Faces:
// add_steps, add_shared_steps, add_counts, add_presets.
#include "priorities/judged_task.h"

namespace koepel::priorities {

namespace {

std::string weight_step(const std::string& motive) { return "priorities.weight." + motive; }

Step step(std::string id, Message what, Arg value, Message rule, const char* source) {
  Step made;
  made.id = std::move(id);
  made.what = std::move(what);
  made.value = std::move(value);
  made.rule = std::move(rule);
  made.source = source;
  return made;
}

Arg value_arg(double value) { return number("value", value, 2); }

Message about(const char* key, const std::string& task, std::vector<Arg> more = {}) {
  more.insert(more.begin(), term("task", "task", task));
  return {key, std::move(more)};
}

Step scored_step(std::string id, Message what, const ScoredMotive& scored) {
  Step made = step(std::move(id), std::move(what), value_arg(scored.score.value), scored.rule, scored.source.c_str());
  made.inputs = scored.inputs;
  made.parameters = scored.parameters;
  made.from = scored.from;
  return made;
}

/// Partners that were measured or judged have a step of their own; the others share one assumption.
void add_motive(const JudgedTask& task, const MotiveOfTask& motive, const Bench& bench, Trace& trace) {
  const std::string& name = motive.together.score.motive;
  const std::string id = "task." + task.outcome.task + "." + name;
  const Arg motive_arg = term("motive", "motive", name);
  Step together = scored_step(id, about("priorities.step.motive", task.outcome.task, {motive_arg}), motive.together);
  bool assumed = false;
  for (std::size_t p = 0; p < motive.partners.size(); ++p) {
    const auto& scored = motive.partners[p];
    const std::string& partner = bench.facts.partners[p];
    const bool own = scored.score.basis == Basis::measured || scored.score.because.key == "priorities.judged.partner";
    if (!own && assumed) continue;
    assumed = assumed || !own;
    const Message what =
        own ? about("priorities.step.motive_of", task.outcome.task, {motive_arg, term("partner", "partner", partner)})
            : about("priorities.step.motive_assumed", task.outcome.task, {motive_arg});
    trace.push_back(scored_step(id + (own ? "." + partner : ".assumed"), what, scored));
    together.from.push_back(trace.back().id);
  }
  trace.push_back(std::move(together));
}

void add_value(const JudgedTask& task, const Bench& bench, Trace& trace) {
  const std::string id = "task." + task.outcome.task;
  Step value = step(id + ".value", about("priorities.step.value", task.outcome.task), value_arg(task.outcome.value),
                    {"priorities.rule.value_of", {}}, "brochure");
  for (const auto& motive : bench.motives) {
    value.from.push_back(id + "." + motive);
    value.from.push_back(weight_step(motive));
  }
  for (const auto& view : task.outcome.partners)
    trace.push_back([&] {
      Step own = value;
      own.id += "." + view.partner;
      own.what = about("priorities.step.value_of", task.outcome.task, {term("partner", "partner", view.partner)});
      own.value = value_arg(view.value);
      return own;
    }());
  const Band& band = task.outcome.value_band;
  value.rule = {"priorities.rule.value", {number("low", band.low, 2), number("high", band.high, 2)}};
  trace.push_back(std::move(value));
}

void add_feasibility(const JudgedTask& task, Trace& trace) {
  const std::string id = "task." + task.outcome.task + ".feasibility";
  Step together = step(id, about("priorities.step.feasibility", task.outcome.task), value_arg(task.outcome.feasibility),
                       {"priorities.rule.feasibility", {}}, "design");
  for (const auto& part : task.parts) {
    Step one =
        step(id + "." + part.together.id,
             about("priorities.step.part", task.outcome.task, {term("part", "priorities", part.together.id)}),
             value_arg(part.together.value), part.rule, part.together.basis == Basis::preset ? "catalogue" : "design");
    one.inputs = part.inputs;
    one.parameters = part.parameters;
    one.from = part.from;
    together.from.push_back(one.id);
    trace.push_back(std::move(one));
  }
  for (const auto& view : task.outcome.partners) {
    Step own = together;
    own.id += "." + view.partner;
    own.what = about("priorities.step.feasibility_of", task.outcome.task, {term("partner", "partner", view.partner)});
    own.value = value_arg(view.feasibility);
    trace.push_back(std::move(own));
  }
  trace.push_back(std::move(together));
}

void add_rank_and_package(const JudgedTask& task, const Bench& bench, Trace& trace) {
  const TaskPriority& outcome = task.outcome;
  const std::string id = "task." + outcome.task;
  const std::vector<std::string> from = {id + ".value", id + ".feasibility"};
  const Arg draws = number("draws", bench.weights.draws);
  Step rank = step(id + ".rank", about("priorities.step.rank", outcome.task), number("value", outcome.rank, 1),
                   {"priorities.rule.rank", {draws}}, "design");
  rank.from = from;
  rank.parameters = {"priorities.draws_minimum"};
  trace.push_back(std::move(rank));
  Step package = step(id + ".package", about("priorities.step.package", outcome.task),
                      term("value", "package", id_of(outcome.package)),
                      {"priorities.rule.package",
                       {draws, percent("share", outcome.membership[static_cast<std::size_t>(outcome.package)])}},
                      "brochure");
  package.from = from;
  for (const auto* arrangement : task.facts->arrangements) package.inputs.push_back(arrangement->origin);
  package.parameters = {"priorities.base_value",        "priorities.base_feasibility", "priorities.plus_value",
                        "priorities.plus_partners",     "priorities.low_value",        "priorities.low_feasibility",
                        "priorities.local_sensitivity", "priorities.local_proximity"};
  trace.push_back(std::move(package));
}

}  // namespace

void add_steps(const JudgedTask& task, const Bench& bench, Trace& trace) {
  for (const auto& motive : task.motives) add_motive(task, motive, bench, trace);
  add_value(task, bench, trace);
  add_feasibility(task, trace);
  add_rank_and_package(task, bench, trace);
}

void add_counts(const MethodPack& pack, const Priorities& judged, Trace& trace) {
  const auto counted = [&](const std::string& id, Message what, auto belongs) {
    Step made = step("priorities." + id, std::move(what), {}, {"priorities.rule.count", {}}, "brochure");
    for (const auto& task : judged.tasks)
      if (belongs(task)) made.from.push_back("task." + task.task + ".package");
    made.value = number("value", static_cast<double>(made.from.size()));
    trace.push_back(std::move(made));
  };
  counted("list", {"priorities.step.list", {}}, [](const auto&) { return true; });
  for (const auto package : {Package::base, Package::plus, Package::not_now, Package::unsuitable, Package::arranged})
    counted(std::string("package.") + id_of(package),
            {"priorities.step.package_count", {term("package", "package", id_of(package))}},
            [&](const auto& task) { return task.package == package; });
  for (const auto& group : pack.groups)
    counted("group." + group.id, {"priorities.step.group_count", {term("group", "group", group.id)}},
            [&](const auto& task) { return task.group == group.id; });
}

void add_presets(const Priorities& judged, Trace& trace) {
  double presets = 0, all = 0;
  Step made = step("priorities.presets", {"priorities.step.presets", {}}, {}, {}, "catalogue");
  for (const auto& task : judged.tasks)
    for (const auto& motive : task.motives) {
      all += 1;
      if (motive.basis != Basis::preset) continue;
      presets += 1;
      made.from.push_back("task." + task.task + "." + motive.motive);
    }
  if (presets == 0) return;
  made.value = percent("value", presets / all);
  made.rule = {"priorities.rule.presets", {number("presets", presets), number("all", all)}};
  trace.push_back(std::move(made));
}

void add_shared_steps(const Bench& bench, Trace& trace) {
  for (std::size_t m = 0; m < bench.motives.size(); ++m) {
    Step weight =
        step(weight_step(bench.motives[m]), {"priorities.step.weight", {term("motive", "motive", bench.motives[m])}},
             value_arg(bench.centre[m]), {"priorities.rule.weight", {number("draws", bench.weights.draws)}}, "design");
    for (const auto& stated : bench.study.head.weights) weight.inputs.push_back(stated.origin);
    weight.parameters = {"priorities.draws_minimum"};
    trace.push_back(std::move(weight));
  }
  for (const auto* entry : bench.facts.left_out) {
    Step left = step("task." + entry->task + ".left_out", about("priorities.step.left_out", entry->task),
                     word("value", entry->note), {"priorities.rule.left_out", {}}, "brochure");
    left.inputs.push_back(entry->origin);
    trace.push_back(std::move(left));
  }
}

}  // namespace koepel::priorities
