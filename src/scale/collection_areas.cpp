// SPDX-License-Identifier: EUPL-1.2
// A study and the reference table in; partners and their neighbours as areas to collect out. Faces: partner_areas,
// neighbour_areas.
#include "scale/collection_areas.h"

#include <algorithm>
#include <map>

#include "scale/collection_case.h"

namespace koepel::scale {

namespace {

double land_of(const Partner* partner, const Municipality* known) {
  if (partner != nullptr && partner->land_area_ha) return *partner->land_area_ha / 100;
  return known != nullptr ? known->land_area_ha / 100 : 0;
}

const Figures* figures_in_connections(const CollectionDesk& desk, const std::string& partner) {
  const Figures* best = nullptr;
  for (const auto& row : desk.study.figures)
    if (row.partner == partner && row.task == desk.task && row.volume && *row.volume > 0 &&
        counts_connections(row.unit) && (best == nullptr || row.year.value_or(0) > best->year.value_or(0)))
      best = &row;
  return best;
}

std::optional<double> cost_of(const Figures& row) {
  if (!row.fixed_cost || !row.variable_cost) return std::nullopt;
  const auto cents = row.fixed_cost->cents + row.variable_cost->cents;
  if (row.fixed_cost->cents < 0 || row.variable_cost->cents < 0 || cents <= 0) return std::nullopt;
  return static_cast<double>(cents) / 100;
}

/// A partner (or, with nullptr, a neighbour) as an area; connections 0 when nothing is known.
CollectionArea area_of(const CollectionDesk& desk, const std::string& id, const Partner* partner) {
  const auto* known = find_municipality(desk.reference, id);
  CollectionArea area;
  area.municipality = id;
  area.name = partner != nullptr && !partner->name.empty() ? partner->name : known != nullptr ? known->name : id;
  area.partner = partner != nullptr;
  area.land_km2 = land_of(partner, known);
  if (partner != nullptr) area.origin = partner->origin;
  if (const auto* row = partner != nullptr ? figures_in_connections(desk, id) : nullptr; row != nullptr) {
    area.connections = *row->volume;
    area.own_cost = cost_of(*row);
    area.origin = row->origin;
    return area;
  }
  area.proxy = true;
  const double dwellings = partner != nullptr && partner->dwellings ? *partner->dwellings
                           : known != nullptr                       ? known->dwellings
                                                                    : 0;
  area.connections = dwellings * desk.connections_per_dwelling;
  return area;
}

bool usable(const CollectionArea& area) { return area.connections > 0 && area.land_km2 > 0; }

}  // namespace

bool counts_connections(const std::string& unit) {
  return unit.find("aansluiting") != std::string::npos || unit.find("connection") != std::string::npos;
}

std::vector<CollectionArea> partner_areas(const CollectionDesk& desk) {
  std::vector<CollectionArea> areas;
  for (const auto& partner : desk.study.partners)
    if (auto area = area_of(desk, partner.id, &partner); usable(area)) areas.push_back(std::move(area));
  return areas;
}

std::vector<CollectionArea> neighbour_areas(const CollectionDesk& desk, std::vector<std::string>& left_out) {
  std::map<std::string, double> border;
  for (const auto& partner : desk.study.partners)
    if (const auto* known = find_municipality(desk.reference, partner.id))
      for (const auto& [id, km] : known->neighbours)
        if (find_partner(desk.study, id) == nullptr) border[id] += km;
  std::vector<std::pair<std::string, double>> sorted(border.begin(), border.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  const auto most = std::min(static_cast<std::size_t>(parameter(desk.pack, "scale.most_neighbours")),
                             most_candidates - std::min(most_candidates, desk.study.partners.size()));
  std::vector<CollectionArea> areas;
  for (const auto& [id, km] : sorted) {
    auto area = area_of(desk, id, nullptr);
    if (!usable(area)) continue;
    if (areas.size() < most)
      areas.push_back(std::move(area));
    else
      left_out.push_back(id);
  }
  return areas;
}

}  // namespace koepel::scale
