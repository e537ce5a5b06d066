// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>

#include "priorities/priorities.h"

namespace koepel::pictures {

/// How an area is filled when colour is not there to tell it apart. Drawn as lines, not as SVG patterns: LibreOffice
/// loses those.
enum class Pattern { solid, plain, diagonal, cross, upright };

/// The mark of a category in a scatter.
enum class Shape { circle, diamond, square, cross, triangle };

struct Category {
  std::string colour;
  Pattern pattern = Pattern::solid;
  Shape shape = Shape::circle;
};

/// The house style: every colour of every picture. Grey does the work; one accent says where to look.
struct Palette {
  std::string paper = "#ffffff";
  std::string ink = "#1f2933";       ///< text and today's marks
  std::string quiet = "#55616b";     ///< secondary text; at least 4.5:1 on paper, zone and mist
  std::string line = "#8d99a3";      ///< thin lines that must be seen
  std::string hairline = "#d9dfe3";  ///< thin lines that may be missed
  std::string zone = "#f3f6f7";      ///< background of every second zone
  std::string mist = "#e6ebee";      ///< land outside the study, empty boxes
  std::string accent = "#005b70";    ///< what is advised
  std::string accent_soft = "#bfdde4";

  /// Packages in the order of priorities::Package.
  std::array<Category, priorities::package_count> packages{{{"#005b70", Pattern::solid, Shape::circle},
                                                            {"#e8a33d", Pattern::diagonal, Shape::diamond},
                                                            {"#dde3e7", Pattern::plain, Shape::square},
                                                            {"#96432c", Pattern::cross, Shape::cross},
                                                            {"#8fb8e8", Pattern::upright, Shape::triangle}}};

  /// Five steps from low to high. Light steps carry ink, the last carries paper: there is no step in between on which
  /// neither could be read.
  std::array<std::string, 5> shades{"#f4f8f9", "#d9eaee", "#b3d5dc", "#82b9c4", "#005b70"};
};

inline const Palette palette;

[[nodiscard]] inline const Category& style_of(priorities::Package package) {
  return palette.packages[static_cast<std::size_t>(package)];
}

/// The shade for a share in [0, 1], and the text colour that reads on it.
[[nodiscard]] const std::string& shade_of(double share);
[[nodiscard]] const std::string& text_on(const std::string& background);

/// Relative luminance in [0, 1] and contrast in [1, 21] as WCAG 2.2 defines them.
[[nodiscard]] double luminance(const std::string& colour);
[[nodiscard]] double contrast(const std::string& a, const std::string& b);

}  // namespace koepel::pictures
