// SPDX-License-Identifier: EUPL-1.2
#include "model/reference.h"

#include <algorithm>

namespace koepel {

const Municipality* find_municipality(const Reference& reference, const std::string& id) {
  const auto& all = reference.municipalities;
  const auto it = std::lower_bound(all.begin(), all.end(), id,
                                   [](const Municipality& m, const std::string& key) { return m.id < key; });
  return it == all.end() || it->id != id ? nullptr : &*it;
}

}  // namespace koepel
