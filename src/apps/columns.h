// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace koepel::apps {

/// A table on the terminal: the last column is text and folds, those before it are figures and end below each other.
/// The first row is the header.
void print_columns(const std::vector<std::vector<std::string>>& rows);

/// "verwacht|laag|hoog": the words of a header that is kept in one text.
[[nodiscard]] std::vector<std::string> split_columns(const std::string& text);

}  // namespace koepel::apps
