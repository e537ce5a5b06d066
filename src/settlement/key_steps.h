// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>

#include "settlement/compare_keys.h"

// The trace of a comparison of keys.

namespace koepel::settlement {

/// Where steps are made: the question with every step it refers to already in the trace.
struct KeyDesk {
  const Study& study;
  const MethodPack& pack;
  const KeyQuestion& question;
  std::string joint_step;
  std::vector<std::string> own_steps;      ///< empty where own cost is not known
  std::set<std::string> traced_drivers{};  ///< whose amounts have their steps already
};

/// Puts the joint cost and own costs in the trace when the question has no steps of its own for them.
[[nodiscard]] KeyDesk open_desk(const Study& study, const MethodPack& pack, const KeyQuestion& question, Trace& trace);

/// Steps of one key: its drivers (once per driver and partner), contributions, drift and exit sums.
void add_steps(KeyDesk& desk, const ComparedKey& compared, std::span<const Driver> drivers, Trace& trace);

[[nodiscard]] std::string step_id(const KeyQuestion& question, const CostKey& key, const std::string& partner);

}  // namespace koepel::settlement
