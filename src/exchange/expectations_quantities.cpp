// SPDX-License-Identifier: EUPL-1.2
// Lines about saving, sharing, teams, waste, leaders, third parties and projects; per kind whether an Analysis holds
// out. The face is quantity_rules().
#include <algorithm>
#include <set>

#include "exchange/expectations_parts.h"

namespace koepel::exchange::expected {

namespace {

double euro(const Money& money) { return static_cast<double>(money.cents) / 100; }

// --- names ---

/// Partners and, for waste, their neighbours: by CBS code or name. The text itself when nobody is called so.
std::string municipality_in(const Ground& ground, const std::string& said) {
  for (const auto& partner : ground.analysis.partners)
    if (said == partner.id || lower(said) == lower(partner.name)) return partner.id;
  for (const auto& waste : ground.analysis.scale.collections)
    for (const auto& candidate : waste.candidates)
      if (lower(said) == lower(candidate.area.name)) return candidate.area.municipality;
  return said;
}

/// "Bladel, Eersel en Oirschot".
std::set<std::string> municipalities_in(const Ground& ground, const std::string& list) {
  static const std::regex divider(" *, *| +en +");
  std::set<std::string> out;
  for (std::sregex_token_iterator it(list.begin(), list.end(), divider, -1), end; it != end; ++it)
    out.insert(municipality_in(ground, it->str()));
  return out;
}

std::string name_of(const Ground& ground, const std::string& id) {
  for (const auto& partner : ground.analysis.partners)
    if (partner.id == id) return partner.name;
  for (const auto& waste : ground.analysis.scale.collections)
    for (const auto& candidate : waste.candidates)
      if (candidate.area.municipality == id) return candidate.area.name;
  return ground.phrases.name("partner", id, Language::nl);
}

std::string listed(const Ground& ground, const std::vector<std::string>& municipalities) {
  std::string out;
  for (const auto& id : municipalities) out += (out.empty() ? "" : ", ") + name_of(ground, id);
  return out;
}

bool same(const std::vector<std::string>& a, const std::set<std::string>& b) {
  return std::set<std::string>(a.begin(), a.end()) == b;
}

// --- saving ---

const scale::TaskScale* modelled(const Ground& ground, const std::string& task) {
  const auto* found = scale::find_scale(ground.analysis.scale, task);
  return found != nullptr && found->model ? found : nullptr;
}

Verdict no_model(const std::string& task) { return "voor " + task + " is geen besparing berekend"; }

Verdict check_saving(const Ground& ground, const Words& w) {
  if (const auto* task = modelled(ground, w[1])) return between(task->saving.band.mid, w[2], w[3]);
  const auto* subject = gains::find_gains(ground.analysis.gains, w[1]);
  if (subject == nullptr || !subject->missing.empty()) return no_model(w[1]);
  return between(euro(subject->saving), w[2], w[3]);
}

std::string range_of(const scale::TaskScale& task) {
  return "tussen " + write_number(task.saving.band.low, 0, Language::nl) + " en " +
         write_number(task.saving.band.high, 0, Language::nl);
}

Verdict check_saving_may_be_zero(const Ground& ground, const Words& w) {
  const auto* task = modelled(ground, w[1]);
  if (task == nullptr) return no_model(w[1]);
  return task->saving.band.low <= 0 && task->saving.band.high >= 0 ? Verdict{} : range_of(*task);
}

Verdict check_no_saving(const Ground& ground, const Words& w) {
  const auto* task = modelled(ground, w[1]);
  if (task == nullptr) return no_model(w[1]);
  return task->saving.band.mid <= 0 ? Verdict{} : range_of(*task);
}

Verdict check_loss_chance(const Ground& ground, const Words& w) {
  const auto* task = modelled(ground, w[1]);
  return task == nullptr ? no_model(w[1]) : between(task->saving.loss_chance, w[2], w[3]);
}

// --- keys ---

bool is_key(const Ground& ground, const std::string& said, const std::string& id) {
  return names(ground, said, "cost_key", id) || names(ground, "naar " + said, "cost_key", id) ||
         names(ground, said, "driver", id);
}

const gains::JudgedKey* judged_key(const Ground& ground, const std::string& said, const std::string& subject) {
  const auto* found = gains::find_gains(ground.analysis.gains, subject);
  if (found == nullptr) return nullptr;
  const auto key = std::ranges::find_if(found->judged_keys, [&](const auto& k) { return is_key(ground, said, k.key); });
  return key == found->judged_keys.end() ? nullptr : &*key;
}

constexpr const char* no_such_key = "deze sleutel is hier niet berekend";

Verdict check_key_keeps(const Ground& ground, const Words& w) {
  const auto* key = judged_key(ground, w[1], w[2]);
  if (key == nullptr) return no_such_key;
  return key->keeps_everybody ? Verdict{} : "er is reden om op te stappen voor " + listed(ground, key->leaving);
}

Verdict check_key_loses(const Ground& ground, const Words& w) {
  const auto* key = judged_key(ground, w[1], w[2]);
  if (key == nullptr) return no_such_key;
  return key->keeps_everybody ? "deze sleutel houdt iedereen" : Verdict{};
}

Verdict check_key_harms(const Ground& ground, const Words& w) {
  const auto* key = judged_key(ground, w[1], w[3]);
  if (key == nullptr) return no_such_key;
  const bool nobody = w[2] == "niemand";
  const auto& harmed = key->worse_off;
  const bool met = nobody ? harmed.empty() : std::ranges::find(harmed, municipality_in(ground, w[2])) != harmed.end();
  return met ? Verdict{} : harmed.empty() ? "niemand" : listed(ground, harmed);
}

Verdict check_pays(const Ground& ground, const Words& w) {
  const auto* subject = gains::find_gains(ground.analysis.gains, w[3]);
  if (subject == nullptr) return no_such_key;
  for (const auto& key : subject->keys.keys)
    for (const auto& row : key.rows)
      if (is_key(ground, w[2], key.key.id) && row.partner == municipality_in(ground, w[1]))
        return between(euro(row.pays), w[4], w[5]);
  return no_such_key;
}

// --- teams ---

std::string teams_in_words(const Ground& ground, const gains::SubjectGains* subject) {
  std::string out;
  if (subject != nullptr)
    for (const auto& team : subject->teams.teams) out += (out.empty() ? "" : " | ") + listed(ground, team.partners);
  return out.empty() ? "geen teams bepaald" : out;
}

Verdict check_team(const Ground& ground, const Words& w) {
  const auto* subject = gains::find_gains(ground.analysis.gains, w[1]);
  const auto asked = municipalities_in(ground, w[2]);
  const bool met = subject != nullptr && std::ranges::any_of(subject->teams.teams, [&](const auto& team) {
                     return same(team.partners, asked);
                   });
  return met ? Verdict{} : teams_in_words(ground, subject);
}

/// "zitten samen" or "zitten niet samen".
Verdict check_pair_in_team(const Ground& ground, const Words& w) {
  const auto* subject = gains::find_gains(ground.analysis.gains, w[4]);
  const std::string a = municipality_in(ground, w[1]), b = municipality_in(ground, w[2]);
  const auto has = [](const auto& team, const auto& id) {
    return std::ranges::find(team.partners, id) != team.partners.end();
  };
  bool a_found = false, b_found = false, both = false;
  if (subject != nullptr)
    for (const auto& team : subject->teams.teams) {
      a_found = a_found || has(team, a);
      b_found = b_found || has(team, b);
      both = both || (has(team, a) && has(team, b));
    }
  const bool met = a_found && b_found && both == w[3].empty();
  return met ? Verdict{} : teams_in_words(ground, subject);
}

// --- waste ---

const scale::CollectionCase* collection(const Ground& ground, const std::string& task) {
  for (const auto& waste : ground.analysis.scale.collections)
    if (waste.task == task && waste.missing.empty()) return &waste;
  return nullptr;
}

Verdict no_collection(const std::string& task) { return "voor " + task + " is geen inzameling gepland"; }

Verdict check_needed(const Ground& ground, const Words& w) {
  const auto* waste = collection(ground, w[2]);
  if (waste == nullptr) return no_collection(w[2]);
  return between(w[1].empty() ? waste->needed : waste->needed_surely, w[3], w[4]);
}

Verdict check_group(const Ground& ground, const Words& w) {
  const auto* waste = collection(ground, w[1]);
  if (waste == nullptr) return no_collection(w[1]);
  const auto asked = municipalities_in(ground, w[2]);
  std::string found;
  for (const auto& group : waste->groups) {
    if (same(group.municipalities, asked)) return {};
    found += (found.empty() ? "" : " | ") + listed(ground, group.municipalities);
  }
  return found.empty() ? "geen groep" : found;
}

std::vector<scale::ConditionTest> conditions_of(const Ground& ground, const std::string& partner,
                                                const std::string& task) {
  std::vector<scale::ConditionTest> out;
  if (const auto* waste = collection(ground, task)) {
    for (const auto& candidate : waste->candidates)
      if (candidate.area.municipality == partner) out = candidate.conditions;
    return out;
  }
  if (const auto* found = scale::find_scale(ground.analysis.scale, task))
    std::ranges::copy_if(found->conditions, std::back_inserter(out),
                         [&](const auto& test) { return test.partner == partner; });
  return out;
}

Verdict check_condition(const Ground& ground, const Words& w) {
  const auto tests = conditions_of(ground, municipality_in(ground, w[1]), w[2]);
  const auto any = [&](scale::Met met) {
    return std::ranges::any_of(tests, [&](const auto& test) { return test.met == met; });
  };
  const std::string found = any(scale::Met::no)        ? "niet vervuld"
                            : any(scale::Met::unknown) ? "niet te toetsen"
                            : any(scale::Met::yes)     ? "vervuld"
                                                       : "geen voorwaarde om te toetsen";
  return found == w[3] ? Verdict{} : found;
}

// --- leaders, third parties, projects ---

const benchmark::Lead* lead_in(const Ground& ground, const std::string& subject) {
  const auto& efficiency = ground.analysis.efficiency;
  for (const auto& field : efficiency.fields)
    if (field.task_field == subject && field.missing.empty()) return &field.lead;
  for (const auto& task : efficiency.tasks)
    if (task.task == subject) return &task.lead;
  return nullptr;
}

Verdict check_leader(const Ground& ground, const Words& w) {
  const auto* lead = lead_in(ground, w[1]);
  if (lead == nullptr || lead->leader.empty()) return "geen koploper";
  return lead->leader == municipality_in(ground, w[2]) ? Verdict{} : name_of(ground, lead->leader);
}

const third_parties::Dealings* third_party(const Ground& ground, const std::string& said) {
  for (const auto& row : ground.analysis.third_parties.rows)
    if (names(ground, said, "third_party", row.third_party)) return &row;
  return nullptr;
}

constexpr const char* no_such_party = "deze derde is er niet";

Verdict check_party(const Ground& ground, const Words& w) {
  const auto* row = third_party(ground, w[1]);
  if (row == nullptr) return no_such_party;
  return w[2] == std::to_string(row->partners) ? Verdict{} : std::to_string(row->partners);
}

Verdict check_party_hours(const Ground& ground, const Words& w) {
  const auto* row = third_party(ground, w[1]);
  return row == nullptr ? no_such_party : between(row->saving.partner_hours.value, w[2], w[3]);
}

const projects::WeighedProject* project(const Ground& ground, const std::string& said) {
  for (const auto& one : ground.analysis.projects.projects)
    if (names(ground, said, "project", one.project) && one.missing.empty()) return &one;
  return nullptr;
}

constexpr const char* no_such_project = "dit project is niet te wegen";

Verdict check_project_cost(const Ground& ground, const Words& w) {
  const auto* found = project(ground, w[1]);
  if (found == nullptr) return no_such_project;
  return between(euro(w[2] == "samen" ? found->cost_together : found->cost_alone), w[3], w[4]);
}

/// "is samen op tijd", "is alleen niet op tijd".
Verdict check_project_time(const Ground& ground, const Words& w) {
  const auto* found = project(ground, w[1]);
  if (found == nullptr) return no_such_project;
  const auto in_time = w[2] == "samen" ? found->in_time_together : found->in_time_alone;
  if (!in_time) return "er is geen einddatum";
  return *in_time == w[3].empty() ? Verdict{} : *in_time ? "op tijd" : "niet op tijd";
}

}  // namespace

const std::vector<Rule>& quantity_rules() {
  static const std::vector<Rule> all = {
      {std::regex("besparing van (\\S+) ligt tussen (\\S+) en (\\S+)"), check_saving},
      {std::regex("besparing van (\\S+) kan nul zijn"), check_saving_may_be_zero},
      {std::regex("geen besparing bij (\\S+)"), check_no_saving},
      {std::regex("kans dat (\\S+) meer kost ligt tussen (\\S+) en (\\S+)"), check_loss_chance},
      {std::regex("sleutel (.+) houdt iedereen bij (\\S+)"), check_key_keeps},
      {std::regex("sleutel (.+) houdt niet iedereen bij (\\S+)"), check_key_loses},
      {std::regex("sleutel (.+) schaadt (.+) bij (\\S+)"), check_key_harms},
      {std::regex("(.+) betaalt met sleutel (.+) bij (\\S+) tussen (\\S+) en (\\S+)"), check_pays},
      {std::regex("team bij (\\S+) is (.+)"), check_team},
      {std::regex("(.+) en (.+) zitten (niet )?samen bij (\\S+)"), check_pair_in_team},
      {std::regex("(zeker )?nodig voor (\\S+) ligt tussen (\\S+) en (\\S+)"), check_needed},
      {std::regex("groep bij (\\S+) is (.+)"), check_group},
      {std::regex("voorwaarde van (.+) bij (\\S+) is (vervuld|niet vervuld|niet te toetsen)"), check_condition},
      {std::regex("koploper bij (\\S+) is (.+)"), check_leader},
      {std::regex("derde (.+) komt bij (\\d+) partners"), check_party},
      {std::regex("derde (.+) bespaart tussen (\\S+) en (\\S+) uur"), check_party_hours},
      {std::regex("project (.+) kost (samen|alleen) tussen (\\S+) en (\\S+)"), check_project_cost},
      {std::regex("project (.+) is (samen|alleen) (niet )?op tijd"), check_project_time},
  };
  return all;
}

}  // namespace koepel::exchange::expected
