// SPDX-License-Identifier: EUPL-1.2
// Why these tasks: the packages, the opportunity map, and what keeps the other tasks out. The face is reasoning_tasks.
#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

using priorities::Package;
using priorities::TaskPriority;

constexpr std::size_t tasks_in_table = 10;
constexpr std::size_t tasks_explained = 6;

std::vector<Cell> task_row(const Draft& draft, const TaskPriority& task) {
  const auto* motive = strongest_motive(task.motives);
  return {cell(capital(name(draft, "task", task.task))),
          cell(name(draft, "package", priorities::id_of(task.package))),
          cell(motive == nullptr ? "" : name(draft, "motive", motive->motive)),
          number_cell(write(draft, task.value, 2)),
          number_cell(write(draft, task.feasibility, 2)),
          number_cell(write_percent(draft, task.membership[static_cast<std::size_t>(task.package)]))};
}

TableBlock top_table(const Draft& draft) {
  TableBlock block;
  block.caption = say(draft, "tasks.table");
  block.header = {say(draft, "tasks.task"), say(draft, "tasks.package"), say(draft, "tasks.motive"),
                  say(draft, "tasks.value"), say(draft, "tasks.feasibility"), say(draft, "tasks.sure")};
  block.widths = {4.6, 2.1, 3.4, 1.5, 2, 1.7};
  block.note = say(draft, "tasks.table.note", {number("draws", draft.analysis().priorities.draws)});
  for (const Package package : {Package::base, Package::plus})
    for (const auto* task : tasks_in(draft.analysis(), package))
      if (block.rows.size() < tasks_in_table) block.rows.push_back(task_row(draft, *task));
  return block;
}

/// "U01: reason. What would turn it."
std::string explained(const Draft& draft, const TaskPriority& task, const std::vector<Message>& reasons) {
  std::string out = capital(name(draft, "task", task.task)) + ": ";
  for (const auto& reason : say_all(draft, reasons, 2)) out += reason + " ";
  out.pop_back();
  return out;
}

std::string flip_of(const Draft& draft, const TaskPriority& task) {
  if (!task.flip) return {};
  const bool is_motive = find_motive(draft.pack(), task.flip->what) != nullptr;
  return " " + say(draft, "tasks.flip",
                   {term("what", is_motive ? "motive" : "feasibility", task.flip->what), number("from", task.flip->from, 2),
                    number("to", task.flip->to, 2), term("package", "package", priorities::id_of(task.flip->becomes))});
}

void explain(Draft& draft, Package package) {
  const Tasks tasks = tasks_in(draft.analysis(), package);
  if (tasks.empty()) return;
  const std::string id = priorities::id_of(package);
  section(draft, say(draft, "tasks." + id, {number("n", static_cast<double>(tasks.size()))}));
  paragraph(draft, say(draft, "tasks." + id + ".means"));
  Lines lines;
  for (const auto* task : tasks) {
    const bool better = package == Package::base || package == Package::arranged;
    const auto& reasons = better || task->why_not.empty() ? task->why : task->why_not;
    if (lines.size() < tasks_explained && !reasons.empty()) lines.push_back(explained(draft, *task, reasons) + flip_of(draft, *task));
  }
  bullets(draft, lines);
  if (tasks.size() > tasks_explained)
    paragraph(draft, say(draft, "tasks.rest", {number("n", static_cast<double>(tasks.size() - tasks_explained))}), "note");
}

}  // namespace

void reasoning_tasks(Draft& draft) {
  const auto& priorities = draft.analysis().priorities;
  chapter(draft, "chapter.tasks", false);
  if (priorities.tasks.empty()) {
    paragraph(draft, say(draft, "tasks.none"));
    return;
  }
  paragraph(draft, say(draft, "tasks.intro", {number("n", static_cast<double>(priorities.tasks.size())),
                                              number("draws", priorities.draws)}));
  figure(draft, "opportunity");
  table(draft, top_table(draft));
  for (const Package package : {Package::base, Package::plus, Package::not_now, Package::unsuitable, Package::arranged})
    explain(draft, package);
  if (!priorities.left_out.empty()) paragraph(draft, say(draft, "tasks.left_out", {terms("tasks", "task", priorities.left_out)}), "note");
}

}  // namespace koepel::report
