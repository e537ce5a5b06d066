// SPDX-License-Identifier: EUPL-1.2
// The third parties of a study in, which agreements could be made once and what that saves out. The face is
// map_third_parties.
#include "third_parties/third_parties.h"

#include <algorithm>
#include <map>

#include "model/hourly_rate.h"
#include "model/ranged.h"
#include "third_parties/saving.h"
#include "third_parties/steps.h"

namespace koepel::third_parties {

namespace {

bool has(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

/// One third party on the desk: what is asked of it and where that comes from.
struct Question {
  const Study& study;
  const MethodPack& pack;
  const ThirdParty& party;
  Dealings& row;
  Step& step;
};

Range quantity(Question& q, const std::string& id) {
  const std::string task = q.party.tasks.size() == 1 ? q.party.tasks.front() : "";
  const auto found = ranged(q.study, q.pack, id, task);
  cite(q.step, found, id);
  return {found.low, found.value, found.high};
}

/// What the study gives, else the pack's typical value, marked as preset.
Range given_or_preset(Question& q, const std::optional<double>& given, const std::string& name) {
  if (given && *given >= 0) return {*given, *given, *given};
  q.row.basis = Basis::preset;
  q.row.presets.push_back(name);
  return quantity(q, "third_parties." + name);
}

Once once_of(Question& q) {
  Once once;
  once.partners = q.row.partners;
  once.agreements = given_or_preset(q, q.party.agreements_per_year, "agreements_per_year");
  once.hours = given_or_preset(q, q.party.hours_per_agreement, "hours_per_agreement");
  once.other_hours = given_or_preset(q, q.party.hours_other_side, "hours_other_side");
  once.local_share = quantity(q, "third_parties.local_share");
  once.coordination = quantity(q, "third_parties.coordination_hours");
  return once;
}

Message outcome_of(const Dealings& row) {
  const auto name = term("third_party", "third_party", row.third_party);
  if (row.partners == 0) return {"third_parties.says.nobody", {name}};
  if (row.partners == 1) return {"third_parties.says.one_partner", {name}};
  if (row.hours_today <= 0) return {"third_parties.says.no_hours", {name}};
  if (!row.once) return {"third_parties.says.no_gain", {name}};
  const auto& hours = row.saving.partner_hours;
  return {row.basis == Basis::preset ? "third_parties.says.once_preset" : "third_parties.says.once",
          {name, number("partners", row.partners), number("value", hours.value), number("low", hours.low),
           number("high", hours.high), number("other", row.saving.other_hours.value)}};
}

void fill(Question& q, Money rate) {
  auto& row = q.row;
  const auto once = once_of(q);
  row.agreements_today = once.agreements.value * row.partners;
  row.agreements_together = row.partners == 0 ? 0 : once.agreements.value;
  row.hours_today = row.agreements_today * once.hours.value;
  row.other_hours_today = row.agreements_today * once.other_hours.value;
  if (row.partners >= 2) row.saving = saving_of(once, rate);
  row.once = row.partners >= 2 && row.saving.partner_hours.value > 0;
  row.says = outcome_of(row);
}

Dealings dealings_of(const Study& study, const MethodPack& pack, const ThirdParty& party, Money rate, Trace& trace) {
  Dealings row;
  row.third_party = party.id;
  row.trace = "third_parties.party." + party.id + ".saved";
  for (const auto& partner : study.partners) row.deals_with.push_back(has(party.partners, partner.id));
  row.partners = static_cast<int>(std::count(row.deals_with.begin(), row.deals_with.end(), true));
  Step step;
  step.inputs = {party.origin};
  Question question{study, pack, party, row, step};
  fill(question, rate);
  add_steps(row, step, trace);
  return row;
}

Part& part_for(std::vector<Part>& parts, const std::string& id) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.id == id; });
  if (found != parts.end()) return *found;
  parts.push_back({id, {}, {}});
  return parts.back();
}

/// Shares a saving over its partners and over its tasks, and remembers which third party each part came from.
class Parts {
 public:
  void add(const Dealings& row, const ThirdParty& party, const Study& study) {
    std::vector<std::string> partners;
    for (std::size_t p = 0; p < row.deals_with.size(); ++p)
      if (row.deals_with[p]) partners.push_back(study.partners[p].id);
    spread(row, partners, by_partner);
    spread(row, party.tasks.empty() ? std::vector<std::string>{""} : party.tasks, by_task);
  }

  void close(const char* stem, const char* what, std::vector<Part>& parts, Trace& trace) const {
    for (auto& part : parts) {
      part.trace = std::string("third_parties.") + stem + "." + (part.id.empty() ? "none" : part.id);
      Step step;
      step.id = part.trace;
      step.what = {what, {part.id.empty() ? term("id", "text", "third_parties.no_task") : term("id", stem, part.id)}};
      step.value = money("value", part.saving.worth.value.cents);
      step.rule = {"third_parties.rule.part",
                   {number("hours", part.saving.partner_hours.value), money("low", part.saving.worth.low.cents),
                    money("high", part.saving.worth.high.cents)}};
      step.from = from_.at(&parts == &by_task ? "t" + part.id : "p" + part.id);
      step.parameters = {"settlement.labour_per_fte", "settlement.overhead_per_fte", "settlement.productive_hours"};
      step.source = "BER";
      trace.push_back(std::move(step));
    }
  }

  std::vector<Part> by_partner, by_task;

 private:
  void spread(const Dealings& row, const std::vector<std::string>& ids, std::vector<Part>& parts) {
    const auto equal = in_equal_parts(row.saving, ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      auto& part = part_for(parts, ids[i]);
      part.saving = part.saving + equal[i];
      from_[(&parts == &by_task ? "t" : "p") + ids[i]].push_back(row.trace);
    }
  }

  std::map<std::string, std::vector<std::string>> from_;
};

Message nothing_to_map(const Study& study) {
  if (study.third_parties.empty()) return {"third_parties.none", {}};
  if (study.partners.size() < 2) return {"third_parties.one_partner", {}};
  return {};
}

}  // namespace

ThirdParties map_third_parties(const Study& study, const MethodPack& pack) {
  ThirdParties out;
  out.missing = nothing_to_map(study);
  if (!out.missing.empty()) return out;
  out.hourly_rate = hourly_rate(pack);
  for (const auto& partner : study.partners) out.partners.push_back(partner.id);
  Parts parts;
  for (const auto& party : study.third_parties) {
    out.rows.push_back(dealings_of(study, pack, party, out.hourly_rate, out.trace));
    const auto& row = out.rows.back();
    if (!row.once) continue;
    auto& total = row.basis == Basis::preset ? out.preset : out.measured;
    total = total + row.saving;
    parts.add(row, party, study);
  }
  add_totals(out, out.trace);
  parts.close("partner", "third_parties.step.partner", parts.by_partner, out.trace);
  parts.close("task", "third_parties.step.task", parts.by_task, out.trace);
  out.by_partner = std::move(parts.by_partner);
  out.by_task = std::move(parts.by_task);
  return out;
}

}  // namespace koepel::third_parties
