// SPDX-License-Identifier: EUPL-1.2
// The typed parts in, tables as an annex or a spreadsheet shows them out. Values keep their notation; nothing is
// computed.
#include <cmath>

#include "analysis/parts.h"
#include "analysis/table_parts.h"

namespace koepel {

Table start_table(const char* id, std::initializer_list<const char*> columns) {
  Table table;
  table.id = id;
  table.title = {std::string("analysis.table.") + id, {}};
  for (const char* name : columns) table.columns.push_back({std::string("analysis.column.") + name, {}});
  return table;
}

void add_row(Table& table, std::vector<TableCell> cells, const std::string& step) {
  for (auto& cell : cells)
    if (cell.step.empty() && (&cell == &cells.front() || is_figure(cell.value))) cell.step = step;
  table.rows.push_back(std::move(cells));
}

Arg unknown_cell() { return term("", "text", "common.unknown"); }

Arg optional_number(const std::optional<double>& value, int decimals) {
  return value ? number("", *value, decimals) : unknown_cell();
}

Arg whole_euros(Money amount) { return money("", std::llround(static_cast<double>(amount.cents) / 100) * 100); }

Arg optional_money(const std::optional<Money>& value) { return value ? whole_euros(*value) : unknown_cell(); }

Arg euro_cell(double amount) { return money("", std::llround(amount * 100)); }

namespace {

Table task_table(const Analysis& a) {
  Table table = start_table(
      "tasks", {"task", "code", "group", "package", "value", "value_low", "value_high", "feasibility", "membership"});
  for (const auto& t : a.priorities.tasks) {
    const std::string step = "task." + t.task, value = step + ".value";
    add_row(table,
            {term("", "task", t.task),
             word("", t.task),
             term("", "group", t.group),
             term("", "package", id_of(t.package)),
             {number("", t.value, 2), value},
             {number("", t.value_band.low, 2), value},
             {number("", t.value_band.high, 2), value},
             {number("", t.feasibility, 2), step + ".feasibility"},
             percent("", t.membership[static_cast<std::size_t>(t.package)])},
            step + ".package");
  }
  return table;
}

Table form_table(const Analysis& a) {
  Table table =
      start_table("forms", {"subject", "today", "position", "position_low", "position_high", "form", "form_share"});
  for (const auto& s : a.forms.subjects) {
    const auto band = s.bands.empty() ? std::nullopt : std::optional(s.bands.front().position);
    double share = 0;
    for (const auto& f : s.shares) share = f.form == s.form ? f.share : share;
    const std::string step = "form." + s.subject, place = step + ".band";
    add_row(table,
            {term("", "subject", s.subject),
             {optional_number(s.today, 0), s.today ? step + ".today" : ""},
             {band ? number("", band->mid) : unknown_cell(), band ? place : ""},
             {band ? number("", band->low) : unknown_cell(), band ? place : ""},
             {band ? number("", band->high) : unknown_cell(), band ? place : ""},
             s.form.empty() ? nested("", s.missing) : term("", "form", s.form),
             s.form.empty() ? TableCell(unknown_cell()) : TableCell(percent("", share), step + ".share." + s.form)},
            step);
  }
  return table;
}

Table indicator_table(const Analysis& a) {
  Table table = start_table("indicators", {"indicator", "raw", "x", "weight", "contribution"});
  for (const auto& c : a.approach.contributions)
    add_row(table,
            {term("", "indicator", c.indicator), c.raw, number("", c.x, 2), number("", c.weight, 2),
             number("", c.share, 3)},
            "approach." + c.indicator);
  return table;
}

/// Only what is shown has a step to open.
TableCell mean_of(const survey::ConstructResult& construct, const survey::Cut& cut) {
  const auto* found = survey::find_cut(construct.cuts, cut);
  if (found == nullptr || found->shown == survey::Shown::no_answers) return term("", "text", "common.no_answers");
  if (!found->numbers) return term("", "text", "common.too_few");
  return {number("", found->numbers->mean, 1), survey::step_id(construct.construct, cut)};
}

Table construct_table(const Analysis& a) {
  Table table = start_table("constructs", {"construct", "all", "administrators", "officials", "divergence", "alpha"});
  for (const auto& c : a.survey.constructs) {
    const std::string step = survey::step_id(c.construct);
    const auto all = mean_of(c, {});
    add_row(table,
            {{term("", "construct", c.construct), all.step},
             all,
             mean_of(c, {"", "administrator"}),
             mean_of(c, {"", "official"}),
             {optional_number(c.divergence, 2), c.divergence ? step + ".divergence" : ""},
             {optional_number(c.alpha, 2), c.alpha ? step + ".alpha" : ""}},
            "");
  }
  return table;
}

Table pair_table(const Analysis& a) {
  Table table = start_table("pairs", {"pair", "dependence", "conflict", "kinship"});
  if (a.partner_set.matrices.size() != 3) return table;
  const auto& first = a.partner_set.matrices[0].pairs;
  for (std::size_t i = 0; i < first.size(); ++i) {
    std::vector<TableCell> row{terms("", "partner", {first[i].a, first[i].b})};
    for (const auto& matrix : a.partner_set.matrices)
      row.emplace_back(optional_number(matrix.pairs[i].value, 2), matrix.pairs[i].trace);
    add_row(table, std::move(row), first[i].trace);
  }
  return table;
}

Table arrangement_table(const Analysis& a) {
  Table table = start_table("arrangements", {"arrangement", "form", "tasks", "partners", "others"});
  for (const auto& m : a.partner_set.map)
    add_row(table,
            {word("", m.name), m.form.empty() ? unknown_cell() : term("", "form", m.form),
             m.tasks.empty() ? unknown_cell() : terms("", "task", m.tasks), terms("", "partner", m.partners),
             number("", static_cast<double>(m.others.size()))},
            "arrangement." + m.id);
  return table;
}

}  // namespace

std::vector<Table> tables_of(const Analysis& a, const Reference& reference) {
  std::vector<Table> out{task_table(a),      form_table(a), indicator_table(a),
                         construct_table(a), pair_table(a), arrangement_table(a)};
  add_quantity_tables(out, a, reference);
  std::erase_if(out, [](const Table& table) { return table.rows.empty(); });
  return out;
}

}  // namespace koepel
