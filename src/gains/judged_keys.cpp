// SPDX-License-Identifier: EUPL-1.2
// Cost keys and a game of savings in, what every group of partners would think of each key out. The face is judge_keys.
#include "gains/judged_keys.h"

#include <algorithm>
#include <cmath>

#include "game/fairness.h"

namespace koepel::gains {

namespace {

std::vector<std::string> names_of(const std::vector<std::string>& partners, game::Coalition coalition) {
  std::vector<std::string> out;
  for (std::size_t p = 0; p < partners.size(); ++p)
    if ((coalition >> p & 1) != 0) out.push_back(partners[p]);
  return out;
}

/// What each partner saves under a key: own cost less what it pays. Empty when the key could not be computed.
std::vector<double> savings_under(const settlement::ComparedKey& key, const SubjectGame& subject) {
  std::vector<double> out;
  for (std::size_t p = 0; p < key.rows.size(); ++p)
    out.push_back(subject.alone[p] - static_cast<double>(key.rows[p].pays.cents) / 100);
  return out;
}

JudgedKey judged(const game::Fairness& fairness, const std::vector<std::string>& partners) {
  JudgedKey out;
  out.key = fairness.name;
  for (const auto& one : fairness.worse_off) out.worse_off.push_back(partners[static_cast<std::size_t>(one.player)]);
  out.leaving = names_of(partners, fairness.leaving.coalition);
  out.reason = {std::llround(fairness.leaving.excess * 100)};
  // Amounts are whole cents: nobody leaves for what rounds to none.
  out.keeps_everybody = std::llround(fairness.undivided * 100) == 0 && out.reason.cents <= 0;
  return out;
}

/// In words: who is worse off, or which group would do better apart.
Message say_key(const JudgedKey& key) {
  const Arg name = term("key", "cost_key", key.key);
  const Arg reason = about("reason", static_cast<double>(key.reason.cents) / 100);
  if (key.keeps_everybody) return {"gains.key.keeps", {name}};
  if (!key.worse_off.empty()) return {"gains.key.worse_off", {name, terms("partners", "partner", key.worse_off)}};
  return {"gains.key.leaving", {name, terms("partners", "partner", key.leaving), reason}};
}

std::vector<double> amounts(const std::vector<Share>& shares, std::optional<Money> Share::*which) {
  std::vector<double> out;
  for (const auto& share : shares)
    if (share.*which) out.push_back(static_cast<double>((share.*which)->cents) / 100);
  return out.size() == shares.size() ? out : std::vector<double>{};
}

std::vector<double> shapley_amounts(const std::vector<Share>& shares) {
  std::vector<double> out;
  for (const auto& share : shares) out.push_back(static_cast<double>(share.shapley.cents) / 100);
  return out;
}

std::vector<std::string> keys_where(const std::vector<JudgedKey>& keys, bool (*wanted)(const JudgedKey&)) {
  std::vector<std::string> out;
  for (const auto& key : keys)
    if (wanted(key)) out.push_back(key.key);
  return out;
}

void say_keys(SubjectGains& out) {
  const auto keep = keys_where(out.judged_keys, [](const JudgedKey& key) { return key.keeps_everybody; });
  const auto harm = keys_where(out.judged_keys, [](const JudgedKey& key) { return !key.worse_off.empty(); });
  if (!keep.empty()) out.says.push_back({"gains.keys.keep", {terms("keys", "cost_key", keep)}});
  if (keep.empty() && !out.judged_keys.empty()) out.says.push_back({"gains.keys.none_keeps", {}});
  if (!harm.empty()) out.says.push_back({"gains.keys.harm", {terms("keys", "cost_key", harm)}});
}

}  // namespace

Study study_of(const Study& study, const std::string& id, const SubjectGame& subject) {
  const auto& partners = subject.partners;
  const auto takes_part = [&](const std::string& one) { return std::ranges::find(partners, one) != partners.end(); };
  Study out;
  out.head = study.head;
  std::ranges::copy_if(study.partners, std::back_inserter(out.partners), takes_part, &Partner::id);
  std::ranges::copy_if(study.figures, std::back_inserter(out.figures), takes_part, &Figures::partner);
  std::ranges::copy_if(study.driver_values, std::back_inserter(out.driver_values), takes_part, &DriverValue::partner);
  for (std::size_t p = 0; p < partners.size(); ++p)
    out.driver_values.push_back({"own_cost", partners[p], id, subject.alone[p], {}, {}, subject.origins[p]});
  out.packages = study.packages;
  out.cost_keys = study.cost_keys;
  out.estimates = study.estimates;
  return out;
}

void judge_keys(SubjectGains& out, const SubjectGame& subject) {
  std::vector<game::Allocation> allocations;
  for (const auto& key : out.keys.keys)
    if (key.rows.size() == subject.partners.size()) allocations.push_back({key.key.id, savings_under(key, subject)});
  const auto report = game::judge_allocations(subject.game, subject.partners, allocations,
                                              amounts(out.shares, &Share::nucleolus), shapley_amounts(out.shares));
  for (const auto& fairness : report.allocations) {
    out.judged_keys.push_back(judged(fairness, subject.partners));
    out.judged_keys.back().says = {say_key(out.judged_keys.back())};
  }
  say_keys(out);
}

}  // namespace koepel::gains
