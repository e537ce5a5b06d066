// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "priorities/facts.h"
#include "priorities/priorities.h"
#include "priorities/settings.h"

namespace koepel::priorities {

/// A motive score with everything its step in the trace needs.
struct ScoredMotive {
  MotiveScore score;
  Message rule;
  std::vector<Origin> inputs;
  std::vector<std::string> parameters;
  std::vector<std::string> from;  ///< steps of other parts, such as the poll's
  std::string source;
};

/// A measurement: per partner a score where figures allow one, and a sentence about all together.
struct Measurement {
  std::vector<std::optional<ScoredMotive>> partners;
  Message together;
};

/// Everything the scores of a task are made from.
struct MotiveQuestion {
  const TaskFacts& facts;
  const std::vector<std::string>& partners;
  const Climate& climate;
  const Settings& settings;
};

/// Use each other's strengths: with unit cost u = (fixed + variable) / volume of the partners that have all three, in
/// the unit most of them use (at least 2): (1 - min u / mean u) / spread_full, at most 1. The same for each of them:
/// the leader has to offer what the others have to gain.
[[nodiscard]] Measurement measure_strengths(const MotiveQuestion& question);
/// Third parties: for a partner, the largest share of the partners that deal with one and the same third party as it
/// does, for this task (at least 2 partners).
[[nodiscard]] Measurement measure_third_parties(const MotiveQuestion& question);
/// Specialisation: of the partners with known FTE (at least 2), the share with 0 < FTE < fte_needed, when all together
/// reach it; 0 when even all together do not. Not measured when they fall short but somebody's FTE is unknown.
[[nodiscard]] Measurement measure_specialisation(const MotiveQuestion& question);
/// Scale: of the partners with known fixed cost F and variable cost (at least 2), joint fixed cost = largest F +
/// retained share of the others'. What that saves, times the realised share, is divided in proportion to F; a partner's
/// score is its saving as share of its own cost / saving_full, at most 1. Said as a range from nothing to the high
/// realised share.
[[nodiscard]] Measurement measure_scale(const MotiveQuestion& question);

/// The score of one motive for each partner: measured, else judged (mean over its role groups), else the poll's support
/// for the motive, else the catalogue's rating, else neutral; and together (mean over partners).
struct MotiveOfTask {
  std::vector<ScoredMotive> partners;
  ScoredMotive together;
};
[[nodiscard]] MotiveOfTask score_motive(const std::string& motive, const MotiveQuestion& question);

/// The most solid basis that at least half of these reach.
[[nodiscard]] Basis basis_of_most(const std::vector<Basis>& bases);

}  // namespace koepel::priorities
