// SPDX-License-Identifier: EUPL-1.2
// What is known about money: what founding costs, what partnerships cost now and what the partners spend; then what
// joint work saves (saving.cpp). The face is money_chapter.
#include <algorithm>

#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

constexpr std::size_t forms_on_first_page = 3;  ///< their cost stands in the table of "what do you say yes to"
constexpr std::size_t fields_shown = 8;
constexpr std::size_t widest_table = 7;  ///< partners beside each other on a page

std::string euros(const Draft& draft, std::int64_t cents) { return write_money(cents, draft.document.language); }

void setup_table(Draft& draft) {
  TableBlock block;
  block.caption = say(draft, "money.setup.table");
  block.header = {say(draft, "money.form"), say(draft, "money.subjects"), say(draft, "money.months"),
                  say(draft, "money.once")};
  block.widths = {3.2, 4, 1.6, 3};
  for (const auto& one : advised_forms(draft)) {
    block.rows.push_back({cell(capital(name(draft, "form", one.form->id))),
                          cell(draft.phrases.say(subject_names("", one.subjects), draft.document.language)),
                          number_cell(setup_months(draft, *one.form)), number_cell(setup_cost(draft, *one.form))});
  }
  block.note = say(draft, "money.setup.note");
  table(draft, std::move(block));
}

void existing_cost(Draft& draft) {
  TableBlock block;
  block.caption = say(draft, "money.existing.table");
  block.header = {say(draft, "map.name"), say(draft, "money.tasks"), say(draft, "money.per_year"),
                  say(draft, "money.source")};
  block.widths = {3.4, 4, 2, 3};
  for (const auto& one : draft.input.study.arrangements)
    if (one.cost_per_year)
      block.rows.push_back({cell({one.name, "arrangement." + one.id}),
                            cell(draft.phrases.say(terms("", "task", one.tasks), draft.document.language)),
                            number_cell({euros(draft, one.cost_per_year->cents), "arrangement." + one.id + ".cost"}),
                            cell(one.source)});
  if (block.rows.empty()) paragraph(draft, say(draft, "money.existing.none"));
  table(draft, std::move(block));
}

const benchmark::SpendingRow* find_row(const benchmark::Spending& spending, const std::string& partner,
                                       const std::string& field) {
  const auto found = std::ranges::find_if(
      spending.rows, [&](const auto& row) { return row.partner == partner && row.task_field == field; });
  return found == spending.rows.end() ? nullptr : &*found;
}

std::vector<std::string> fields_of(const benchmark::Spending& spending) {
  std::vector<std::string> out;
  for (const auto& row : spending.rows)
    if (std::ranges::find(out, row.task_field) == out.end() && out.size() < fields_shown) out.push_back(row.task_field);
  return out;
}

}  // namespace

void spending_table(Draft& draft) {
  const auto& spending = draft.analysis().spending;
  if (spending.kind.empty()) {
    paragraph(draft, say(draft, "money.spending.none"));
    return;
  }
  if (!spending.not_filed.empty())
    paragraph(draft,
              say(draft, "money.not_filed",
                  {terms("partners", "partner", spending.not_filed), word("year", std::to_string(spending.year))}),
              "note");
  const auto& partners = draft.analysis().partners;
  if (partners.size() > widest_table || spending.rows.empty()) return;
  TableBlock block;
  block.caption =
      say(draft, "money.spending.table",
          {word("year", std::to_string(spending.year)), term("kind", "text", "report.accounts." + spending.kind)});
  block.header = {say(draft, "money.field")};
  block.widths = {3.1};
  for (const auto& partner : partners) {
    block.header.push_back(partner.name);
    block.widths.push_back(1.9);
  }
  for (const auto& field : fields_of(spending)) {
    std::vector<Cell> row{cell(field_name(draft, field))};
    for (const auto& partner : partners) {
      const auto* one = find_row(spending, partner.id, field);
      row.push_back(one != nullptr && one->per_inhabitant
                        ? number_cell({write(draft, *one->per_inhabitant), "spending." + partner.id + "." + field})
                        : number_cell(say(draft, "unknown")));
    }
    block.rows.push_back(std::move(row));
  }
  block.note = say(draft, "money.spending.note");
  table(draft, std::move(block));
}

void money_chapter(Draft& draft) {
  chapter(draft, "chapter.money", false);
  paragraph(draft, say(draft, "money.honest"));
  section(draft, say(draft, "money.setup"));
  const std::size_t forms = advised_forms(draft).size();
  if (forms == 0)
    paragraph(draft, say(draft, "money.setup.none"));
  else if (forms <= forms_on_first_page)
    paragraph(draft, say(draft, "money.setup.where"));
  else
    setup_table(draft);
  section(draft, say(draft, "money.now"));
  existing_cost(draft);
  spending_table(draft);
  saving_sections(draft);
}

}  // namespace koepel::report
