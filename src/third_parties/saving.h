// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>

#include "third_parties/third_parties.h"

namespace koepel::third_parties {

/// What making agreements once is computed from.
struct Once {
  int partners = 0;
  Range agreements;    ///< per year, of each partner
  Range hours;         ///< of a partner on one
  Range other_hours;   ///< of the third party on one
  Range local_share;   ///< part that every partner still does itself, in [0, 1]
  Range coordination;  ///< extra hours per agreement for each partner after the first
};

[[nodiscard]] Saving saving_of(const Once& once, Money hourly_rate);

[[nodiscard]] Saving operator+(const Saving& a, const Saving& b);

/// Equal parts; the cents add up to the whole.
[[nodiscard]] std::vector<Saving> in_equal_parts(const Saving& whole, std::size_t parts);

}  // namespace koepel::third_parties
