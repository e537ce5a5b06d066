// SPDX-License-Identifier: EUPL-1.2
// Why this approach: the indications and their weight, what speaks against it, what would turn it, and the pitfalls.
// The face is reasoning_approach.
#include <algorithm>
#include <cmath>

#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

constexpr std::size_t indications_shown = 7;

TableBlock contributions_table(const Draft& draft) {
  std::vector<const approach::Contribution*> order;
  for (const auto& one : draft.analysis().approach.contributions) order.push_back(&one);
  std::ranges::stable_sort(order, std::greater{}, [](const auto* one) { return std::abs(one->share); });
  if (order.size() > indications_shown) order.resize(indications_shown);
  TableBlock block;
  block.caption = say(draft, "approach.table");
  block.header = {say(draft, "approach.indication"), say(draft, "approach.value"), say(draft, "approach.points_to"),
                  say(draft, "approach.adds")};
  block.widths = {5, 2, 3, 1.6};
  for (const auto* one : order) {
    const char* side = one->share > 0   ? "approach.side.design"
                       : one->share < 0 ? "approach.side.development"
                                        : "approach.side.none";
    const std::string step = "approach." + one->indicator;
    block.rows.push_back({cell(capital(name(draft, "indicator", one->indicator))),
                          number_cell({draft.phrases.say(one->raw, draft.document.language), step}),
                          cell(say(draft, side)), number_cell({write(draft, one->share, 2), step})});
  }
  block.note = say(draft, "approach.table.note");
  return block;
}

TableBlock guards_table(const Draft& draft) {
  TableBlock block;
  block.caption = say(draft, "approach.guards");
  block.header = {say(draft, "approach.pitfall"), say(draft, "approach.measure")};
  for (const auto& guard : draft.analysis().approach.guards)
    block.rows.push_back({cell(say(draft, guard.pitfall)), cell(say(draft, guard.measure))});
  return block;
}

}  // namespace

void reasoning_approach(Draft& draft) {
  const auto& advice = draft.analysis().approach;
  chapter(draft, "chapter.approach", false);
  if (const Finding* finding = find_finding(draft.analysis(), "approach"); finding != nullptr) {
    const std::string step = step_of(*finding);
    paragraph(draft, say(draft, *finding));
    if (!advice.enough) return;
    paragraph(draft, say(draft, std::string("approach.means.") + approach::id_of(advice.approach)));
    bullets(draft, say_all(draft, finding->why, step, 4));
    table(draft, contributions_table(draft));
    std::string why_not;
    for (const auto& line : say_all(draft, finding->why_not, step, 3))
      why_not += (why_not.empty() ? "" : " ") + line.text;
    named_paragraph(draft, say(draft, "why_not"), {why_not, step});
    named_paragraph(draft, say(draft, "flip"), {say(draft, finding->flip), step});
  }
  if (!advice.missing.empty())
    paragraph(draft, say(draft, "approach.missing", {terms("indicators", "indicator", advice.missing)}), "note");
  table(draft, guards_table(draft));
}

}  // namespace koepel::report
