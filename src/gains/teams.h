// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <vector>

#include "coalition/division.h"
#include "gains/gains.h"
#include "gains/subject_game.h"

namespace koepel::gains {

/// What the study asks of teams for a subject (its own rules and those for every one), in the numbers of `partners`.
/// Pairs and hosts that are no partner here are left out.
[[nodiscard]] coalition::Rules rules_of(const Study& study, const Reference& reference, const std::string& subject,
                                        const std::vector<std::string>& partners);

/// Savings in whole cents, as the search for teams wants them.
[[nodiscard]] std::vector<std::int64_t> cents_of(const game::Game& game);

/// The best teams, what one team for all would cost, and who would rather be elsewhere when each team divides its
/// saving by own cost of today. `division` is the best one of `cents` by the rules.
[[nodiscard]] Teams teams_from(const Result<coalition::Division>& division, const SubjectGame& subject,
                               const std::vector<std::int64_t>& cents, const coalition::Rules& rules,
                               const Progress& progress);

[[nodiscard]] std::vector<TeamSaving> teams_of(const coalition::Division& division,
                                               const std::vector<std::string>& partners,
                                               const std::vector<std::int64_t>& cents);

}  // namespace koepel::gains
