// SPDX-License-Identifier: EUPL-1.2
// Names of partnerships in, how much alike two of them are out.
#include "partners/names.h"

#include <cmath>
#include <set>

namespace koepel::partners {

namespace {

/// Words of letters and digits in lower case. Bytes of accented letters are kept as they are.
std::set<std::string> words_of(const std::string& name) {
  std::set<std::string> words;
  std::string word;
  for (const char c : name + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (c >= 'A' && c <= 'Z') {
      word += static_cast<char>(c - 'A' + 'a');
    } else if (letter) {
      word += c;
    } else if (!word.empty()) {
      words.insert(word);
      word.clear();
    }
  }
  return words;
}

}  // namespace

NameMatcher::NameMatcher(const std::vector<std::string>& names) : names_(static_cast<int>(names.size())) {
  for (const auto& name : names)
    for (const auto& word : words_of(name)) ++names_with_[word];
}

double NameMatcher::weight(const std::string& word) const {
  const auto found = names_with_.find(word);
  const double with = found == names_with_.end() ? 1 : found->second;
  return std::log((1 + names_) / with);
}

double NameMatcher::similarity(const std::string& a, const std::string& b) const {
  const auto in_a = words_of(a);
  const auto in_b = words_of(b);
  double shared = 0;
  double all = 0;
  for (const auto& word : in_a) all += weight(word);
  for (const auto& word : in_b) {
    all += weight(word);
    if (in_a.contains(word)) shared += weight(word);
  }
  return all == 0 ? 0 : 2 * shared / all;
}

}  // namespace koepel::partners
