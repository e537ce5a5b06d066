// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>

#include "model/reference.h"

namespace koepel::exchange {

/// Rounds coordinates to 4 decimals (about 10 m) and drops points that add less than `least_area` square degrees to an
/// outline, round by round. A point is dropped from all municipalities at once and never where three meet, so that
/// neighbours keep one border without gaps. Rings of fewer than four points disappear, but never a municipality's
/// largest ring.
void simplify(std::map<std::string, Boundary>& boundaries, double least_area);

}  // namespace koepel::exchange
