// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/money.h"

// Public facts beside a study: the 342 municipalities (always there) and what `koepel data import` brought in
// (accounts, boundaries, register). All optional parts are empty when not imported.

namespace koepel {

struct Municipality {
  std::string id;  ///< "GM1724"
  std::string name;
  std::string province;
  int inhabitants = 0;
  int inhabitants_year = 0;  ///< `inhabitants` of 1 January of this year; `inhabitants_before` of the year before
  int dwellings = 0;
  double land_area_ha = 0;
  int urbanity = 0;                                        ///< 1 very strongly urban .. 5 not urban
  double lon = 0, lat = 0;                                 ///< centroid, WGS84
  std::optional<int> inhabitants_before;                   ///< one year earlier, for how the population develops
  std::vector<std::pair<std::string, double>> neighbours;  ///< code, km of shared boundary on land
};

/// One municipality's accounts for one task field. Amounts can be negative (corrections).
struct Spending {
  std::string municipality;
  std::string task_field;  ///< text: "0.1" is not "0.10"
  Money expenditure;
  Money revenue;
};

/// One publication of accounts: year and kind, and who filed nothing (all zeros), named so that it is never cost 0.
struct Accounts {
  int year = 0;
  std::string kind;  ///< actual | budget
  std::vector<Spending> rows;
  std::vector<std::string> not_filed;
  std::string source;
};

struct RegisteredArrangement {
  std::string id;
  std::string name;
  std::string domain;
  std::vector<std::string> members;  ///< municipality codes
  int year = 0;
  std::string source;
};

/// Boundary of a municipality as rings of lon/lat, outer rings first.
using Boundary = std::vector<std::vector<std::pair<double, double>>>;

struct TaskField {
  std::string code;
  std::string name_nl;
};

struct Reference {
  std::vector<Municipality> municipalities;  ///< sorted by id
  std::string municipalities_source;
  std::vector<TaskField> task_fields;
  std::vector<Accounts> accounts;
  std::vector<RegisteredArrangement> arrangements;
  std::map<std::string, Boundary> boundaries;
  std::string boundaries_source;
};

/// nullptr when there is no such code. Logarithmic.
[[nodiscard]] const Municipality* find_municipality(const Reference& reference, const std::string& id);

}  // namespace koepel
