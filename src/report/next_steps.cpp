// SPDX-License-Identifier: EUPL-1.2
// Who decides what, in which order, within which term. The face is next_steps.
#include <algorithm>

#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

std::vector<std::string> steps_for(const Draft& draft) {
  const CouncilRole role = council_role(draft);
  const auto forms = advised_forms(draft);
  const bool staff_moves = std::ranges::any_of(forms, [](const auto& one) { return one.form->joint_employer; });
  std::vector<std::string> steps{"intention", "works_council", "college"};
  if (staff_moves) steps.push_back("social_plan");
  if (role.scheme) steps.insert(steps.end(), {"view", "permission", "adoption", "publication"});
  if (role.private_entity) steps.push_back("wishes");
  if (!role.scheme && !role.private_entity) steps.push_back("contract");
  steps.push_back("evaluation");
  return steps;
}

Sentence election_warning(const Draft& draft) {
  for (const auto& warning : draft.analysis().warnings)
    if (warning.code == "election-near") return say(draft, warning);
  return {""};
}

TableBlock decisions_table(const Draft& draft) {
  TableBlock block;
  block.caption = say(draft, "next.decisions");
  block.header = {say(draft, "cover.date"), say(draft, "next.body"), say(draft, "next.decision")};
  block.widths = {1.8, 3, 6};
  const auto& decisions = draft.analysis().decisions;
  for (std::size_t row = 0; row < decisions.size(); ++row) {
    const auto& one = decisions[row];
    const std::string body = say(draft, "body." + one.body);
    block.rows.push_back(
        {cell(write_date(one.date, draft.document.language)),
         cell(one.partner.empty()
                  ? capital(body)
                  : say(draft, "next.body_of", {word("body", body), term("partner", "partner", one.partner)})),
         cell({one.decision, one.decision.empty() ? "" : decision_id(row)})});
  }
  return block;
}

}  // namespace

void next_steps(Draft& draft) {
  chapter(draft, "chapter.next", false);
  paragraph(draft, say(draft, "next.intro"));
  TableBlock block;
  block.caption = say(draft, "next.table");
  block.header = {say(draft, "next.step"), say(draft, "next.who"), say(draft, "next.term"), say(draft, "next.law")};
  block.widths = {4.2, 2.6, 3, 2.2};
  for (const auto& step : steps_for(draft)) {
    const std::string key = "next." + step;
    block.rows.push_back({cell(say(draft, key)), cell(say(draft, key + ".who")), cell(say(draft, key + ".term")),
                          cell(say(draft, key + ".law"))});
  }
  block.note = say(draft, "next.table.note");
  table(draft, std::move(block));
  if (const Sentence warning = election_warning(draft); !warning.text.empty())
    box(draft, "warning", say(draft, "next.election"), {warning});
  table(draft, decisions_table(draft));
}

}  // namespace koepel::report
