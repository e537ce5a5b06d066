// SPDX-License-Identifier: EUPL-1.2
// A study in, per task on the gross list everything that is known about it out. The face is facts_of.
#include "priorities/facts.h"

#include <algorithm>
#include <unordered_map>

namespace koepel::priorities {

namespace {

using Places = std::unordered_map<std::string, std::size_t>;

TaskFacts facts_on(const GrossListEntry& entry, const Places& catalogue, const MethodPack& pack, std::size_t partners) {
  TaskFacts facts;
  facts.entry = &entry;
  const auto found = catalogue.find(entry.task);
  facts.in_catalogue = found != catalogue.end();
  if (facts.in_catalogue) facts.task = pack.tasks[found->second];
  facts.task.id = entry.task;
  if (!entry.group.empty()) facts.task.group = entry.group;
  facts.figures.assign(partners, nullptr);
  facts.ratings.resize(partners);
  return facts;
}

const std::size_t* place(const Places& places, const std::string& id) {
  const auto found = places.find(id);
  return found == places.end() ? nullptr : &found->second;
}

bool still_runs(const Arrangement& arrangement, const std::string& today) {
  return arrangement.until.empty() || today.empty() || arrangement.until >= today;  // ISO dates compare as text
}

void add_records(const Study& study, const Places& tasks, const Places& partners, Facts& facts) {
  for (const auto& figures : study.figures)
    if (const auto* t = place(tasks, figures.task), *p = place(partners, figures.partner); t && p)
      facts.tasks[*t].figures[*p] = &figures;
  for (const auto& rating : study.ratings)
    if (const auto* t = place(tasks, rating.task), *p = place(partners, rating.partner); t && p)
      facts.tasks[*t].ratings[*p].push_back(&rating);
  for (const auto& third_party : study.third_parties)
    for (const auto& task : third_party.tasks)
      if (const auto* t = place(tasks, task)) facts.tasks[*t].third_parties.push_back(&third_party);
  for (const auto& arrangement : study.arrangements) {
    if (!still_runs(arrangement, study.head.date) || positions_of(arrangement.members, facts.partners).empty())
      continue;
    for (const auto& task : arrangement.tasks)
      if (const auto* t = place(tasks, task)) facts.tasks[*t].arrangements.push_back(&arrangement);
  }
}

}  // namespace

Facts facts_of(const Study& study, const MethodPack& pack) {
  Facts facts;
  Places partners, tasks, catalogue;
  for (const auto& partner : study.partners) {
    partners.emplace(partner.id, facts.partners.size());
    facts.partners.push_back(partner.id);
  }
  if (facts.partners.empty()) facts.partners.emplace_back();
  for (std::size_t i = 0; i < pack.tasks.size(); ++i) catalogue.emplace(pack.tasks[i].id, i);
  for (const auto& entry : study.gross_list) {
    if (!entry.on_list) {
      facts.left_out.push_back(&entry);
      continue;
    }
    tasks.emplace(entry.task, facts.tasks.size());
    facts.tasks.push_back(facts_on(entry, catalogue, pack, facts.partners.size()));
  }
  facts.arrangements_known = !study.arrangements.empty();
  add_records(study, tasks, partners, facts);
  return facts;
}

std::vector<std::size_t> positions_of(const std::vector<std::string>& members,
                                      const std::vector<std::string>& partners) {
  std::vector<std::size_t> positions;
  for (std::size_t p = 0; p < partners.size(); ++p)
    if (std::find(members.begin(), members.end(), partners[p]) != members.end()) positions.push_back(p);
  return positions;
}

std::vector<GivenScore> scores_on(const std::string& criterion, const std::vector<const Rating*>& ratings) {
  std::vector<GivenScore> scores;
  for (const auto* rating : ratings)
    for (const auto& [name, score] : rating->scores)
      if (name == criterion) scores.emplace_back(score, rating);
  return scores;
}

double mean_score(const std::vector<GivenScore>& scores) {
  double sum = 0;
  for (const auto& [score, rating] : scores) sum += score;
  return sum / static_cast<double>(scores.size());
}

double share_of_scale(double rating) { return clipped((rating - 1) / 4); }

double clipped(double value) { return std::clamp(value, 0.0, 1.0); }

}  // namespace koepel::priorities
