// SPDX-License-Identifier: EUPL-1.2
// What the partners are to each other: three criteria, existing partnerships, motives and factors, and where they
// differ. The face is reasoning_together.
#include <algorithm>

#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

constexpr std::size_t arrangements_shown = 6;
constexpr std::size_t others_named = 3;
constexpr std::size_t gaps_told = 2;

std::string names(const Draft& draft, const char* kind, const std::vector<std::string>& ids) {
  return draft.phrases.say(terms("", kind, ids), draft.document.language);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& one : words) out += (out.empty() ? "" : ", ") + one;
  return out;
}

/// A register names municipalities that have gone since then by their code only.
bool is_code(const std::string& other) { return other.size() == 6 && other.starts_with("GM"); }

Sentence members_of(const Draft& draft, const partners::MappedArrangement& one) {
  const std::string inside = names(draft, "partner", one.partners), step = "arrangement." + one.id;
  const bool unnamed = std::ranges::any_of(one.others, is_code);
  if (one.others.size() > others_named || unnamed)
    return {
        say(draft, "map.members.many", {word("partners", inside), number("n", static_cast<double>(one.others.size()))}),
        step};
  return one.others.empty() ? inside
                            : say(draft, "map.members", {word("partners", inside), word("others", joined(one.others))});
}

std::string score_of(const Draft& draft, const std::optional<double>& score) {
  return score ? write(draft, *score, 1) : say(draft, "unknown");
}

const char* light_id(factors::Light light) {
  switch (light) {
    case factors::Light::weak:
      return "weak";
    case factors::Light::mixed:
      return "mixed";
    case factors::Light::strong:
      return "strong";
    case factors::Light::unknown:
      break;
  }
  return "unknown";
}

}  // namespace

void partner_criteria(Draft& draft) {
  Lines lines;
  for (const auto& matrix : draft.analysis().partner_set.matrices) {
    const Finding* finding = find_finding(draft.analysis(), "pairs." + matrix.criterion);
    if (finding != nullptr)
      lines.push_back(say(draft, *finding));
    else if (!matrix.says.empty())
      lines.emplace_back(say(draft, matrix.says), "pairs." + matrix.criterion);
  }
  if (lines.empty()) lines.push_back(say(draft, "together.no_pairs"));
  bullets(draft, lines);
}

void pair_figures(Draft& draft) {
  for (const char* criterion : {"dependence", "conflict", "kinship"}) figure(draft, std::string("pairs.") + criterion);
}

void arrangements_table(Draft& draft) {
  // What the partners told of themselves comes before what an old register says.
  auto map = draft.analysis().partner_set.map;
  std::ranges::stable_sort(map, {}, &partners::MappedArrangement::from_register);
  TableBlock block;
  block.caption = say(draft, "map.table");
  block.header = {say(draft, "map.name"), say(draft, "map.form"), say(draft, "map.who"), say(draft, "map.until")};
  block.widths = {3.6, 2.6, 4, 1.8};
  for (const auto& one : map) {
    if (block.rows.size() >= arrangements_shown) break;
    block.rows.push_back(
        {cell({one.name, "arrangement." + one.id}),
         cell(one.form.empty() ? say(draft, "unknown") : name(draft, "form_short", one.form)),
         cell(members_of(draft, one)),
         cell(one.until.empty() ? say(draft, "map.no_end") : write_date(one.until, draft.document.language))});
  }
  if (map.size() > arrangements_shown) block.note = say(draft, "map.rest");
  table(draft, std::move(block));
}

void factors_table(Draft& draft) {
  TableBlock block;
  block.caption = say(draft, "factors.table");
  block.header = {say(draft, "factors.factor"), say(draft, "factors.score"), say(draft, "factors.spread"),
                  say(draft, "factors.light")};
  block.widths = {5, 1.5, 1.5, 3};
  for (const auto& one : draft.analysis().factors.factors)
    block.rows.push_back({cell(capital(name(draft, "factor", one.factor))),
                          number_cell({score_of(draft, one.score), one.trace}),
                          number_cell({score_of(draft, one.spread), one.spread ? one.trace + ".spread" : ""}),
                          cell(say(draft, std::string("light.") + light_id(one.light)))});
  block.note = say(draft, "factors.table.note");
  table(draft, std::move(block));
}

void poll_section(Draft& draft) {
  const auto& poll = draft.analysis().survey;
  if (poll.respondents == 0) {
    paragraph(draft, say(draft, "poll.none"));
    return;
  }
  paragraph(draft, {say(draft, "poll.intro", {number("n", poll.respondents)}), "survey.respondents"});
  figure(draft, "motives");
  Lines lines;
  for (const auto& finding : draft.analysis().findings)
    if (finding.id.starts_with("gap.") && lines.size() < gaps_told) lines.push_back(say(draft, finding));
  if (!lines.empty()) paragraph(draft, say(draft, "poll.gaps"));
  bullets(draft, lines);
}

void reasoning_together(Draft& draft) {
  const Analysis& a = draft.analysis();
  chapter(draft, "chapter.together", false);
  section(draft, say(draft, "together.criteria"));
  paragraph(draft, say(draft, "together.criteria.intro"));
  partner_criteria(draft);
  section(draft, say(draft, "together.map"));
  if (const Finding* finding = find_finding(a, "map"); finding != nullptr)
    paragraph(draft, say(draft, *finding));
  else if (a.partner_set.map.empty())
    paragraph(draft, say(draft, "map.none"));
  arrangements_table(draft);  // before the figure: a table fills the page that a figure does not fit on
  figure(draft, "network");
  section(draft, say(draft, "together.poll"));
  poll_section(draft);
  section(draft, say(draft, "together.factors"));
  paragraph(draft, say(draft, "factors.intro"));
  factors_table(draft);
}

}  // namespace koepel::report
