// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/message.h"
#include "base/money.h"
#include "base/result.h"
#include "settlement/drivers.h"

// The arithmetic of cost keys (verdeelsleutels). Money in whole cents; every division adds up to its total exactly.

namespace koepel::settlement {

/// One driver of a key and the part of the cost that it shares out.
struct KeyDriver {
  std::string driver;
  double share = 1;
};

/// A cost key: drivers whose shares add up to 1, and its terms.
struct CostKey {
  std::string id;
  std::vector<KeyDriver> mix;
  std::optional<double> cap;            ///< nobody pays more than (1 + cap) times the own cost of today
  std::optional<double> floor;          ///< nobody pays less than (1 - floor) times the own cost of today
  int grow_in_years = 0;                ///< steps from the cost of today to the key (ingroei)
  bool own = false;                     ///< the study's own, not one of the standard keys
  std::vector<Origin> origins;          ///< rows it was made from
  std::vector<std::string> parameters;  ///< of the pack that it rests on
};

/// Share of each partner under a mix, adding up to 1, or why there is none.
struct KeyShares {
  std::vector<double> shares;  ///< empty when `missing` says why
  Message missing;             ///< unknown driver, all zero, shares that are not 1
};

/// `drivers` are those of `mix`, in its order. A driver that one partner lacks makes the key missing, never zero.
[[nodiscard]] KeyShares shares_of(const Study& study, std::span<const KeyDriver> mix, std::span<const Driver> drivers);

/// Reads the drivers of a key for a subject and shares by them.
[[nodiscard]] KeyShares shares_of(const Study& study, const std::string& subject, const CostKey& key);

/// The study's own keys for a subject: rows with one id are one key. Order of the rows.
[[nodiscard]] std::vector<CostKey> own_keys(const Study& study, const std::string& subject);

/// The study's key with this id, whatever it is offered for, else the key of one driver with this name; an empty name
/// is "inhabitants". Always a key: whether its driver is known shows when it shares (or ask knows_key).
[[nodiscard]] CostKey key_named(const Study& study, const std::string& name);

/// Whether the name is a key of the study, a standard driver or a driver that the study gives values for.
[[nodiscard]] bool knows_key(const Study& study, const std::string& name);

/// What each may pay at least and at most; none is unbounded.
struct Limits {
  std::vector<std::optional<Money>> low, high;
};

/// A division within limits. When the limits cannot hold, `pays` is the key without them and `unplaced` says how much
/// the caps leave unpaid (above zero) or the floors ask too much (below zero).
struct Limited {
  std::vector<Money> pays;
  Money unplaced;
  [[nodiscard]] bool fits() const { return unplaced.cents == 0; }
};

/// Shares `total` (>= 0) by `shares`, holds everyone within the limits and shares what that frees or costs over the
/// others by the same key until it fits: the division min(high, max(low, t x share)) with the one t that adds up.
/// Passes fix the side with the larger breach (Bitran & Hax 1981), so at most one pass per partner: O(n^2).
[[nodiscard]] Limited share_within(Money total, std::span<const double> shares, const Limits& limits);

/// Cap and floor of a key as amounts: (1 + cap) and (1 - floor) times own cost, rounded inwards to the cent.
[[nodiscard]] Limits limits_of(const CostKey& key, std::span<const std::optional<Money>> own_cost);

/// From old to new division in `steps` steps: step s of 0..steps has old weight 1 - s/steps. First and last are exactly
/// old and new; each row adds up to the total. Old and new must have the same total. steps >= 1.
[[nodiscard]] std::vector<std::vector<Money>> grow_in(std::span<const Money> old_division,
                                                      std::span<const Money> new_division, int steps);

/// Base package by key, plus package by what each ordered (basis- en pluspakket).
[[nodiscard]] std::vector<Money> base_and_plus(Money base, std::span<const double> shares,
                                               std::span<const Money> ordered);

[[nodiscard]] Money sum_of(std::span<const Money> amounts);

}  // namespace koepel::settlement
