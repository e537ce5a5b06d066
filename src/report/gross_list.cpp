// SPDX-License-Identifier: EUPL-1.2
// The gross list (groslijst) in its four groups: per task what could be done together, what is arranged already, and
// which package fits. The face is compose_gross_list.
#include <algorithm>

#include "report/chapters.h"
#include "report/compose.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

/// What the partners wrote themselves, else the catalogue.
std::string possibilities(const Draft& draft, const std::string& task) {
  for (const auto& entry : draft.input.study.gross_list)
    if (entry.task == task && !say(draft, entry.possibilities).empty()) return say(draft, entry.possibilities);
  const Task* known = find_task(draft.pack(), task);
  const std::string text = known == nullptr ? "" : say(draft, known->possibilities);
  return text.empty() ? say(draft, "list.no_possibility") : text;
}

Lines arranged_in(const Draft& draft, const priorities::TaskPriority& task) {
  Lines lines;
  for (const auto& id : task.arrangements) lines.emplace_back(name(draft, "arrangement", id), "arrangement." + id);
  if (lines.empty()) lines.push_back(say(draft, "list.not_arranged"));
  return lines;
}

void group_chapter(Draft& draft, const TaskGroup& group, bool first) {
  TableBlock block;
  block.caption = capital(say(draft, group.name));
  block.header = {say(draft, "tasks.task"), say(draft, "list.possibilities"), say(draft, "list.arranged"),
                  say(draft, "tasks.package")};
  block.widths = {3, 4.6, 2.8, 1.8};
  for (const auto& task : draft.analysis().priorities.tasks)
    if (task.group == group.id)
      block.rows.push_back({cell(capital(name(draft, "task", task.task))), cell(possibilities(draft, task.task)),
                            cell_of(arranged_in(draft, task)),
                            cell(name(draft, "package", priorities::id_of(task.package)))});
  chapter(draft, "list.group." + group.id, first);
  paragraph(draft, say(draft, group.explanation));
  if (block.rows.empty()) paragraph(draft, say(draft, "list.group.none"));
  table(draft, std::move(block));
}

/// Tasks that the partners looked at and took off, with why.
void left_out_chapter(Draft& draft) {
  Lines lines;
  for (const auto& entry : draft.input.study.gross_list)
    if (!entry.on_list)
      lines.emplace_back(capital(name(draft, "task", entry.task)) + ": " +
                             (entry.note.empty() ? say(draft, "list.no_reason") : entry.note),
                         "task." + entry.task + ".left_out");
  if (lines.empty()) return;
  chapter(draft, "chapter.list.left_out", false);
  bullets(draft, lines);
}

}  // namespace

Document compose_gross_list(const Input& input, Pictures pictures) {
  Draft draft = begin(input, Audience::college, std::move(pictures), "gross_list");
  const Analysis& a = draft.analysis();
  chapter(draft, "chapter.list.how");
  paragraph(draft, {say(draft, a.priorities.tasks.empty() ? "tasks.none" : "list.intro",
                        {number("n", static_cast<double>(a.priorities.tasks.size()))}),
                    "priorities.list"});
  bullets(draft, {say(draft, "list.use.discuss"), say(draft, "list.use.package"), say(draft, "list.use.change")});
  figure(draft, "opportunity");
  for (const auto& group : draft.pack().groups) group_chapter(draft, group, &group == &draft.pack().groups.front());
  left_out_chapter(draft);
  annex_missing(draft);
  annex_receipt(draft);
  return std::move(draft.document);
}

}  // namespace koepel::report
