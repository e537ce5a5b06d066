// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content/pack_reader.h"
#include "model/pack.h"
#include "model/reference.h"
#include "model/study.h"

// For tests: the delivered pack, and small studies in code.

namespace koepel::scale {

inline const MethodPack& pack() {
  static const MethodPack delivered = content::read_pack(content::delivered_pack()).value();
  return delivered;
}

inline Figures figures(const std::string& partner, const std::string& task, std::int64_t fixed, std::int64_t variable,
                       double fte, double volume, const std::string& unit, int line = 2) {
  Figures row;
  row.partner = partner;
  row.task = task;
  row.fixed_cost = Money{fixed * 100};
  row.variable_cost = Money{variable * 100};
  row.fte = fte;
  row.volume = volume;
  row.unit = unit;
  row.year = 2025;
  row.origin = {"cijfers.csv", "", line, ""};
  return row;
}

inline Partner partner(const std::string& id, int inhabitants, int dwellings = 0, double hectares = 0) {
  Partner p;
  p.id = id;
  p.name = id;
  p.inhabitants = inhabitants;
  if (dwellings > 0) p.dwellings = dwellings;
  if (hectares > 0) p.land_area_ha = hectares;
  p.origin = {"partners.csv", "", 2, ""};
  return p;
}

inline GrossListEntry on_list(const std::string& task) {
  GrossListEntry entry;
  entry.task = task;
  return entry;
}

/// Payroll at three municipalities: fixed 60, 50 and 40 thousand; 30, 40 and 50 euro per payslip-year.
inline Study payroll() {
  Study study;
  study.head.draws = 2000;
  study.partners = {partner("A", 30000), partner("B", 25000), partner("C", 20000)};
  study.gross_list = {on_list("V07")};
  study.figures = {figures("A", "V07", 60000, 90000, 1.2, 3000, "verloningen", 2),
                   figures("B", "V07", 50000, 80000, 0.9, 2000, "verloningen", 3),
                   figures("C", "V07", 40000, 50000, 0.4, 1000, "verloningen", 4)};
  return study;
}

/// Four municipalities with the figures of cases/afval; inhabitants, dwellings and area rounded.
inline Study waste() {
  Study study;
  study.head.draws = 300;
  study.partners = {partner("GM1969", 65000, 28700, 36000), partner("GM1699", 32000, 14400, 20000),
                    partner("GM1966", 48000, 21900, 48000), partner("GM0059", 28000, 12000, 10000)};
  study.gross_list = {on_list("U22"), on_list("U23")};
  study.figures = {figures("GM1969", "U22", 710800, 1159800, 6.5, 28057, "huisaansluitingen", 2),
                   figures("GM1699", "U22", 299400, 488400, 3.3, 14167, "huisaansluitingen", 3),
                   figures("GM1966", "U22", 565900, 923200, 5.3, 21942, "huisaansluitingen", 4),
                   figures("GM0059", "U22", 378200, 617000, 2.4, 12086, "huisaansluitingen", 5)};
  return study;
}

}  // namespace koepel::scale
