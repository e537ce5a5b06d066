// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace koepel::store {

/// A study as the store knows it; all that is said in it is in its log.
struct StudyRow {
  std::string id;  ///< made by the server: lower case letters, digits, hyphens
  std::int64_t created_us = 0;
  std::int64_t archived_us = 0;     ///< 0: open
  std::int64_t erase_after_us = 0;  ///< retention; 0: not set
  std::int64_t last_sequence = 0;
  std::string last_hash;
};
/// False when the id is taken.
[[nodiscard]] bool add_study(Store& store, const StudyRow& row);
[[nodiscard]] std::optional<StudyRow> find_study(Store& store, const std::string& id);
[[nodiscard]] std::vector<StudyRow> all_studies(Store& store);
/// 0 opens it again.
void archive_study(Store& store, const std::string& id, std::int64_t archived_us);
void set_retention(Store& store, const std::string& id, std::int64_t erase_after_us);

}  // namespace koepel::store
