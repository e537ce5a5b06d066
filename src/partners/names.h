// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

namespace koepel::partners {

/// Tells whether two names of partnerships mean the same one: the words they share, weighed by how rare they are among
/// all names known, against all their words (Dice). "Samenwerking" says little, "KempenPlus" says much, and nobody has
/// to list which is which.
class NameMatcher {
 public:
  explicit NameMatcher(const std::vector<std::string>& names);
  /// [0, 1]; 1 = the same words. Capitals, accents' marks and punctuation do not count.
  [[nodiscard]] double similarity(const std::string& a, const std::string& b) const;

 private:
  [[nodiscard]] double weight(const std::string& word) const;
  std::map<std::string, int> names_with_;
  int names_ = 0;
};

}  // namespace koepel::partners
