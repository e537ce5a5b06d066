// SPDX-License-Identifier: EUPL-1.2
#include "pictures/svg.h"

#include <gtest/gtest.h>

#include "pictures/read_svg.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

TEST(Svg, WritesNumbersWithAtMostTwoDecimals) {
  EXPECT_EQ(coordinate(12), "12");
  EXPECT_EQ(coordinate(12.5), "12.5");
  EXPECT_EQ(coordinate(1.0 / 3), "0.33");
  EXPECT_EQ(coordinate(2.05), "2.05");
  EXPECT_EQ(coordinate(-0.001), "0");
  EXPECT_EQ(coordinate(-7.256), "-7.26");
}

TEST(Svg, EscapesNamesAndDropsControlCharacters) {
  EXPECT_EQ(escaped("Rust & <Ruimte> \"BV\""), "Rust &amp; &lt;Ruimte&gt; &quot;BV&quot;");
  EXPECT_EQ(escaped(std::string("a\x01z")), "a z");
}

TEST(Svg, CarriesTitleAndDescriptionForScreenReaders) {
  Svg svg(100);
  svg.text({10, 10}, "R&D");
  const auto elements = SvgReader::read(svg.document("tree.U01", "T < 1", "D & E", 40, Language::nl));
  ASSERT_GE(elements.size(), 4u);
  EXPECT_EQ(elements[0].attributes.at("role"), "img");
  EXPECT_EQ(elements[0].attributes.at("aria-labelledby"), "tree.U01-title tree.U01-desc");
  EXPECT_EQ(elements[0].attributes.at("viewBox"), "0 0 100 40");
  EXPECT_EQ(elements[0].attributes.at("xml:lang"), "nl");
  EXPECT_EQ(elements[1].text, "T < 1");
  EXPECT_EQ(elements[2].text, "D & E");
  EXPECT_EQ(elements.back().text, "R&D");
}

TEST(Svg, ReaderRefusesWhatIsNotWellFormed) {
  EXPECT_THROW(SvgReader::read("<svg><g></svg>"), std::runtime_error);
  EXPECT_THROW(SvgReader::read("<svg>a & b</svg>"), std::runtime_error);
  EXPECT_THROW(SvgReader::read("<svg x=1/>"), std::runtime_error);
}

TEST(TextWidth, FollowsTheAdvanceWidthsOfLiberationSans) {
  // A 667, l 222, d 556, e 556, r 333 thousandths; 3 % to spare.
  EXPECT_NEAR(text_width("Alder", 10), 23.34 * 1.03, 1e-9);
  EXPECT_GT(text_width("Alder", 10, true), text_width("Alder", 10));
  EXPECT_NEAR(text_width("é", 10), 6.11 * 1.03, 1e-9) << "one character, not two bytes";
}

TEST(TextWidth, WrapsWithinTheWidthAndLosesNothing) {
  const std::string text =
      "gezamenlijke regeling belastingheffing/invordering en aansprakelijkheidswaardevaststellingsveranderingen in "
      "2027";
  for (const double width : {40.0, 75.0, 140.0, 400.0}) {
    std::string joined;
    for (const auto& line : wrap(text, width, 12)) {
      EXPECT_LE(text_width(line, 12), width) << line;
      joined += line;
    }
    const auto letters = [](std::string s) {
      std::erase_if(s, [](char c) { return c == ' ' || c == '-'; });
      return s;
    };
    EXPECT_EQ(letters(joined), letters(text));
  }
}

TEST(TextWidth, ShortensWithAnEllipsisThatFits) {
  EXPECT_EQ(shorten("kort", 100, 12), "kort");
  const std::string cut = shorten("beheer van de gemeentelijke begraafplaatsen", 100, 12);
  EXPECT_LE(text_width(cut, 12), 100);
  EXPECT_TRUE(cut.ends_with("…"));
  EXPECT_EQ(wrap("een twee drie vier vijf zes", 40, 12, false, 2).size(), 2u);
}

}  // namespace koepel::pictures
