// SPDX-License-Identifier: EUPL-1.2
// Why these tasks: the packages, the opportunity map, and what keeps the other tasks out. The face is reasoning_tasks.
#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

using priorities::Package;
using priorities::TaskPriority;

constexpr std::size_t tasks_in_table = 10;
constexpr std::size_t tasks_explained = 5;
constexpr std::size_t tasks_named = 8;

std::vector<Cell> task_row(const Draft& draft, const TaskPriority& task) {
  const auto* motive = strongest_motive(task.motives);
  return {cell(capital(name(draft, "task", task.task))),
          cell(name(draft, "package", priorities::id_of(task.package))),
          cell(motive == nullptr ? "" : name(draft, "motive", motive->motive)),
          number_cell({write(draft, task.value, 2), step_of(task, "value")}),
          number_cell({write(draft, task.feasibility, 2), step_of(task, "feasibility")}),
          number_cell({write_percent(draft, task.membership[static_cast<std::size_t>(task.package)]),
                       step_of(task, "package")})};
}

TableBlock top_table(const Draft& draft) {
  TableBlock block;
  block.caption = say(draft, "tasks.table");
  block.header = {say(draft, "tasks.task"),  say(draft, "tasks.package"),     say(draft, "tasks.motive"),
                  say(draft, "tasks.value"), say(draft, "tasks.feasibility"), say(draft, "tasks.sure")};
  block.widths = {4.6, 2.1, 3.4, 1.5, 2, 1.7};
  block.note = say(draft, "tasks.table.note");
  for (const Package package : {Package::base, Package::plus})
    for (const auto* task : tasks_in(draft.analysis(), package))
      if (block.rows.size() < tasks_in_table) block.rows.push_back(task_row(draft, *task));
  return block;
}

/// "Task: reason." The rule of the package stands above the list, so a reason of the task's own goes before it.
Sentence explained(const Draft& draft, const TaskPriority& task) {
  const bool better = task.package == Package::base || task.package == Package::arranged || task.why_not.empty();
  const auto& reasons = better ? task.why : task.why_not;
  if (reasons.empty()) return {""};
  const Message& own = better && reasons.size() > 1 ? reasons[1] : reasons[0];
  return {capital(name(draft, "task", task.task)) + ": " + say(draft, own), step_of(task, "package")};
}

std::string flip_of(const Draft& draft, const TaskPriority& task) {
  if (!task.flip) return {};
  const bool is_motive = find_motive(draft.pack(), task.flip->what) != nullptr;
  return " " +
         say(draft, "tasks.flip",
             {term("what", is_motive ? "motive" : "priorities", task.flip->what), number("from", task.flip->from, 2),
              number("to", task.flip->to, 2), term("package", "package", priorities::id_of(task.flip->becomes))});
}

void explain(Draft& draft, Package package) {
  const Tasks tasks = tasks_in(draft.analysis(), package);
  if (tasks.empty()) return;
  const std::string id = priorities::id_of(package);
  section(draft, say(draft, "tasks." + id, {number("n", static_cast<double>(tasks.size()))}));
  paragraph(draft, say(draft, "tasks." + id + ".means"));
  Lines lines;
  for (const auto* task : tasks)
    if (const Sentence line = explained(draft, *task); !line.text.empty() && lines.size() < tasks_explained)
      lines.emplace_back(line.text + flip_of(draft, *task), line.step);
  bullets(draft, lines);
  if (tasks.size() > lines.size()) paragraph(draft, say(draft, "tasks.rest"), "note");
}

/// The tasks that stay as they are: named with what holds for all of them; the annex gives each one's figures.
void name_only(Draft& draft, Package package) {
  const Tasks tasks = tasks_in(draft.analysis(), package);
  if (tasks.empty()) return;
  const std::string key = std::string("tasks.") + priorities::id_of(package);
  const auto n = static_cast<double>(tasks.size());
  named_paragraph(draft, say(draft, key, {number("n", n)}) + ".",
                  {say(draft, key + ".means") + " " +
                       say(draft, tasks.size() > tasks_named ? "tasks.named.more" : "tasks.named",
                           {task_names("tasks", tasks, tasks_named)}),
                   count_step(package)});
}

/// What would bring a later task into the base package: the first few that a single change moves.
Lines moves_up(const Draft& draft) {
  Lines lines;
  for (const auto* task : tasks_in(draft.analysis(), Package::plus))
    if (task->flip && task->flip->becomes == Package::base && lines.size() < 3)
      lines.emplace_back(capital(name(draft, "task", task->task)) + ":" + flip_of(draft, *task),
                         step_of(*task, "package"));
  return lines;
}

}  // namespace

void reasoning_tasks(Draft& draft) {
  const auto& priorities = draft.analysis().priorities;
  chapter(draft, "chapter.tasks", false);
  if (priorities.tasks.empty()) {
    paragraph(draft, say(draft, "tasks.none"));
    return;
  }
  paragraph(draft, {say(draft, "tasks.intro",
                        {number("n", static_cast<double>(priorities.tasks.size())), number("draws", priorities.draws)}),
                    "priorities.list"});
  figure(draft, "opportunity");
  table(draft, top_table(draft));
  explain(draft, Package::base);
  section(draft, say(draft, "tasks.others"));
  for (const Package package : {Package::plus, Package::not_now, Package::unsuitable, Package::arranged})
    name_only(draft, package);
  bullets(draft, moves_up(draft));
  if (!priorities.left_out.empty())
    paragraph(draft, say(draft, "tasks.left_out", {terms("tasks", "task", priorities.left_out)}), "note");
}

}  // namespace koepel::report
