// SPDX-License-Identifier: EUPL-1.2
// An organisation's name, colour and logo in; a style sheet of tokens, and the logo as it may safely be served, out.
// The face is theme_of.
#include "api/theme.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "pictures/palette.h"

namespace koepel::api {

namespace {

using Rgb = std::array<double, 3>;

constexpr double readable = 4.5;  // WCAG 2.2, 1.4.3
constexpr std::size_t most_bytes = 200'000;
const std::string white = "#ffffff", black = "#000000";

bool is_colour(const std::string& text) {
  return text.size() == 7 && text[0] == '#' &&
         std::all_of(text.begin() + 1, text.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

Rgb rgb_of(const std::string& colour) {
  Rgb out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    int value = 0;
    std::from_chars(&colour[1 + 2 * i], &colour[3 + 2 * i], value, 16);
    out[i] = value;
  }
  return out;
}

/// So much of the first, the rest of the second.
std::string mixed(const std::string& first, double share, const std::string& second) {
  const auto a = rgb_of(first), b = rgb_of(second);
  std::array<char, 8> text{};
  const auto part = [&](std::size_t i) {
    return static_cast<unsigned>(std::lround(share * a[i] + (1 - share) * b[i]));
  };
  std::snprintf(text.data(), text.size(), "#%02x%02x%02x", part(0), part(1), part(2));
  return text.data();
}

std::string shades(const std::string& colour) {
  const std::array<std::pair<int, std::string>, 8> all{{{50, mixed(colour, 0.05, white)},
                                                        {100, mixed(colour, 0.12, white)},
                                                        {200, mixed(colour, 0.25, white)},
                                                        {300, mixed(colour, 0.5, white)},
                                                        {400, mixed(colour, 0.88, white)},
                                                        {500, colour},
                                                        {600, mixed(colour, 0.78, black)},
                                                        {700, mixed(colour, 0.53, black)}}};
  std::string css;
  for (const auto& [number, shade] : all) css += "  --koepel-petrol-" + std::to_string(number) + ": " + shade + ";\n";
  return css;
}

/// Any text as a CSS string: everything but plain letters and digits by its number.
std::string css_string(const std::string& text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length > 1 || std::isalnum(lead) != 0) {
      out += text.substr(i, length);
    } else {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "\\%x ", lead);
      out += code.data();
    }
    i += length;
  }
  return out + "\"";
}

/// "" when it is neither.
std::string type_of(const std::string& logo) {
  if (logo.starts_with("\x89PNG\r\n")) return "image/png";
  const auto start = logo.find_first_not_of(" \t\r\n");
  const bool markup = start != std::string::npos && logo[start] == '<';
  return markup && logo.find("<svg") != std::string::npos ? "image/svg+xml" : "";
}

Problem wrong(const char* option, const std::string& found, const std::string& expected, std::vector<Arg> more = {}) {
  return {.code = "theme",
          .where = {.file = std::string("--") + option},
          .found = found,
          .expected = {"api.theme." + expected, std::move(more)},
          .repair = {"api.theme." + expected + ".repair", {}}};
}

void check_colour(const std::string& colour, Problems& problems) {
  if (!is_colour(colour)) return problems.push_back(wrong("theme-color", colour, "color"));
  const double least =
      std::min(pictures::contrast(colour, white), pictures::contrast(colour, mixed(colour, 0.12, white)));
  if (least < readable)
    problems.push_back(
        wrong("theme-color", colour, "contrast", {number("needed", readable, 1), number("found", least, 1)}));
}

std::string css_of(const ThemeOrder& order) {
  std::string css;
  if (!order.color.empty()) css += ":root.koepel-theme {\n" + shades(order.color) + "}\n";
  if (!order.logo.empty())
    css +=
        ".brand img { content: url(\"/theme/logo\"); inline-size: auto; max-inline-size: 12rem; block-size: 2.25rem; "
        "}\n";
  if (!order.name.empty()) css += ".brand span::after { content: \" | \" " + css_string(order.name) + "; }\n";
  return css;
}

}  // namespace

Result<Theme> theme_of(const ThemeOrder& order) {
  Problems problems;
  if (!order.color.empty()) check_colour(order.color, problems);
  Theme theme{.logo = order.logo, .logo_type = type_of(order.logo)};
  if (!order.logo.empty() && (theme.logo_type.empty() || order.logo.size() > most_bytes))
    problems.push_back(wrong("theme-logo", std::to_string(order.logo.size()) + " bytes", "logo"));
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  if (const auto css = css_of(order); !css.empty()) theme.css = css;
  return theme;
}

}  // namespace koepel::api
