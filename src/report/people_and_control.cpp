// SPDX-License-Identifier: EUPL-1.2
// Two chapters for one reader each: what changes for staff (works council) and how the council keeps hold (council).
#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

/// Per advised form one line of the pack.
TableBlock table_per_form(const Draft& draft, const std::string& key, Text Form::*field) {
  TableBlock block;
  block.caption = say(draft, key + ".table");
  block.header = {say(draft, "money.form"), say(draft, "money.subjects"), say(draft, key + ".column")};
  block.widths = {2.6, 3, 6};
  for (const auto& one : advised_forms(draft))
    if (const std::string& text = say(draft, one.form->*field); !text.empty())
      block.rows.push_back({cell(capital(name(draft, "form_short", one.form->id))),
                            cell(draft.phrases.say(subject_names("", one.subjects), draft.document.language)),
                            cell(text)});
  return block;
}

void poll_of_staff(Draft& draft) {
  Lines lines;
  for (const char* role : {"works_council", "staff"})
    for (const auto& construct : draft.analysis().survey.constructs) {
      const auto* cut = survey::find_cut(construct.cuts, {"", role});
      const Construct* known = find_construct(draft.pack(), construct.construct);
      if (cut == nullptr || !cut->numbers || known == nullptr || known->family != "staff" || lines.size() >= 6)
        continue;
      lines.emplace_back(say(draft, "staff.mean",
                             {term("construct", "construct", construct.construct), term("role", "role", role),
                              number("mean", cut->numbers->mean, 1), number("n", cut->numbers->n)}),
                         survey::step_id(construct.construct, {"", role}));
    }
  section(draft, say(draft, "staff.poll"));
  if (lines.empty()) paragraph(draft, say(draft, "staff.poll.none"));
  bullets(draft, lines);
}

}  // namespace

void staff_chapter(Draft& draft) {
  chapter(draft, "chapter.staff", false);
  paragraph(draft, say(draft, "staff.intro"));
  TableBlock block = table_per_form(draft, "staff", &Form::staff);
  if (block.rows.empty()) paragraph(draft, say(draft, "staff.none"));
  table(draft, std::move(block));
  section(draft, say(draft, "staff.rights"));
  bullets(draft, {say(draft, "staff.rights.timing"), say(draft, "staff.rights.primacy"),
                  say(draft, "staff.rights.month"), say(draft, "staff.rights.joint")});
  poll_of_staff(draft);
}

void control_chapter(Draft& draft) {
  chapter(draft, "chapter.control", false);
  paragraph(draft, say(draft, "control.intro"));
  TableBlock block = table_per_form(draft, "control", &Form::steering);
  if (block.rows.empty()) paragraph(draft, say(draft, "control.none"));
  table(draft, std::move(block));
  const CouncilRole role = council_role(draft);
  Lines lines;
  if (role.scheme)
    lines = {say(draft, "control.view"), say(draft, "control.permission"), say(draft, "control.budget"),
             say(draft, "control.evaluation"), say(draft, "control.committee")};
  if (role.private_entity) lines.push_back(say(draft, "control.private"));
  lines.push_back(say(draft, "control.information"));
  section(draft, say(draft, "control.instruments"));
  bullets(draft, lines);
}

}  // namespace koepel::report
