// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace koepel {

/// Where an input came from, so that every figure can be opened to the cell it was typed in.
/// `line` counts from 1; 0 means the file as a whole. `sheet` and `column` are empty where there is none.
struct Origin {
  std::string file;
  std::string sheet;
  int line = 0;
  std::string column;

  bool operator==(const Origin&) const = default;
};

}  // namespace koepel
