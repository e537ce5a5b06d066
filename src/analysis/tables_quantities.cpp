// SPDX-License-Identifier: EUPL-1.2
// Cost models, gains, efficiency, third parties and projects in, tables as an annex or a spreadsheet shows them out.
// The face is add_quantity_tables.
#include <algorithm>
#include <cmath>

#include "analysis/parts.h"
#include "analysis/table_parts.h"

namespace koepel {

namespace {

Arg yes_or_no(const std::optional<bool>& value) {
  return value ? term("", "text", *value ? "common.yes" : "common.no") : unknown_cell();
}

/// Names, or a dash where there is nobody.
Arg names(const char* kind, const std::vector<std::string>& ids) {
  return ids.empty() ? word("", "-") : terms("", kind, ids);
}

// --- cost and saving ---

Table savings_table(const Analysis& a) {
  Table table =
      start_table("savings", {"task", "alone", "saving", "saving_low", "saving_high", "loss", "net", "no_saving"});
  for (const auto& t : a.scale.tasks) {
    if (!t.model) continue;
    const std::string step = "scale." + t.task, range = step + ".range";
    add_row(table,
            {term("", "task", t.task),
             about("", t.joint.alone),
             {about("", t.saving.band.mid), range},
             {about("", t.saving.band.low), range},
             {about("", t.saving.band.high), range},
             {percent("", t.saving.loss_chance), range},
             {about("", t.net.band.mid), step + ".net"},
             {about("", t.no_saving_net), step + ".no_saving"}},
            t.trace);
  }
  return table;
}

Table cash_flow_table(const Analysis& a) {
  Table table = start_table("cash_flow", {"task", "partner", "cash_saving", "cash_running", "cash_friction",
                                          "cash_stranded", "cash_unwinding", "cash_net", "payback"});
  for (const auto& t : a.scale.tasks)
    for (const auto& flow : t.flows) {
      const auto sum = scale::ten_years(flow);
      add_row(
          table,
          {term("", "task", t.task), term("", "partner", flow.partner), whole_euros(sum.saving),
           whole_euros(sum.coordination + sum.tax_and_interest), whole_euros(sum.friction),
           flow.stranded_known ? whole_euros(sum.stranded) : unknown_cell(), whole_euros(sum.unwinding),
           whole_euros(sum.net), flow.payback ? number("", *flow.payback) : term("", "text", "analysis.cell.never")},
          "scale." + t.task + "." + flow.partner + ".cashflow");
    }
  return table;
}

Table specialisation_table(const Analysis& a) {
  Table table =
      start_table("specialisation", {"task", "needed_fte", "short_of", "combinations", "smallest_combination"});
  for (const auto& t : a.scale.tasks)
    if (t.specialisation)
      add_row(
          table,
          {term("", "task", t.task), number("", t.specialisation->needed_fte, 1),
           names("partner", t.specialisation->short_of), number("", t.specialisation->count),
           t.specialisation->combinations.empty() ? term("", "text", "analysis.cell.never")
                                                  : names("partner", t.specialisation->combinations.front().partners)},
          "scale." + t.task + ".people");
  return table;
}

Table collections_table(const Analysis& a) {
  Table table = start_table("collection", {"task", "municipality", "connections", "per_connection_alone",
                                           "per_connection_together", "per_connection_expected", "conditions_unmet"});
  for (const auto& waste : a.scale.collections)
    for (const auto& candidate : waste.candidates) {
      const auto unmet = std::ranges::count(candidate.conditions, scale::Met::no, &scale::ConditionTest::met);
      add_row(table,
              {term("", "task", waste.task), word("", candidate.area.name), number("", candidate.area.connections),
               euro_cell(candidate.alone), euro_cell(candidate.together), euro_cell(candidate.expected),
               candidate.conditions.empty() ? word("", "-") : number("", static_cast<double>(unmet))},
              "scale." + waste.task + ".collection.joiner." + candidate.area.municipality);
    }
  return table;
}

// --- who gets what ---

Table shares_table(const Analysis& a) {
  Table table = start_table("shares", {"subject", "partner", "alone", "shapley", "nucleolus", "per_head"});
  for (const auto& subject : a.gains.subjects)
    for (const auto& share : subject.shares)
      add_row(table,
              {term("", "subject", subject.subject), term("", "partner", share.partner), whole_euros(share.alone),
               whole_euros(share.shapley), optional_money(share.nucleolus), optional_money(share.per_head)},
              share.trace);
  return table;
}

Arg moved_cell(const gains::SubjectGains& subject, const std::string& key) {
  const auto moved = gains::moved_by(subject, key);
  return moved ? percent("", *moved, 1) : unknown_cell();
}

Table keys_table(const Analysis& a) {
  Table table = start_table("keys", {"subject", "key", "worse_off", "keeps_everybody", "leaving", "reason", "moved"});
  for (const auto& subject : a.gains.subjects)
    for (const auto& key : subject.judged_keys)
      add_row(table,
              {term("", "subject", subject.subject), term("", "cost_key", key.key), names("partner", key.worse_off),
               yes_or_no(key.keeps_everybody), key.keeps_everybody ? word("", "-") : names("partner", key.leaving),
               key.keeps_everybody ? word("", "-") : whole_euros(key.reason), moved_cell(subject, key.key)},
              key.trace);
  return table;
}

Table teams_table(const Analysis& a) {
  Table table = start_table("teams", {"subject", "team", "saving"});
  for (const auto& subject : a.gains.subjects)
    for (const auto& team : subject.teams.teams)
      add_row(table, {term("", "subject", subject.subject), names("partner", team.partners), whole_euros(team.saving)},
              team.trace);
  return table;
}

// --- who leads ---

/// The municipalities a partner is held against, by name where the reference table knows it.
Arg peers_of(const benchmark::EfficiencyRow& row, const Reference& reference) {
  Arg list;
  list.kind = Arg::Kind::list;
  for (const auto& peer : row.peers) {
    const auto* known = find_municipality(reference, peer.municipality);
    list.parts.push_back(word("", known == nullptr ? peer.municipality : known->name));
  }
  return list.parts.empty() ? word("", "-") : list;
}

Table efficiency_table(const Analysis& a, const Reference& reference) {
  Table table = start_table("efficiency", {"field", "partner", "score", "corrected", "score_low", "score_high",
                                           "size_cost", "from_expected", "held_against"});
  for (const auto& field : a.efficiency.fields)
    for (const auto& row : field.rows) {
      if (!row.score) continue;
      add_row(table,
              {word("", field.task_field), term("", "partner", row.partner), percent("", *row.score),
               percent("", row.corrected), percent("", row.low), percent("", row.high), percent("", row.scale),
               row.from_expected ? percent("", *row.from_expected) : unknown_cell(), peers_of(row, reference)},
              row.trace);
    }
  return table;
}

// --- third parties and projects ---

Table third_parties_table(const Analysis& a) {
  Table table = start_table("third_parties", {"third_party", "partners", "agreements_today", "agreements_together",
                                              "hours_saved", "hours_saved_low", "hours_saved_high", "hours_other"});
  for (const auto& row : a.third_parties.rows) {
    const std::string step = "third_parties.party." + row.third_party, today = step + ".today";
    add_row(table,
            {term("", "third_party", row.third_party),
             {number("", row.partners), today},
             {number("", row.agreements_today), today},
             number("", row.agreements_together),
             number("", row.saving.partner_hours.value),
             number("", row.saving.partner_hours.low),
             number("", row.saving.partner_hours.high),
             {number("", row.saving.other_hours.value), step + ".other"}},
            row.trace);
  }
  return table;
}

Table projects_table(const Analysis& a) {
  Table table = start_table(
      "projects", {"project", "partner", "hours_alone", "months_alone", "in_time_alone", "puts_in", "pays", "settles"});
  for (const auto& project : a.projects.projects)
    for (const auto& row : project.rows)
      add_row(table,
              {term("", "project", project.project),
               term("", "partner", row.partner),
               number("", row.hours_alone),
               row.months_alone ? number("", *row.months_alone) : term("", "text", "analysis.cell.never"),
               yes_or_no(row.in_time_alone),
               number("", row.puts_in),
               {optional_money(row.pays), row.pays ? row.trace + ".pays" : ""},
               {optional_money(row.settles), row.settles ? row.trace + ".pays" : ""}},
              row.trace);
  return table;
}

}  // namespace

void add_quantity_tables(std::vector<Table>& out, const Analysis& a, const Reference& reference) {
  for (auto make : {savings_table, cash_flow_table, specialisation_table, collections_table, shares_table, keys_table,
                    teams_table, third_parties_table, projects_table})
    out.push_back(make(a));
  out.push_back(efficiency_table(a, reference));
}

}  // namespace koepel
