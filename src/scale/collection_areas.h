// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/reference.h"
#include "model/study.h"
#include "scale/collection.h"

namespace koepel::scale {

/// All combinations of candidates are looked at: 2^20 plans are done in a second.
inline constexpr std::size_t most_candidates = 20;

/// Everything a waste case is made from.
struct CollectionDesk {
  const Study& study;
  const MethodPack& pack;
  const Reference& reference;
  const std::string& task;
  CollectionRanges ranges;
  Range realised;
  double connections_per_dwelling = 1;
};

/// Partners with connections (or dwellings, marked as proxy) and land, in the order of the study.
[[nodiscard]] std::vector<CollectionArea> partner_areas(const CollectionDesk& desk);
/// Neighbours of the partners that are none themselves, longest shared boundary first, ties by code; those beyond the
/// number that is searched go to `left_out`.
[[nodiscard]] std::vector<CollectionArea> neighbour_areas(const CollectionDesk& desk,
                                                          std::vector<std::string>& left_out);

}  // namespace koepel::scale
