// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pack.h"
#include "model/study.h"
#include "model/trace.h"
#include "settlement/drift.h"
#include "settlement/exit.h"
#include "settlement/key.h"

namespace koepel::settlement {

/// What is shared, and what each pays today. Vectors have one entry per partner, in the study's order.
struct KeyQuestion {
  std::string subject;                ///< task or package
  Money joint_cost;                   ///< per year
  std::optional<double> fixed_share;  ///< part that does not move with use; none: from the figures, else the pack
  std::vector<std::optional<Money>> own_cost;  ///< today, alone; none: not known
  std::vector<std::optional<double>> growth;   ///< of the population per year; none: not known
  std::string joint_step;                      ///< step of the joint cost; empty: a step is made here
  std::vector<std::string> own_steps;          ///< steps of the own costs; empty: made here
};

/// A question with own cost and growth as far as the study knows them.
[[nodiscard]] KeyQuestion question_of(const Study& study, const std::string& subject, Money joint_cost);

/// What a key means for one partner.
struct Contribution {
  std::string partner;
  double share = 0;                 ///< of the joint cost
  Money pays;                       ///< per year, within cap and floor
  std::optional<Money> difference;  ///< pays minus own cost of today; below zero is a gain. None: own cost not known
  std::optional<double> relative;   ///< difference as a share of own cost; none when that is zero or not known
  ExitSum run_off, actual_loss;     ///< what leaving would cost, by both accepted methods
  std::string trace;                ///< "keys.<subject>.<key>.<partner>"
};

struct ComparedKey {
  CostKey key;
  std::vector<Contribution> rows;              ///< one per partner; empty when `missing` says why
  std::vector<std::string> losers;             ///< partners that pay more than today
  std::vector<std::vector<Money>> growing_in;  ///< [step 0..grow_in_years][partner]; empty: at once
  KeyDrift drift;
  Message missing;             ///< "missing: inhabitants of ..." ; empty otherwise
  std::vector<Message> notes;  ///< caps that cannot hold, terms that could not be tested
};

struct KeyComparison {
  std::string subject;
  Money joint_cost;
  std::vector<ComparedKey> keys;  ///< standard keys, fixed and variable, then the study's own
  std::string least_drift;        ///< key that moves least by itself, of those that move; empty: none known
  /// Key under which fewest pay more than today; ties: smallest largest loss, then first. When together is
  /// cheaper than alone, own_cost has none by construction: a fact, no advice. Empty: own costs not known.
  std::string fewest_losers;
  Message missing;  ///< one partner only, no cost to share; then `keys` is empty
  /// "keys.<subject>.<key>.<partner>", and below it ".difference", ".grow_in", ".drift", ".exit.run_off",
  /// ".exit.actual_loss"; "keys.<subject>.joint", ".own.<partner>", ".driver.<driver>.<partner>".
  Trace trace;
};

/// Lays the standard keys (inhabitants, own cost, FTE, volume, dwellings, and fixed by inhabitants with variable by
/// volume) and the study's own keys side by side: what each partner pays, gains or loses, what the key does in
/// "settlement.drift_years" years, and what leaving costs. A key that lacks a driver is there, with the reason. A key
/// of the study with the id of a standard key takes its place. Cost: per key and driver,
/// partners x rows of the study.
[[nodiscard]] KeyComparison compare_keys(const Study& study, const MethodPack& pack, const KeyQuestion& question);

}  // namespace koepel::settlement
