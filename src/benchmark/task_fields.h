// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>

namespace koepel::benchmark {

/// The code under which accounts book a task field of the 2025 list: the code itself when the accounts know it, else
/// the code it had in 2023 and 2024 (letters instead of digits in the social domain; the three entrances 6.21-6.23
/// were 6.2, the local teams). Empty when there is none: youth care (6.75x, 6.76x) was divided differently, and policy
/// (6.91, 6.92) had no field. Codes are text: "6.60" is not "6.6".
[[nodiscard]] std::string code_in_accounts(const std::string& code, const std::set<std::string>& codes_in_accounts);

}  // namespace koepel::benchmark
