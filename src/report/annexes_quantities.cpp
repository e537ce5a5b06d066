// SPDX-License-Identifier: EUPL-1.2
// The annexes for a controller: every table and picture of cost, saving, sharing, strengths, third parties and
// projects, and what research found. The faces are annex_quantities and annex_evidence.
#include <algorithm>
#include <array>

#include "report/chapters.h"
#include "report/printed_table.h"

namespace koepel::report {

namespace {

/// A part of this annex: its pictures (all whose id starts so) and its tables.
struct Part {
  const char* heading;
  std::vector<const char*> pictures;
  std::vector<PrintedTable> tables;
};

/// What the findings "<start>..." are about: an annex shows those rows, the JSON has them all.
std::vector<std::string> told(const Analysis& analysis, const std::string& start) {
  std::vector<std::string> out;
  for (const auto& finding : analysis.findings)
    if (finding.id.starts_with(start)) out.push_back(finding.id.substr(start.size()));
  return out;
}

std::vector<Part> parts(const Draft& draft) {
  const auto savings = told(draft.analysis(), "saving."), shared = told(draft.analysis(), "gains."),
             led = told(draft.analysis(), "lead.");
  const std::string rest = say(draft, "annex.rest");
  return {{"annex.saving",
           {"saving_partners", "cash_flow", "cost_curve_"},
           {{.id = "savings", .widths = {4, 1.8, 1.8, 1.7, 1.7, 1.2, 1.9, 1.9}},
            {.id = "cash_flow", .widths = {3.4, 2, 1.7, 1.7, 1.7, 1.7, 1.7, 1.7, 1.5}, .about = savings, .note = rest},
            {.id = "collection", .widths = {}}}},
          {"annex.sharing",
           {"keys_", "teams"},
           {{.id = "shares", .widths = {4, 2.4, 2, 2, 2.2, 2}, .about = shared, .note = rest},
            {.id = "keys", .widths = {3, 3, 3.2, 1.7, 3, 1.8, 1.6}, .about = shared},
            {.id = "teams", .widths = {4, 7, 2}, .about = shared}}},
          {"annex.strengths",
           {"efficiency_"},
           {{.id = "efficiency", .widths = {1.3, 2.2, 1.2, 1.6, 1.1, 1.1, 1.3, 1.7, 4}, .about = led, .note = rest},
            {.id = "specialisation", .widths = {4, 1.4, 4, 2, 4}}}},
          {"annex.hours",
           {"third_parties", "project_"},
           {{.id = "third_parties", .widths = {3.6, 1.4, 1.6, 1.6, 1.5, 1.3, 1.3, 1.6}},
            {.id = "projects", .widths = {3, 2.3, 1.4, 1.5, 1.4, 1.5, 1.8, 1.8}}}}};
}

bool has_content(const Draft& draft, const Part& part) {
  return std::ranges::any_of(part.tables,
                             [&](const auto& one) { return find_table(draft.analysis(), one.id) != nullptr; });
}

void all_figures(Draft& draft, const std::string& start) {
  std::vector<std::string> ids;
  for (const auto& picture : draft.pictures)
    if (picture.id.starts_with(start)) ids.push_back(picture.id);
  for (const auto& id : ids) figure(draft, id);
}

}  // namespace

void annex_quantities(Draft& draft) {
  for (const auto& part : parts(draft)) {
    if (!has_content(draft, part)) continue;
    annex(draft, part.heading);
    paragraph(draft, say(draft, std::string(part.heading) + ".intro"));
    for (const char* picture : part.pictures) all_figures(draft, picture);
    for (const auto& one : part.tables) print_table(draft, one);
  }
}

void annex_evidence(Draft& draft) {
  annex(draft, "annex.evidence");
  paragraph(draft, say(draft, "money.evidence.intro"));
  TableBlock block;
  block.caption = say(draft, "money.evidence.table");
  block.header = {say(draft, "money.evidence.about"), say(draft, "money.evidence.finding"), say(draft, "money.source")};
  block.widths = {2.2, 5.6, 4};
  constexpr std::array<std::pair<const char*, const char*>, 6> evidence{{{"general", "RUG"},
                                                                         {"tax", "COELO"},
                                                                         {"tax_scale", "TUD"},
                                                                         {"waste", "SCITE"},
                                                                         {"ict", "MI"},
                                                                         {"merger", "B18"}}};
  for (const auto& [id, source] : evidence)
    block.rows.push_back({cell(say(draft, std::string("evidence.") + id)),
                          cell(say(draft, std::string("evidence.") + id + ".found")),
                          cell(name(draft, "source", source))});
  table(draft, std::move(block));
}

}  // namespace koepel::report
