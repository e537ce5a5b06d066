// SPDX-License-Identifier: EUPL-1.2
// The best division of a game of savings in, its teams and what partners think of them out. The face is teams_from.
#include "gains/teams.h"

#include <algorithm>
#include <cmath>

#include "coalition/stability.h"

namespace koepel::gains {

namespace {

using coalition::Division;
using coalition::Team;

constexpr std::size_t wishes_told = 3;
constexpr double least_cents = 100;  ///< nobody moves for less than a euro a year

std::vector<int> numbers_of(const std::vector<std::string>& ids, const std::vector<std::string>& partners) {
  std::vector<int> out;
  for (const auto& id : ids)
    if (const auto at = std::ranges::find(partners, id); at != partners.end())
      out.push_back(static_cast<int>(at - partners.begin()));
  return out;
}

void add_pairs(std::vector<coalition::Pair>& pairs, const std::vector<int>& numbers) {
  for (std::size_t i = 0; i < numbers.size(); ++i)
    for (std::size_t j = i + 1; j < numbers.size(); ++j) pairs.emplace_back(numbers[i], numbers[j]);
}

std::vector<coalition::Pair> borders(const Reference& reference, const std::vector<std::string>& partners) {
  std::vector<coalition::Pair> pairs;
  for (std::size_t i = 0; i < partners.size(); ++i) {
    const auto* municipality = find_municipality(reference, partners[i]);
    if (municipality == nullptr) continue;
    for (const auto& [code, km] : municipality->neighbours)
      for (const int j : numbers_of({code}, partners))
        if (j > static_cast<int>(i)) pairs.emplace_back(static_cast<int>(i), j);
  }
  return pairs;
}

void add_rule(coalition::Rules& rules, const TeamRule& rule, const Reference& reference,
              const std::vector<std::string>& partners) {
  const auto numbers = numbers_of(rule.partners, partners);
  if (rule.kind == "together") add_pairs(rules.together, numbers);
  if (rule.kind == "apart") add_pairs(rules.apart, numbers);
  if (rule.kind == "min_size" && rule.value) rules.smallest = std::max(rules.smallest, *rule.value);
  if (rule.kind == "max_size" && rule.value) rules.largest = std::min(rules.largest.value_or(*rule.value), *rule.value);
  if (rule.kind == "neighbours_only") rules.neighbours = borders(reference, partners);
  if (rule.kind == "host") rules.hosts = numbers;
}

std::size_t mask_of(const Team& team) {
  std::size_t mask = 0;
  for (const int member : team) mask |= std::size_t{1} << member;
  return mask;
}

std::vector<std::string> names_of(const Team& team, const std::vector<std::string>& partners) {
  std::vector<std::string> out;
  for (const int member : team) out.push_back(partners[static_cast<std::size_t>(member)]);
  return out;
}

/// Each member the part of the team's saving that its own cost is of the team's.
coalition::ShareRule by_own_cost(const SubjectGame& subject, const std::vector<std::int64_t>& cents) {
  return [&subject, &cents](const Team& team) {
    double all = 0;
    for (const int member : team) all += subject.alone[static_cast<std::size_t>(member)];
    std::vector<double> shares;
    for (const int member : team) {
      const double own = subject.alone[static_cast<std::size_t>(member)];
      const double part = all > 0 ? own / all : 1.0 / static_cast<double>(team.size());
      shares.push_back(static_cast<double>(cents[mask_of(team)]) * part);
    }
    return shares;
  };
}

Message say_wish(const coalition::Preference& wish, const std::vector<std::string>& partners) {
  Team others;
  std::ranges::remove_copy(wish.rather, std::back_inserter(others), wish.partner);
  const Arg who = term("who", "partner", partners[static_cast<std::size_t>(wish.partner)]);
  const Arg gain = about("gain", wish.gain / 100);
  if (others.empty()) return {"gains.teams.rather_alone", {who, gain}};
  return {wish.welcome ? "gains.teams.rather_welcome" : "gains.teams.rather",
          {who, terms("others", "partner", names_of(others, partners)), gain}};
}

/// Who would rather be elsewhere: the largest wishes, each partner once.
void say_stability(Teams& out, const SubjectGame& subject, const std::vector<std::int64_t>& cents,
                   const Division& division, const coalition::Rules& rules, const Progress& progress) {
  const auto stability =
      coalition::judge_stability(division.teams, cents, by_own_cost(subject, cents), rules, least_cents, 0, progress);
  std::vector<int> told;
  for (const auto& wish : stability.preferences) {
    if (told.size() == wishes_told || std::ranges::find(told, wish.partner) != told.end()) continue;
    told.push_back(wish.partner);
    out.says.push_back(say_wish(wish, subject.partners));
  }
  if (told.empty()) out.says.push_back({"gains.teams.stable", {}});
}

/// Which teams: a reader of the sentence about one team of all needs them.
Message say_best(const Teams& teams) {
  Arg list{.name = "teams", .kind = Arg::Kind::list};
  for (const auto& team : teams.teams)
    list.parts.push_back(nested("", {"gains.teams.team", {terms("members", "partner", team.partners)}}));
  return {"gains.teams.best", {list, about("saving", static_cast<double>(teams.saving.cents) / 100)}};
}

void say_one_team(Teams& out, const std::vector<std::int64_t>& cents) {
  if (out.teams.size() > 1) out.says.push_back(say_best(out));
  const Arg cost = about("cost", static_cast<double>(out.saving.cents - cents.back()) / 100);
  if (out.teams.size() == 1)
    out.says.push_back({"gains.teams.one_best", {}});
  else if (cents.back() != coalition::impossible && cost.cents != 0)
    out.says.push_back({"gains.teams.one_costs", {cost}});
}

}  // namespace

coalition::Rules rules_of(const Study& study, const Reference& reference, const std::string& subject,
                          const std::vector<std::string>& partners) {
  coalition::Rules rules;
  for (const auto& rule : study.team_rules)
    if (rule.subject.empty() || rule.subject == subject) add_rule(rules, rule, reference, partners);
  return rules;
}

std::vector<std::int64_t> cents_of(const game::Game& game) {
  std::vector<std::int64_t> cents;
  cents.reserve(game.value.size());
  for (const double euro : game.value) cents.push_back(std::llround(euro * 100));
  return cents;
}

std::vector<TeamSaving> teams_of(const Division& division, const std::vector<std::string>& partners,
                                 const std::vector<std::int64_t>& cents) {
  std::vector<TeamSaving> out;
  for (const auto& team : division.teams) out.push_back({names_of(team, partners), {cents[mask_of(team)]}});
  return out;
}

Teams teams_from(const Result<Division>& division, const SubjectGame& subject, const std::vector<std::int64_t>& cents,
                 const coalition::Rules& rules, const Progress& progress) {
  Teams out;
  if (!division || !division->found()) {
    out.says.push_back(
        {division && division->certainty == coalition::Certainty::infeasible ? "gains.teams.clash" : "gains.teams.none",
         {}});
    return out;
  }
  out.teams = teams_of(*division, subject.partners, cents);
  out.saving = {division->value};
  out.proven = division->certainty == coalition::Certainty::best;
  say_one_team(out, cents);
  say_stability(out, subject, cents, *division, rules, progress);
  return out;
}

}  // namespace koepel::gains
