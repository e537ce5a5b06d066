// SPDX-License-Identifier: EUPL-1.2
#include "http/target.h"

#include <gmock/gmock.h>

#include "http/message.h"

namespace koepel::http {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Target, IsDecoded) {
  const auto target = read_target("/api/v1/studies/n%C3%B3%20rd?name=a%26b&empty=&flag&sum=1+2%2B3&=nameless&&name=c");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/v1/studies/nó rd");
  EXPECT_THAT(target->query, ElementsAre(Pair("name", "a&b"), Pair("empty", ""), Pair("flag", ""), Pair("sum", "1 2+3"),
                                         Pair("name", "c")));
}

TEST(Target, KeepsWhatIsOrdinary) {
  for (const std::string path :
       {"/", "//", "/a//b/", "/...", "/.well-known/security.txt", "/a.b", "/a..b", "/+", "/\xF0\x9F\x98\x80"}) {
    const auto target = read_target(path);
    ASSERT_TRUE(target) << path;
    EXPECT_EQ(target->path, path);
    EXPECT_TRUE(target->query.empty());
  }
  EXPECT_EQ(read_target("/a?")->path, "/a");
  EXPECT_EQ(read_target("/a?b=%2F..%2F")->query.front().second, "/../");  // a value is no path
  EXPECT_EQ(read_target("/a?b=c?d")->query.front().second, "c?d");
}

struct Refused {
  const char* what;
  std::string target;
};
void PrintTo(const Refused& refused, std::ostream* out) { *out << refused.what; }

class RefusedTarget : public testing::TestWithParam<Refused> {};
TEST_P(RefusedTarget, IsNone) { EXPECT_FALSE(read_target(GetParam().target)); }

INSTANTIATE_TEST_SUITE_P(
    All, RefusedTarget,
    testing::Values(Refused{"empty", ""}, Refused{"star", "*"}, Refused{"relative", "a/b"},
                    Refused{"absolute form", "http://example.nl/"}, Refused{"only a query", "?a=b"},
                    Refused{"dot", "/a/./b"}, Refused{"dot dot", "/a/../b"}, Refused{"dot dot at the end", "/a/.."},
                    Refused{"encoded dots", "/a/%2e%2E/b"}, Refused{"half encoded dots", "/a/.%2e"},
                    Refused{"encoded slash", "/a%2Fb"}, Refused{"encoded slash in lower case", "/a%2fb"},
                    Refused{"encoded NUL", "/a%00"}, Refused{"NUL in a query", "/a?b=%00"},
                    Refused{"NUL in a name", "/a?b%00=c"}, Refused{"raw NUL", std::string("/a\0b", 4)},
                    Refused{"line end", "/a%0d%0aSet-Cookie:x"}, Refused{"delete", "/%7F"},
                    Refused{"short escape", "/a%2"}, Refused{"bare percent", "/a%"}, Refused{"no digits", "/a%zz"},
                    Refused{"half digits", "/a%4g"}, Refused{"signed digits", "/a%+1"}, Refused{"fragment", "/a#b"},
                    Refused{"fragment in a query", "/a?b#c"}, Refused{"lone continuation", "/%80"},
                    Refused{"cut off", "/%C3"}, Refused{"cut off by text", "/%C3a"},
                    Refused{"overlong slash", "/%C0%AF"}, Refused{"overlong slash of three", "/%E0%80%AF"},
                    Refused{"overlong of four", "/%F0%80%80%AF"}, Refused{"surrogate", "/%ED%A0%80"},
                    Refused{"beyond Unicode", "/%F4%90%80%80"}, Refused{"Latin-1 in a query", "/a?b=%E9"}));

TEST(Cookie, IsFoundByItsWholeName) {
  EXPECT_EQ(cookie_in("koepel=abc", "koepel"), "abc");
  EXPECT_EQ(cookie_in("a=1; koepel=abc; b=2", "koepel"), "abc");
  EXPECT_EQ(cookie_in("a=1;koepel=abc", "koepel"), "abc");
  EXPECT_EQ(cookie_in("a=1;\t koepel=abc \t; b=2", "koepel"), "abc");
  EXPECT_EQ(cookie_in("__Host-koepel=x; koepel=y", "koepel"), "y");
  EXPECT_EQ(cookie_in("koepel2=x; xkoepel=z", "koepel"), "");
  EXPECT_EQ(cookie_in("koepel=a=b==", "koepel"), "a=b==");
  EXPECT_EQ(cookie_in("koepel=first; koepel=second", "koepel"), "first");
  EXPECT_EQ(cookie_in("Koepel=x", "koepel"), "");
}

TEST(Cookie, IsEmptyWhereThereIsNone) {
  for (const auto* header : {"", ";", ";;;", "koepel", "koepel;", "=koepel", " ", "koepel =x"})
    EXPECT_EQ(cookie_in(header, "koepel"), "") << header;
}

TEST(Request, LooksUpTheFirstOfAName) {
  const Request request{.query = {{"q", "1"}, {"q", "2"}},
                        .headers = {{"accept", "a"}, {"cookie", "x=1"}, {"cookie", "y=2"}}};
  EXPECT_EQ(request.parameter("q"), "1");
  EXPECT_EQ(request.parameter("p"), "");
  EXPECT_EQ(request.header("accept"), "a");
  EXPECT_EQ(request.header("Accept"), "");
  EXPECT_EQ(request.cookie("y"), "2");  // a proxy from HTTP/2 may send one header per cookie
}

}  // namespace
}  // namespace koepel::http
