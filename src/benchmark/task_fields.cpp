// SPDX-License-Identifier: EUPL-1.2
// A task field of the 2025 list in, its code in older accounts out.
#include "benchmark/task_fields.h"

#include <array>
#include <string_view>
#include <utility>

namespace koepel::benchmark {

namespace {

// Iv3 task fields, renumbered from 2025 (CBS Kredo newsletter, May 2024); only fields that kept their content.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> before_2025 = {{
    {"6.21", "6.2"},
    {"6.22", "6.2"},
    {"6.23", "6.2"},
    {"6.60", "6.6"},
    {"6.711", "6.71a"},
    {"6.712", "6.71b"},
    {"6.713", "6.71c"},
    {"6.714", "6.71d"},
    {"6.811", "6.81a"},
    {"6.812", "6.81b"},
    {"6.821", "6.82a"},
    {"6.822", "6.82b"},
}};

}  // namespace

std::string code_in_accounts(const std::string& code, const std::set<std::string>& codes_in_accounts) {
  if (codes_in_accounts.contains(code)) return code;
  for (const auto& [now, before] : before_2025)
    if (now == code && codes_in_accounts.contains(std::string(before))) return std::string(before);
  return {};
}

}  // namespace koepel::benchmark
