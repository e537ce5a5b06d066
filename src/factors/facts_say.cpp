// SPDX-License-Identifier: EUPL-1.2
// The records of the study in, what they show about each factor out. Says only what was recorded.
#include "factors/facts_say.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "partners/dates.h"

namespace koepel::factors {

namespace {

using Facts = std::vector<Fact>;

/// a. Who carries work out for others, and who does not.
Facts give_and_take(const Study& study, const partners::PartnerSet& set) {
  std::map<std::string, int> hosted;
  std::vector<Origin> inputs;
  for (const auto& arrangement : set.map) {
    const auto& members = arrangement.partners;
    if (members.size() < 2 || std::find(members.begin(), members.end(), arrangement.host) == members.end()) continue;
    ++hosted[arrangement.host];
    inputs.push_back(arrangement.origin);
  }
  if (hosted.empty()) return {};
  Facts facts;
  std::vector<std::string> none;
  for (const auto& partner : study.partners) {
    const auto found = hosted.find(partner.id);
    if (found == hosted.end()) {
      none.push_back(partner.id);
      continue;
    }
    facts.push_back({"hosts." + partner.id,
                     {"factors.fact.hosts", {term("partner", "partner", partner.id), number("n", found->second)}},
                     inputs});
  }
  if (!none.empty())
    facts.push_back({"hosts_none", {"factors.fact.hosts_none", {terms("partners", "partner", none)}}, inputs});
  return facts;
}

/// How a partner rates a task: criterion -> sum and number over its role groups.
using TaskRatings = std::map<std::string, std::map<std::string, std::pair<double, int>>>;  // criterion, partner

bool angle(const std::string& criterion) { return criterion == "urgency" || criterion == "political_sensitivity"; }

/// Largest distance between two partners on one criterion of a task; -1 when fewer than two rated it.
double distance(const TaskRatings& ratings) {
  double largest = -1;
  for (const auto& [criterion, partners] : ratings) {
    if (partners.size() < 2) continue;
    double low = 5;
    double high = 1;
    for (const auto& [partner, mean] : partners) {
      low = std::min(low, mean.first / mean.second);
      high = std::max(high, mean.first / mean.second);
    }
    largest = std::max(largest, high - low);
  }
  return largest;
}

/// b. Tasks on which urgency or sensitivity lies far apart.
Facts respect(const Study& study, const MethodPack& pack) {
  std::map<std::string, TaskRatings> tasks;
  std::vector<Origin> inputs;
  for (const auto& rating : study.ratings) {
    bool used = false;
    for (const auto& [criterion, score] : rating.scores) {
      if (!angle(criterion)) continue;
      auto& [sum, n] = tasks[rating.task][criterion][rating.partner];
      sum += score;
      ++n;
      used = true;
    }
    if (used) inputs.push_back(rating.origin);
  }
  const double far = parameter(pack, "factors.ratings_apart");
  std::vector<std::string> apart;
  int compared = 0;
  for (const auto& [task, ratings] : tasks) {
    const double d = distance(ratings);
    if (d >= 0) ++compared;
    if (d >= far) apart.push_back(task);
  }
  if (compared == 0) return {{"not_rated", {"factors.fact.not_rated", {}}, {}}};
  const auto n = static_cast<double>(apart.size());
  return {{"apart",
           {apart.empty() ? "factors.fact.nowhere_apart" : "factors.fact.apart",
            {number("n", n), number("of", compared), number("points", far), terms("tasks", "task", apart)}},
           inputs}};
}

/// Arrangements that the partners listed themselves and that lack something.
struct Lacking {
  int n = 0;
  int of = 0;
  std::vector<Origin> inputs;
};

template <class Lacks>
Lacking lacking(const Study& study, Lacks lacks) {
  Lacking result;
  for (const auto& arrangement : study.arrangements) {
    ++result.of;
    result.inputs.push_back(arrangement.origin);
    if (lacks(arrangement)) ++result.n;
  }
  return result;
}

void add_lacking(Facts& facts, const std::string& name, const Lacking& lacking) {
  if (lacking.of == 0) return;
  facts.push_back({name,
                   {lacking.n == 0 ? "factors.fact." + name + "_none" : "factors.fact." + name,
                    {number("n", lacking.n), number("of", lacking.of)}},
                   lacking.inputs});
}

/// c. Headwind in sight: elections, and partnerships that do not say how to leave.
Facts strong_and_visible(const Study& study, const MethodPack& pack) {
  Facts facts;
  const auto& elections = study.head.council_elections;
  const auto horizon = partners::months_later(
      study.head.date, static_cast<int>(std::lround(parameter(pack, "factors.election_months"))));
  if (horizon && !elections.empty() && elections >= study.head.date)
    facts.push_back({"elections",
                     {elections <= *horizon ? "factors.fact.elections_near" : "factors.fact.elections_far",
                      {date("date", elections)}},
                     {study.head.origin}});
  add_lacking(facts, "no_exit", lacking(study, [](const Arrangement& a) { return a.exit_terms.empty(); }));
  return facts;
}

/// d. Whether the cooperation was imposed.
Facts a_choice(const Study& study) {
  for (const auto& indicator : study.indicators)
    if (indicator.indicator == "imposed")
      return {{"imposed", {"factors.fact.imposed", {term("value", "word", indicator.value)}}, {indicator.origin}}};
  return {{"imposed", {"factors.fact.imposed_unknown", {}}, {}}};
}

/// e. Whether the partners have met their promise to each other before: partnerships with exactly these partners.
Facts working_together(const partners::PartnerSet& set) {
  std::vector<std::string> names;
  std::vector<Origin> inputs;
  for (const auto& arrangement : set.map) {
    if (!arrangement.from_register && arrangement.exactly_these) names.push_back(arrangement.name);
    inputs.push_back(arrangement.origin);
  }
  if (set.map.empty()) return {};
  if (names.empty()) return {{"none_together", {"factors.fact.none_together", {}}, inputs}};
  Arg list;
  list.name = "arrangements";
  list.kind = Arg::Kind::list;
  for (const auto& name : names) list.parts.push_back(word("", name));
  return {{"together", {"factors.fact.together", {std::move(list)}}, inputs}};
}

/// f. What is not yet written down: cost, notice, figures.
Facts practical(const Study& study) {
  Facts facts;
  add_lacking(facts, "no_cost", lacking(study, [](const Arrangement& a) { return !a.cost_per_year; }));
  add_lacking(facts, "no_notice", lacking(study, [](const Arrangement& a) { return !a.notice_months; }));
  std::set<std::pair<std::string, std::string>> known;
  for (const auto& f : study.figures) known.emplace(f.partner, f.task);
  int missing = 0;
  int of = 0;
  std::vector<Origin> inputs;
  for (const auto& entry : study.gross_list) {
    if (!entry.on_list) continue;
    inputs.push_back(entry.origin);
    for (const auto& partner : study.partners) {
      ++of;
      if (!known.contains({partner.id, entry.task})) ++missing;
    }
  }
  if (of > 0)
    facts.push_back({"figures",
                     {missing == 0 ? "factors.fact.figures_complete" : "factors.fact.figures_missing",
                      {number("n", missing), number("of", of)}},
                     inputs});
  return facts;
}

}  // namespace

std::vector<Fact> facts_of(const std::string& factor, const Study& study, const MethodPack& pack,
                           const partners::PartnerSet& set) {
  if (factor == "give_and_take") return give_and_take(study, set);
  if (factor == "respect") return respect(study, pack);
  if (factor == "strong_and_visible") return strong_and_visible(study, pack);
  if (factor == "a_choice") return a_choice(study);
  if (factor == "working_together") return working_together(set);
  if (factor == "practical") return practical(study);
  return {};
}

}  // namespace koepel::factors
