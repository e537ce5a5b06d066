// SPDX-License-Identifier: EUPL-1.2
// A kind of mistake and its place in, a problem out.
#include "content/fault.h"

#include <utility>

namespace koepel::content {

namespace {

constexpr std::size_t longest_found = 80;

std::string cut(std::string_view text) {
  if (text.size() <= longest_found) return std::string(text);
  std::size_t end = longest_found;
  const auto continues = [&](std::size_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U; };
  while (end > 0 && continues(end)) --end;
  return std::string(text.substr(0, end));
}

}  // namespace

Problem problem_of(const Fault& fault, Origin where, std::string_view found) {
  Problem problem;
  problem.code = fault.code;
  const std::string key = where.column;
  problem.where = std::move(where);
  problem.found = cut(found);
  problem.expected = Message{fault.expected, {word("key", key)}};
  problem.repair = Message{fault.repair, {word("key", key)}};
  return problem;
}

}  // namespace koepel::content
