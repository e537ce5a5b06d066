// SPDX-License-Identifier: EUPL-1.2
#include "api/theme.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pictures/palette.h"

namespace koepel::api {

using testing::HasSubstr;
using testing::Not;

TEST(Theme, WithoutWishesIsKoepelsOwn) {
  const auto theme = theme_of({});
  ASSERT_TRUE(theme);
  EXPECT_THAT(theme->css, Not(HasSubstr("--")));
  EXPECT_TRUE(theme->logo.empty());
}

TEST(Theme, MakesAllShadesOfOneColour) {
  const auto theme = theme_of({.color = "#8A1538"});
  ASSERT_TRUE(theme);
  for (const char* shade : {"50: #", "100: #", "200: #", "300: #", "400: #", "500: #8A1538", "600: #", "700: #"})
    EXPECT_THAT(theme->css, HasSubstr(std::string("--koepel-petrol-") + shade));
}

TEST(Theme, RefusesWhatCannotBeReadAndSaysByHowMuch) {
  EXPECT_TRUE(theme_of({.color = "#005b70"})) << "Koepel's own";
  const auto yellow = theme_of({.color = "#ffd400"});
  ASSERT_FALSE(yellow);
  EXPECT_EQ(yellow.error()[0].expected.key, "api.theme.contrast");
  EXPECT_NEAR(yellow.error()[0].expected.args[1].number, 1.3, 0.15);
  // #767676 is the lightest grey that may stand on white; on its own tint it may not.
  EXPECT_GT(pictures::contrast("#767676", "#ffffff"), 4.5);
  EXPECT_FALSE(theme_of({.color = "#767676"}));
}

TEST(Theme, NamesEveryFaultAtOnce) {
  const auto theme = theme_of({.color = "red", .logo = "GIF89a"});
  ASSERT_FALSE(theme);
  EXPECT_EQ(theme.error().size(), 2u);
  EXPECT_FALSE(theme_of({.logo = "\x89PNG\r\n" + std::string(300'000, 'x')})) << "too large";
  EXPECT_EQ(theme_of({.logo = "<?xml version=\"1.0\"?><svg/>"})->logo_type, "image/svg+xml");
}

TEST(Theme, ANameCannotBreakOutOfTheStyleSheet) {
  const auto theme = theme_of({.name = "\"} body { display: none } </style> Súdwest-Fryslân"});
  ASSERT_TRUE(theme);
  const auto from = theme->css.find('"', theme->css.find("| ") + 3);
  const auto inside = theme->css.substr(from + 1, theme->css.rfind('"') - from - 1);
  for (const char* sign : {"\"", "{", "}", "<", "\n"}) EXPECT_THAT(inside, Not(HasSubstr(sign)));
  EXPECT_THAT(inside, HasSubstr("Súdwest"));
}

}  // namespace koepel::api
