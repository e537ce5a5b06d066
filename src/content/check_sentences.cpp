// SPDX-License-Identifier: EUPL-1.2
// A pack in; sentences whose Dutch and English ask for different arguments, or whose braces do not close, out.
#include <algorithm>
#include <optional>
#include <set>

#include "content/checks.h"

namespace koepel::content {

namespace {

constexpr const char* word_of_its_language = "(nl or en)";

/// Names of the arguments of one sentence; none when a brace does not close or a plural has not exactly two words. {nl}
/// and {en} are one word that comes in two languages: each sentence takes the one it needs, or both.
std::optional<std::set<std::string>> arguments_of(const std::string& sentence) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (sentence[i] == '}') return std::nullopt;
    if (sentence[i] != '{') continue;
    const auto close = sentence.find('}', i);
    if (close == std::string::npos) return std::nullopt;
    const std::string inside = sentence.substr(i + 1, close - i - 1);
    const auto bars = std::count(inside.begin(), inside.end(), '|');
    if (inside.empty() || inside.find('{') != std::string::npos || (bars != 0 && bars != 2)) return std::nullopt;
    const auto name = inside.substr(0, inside.find('|'));
    names.insert(name == "nl" || name == "en" ? word_of_its_language : name);
    i = close;
  }
  return names;
}

}  // namespace

void check_sentences(const MethodPack& pack, Problems& problems) {
  for (const auto& [key, text] : pack.texts) {
    const auto nl = arguments_of(text.nl);
    const auto en = arguments_of(text.en);
    if (!nl || !en)
      note(problems, braces_open, "texts", key, nl ? text.en : text.nl);
    else if (*nl != *en)
      note(problems, arguments_differ, "texts", key, text.nl);
  }
}

}  // namespace koepel::content
