// SPDX-License-Identifier: EUPL-1.2
// Study and pack in; the answers as a table, and samples of one figure, out.
#include "survey/answers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/ensure.h"

namespace koepel::survey {

namespace {

std::vector<const Item*> items_used(const Study& study, const MethodPack& pack) {
  std::set<std::string> answered;
  for (const auto& sheet : study.answers)
    for (const auto& [item, value] : sheet.answers) answered.insert(item);
  std::set<std::string> instruments;
  for (const auto& item : pack.items)
    if (answered.contains(item.id)) instruments.insert(item.instrument);
  std::vector<const Item*> used;
  for (const auto& item : pack.items)
    if (instruments.contains(item.instrument)) used.push_back(&item);
  return used;
}

bool always_shown(const Role& role) { return role.id == "administrator" || role.id == "official"; }

std::vector<const Role*> roles_present(const Study& study, const MethodPack& pack) {
  std::set<std::string> present;
  for (const auto& respondent : study.respondents) present.insert(respondent.role);
  std::vector<const Role*> roles;
  for (const auto& role : pack.roles)
    if (always_shown(role) || present.contains(role.id)) roles.push_back(&role);
  return roles;
}

/// Places of ids in a list.
using Places = std::unordered_map<std::string, std::size_t>;

struct Index {
  Places partners, roles, items;
};

Index index_of(const Answers& answers) {
  Index index;
  for (std::size_t i = 0; i < answers.partners.size(); ++i) index.partners.emplace(answers.partners[i], i);
  for (std::size_t i = 0; i < answers.roles.size(); ++i) index.roles.emplace(answers.roles[i]->id, i);
  for (std::size_t i = 0; i < answers.items.size(); ++i) index.items.emplace(answers.items[i]->id, i);
  return index;
}

bool add_sheet(Person& person, const AnswerSheet& sheet, const Places& items) {
  bool any = false;
  for (const auto& [item, value] : sheet.answers) {
    const auto place = items.find(item);
    if (place == items.end()) continue;
    ENSURE(value >= 1 && value <= 5);
    person.given[place->second] = static_cast<std::uint8_t>(value);
    any = true;
  }
  return any;
}

bool asked(const Item& item, const Role& role) {
  return item.audience.empty() || std::find(item.audience.begin(), item.audience.end(), role.id) != item.audience.end();
}

Sample sample_of(const Answers& answers, const std::vector<std::optional<double>>& scores, std::vector<double> values) {
  Sample sample{std::move(values), {}, {}};
  sample.cells.assign(answers.partners.size() * answers.roles.size(), Counts(sample.values.size(), 0));
  for (std::size_t i = 0; i < scores.size(); ++i) {
    sample.has.push_back(scores[i].has_value());
    if (!scores[i]) continue;
    const auto place = std::lower_bound(sample.values.begin(), sample.values.end(), *scores[i]);
    const auto& person = answers.people[i];
    ++sample.cells[person.partner * answers.roles.size() + person.role]
                  [static_cast<std::size_t>(place - sample.values.begin())];
  }
  return sample;
}

}  // namespace

Answers read_answers(const Study& study, const MethodPack& pack) {
  Answers answers;
  for (const auto& partner : study.partners) answers.partners.push_back(partner.id);
  answers.roles = roles_present(study, pack);
  answers.items = items_used(study, pack);
  const Index index = index_of(answers);
  std::unordered_map<std::string, const Respondent*> respondents;
  for (const auto& respondent : study.respondents) respondents.emplace(respondent.id, &respondent);
  std::map<std::string, Person> people;
  for (const auto& sheet : study.answers) {
    const auto who = respondents.find(sheet.respondent);
    if (who == respondents.end()) continue;
    const auto partner = index.partners.find(who->second->partner);
    const auto role = index.roles.find(who->second->role);
    if (partner == index.partners.end() || role == index.roles.end()) continue;
    Person person{partner->second, role->second, sheet.origin, std::vector<std::uint8_t>(answers.items.size(), 0)};
    const auto known = people.find(sheet.respondent);
    if (known != people.end()) person.given = known->second.given;
    if (add_sheet(person, sheet, index.items)) people.insert_or_assign(sheet.respondent, std::move(person));
  }
  for (auto& [code, person] : people) answers.people.push_back(std::move(person));
  return answers;
}

std::vector<Cut> cuts_of(const Answers& answers) {
  std::vector<Cut> cuts = {Cut{}};
  for (const auto* role : answers.roles) cuts.push_back({{}, role->id});
  for (const auto& partner : answers.partners) cuts.push_back({partner, {}});
  for (const auto& partner : answers.partners)
    for (const auto* role : answers.roles) cuts.push_back({partner, role->id});
  return cuts;
}

Sample item_sample(const Answers& answers, std::size_t item) {
  std::vector<std::optional<double>> scores;
  for (const auto& person : answers.people) {
    const int given = person.given[item];
    scores.push_back(given == 0 ? std::nullopt : std::optional<double>(given));
  }
  return sample_of(answers, scores, {1, 2, 3, 4, 5});
}

Sample construct_sample(const Answers& answers, const std::string& construct, double answered_share) {
  std::vector<std::size_t> items;
  for (std::size_t i = 0; i < answers.items.size(); ++i)
    if (answers.items[i]->construct == construct) items.push_back(i);
  std::vector<std::optional<double>> scores;
  std::set<double> values;
  for (const auto& person : answers.people) {
    int questions = 0;
    int answered = 0;
    int sum = 0;
    for (const std::size_t i : items) {
      const auto& item = *answers.items[i];
      const int given = person.given[i];
      if (given == 0 && !asked(item, *answers.roles[person.role])) continue;
      ++questions;
      if (given == 0) continue;
      ++answered;
      sum += recoded(item, given);
    }
    scores.emplace_back();
    if (answered == 0 || answered < answered_share * questions) continue;
    scores.back() = static_cast<double>(sum) / answered;
    values.insert(*scores.back());
  }
  return sample_of(answers, scores, {values.begin(), values.end()});
}

Counts counts_of(const Answers& answers, const Sample& sample, const Cut& cut) {
  Counts counts(sample.values.size(), 0);
  for (std::size_t p = 0; p < answers.partners.size(); ++p)
    for (std::size_t r = 0; r < answers.roles.size(); ++r) {
      if (!cut.partner.empty() && cut.partner != answers.partners[p]) continue;
      if (!cut.role.empty() && cut.role != answers.roles[r]->id) continue;
      const Counts& cell = sample.cells[p * answers.roles.size() + r];
      for (std::size_t v = 0; v < counts.size(); ++v) counts[v] += cell[v];
    }
  return counts;
}

}  // namespace koepel::survey
