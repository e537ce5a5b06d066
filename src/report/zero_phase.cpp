// SPDX-License-Identifier: EUPL-1.2
// The zero-phase report (0-fase-rapport): what the poll, the map, the inventory and the three criteria say, and which
// approach follows. The face is compose_zero_phase_report.
#include "report/chapters.h"
#include "report/compose.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

void summary(Draft& draft) {
  chapter(draft, "chapter.zero.summary");
  const Analysis& a = draft.analysis();
  Lines lines;
  for (const char* id : {"approach", "map", "pairs.dependence", "pairs.conflict", "pairs.kinship"})
    if (const Finding* finding = find_finding(a, id); finding != nullptr) lines.push_back(say(draft, *finding));
  for (const auto& factor : a.factors.factors)
    if (const Finding* finding = find_finding(a, "factor." + factor.factor);
        factor.light == factors::Light::weak && finding != nullptr)
      lines.push_back(say(draft, *finding));
  bullets(draft, lines, true);
  paragraph(draft, say(draft, "zero.next"));
}

void question(Draft& draft) {
  const StudyHead& head = draft.analysis().head;
  chapter(draft, "chapter.zero.question", false);
  if (const auto& text = head.question.in(draft.document.language); !text.empty())
    named_paragraph(draft, say(draft, "public.question"), text);
  if (const auto& text = head.occasion.in(draft.document.language); !text.empty())
    named_paragraph(draft, say(draft, "public.occasion"), text);
  paragraph(draft, say(draft, "zero.how"));
  figure(draft, "map");
}

void poll_chapter(Draft& draft) {
  chapter(draft, "chapter.zero.poll");
  poll_section(draft);
  section(draft, say(draft, "together.factors"));
  paragraph(draft, say(draft, "factors.intro"));
  figure(draft, "factors");
  factors_table(draft);
}

void map_chapter(Draft& draft) {
  chapter(draft, "chapter.zero.map", false);
  const Analysis& a = draft.analysis();
  if (const Finding* finding = find_finding(a, "map"); finding != nullptr) {
    paragraph(draft, say(draft, *finding));
    bullets(draft, say_all(draft, finding->why, step_of(*finding), 5));
  } else if (a.partner_set.map.empty()) {
    paragraph(draft, say(draft, "map.none"));
  }
  figure(draft, "network");
  arrangements_table(draft);
}

void criteria_chapter(Draft& draft) {
  chapter(draft, "chapter.zero.criteria", false);
  paragraph(draft, say(draft, "together.criteria.intro"));
  partner_criteria(draft);
  pair_figures(draft);
}

void inventory_chapter(Draft& draft) {
  chapter(draft, "chapter.zero.inventory", false);
  const auto n = static_cast<double>(draft.analysis().priorities.tasks.size());
  paragraph(draft, {say(draft, "zero.inventory", {number("n", n)}), "priorities.list"});
  TableBlock block;
  block.caption = say(draft, "zero.inventory.table");
  block.header = {say(draft, "tasks.group"), say(draft, "zero.tasks_on_list"), say(draft, "zero.examples")};
  block.widths = {3, 1.6, 7};
  for (const auto& group : draft.pack().groups) {
    Tasks tasks;
    for (const auto& task : draft.analysis().priorities.tasks)
      if (task.group == group.id) tasks.push_back(&task);
    block.rows.push_back(
        {cell(capital(say(draft, group.name))),
         number_cell({write(draft, static_cast<double>(tasks.size())), "priorities.group." + group.id}),
         cell(capital(draft.phrases.say(task_names("", tasks, 4), draft.document.language)))});
  }
  table(draft, std::move(block));
  section(draft, say(draft, "money.now"));
  spending_table(draft);
}

}  // namespace

Document compose_zero_phase_report(const Input& input, Pictures pictures) {
  Draft draft = begin(input, Audience::college, std::move(pictures), "zero_phase");
  summary(draft);
  question(draft);
  poll_chapter(draft);
  map_chapter(draft);
  inventory_chapter(draft);
  criteria_chapter(draft);
  reasoning_approach(draft);
  annex_method(draft);
  annex_assumptions(draft);
  annex_missing(draft);
  annex_sources(draft);
  annex_receipt(draft);
  return std::move(draft.document);
}

}  // namespace koepel::report
