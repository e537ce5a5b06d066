// SPDX-License-Identifier: EUPL-1.2
// For tests: the real method pack, the municipalities of a small study, and parts of an analysis made by hand.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>

#include "analysis/parts.h"
#include "content/pack_reader.h"

namespace koepel::analysis_tests {

inline const MethodPack& pack() {
  static const MethodPack read = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel").value();
  return read;
}

inline Partner partner(const std::string& id, const std::string& name, std::optional<int> inhabitants, int line) {
  Partner made;
  made.id = id;
  made.name = name;
  made.inhabitants = inhabitants;
  made.origin = {"partners.csv", {}, line, {}};
  return made;
}

/// Three municipalities that have entered nothing but themselves.
inline Study bare_study() {
  Study study;
  study.head.id = "klein";
  study.head.date = "2026-01-15";
  study.head.draws = 500;
  study.partners = {partner("GM0770", "Eersel", 20000, 2), partner("GM1724", "Bergeijk", 19000, 3),
                    partner("GM1728", "Bladel", 40000, 4)};
  return study;
}

inline AnalysisRequest request_for(const Study& study) {
  static const Reference nothing;
  return {study, pack(), nothing, "study", "reference"};
}

/// A construct whose overall mean is published, with this deviation between the partners.
inline survey::ConstructResult construct(const std::string& id, double mean, std::optional<double> divergence = {}) {
  survey::ConstructResult made;
  made.construct = id;
  made.cuts = {{.cut = {}, .shown = survey::Shown::shown, .numbers = survey::Numbers{.n = 9, .mean = mean}}};
  made.divergence = divergence;
  return made;
}

inline bool warned(const std::vector<Warning>& warnings, const std::string& code) {
  return std::any_of(warnings.begin(), warnings.end(), [&](const Warning& w) { return w.code == code; });
}

}  // namespace koepel::analysis_tests
