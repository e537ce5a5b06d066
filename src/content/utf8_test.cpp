// SPDX-License-Identifier: EUPL-1.2
#include "content/utf8.h"

#include <gtest/gtest.h>

namespace koepel::content {
namespace {

TEST(Utf8, AcceptsTextInAnyAlphabet) {
  EXPECT_EQ(first_line_not_utf8(""), 0);
  EXPECT_EQ(first_line_not_utf8("co\u00f6peratie \u20ac 12\n\U0001F3E0"), 0);
}

TEST(Utf8, NamesTheLineOfALatin1Accent) { EXPECT_EQ(first_line_not_utf8("een\ntwee\nco\xF6peratie"), 3); }

TEST(Utf8, RefusesOverlongFormsSurrogatesAndCutCharacters) {
  EXPECT_EQ(first_line_not_utf8("\xC0\xAF"), 1);
  EXPECT_EQ(first_line_not_utf8("\xED\xA0\x80"), 1);
  EXPECT_EQ(first_line_not_utf8("\xF4\x90\x80\x80"), 1);
  EXPECT_EQ(first_line_not_utf8("\xE2\x82"), 1);
}

}  // namespace
}  // namespace koepel::content
