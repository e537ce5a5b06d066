// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/study.h"

namespace koepel::settlement {

/// How much each partner has of what a key shares by. One entry per partner, in the study's order.
struct Driver {
  std::string id;                              ///< "inhabitants", "own_cost", or a name of the study's own
  std::vector<std::optional<double>> amounts;  ///< none: unknown, never zero
  std::vector<std::vector<Origin>> origins;    ///< rows the amount was made from
  std::vector<std::optional<double>> growth;   ///< per year, when the study gives the driver for two years
};

/// Tasks of a task code (itself) or package id; empty subject: every task on the list.
[[nodiscard]] std::vector<std::string> tasks_of(const Study& study, const std::string& subject);

/// The figures of the newest year for this partner and task (the later row when equal), or nullptr.
[[nodiscard]] const Figures* newest_figures(const Study& study, const std::string& partner, const std::string& task);

/// The driver for a subject. What driver_values gives (for this subject, else for every one; newest year, then the
/// later row) goes before what partners and figures say: inhabitants, dwellings, area (hectares), own_cost (euro: fixed
/// and variable), fte, volume (only when all tasks count in the same unit). A sum over tasks is unknown when one is
/// unknown.
[[nodiscard]] Driver driver_of(const Study& study, const std::string& subject, const std::string& driver);

/// Own cost of today per partner from the figures: fixed plus variable over the tasks; unknown when one of them is.
[[nodiscard]] std::vector<std::optional<Money>> own_cost_of(const Study& study, const std::string& subject);

/// Growth of the population per year that the study estimates ("settlement.population_growth"); none where it does not.
[[nodiscard]] std::vector<std::optional<double>> population_growth_of(const Study& study, const std::string& subject);

/// Partners of whom the driver is not known.
[[nodiscard]] std::vector<std::string> unknown_partners(const Study& study, const Driver& driver);

}  // namespace koepel::settlement
