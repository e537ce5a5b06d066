// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "base/result.h"

namespace koepel::api {

/// How an organisation wants its Koepel to look. Everything may be empty: then Koepel's own.
struct ThemeOrder {
  std::string name;   ///< stands beside Koepel's: "Regio Voorbeeld"
  std::string color;  ///< "#8a1538": for links, buttons and marks
  std::string logo;   ///< bytes of an SVG or PNG
};

/// What browsers get of it.
struct Theme {
  std::string css = "/* Koepel's own colours */\n";  ///< /theme.css
  std::string logo;                                  ///< /theme/logo; empty: Koepel's
  std::string logo_type;
};

/// All shades follow from the one colour. Refused, with every reason at once: no colour at all, one that people with
/// weak sight cannot read on white or on its own tint (WCAG 2.2 AA: 4.5 to 1), and a logo that is no SVG or PNG or is
/// larger than 200 kB.
[[nodiscard]] Result<Theme> theme_of(const ThemeOrder& order);

}  // namespace koepel::api
