// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/pack.h"
#include "model/study.h"
#include "model/trace.h"

namespace koepel::third_parties {

/// From all inputs at their unfavourable end to all at their favourable end.
struct Range {
  double low = 0, value = 0, high = 0;
};

struct MoneyRange {
  Money low, value, high;
};

/// Hours saved per year, and what those of the partners are worth. Below zero: together takes more time than it saves.
struct Saving {
  Range partner_hours;
  Range other_hours;  ///< of the third party itself; not valued in euro
  MoneyRange worth;   ///< of the partners' hours at the integral hourly rate
};

/// One third party that partners deal with.
struct Dealings {
  std::string third_party;           ///< id in the study
  std::vector<bool> deals_with;      ///< one per partner, in the study's order: a row of the matrix
  int partners = 0;                  ///< how many deal with it
  double agreements_today = 0;       ///< per year, all partners together
  double agreements_together = 0;    ///< when made once for everybody
  double hours_today = 0;            ///< of all partners per year
  double other_hours_today = 0;      ///< of the third party per year
  Basis basis = Basis::measured;     ///< preset as soon as one of the three inputs is the pack's typical value
  std::vector<std::string> presets;  ///< which: agreements_per_year | hours_per_agreement | hours_other_side
  bool once = false;                 ///< several partners, and making it once saves hours
  Saving saving;
  Message says;       ///< the outcome in a sentence
  std::string trace;  ///< "third_parties.party.<id>.saved"
};

/// Part of the saving that falls to one partner or one task; parts add up to the total to the cent.
struct Part {
  std::string id;  ///< partner or task; empty: third parties that no task was named for
  Saving saving;
  std::string trace;
};

struct ThirdParties {
  std::vector<Dealings> rows;         ///< in the study's order
  std::vector<std::string> partners;  ///< columns of the matrix
  std::vector<Part> by_partner;       ///< partners that save something or lose by it
  std::vector<Part> by_task;
  Saving measured;  ///< of third parties whose three inputs are all given
  Saving preset;    ///< of those with a typical value: an indication only
  Money hourly_rate;
  Message missing;  ///< no third parties, one partner only; empty otherwise
  Trace trace;  ///< "third_parties.party.<id>.today|saved|other", "third_parties.total.measured|preset", ".partner.",
                ///< ".task."
};

/// Motive b: which agreements with third parties could be made once instead of by every partner, and what that saves.
/// With a agreements a year, p partners, h hours each, local share r and c hours of coordination: a (p - 1) ((1 - r) h
/// - c) hours a year for the partners, a (p - 1) (1 - r) o for the other side. Agreements that lose by it are not
/// counted in the totals: nobody has to make them together. Inputs that are not given take the pack's typical value and
/// are marked preset. Linear.
[[nodiscard]] ThirdParties map_third_parties(const Study& study, const MethodPack& pack);

}  // namespace koepel::third_parties
