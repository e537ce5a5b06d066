// SPDX-License-Identifier: EUPL-1.2
// A colour of the house style in, how light it is and what can be read on it out.
#include "pictures/palette.h"

#include <algorithm>
#include <cmath>

#include "base/ensure.h"

namespace koepel::pictures {

namespace {

double linear_channel(const std::string& colour, std::size_t at) {
  const double c = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

}  // namespace

double luminance(const std::string& colour) {
  ENSURE(colour.size() == 7 && colour[0] == '#');
  return 0.2126 * linear_channel(colour, 1) + 0.7152 * linear_channel(colour, 3) + 0.0722 * linear_channel(colour, 5);
}

double contrast(const std::string& a, const std::string& b) {
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

const std::string& shade_of(double share) {
  const auto steps = static_cast<double>(palette.shades.size());
  return palette.shades[static_cast<std::size_t>(std::clamp(std::floor(share * steps), 0.0, steps - 1))];
}

const std::string& text_on(const std::string& background) {
  return contrast(palette.ink, background) >= contrast(palette.paper, background) ? palette.ink : palette.paper;
}

}  // namespace koepel::pictures
