// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/result.h"

namespace koepel::coalition {

/// Two partners, numbered from 0.
using Pair = std::pair<int, int>;

/// What teams must look like. Without any, every team may be formed.
struct Rules {
  std::optional<std::vector<Pair>> neighbours;  ///< when given: a team must hang together through these borders
  int smallest = 1;                             ///< least number of members
  std::optional<int> largest;                   ///< greatest number of members
  std::vector<Pair> together;                   ///< pairs that must be in one team
  std::vector<Pair> apart;                      ///< pairs that must not be in one team
  std::optional<std::vector<int>> hosts;  ///< when given: a team of two or more has a member from this list as its host
  bool one_host_only = false;             ///< with `hosts`: exactly one possible host in such a team, not more

  [[nodiscard]] bool any() const;
  bool operator==(const Rules&) const = default;
};

/// One rule by name, to tell which rules clash.
struct Rule {
  enum class Kind { neighbours, smallest, largest, together, apart, hosts, one_host_only };
  Kind kind = Kind::neighbours;
  Pair pair = {-1, -1};  ///< of `together` and `apart`
  bool operator==(const Rule&) const = default;
};

/// Every rule that `rules` holds, in the order of the struct.
[[nodiscard]] std::vector<Rule> rules_by_name(const Rules& rules);
/// `rules` without one of them.
[[nodiscard]] Rules without(Rules rules, const Rule& rule);

/// A rule about a partner that does not exist, or a size that no team can have: "coalition.rule_partner",
/// "coalition.rule_size".
[[nodiscard]] Problems check_rules(const Rules& rules, int partners);

/// Whether a team (members ascending) keeps the rules. Prepared once, asked often.
class TeamJudge {
 public:
  TeamJudge(const Rules& rules, int partners);
  [[nodiscard]] bool allows(std::span<const int> team) const;

 private:
  [[nodiscard]] bool pairs_kept(std::span<const int> team) const;
  [[nodiscard]] bool host_found(std::span<const int> team) const;
  [[nodiscard]] bool hangs_together(std::span<const int> team) const;

  Rules rules_;
  std::vector<std::vector<int>> neighbours_, together_, apart_;
  std::vector<char> host_;
};

}  // namespace koepel::coalition
