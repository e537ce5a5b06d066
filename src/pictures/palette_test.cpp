// SPDX-License-Identifier: EUPL-1.2
#include "pictures/palette.h"

#include <gtest/gtest.h>

#include <cmath>

namespace koepel::pictures {

namespace {

using Triple = std::array<double, 3>;

Triple linear(const std::string& colour) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double c = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    out[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  }
  return out;
}

Triple times(const std::array<Triple, 3>& m, const Triple& v) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return out;
}

/// CIE L*a*b* (D65) of linear sRGB.
Triple lab(const Triple& rgb) {
  static constexpr std::array<Triple, 3> to_xyz{
      {{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}};
  const Triple xyz = times(to_xyz, rgb);
  const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = f(xyz[0] / 0.9505), y = f(xyz[1]), z = f(xyz[2] / 1.089);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Triple& a, const Triple& b) { return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]); }

// Machado, Oliveira & Fernandes (2009), severity 1.0, on linear sRGB.
constexpr std::array<Triple, 3> deuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr std::array<Triple, 3> protanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr std::array<Triple, 3> none{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

}  // namespace

TEST(Palette, MeasuresContrastAsWcagDoes) {
  EXPECT_NEAR(contrast("#000000", "#ffffff"), 21, 1e-9);
  EXPECT_NEAR(contrast("#ffffff", "#000000"), 21, 1e-9);
  EXPECT_NEAR(contrast("#767676", "#ffffff"), 4.54, 0.005) << "the lightest grey that passes AA";
  EXPECT_NEAR(luminance("#ff0000"), 0.2126, 1e-9);
}

TEST(Palette, TextReadsOnEveryBackgroundItStandsOn) {
  for (const std::string& ground : {palette.paper, palette.zone, palette.mist}) {
    EXPECT_GE(contrast(palette.ink, ground), 4.5) << ground;
    EXPECT_GE(contrast(palette.quiet, ground), 4.5) << ground;
    EXPECT_GE(contrast(palette.accent, ground), 4.5) << ground;
  }
  EXPECT_GE(contrast(palette.paper, palette.accent), 4.5);
  EXPECT_GE(contrast(palette.ink, palette.accent_soft), 4.5);
  EXPECT_GE(contrast(palette.quiet, palette.shades[1]), 4.5) << "names of regions on the opportunity map";
  for (const auto& shade : palette.shades) EXPECT_GE(contrast(text_on(shade), shade), 4.5) << shade;
  for (const auto& category : palette.packages)
    EXPECT_GE(contrast(text_on(category.colour), category.colour), 4.5) << category.colour;
}

TEST(Palette, LinesThatMatterAreSeenOnPaperAndZone) {
  for (const std::string& line : {palette.ink, palette.accent})
    for (const std::string& ground : {palette.paper, palette.zone}) EXPECT_GE(contrast(line, ground), 3) << line;
}

TEST(Palette, PackagesDifferForTheColourBlind) {
  for (const auto& sight : {none, deuteranopia, protanopia})
    for (std::size_t i = 0; i < palette.packages.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const Triple a = lab(times(sight, linear(palette.packages[i].colour))),
                     b = lab(times(sight, linear(palette.packages[j].colour)));
        EXPECT_GE(distance(a, b), 20) << palette.packages[i].colour << " and " << palette.packages[j].colour;
      }
}

TEST(Palette, PackagesDifferInBlackAndWhite) {
  for (std::size_t i = 0; i < palette.packages.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_NE(palette.packages[i].pattern, palette.packages[j].pattern);
      EXPECT_NE(palette.packages[i].shape, palette.packages[j].shape);
    }
}

TEST(Palette, ShadesRunFromLightToDark) {
  for (std::size_t i = 1; i < palette.shades.size(); ++i)
    EXPECT_GE(contrast(palette.shades[i - 1], palette.shades[i]), 1.12)
        << "each step can be told from the next in grey";
  EXPECT_EQ(shade_of(0), palette.shades.front());
  EXPECT_EQ(shade_of(1), palette.shades.back());
  EXPECT_EQ(shade_of(0.4), palette.shades[2]);
}

}  // namespace koepel::pictures
