// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "base/progress.h"

namespace koepel::benchmark {

// Data envelopment analysis (DEA): how far a unit lies from the frontier that the best units span together. Charnes,
// Cooper & Rhodes (1978) for constant returns, Banker, Charnes & Cooper (1984) for variable returns to scale.

/// What units put in and bring out: [unit][kind], each >= 0, in any unit of measure.
struct UnitTable {
  std::vector<std::vector<double>> inputs;
  std::vector<std::vector<double>> outputs;
};

enum class Returns { constant, variable, non_increasing, non_decreasing };
enum class Orientation { input, output };

/// Why a unit has no score. Units that are not `solved` because of their figures take no part in the frontier either.
enum class UnitOutcome {
  solved,
  no_input,      ///< all inputs are zero
  no_output,     ///< all outputs are zero
  negative,      ///< an input or output below zero
  not_a_number,  ///< not finite
  infeasible,    ///< super-efficiency: the others cannot reach the unit by any scaling; there is no number to give
  stopped,       ///< progress asked to stop
  not_solved     ///< the arithmetic did not come to an end; never seen, never hidden
};

/// A frontier unit that a unit is held against, and its weight in the mix.
struct Peer {
  int unit = 0;
  double weight = 0;
  bool operator==(const Peer&) const = default;
};

struct UnitScore {
  UnitOutcome outcome = UnitOutcome::solved;
  double score = 0;        ///< input: share of the inputs that would do, <= 1; output: factor of the outputs, >= 1
  bool efficient = false;  ///< score 1 and no slacks
  std::vector<double> input_slacks, output_slacks;  ///< what is left over after the score, in the table's own units
  std::vector<Peer> peers;                          ///< by number of unit
};

/// How slacks are added up when the largest sum is sought: as they stand (the literature's habit; depends on the units
/// of measure) or in shares of the mean of their column (does not).
enum class SlackSum { own_units, shares };

struct FrontierOptions {
  Returns returns = Returns::variable;
  Orientation orientation = Orientation::input;
  bool leave_out_self = false;  ///< super-efficiency (Andersen & Petersen 1993): scores pass 1
  SlackSum slack_sum = SlackSum::own_units;
  bool scores_only = false;  ///< no second phase: no slacks, `efficient` says score 1, peers as found
};

/// One linear program per unit, about 20 microseconds each at 342 units and 5 kinds, a tenth of that for scores only.
/// Same length as the table; empty in, empty out. Tables with rows of different length are a bug of the caller.
[[nodiscard]] std::vector<UnitScore> frontier_scores(const UnitTable& table, const FrontierOptions& options,
                                                     const Progress& progress = {});

/// What keeps a unit from taking part; `solved` when nothing does.
[[nodiscard]] UnitOutcome fit_for_frontier(const std::vector<double>& inputs, const std::vector<double>& outputs);

enum class ScaleKind { optimal, too_small, too_large, unknown };

struct ScaleScore {
  UnitOutcome outcome = UnitOutcome::solved;
  double constant = 0, variable = 0;    ///< input oriented scores
  double scale = 0;                     ///< constant / variable: what the size itself costs, <= 1
  ScaleKind kind = ScaleKind::unknown;  ///< too_small: increasing returns; too_large: decreasing
};
/// Scale efficiency and kind of returns by the score under non-increasing returns (Färe, Grosskopf & Lovell 1985).
[[nodiscard]] std::vector<ScaleScore> scale_scores(const UnitTable& table, const Progress& progress = {});

enum class SlackOrientation { none, input, output };

/// Slack-based measure (Tone 2001): 1 minus the mean share of input slack, over 1 plus the mean share of output slack;
/// in [0, 1], independent of units, 1 only for efficient units. Kinds of which the unit has zero are left out of the
/// means (Tone's rule). `returns`: constant or variable and the two between. Slacks and peers belong to the optimum.
[[nodiscard]] std::vector<UnitScore> slack_based_scores(const UnitTable& table, Returns returns,
                                                        SlackOrientation orientation = SlackOrientation::none,
                                                        const Progress& progress = {});

}  // namespace koepel::benchmark
