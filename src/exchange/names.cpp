// SPDX-License-Identifier: EUPL-1.2
// Codes and names as people type them in; the thing meant, or what looks like it, out. Face: NameIndex.
#include "exchange/names.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "exchange/encoding.h"

namespace koepel::exchange::folder {

namespace {

constexpr std::size_t longest_compared = 80;  // longer texts are not typing errors of a name
constexpr std::size_t most_suggestions = 3;

/// Plain letters for U+00C0 .. U+00FF, Latin-1 letters with their marks; a blank drops the character.
constexpr std::string_view latin1 = "aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char plain_ascii(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  return (c >= 'a' && c <= 'z') || is_digit(c) ? c : '\0';
}

void fold_character(std::string_view character, std::string& out) {
  const auto lead = static_cast<unsigned char>(character[0]);
  const bool combining = lead == 0xCC || (lead == 0xCD && static_cast<unsigned char>(character.back()) < 0xB0);
  if (combining) return;  // an accent of its own, as macOS writes them
  if (character.size() == 2 && lead == 0xC3) {
    const auto index = static_cast<unsigned char>(character[1]) - 0x80u;
    if (latin1[index] != ' ') out += latin1[index];
  } else if (lead != 0xC2 && lead != 0xE2) {  // not the no-break space, dashes, quotes, euro sign
    out += character;
  }
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) >= 0x80) {
      const auto length = std::max<std::size_t>(1, utf8_length(text.substr(i)));
      fold_character(text.substr(i, length), out);
      i += length;
      continue;
    }
    const bool point = text[i] == '.' && i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (point) out += '.';
    if (const char c = plain_ascii(text[i]); c != '\0') out += c;
    ++i;
  }
  return out;
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
  const auto longer = static_cast<int>(std::max(a.size(), b.size()));
  const auto shorter = static_cast<int>(std::min(a.size(), b.size()));
  if (longer - shorter > limit || b.size() > longest_compared) return limit + 1;
  std::array<int, longest_compared + 1> before{}, above{}, row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = above;
    above = row;
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit + 1) return limit + 1;
  }
  return std::min(row[b.size()], limit + 1);
}

void NameIndex::point(const std::string& key, const std::string& id, bool is_code) {
  if (key.empty()) return;
  const auto [place, fresh] = keys_.try_emplace(key, Target{id, is_code, false});
  Target& target = place->second;
  if (fresh || target.id == id) {
    target.is_code = target.is_code || is_code;
  } else if (is_code && !target.is_code) {
    target = {id, true, false};
  } else if (is_code == target.is_code) {
    target.several = true;
  }
}

void NameIndex::add(const std::string& id, const std::vector<std::string>& names) {
  const auto [place, fresh] = ids_.try_emplace(id, Thing{order_.size(), {}});
  if (fresh) order_.push_back(id);
  auto& known = place->second.names;
  known.insert(known.end(), names.begin(), names.end());
  point(folded(id), id, true);
  for (const auto& name : names) point(folded(name), id, false);
}

NameIndex::Match NameIndex::find(std::string_view text) const {
  if (const auto exact = ids_.find(text); exact != ids_.end()) return {&exact->first, false};
  const auto found = keys_.find(folded(text));
  if (found == keys_.end()) return {};
  return found->second.several ? Match{nullptr, true} : Match{&found->second.id, false};
}

std::vector<std::string> NameIndex::near(std::string_view text) const {
  const std::string typed = folded(text);
  if (typed.empty() || typed.size() > longest_compared) return {};
  const int limit = typed.size() <= 4 ? 1 : static_cast<int>(std::min<std::size_t>(typed.size() / 3, 4));
  std::vector<std::tuple<int, std::size_t, std::string>> candidates;
  for (const auto& [key, target] : keys_) {
    int distance = edit_distance(typed, key, limit);
    // "Bergen" looks like "Bergen (NH.)", however long the addition.
    if (distance > limit && typed.size() >= 4 && key.starts_with(typed)) distance = limit;
    if (distance <= limit) candidates.emplace_back(distance, ids_.find(target.id)->second.order, target.id);
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<std::string> suggestions;
  for (const auto& [distance, order, id] : candidates) {
    const auto& names = ids_.find(id)->second.names;
    std::string said = names.empty() || names[0].empty() || names[0] == id ? id : names[0] + " (" + id + ")";
    if (suggestions.size() < most_suggestions &&
        std::find(suggestions.begin(), suggestions.end(), said) == suggestions.end())
      suggestions.push_back(std::move(said));
  }
  return suggestions;
}

const std::string& NameIndex::name_of(const std::string& id, std::size_t which) const {
  const auto thing = ids_.find(id);
  if (thing == ids_.end() || which >= thing->second.names.size()) return id;
  const auto& name = thing->second.names[which];
  const auto match = find(name);
  return match.id != nullptr && *match.id == id ? name : id;
}

}  // namespace koepel::exchange::folder
