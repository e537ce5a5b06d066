// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "report/compose.h"
#include "report/sample_input.h"
#include "report/sample_xml.h"

namespace koepel::report {

namespace {

using testing::HasSubstr;
using testing::Not;

Document a_document() {
  const auto study = sample::make();
  return compose_decision_document(study.input(), Audience::college,
                                   {sample::picture("continuum"), sample::picture("opportunity")});
}

const std::string& page() {
  static const std::string one = to_html(a_document());
  return one;
}

}  // namespace

TEST(Html, IsWellFormed) { EXPECT_EQ(sample::fault_in(page()), ""); }

TEST(Html, NamesItsLanguageAndHasOneTitle) {
  EXPECT_THAT(page(), HasSubstr("<html lang=\"nl\">"));
  EXPECT_EQ(sample::count(page(), "<h1"), 1U);
  EXPECT_EQ(sample::count(page(), "<main"), 1U);
}

TEST(Html, AsksNothingOfTheOutsideWorldAndRunsNoScript) {
  EXPECT_THAT(page(), Not(HasSubstr("<script")));
  EXPECT_THAT(page(), Not(HasSubstr(" src=")));
  EXPECT_THAT(page(), Not(HasSubstr("<link")));
  EXPECT_THAT(page(), Not(HasSubstr("@import")));
}

TEST(Html, GivesEveryTableACaptionAndScopes) {
  EXPECT_GT(sample::count(page(), "<table>"), 5U);
  EXPECT_EQ(sample::count(page(), "<table>"), sample::count(page(), "<caption"));
  EXPECT_EQ(sample::count(page(), "<th"), sample::count(page(), "scope=\"") + sample::count(page(), "<thead"));
}

TEST(Html, GivesEveryFigureACaptionAndATable) {
  EXPECT_EQ(sample::count(page(), "<figure>"), 2U);
  EXPECT_EQ(sample::count(page(), "<figcaption"), 2U);
  EXPECT_EQ(sample::count(page(), "<details>"), 2U);
}

TEST(Html, UsesEveryIdOnceAndLinksOnlyToIdsThatExist) {
  std::set<std::string> ids;
  for (auto at = page().find(" id=\""); at != std::string::npos; at = page().find(" id=\"", at + 1)) {
    const std::string id = page().substr(at + 5, page().find('"', at + 5) - at - 5);
    EXPECT_TRUE(ids.insert(id).second) << id;
  }
  for (auto at = page().find("href=\"#"); at != std::string::npos; at = page().find("href=\"#", at + 1))
    EXPECT_TRUE(ids.contains(page().substr(at + 7, page().find('"', at + 7) - at - 7)));
}

TEST(Html, EscapesWhatPeopleWrote) {
  Document document = a_document();
  document.title = "Samen <b>&</b> \"apart\"";
  const std::string html = to_html(document);
  EXPECT_THAT(html, HasSubstr("<h1>Samen &lt;b&gt;&amp;&lt;/b&gt; &quot;apart&quot;</h1>"));
  EXPECT_EQ(sample::fault_in(html), "");
}

}  // namespace koepel::report
