// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "exchange/study_names.h"
#include "exchange/study_problems.h"
#include "model/study.h"

namespace koepel::exchange::folder {

/// study.yaml as read: the head, and the partners when they are listed here.
struct StudyYaml {
  StudyHead head;
  std::vector<Partner> partners;  ///< codes and origins only
};
/// Keys in Dutch or English; unknown keys, keys given twice and wrong values are told with their line. Never throws.
[[nodiscard]] StudyYaml read_study_yaml(const std::string& bytes, const std::string& file, StudyNames& names,
                                        Problems& problems);

/// The file for a head, keys in that language.
[[nodiscard]] std::string write_study_yaml(const StudyHead& head, const StudyNames& names, Language language);

}  // namespace koepel::exchange::folder
