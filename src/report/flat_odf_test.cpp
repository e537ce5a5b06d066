// SPDX-License-Identifier: EUPL-1.2
#include "report/flat_odf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/compose.h"
#include "report/sample_input.h"
#include "report/sample_xml.h"
#include "report/xml.h"

namespace koepel::report {

namespace {

using testing::HasSubstr;
using testing::Not;

const Document& a_document() {
  static const auto study = sample::make();
  static const Document one =
      compose_decision_document(study.input(), Audience::college, {sample::picture("continuum")});
  return one;
}

template <class Kind>
std::size_t blocks_of(const Document& document) {
  return static_cast<std::size_t>(
      std::ranges::count_if(document.blocks, [](const Block& block) { return std::holds_alternative<Kind>(block); }));
}

constexpr const char* a_house_style =
    R"(<office:document><office:font-face-decls><style:font-face style:name="Verdana" svg:font-family="Verdana"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="de" fo:country="DE"/></style:default-style>
<style:style style:name="Heading_20_1" style:family="paragraph"><style:text-properties fo:color="#7a1fa2"/></style:style></office:styles>
<office:automatic-styles><style:page-layout style:name="Mpm1"><style:page-layout-properties fo:page-width="21cm"/></style:page-layout><style:style style:name="KTable1" style:family="table"/></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Mpm1"/></office:master-styles></office:document>)";

}  // namespace

TEST(FlatOdf, IsWellFormed) { EXPECT_EQ(sample::fault_in(to_flat_odf(a_document())), ""); }

TEST(FlatOdf, GivesEveryHeadingItsOutlineLevel) {
  const std::string odf = to_flat_odf(a_document());
  EXPECT_EQ(sample::count(odf, "<text:h "), blocks_of<Heading>(a_document()));
  EXPECT_EQ(sample::count(odf, "<text:h "), sample::count(odf, " text:outline-level=\"1\"><text:bookmark-start") +
                                                sample::count(odf, " text:outline-level=\"2\"><text:bookmark-start") +
                                                sample::count(odf, " text:outline-level=\"3\"><text:bookmark-start"));
}

TEST(FlatOdf, RepeatsTheHeaderRowOfEveryTable) {
  const std::string odf = to_flat_odf(a_document());
  EXPECT_EQ(sample::count(odf, "<table:table-header-rows>"), blocks_of<TableBlock>(a_document()));
}

TEST(FlatOdf, GivesEveryFigureATitleAndADescription) {
  const std::string odf = to_flat_odf(a_document());
  EXPECT_EQ(sample::count(odf, "<draw:frame "), 1U);
  EXPECT_THAT(odf, HasSubstr("<svg:title>Taken op het continuüm</svg:title><svg:desc>Informatiebeveiliging schuift van "
                             "8 naar 23.</svg:desc>"));
}

TEST(FlatOdf, PutsTheBannerInTheHeaderOfEveryPageStyle) {
  const std::string odf = to_flat_odf(a_document());
  EXPECT_EQ(sample::count(odf, "<style:master-page "), sample::count(odf, "text:name=\"Banner\""));
}

TEST(FlatOdf, WritesPageNumbersIntoTheTableOfContents) {
  const auto* first = std::get_if<Heading>(&a_document().blocks.front());
  ASSERT_NE(first, nullptr);
  EXPECT_THAT(flat_odf(a_document(), {}, {{first->id, 47}}),
              HasSubstr(escaped(first->text) + "<text:tab/>47</text:a>"));
}

TEST(HouseStyle, ReplacesStylesPageAndColour) {
  const std::string odf = to_flat_odf(a_document(), a_house_style);
  EXPECT_EQ(sample::fault_in(odf), "");
  EXPECT_THAT(odf, HasSubstr("Verdana"));
  EXPECT_THAT(odf, Not(HasSubstr("style:name=\"KPage\"")));
  EXPECT_THAT(odf, HasSubstr("1pt solid #7a1fa2"));
}

TEST(HouseStyle, KeepsWhatItDoesNotKnowAndDropsItsOwnText) {
  const std::string odf = to_flat_odf(a_document(), a_house_style);
  EXPECT_EQ(sample::count(odf, "style:name=\"Heading_20_1\""), 1U);
  EXPECT_EQ(sample::count(odf, "style:name=\"Heading_20_2\""), 1U);
  EXPECT_EQ(sample::count(odf, "style:name=\"KTable1\""), 1U);
}

TEST(HouseStyle, CannotHideWhatIsInventedNorChangeTheLanguage) {
  const std::string odf = to_flat_odf(a_document(), a_house_style);
  EXPECT_EQ(sample::count(odf, "text:name=\"Banner\""), 1U);
  EXPECT_THAT(odf, HasSubstr("fo:language=\"nl\""));
  EXPECT_THAT(odf, Not(HasSubstr("fo:language=\"de\"")));
}

TEST(Xml, WritesBase64AsRfc4648) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(Xml, WritesLengthsWithADot) {
  EXPECT_EQ(decimal(16), "16.000");
  EXPECT_EQ(decimal(0.05), "0.050");
  EXPECT_EQ(decimal(-1.2345), "-1.235");
}

TEST(Xml, DropsCharactersThatXmlForbids) { EXPECT_EQ(escaped(std::string("a\x01<b>&\"\n")), "a&lt;b&gt;&amp;&quot; "); }

}  // namespace koepel::report
