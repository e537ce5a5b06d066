// SPDX-License-Identifier: EUPL-1.2
// What joint work saves, who pays what, in which groups, the waste plan, third parties and projects: the part of the
// money chapter that the cost models fill. The face is saving_sections.
#include <algorithm>

#include "report/chapters.h"
#include "report/facts.h"
#include "report/printed_table.h"

namespace koepel::report {

namespace {

constexpr std::size_t reasons_told = 3;  ///< on sharing and teams; the annexes have them all
constexpr std::size_t tasks_shown = 8;
constexpr std::size_t plan_lines = 4;
constexpr std::size_t joiners_shown = 6;  ///< the annex has them all

/// Tasks with a cost model, largest expected saving first.
std::vector<std::string> tasks_that_save_most(const Analysis& analysis) {
  std::vector<const scale::TaskScale*> tasks;
  for (const auto& task : analysis.scale.tasks)
    if (task.model) tasks.push_back(&task);
  std::ranges::stable_sort(tasks, std::greater{}, [](const auto* task) { return task->saving.band.mid; });
  std::vector<std::string> out;
  for (const auto* task : tasks)
    if (out.size() < tasks_shown) out.push_back(task->task);
  return out;
}

/// The largest saving in words: what research says of it, what if it fails, what would turn it.
void largest_saving(Draft& draft) {
  const auto all = findings_about(draft.analysis(), "saving.");
  if (all.empty()) return;
  Lines lines{say(draft, *all.front())};
  const auto& why = all.front()->why;
  const std::string step = step_of(*all.front());
  if (why.size() > 1) lines.emplace_back(say(draft, why.front()), step);  // what research found; the annex has more
  if (!why.empty()) lines.emplace_back(say(draft, why.back()), step);     // over ten years
  for (const auto& why_not : all.front()->why_not) lines.emplace_back(say(draft, why_not), step);
  lines.emplace_back(say(draft, all.front()->flip), step);
  paragraph(draft, say(draft, "money.saving.largest"));
  bullets(draft, lines);
}

void saving_section(Draft& draft) {
  section(draft, say(draft, "money.saving"));
  const auto tasks = tasks_that_save_most(draft.analysis());
  if (tasks.empty()) return paragraph(draft, say(draft, "money.saving.none"));
  paragraph(draft, say(draft, "money.saving.intro"));
  print_table(draft, {.id = "savings",
                      .columns = {"task", "alone", "saving", "saving_low", "saving_high", "loss", "net"},
                      .widths = {3.6, 1.7, 1.7, 1.6, 1.6, 1.2, 1.9},
                      .about = tasks,
                      .note = say(draft, "money.saving.note")});
  largest_saving(draft);
}

void sharing_section(Draft& draft) {
  const auto* subject = main_subject(draft.analysis());
  if (subject == nullptr) return;
  section(draft, say(draft, "money.sharing"));
  const Finding* finding = find_finding(draft.analysis(), "gains." + subject->subject);
  paragraph(draft, say(draft, *finding));
  print_table(draft, {.id = "keys",
                      .columns = {"key", "worse_off", "keeps_everybody", "moved"},
                      .widths = {3.6, 5, 2.2, 2.2},
                      .about = {subject->subject},
                      .note = say(draft, "money.sharing.note")});
  bullets(draft, say_all(draft, finding->why, step_of(*finding), reasons_told));
}

void teams_section(Draft& draft) {
  Lines lines;
  if (const auto* subject = main_subject(draft.analysis()); subject != nullptr)
    lines = say_all(draft, subject->teams.says, subject->trace, reasons_told);
  if (const auto& geometry = draft.analysis().gains.geometry; geometry)
    lines.emplace_back(say(draft, geometry->says), geometry->trace);
  if (lines.empty()) return;
  section(draft, say(draft, "money.teams"));
  bullets(draft, lines);
}

void waste_section(Draft& draft) {
  for (const auto* finding : findings_about(draft.analysis(), "collection.")) {
    section(draft, say(draft, "money.waste"));
    paragraph(draft, say(draft, *finding));
    bullets(draft, say_all(draft, finding->why, step_of(*finding), plan_lines));
    bullets(draft, say_all(draft, finding->why_not, step_of(*finding)));
    paragraph(draft, {say(draft, finding->flip), step_of(*finding)});
    print_table(draft, {.id = "collection",
                        .columns = {"municipality", "connections", "per_connection_alone", "per_connection_expected",
                                    "conditions_unmet"},
                        .widths = {4, 2, 2.4, 2.4, 2.4},
                        .most = joiners_shown});
  }
}

void hours_section(Draft& draft) {
  Lines lines;
  if (const Finding* finding = find_finding(draft.analysis(), "third_parties"); finding != nullptr)
    lines.push_back(say(draft, *finding));
  for (const auto* finding : findings_about(draft.analysis(), "project.")) {
    lines.push_back(say(draft, *finding));
    for (const auto& note : say_all(draft, finding->why, step_of(*finding), 1)) lines.push_back(note);
  }
  if (lines.empty()) return;
  section(draft, say(draft, "money.hours"));
  bullets(draft, lines);
}

}  // namespace

void saving_sections(Draft& draft) {
  saving_section(draft);
  sharing_section(draft);
  teams_section(draft);
  waste_section(draft);
  hours_section(draft);
}

}  // namespace koepel::report
