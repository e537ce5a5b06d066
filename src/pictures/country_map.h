// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <vector>

#include "pictures/region_map.h"

namespace koepel::pictures {

/// The whole of the Netherlands on a page. `partners` holds every municipality of the reference table.
[[nodiscard]] PartnerMap country_of(const Canvas& canvas);

/// Whether a border between two municipalities belongs on the map; each is a place in PartnerMap::partners, -1 the sea
/// or abroad. Asked with the smaller first.
using BorderWanted = std::function<bool(int, int)>;

/// The wanted borders as lines, each once. Nothing without boundaries.
[[nodiscard]] std::vector<std::vector<Point>> borders_of(const Canvas& canvas, const PartnerMap& map,
                                                         const BorderWanted& wanted);

}  // namespace koepel::pictures
