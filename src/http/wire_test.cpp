// SPDX-License-Identifier: EUPL-1.2
#include "http/wire.h"

#include <gmock/gmock.h>

#include "http/hub.h"

namespace koepel::http {
namespace {

using testing::HasSubstr;
using testing::Not;

// RFC 9110, section 5.6.7
TEST(Date, ReproducesTheExampleOfTheStandard) { EXPECT_EQ(http_date(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT"); }

TEST(Head, TellsLengthAndClose) {
  const Response response{200, {{"Content-Type", "text/plain"}}, "four", nullptr};
  const auto head = head_text(response, true);
  EXPECT_THAT(head, testing::StartsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nDate: "));
  EXPECT_THAT(head, HasSubstr("\r\nContent-Length: 4\r\n"));
  EXPECT_THAT(head, testing::EndsWith("\r\n\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("Connection")));
  EXPECT_THAT(head, Not(HasSubstr("Server")));
  EXPECT_THAT(head_text(response, false), HasSubstr("\r\nConnection: close\r\n"));
}

TEST(Head, HasNoLengthWhereThereIsNoBody) {
  for (const int status : {204, 304})
    EXPECT_THAT(head_text({status, {}, "", nullptr}, true), Not(HasSubstr("Content-Length"))) << status;
  EXPECT_THAT(head_text({404, {}, "", nullptr}, true), HasSubstr("Content-Length: 0\r\n"));
}

TEST(Head, LetsNobodyWriteHeadersOfHisOwn) {
  const auto head = head_text({200, {{"Content-Disposition", "a\r\nSet-Cookie: b=c\r\n\r\n<p>"}}, "", nullptr}, true);
  EXPECT_THAT(head, HasSubstr("Content-Disposition: a  Set-Cookie: b=c    <p>\r\n"));
}

TEST(OwnProblem, IsAProblemDocumentWithSafeHeaders) {
  for (const int status : {400, 405, 408, 413, 414, 417, 431, 500, 503}) {
    const auto problem = own_problem(status);
    EXPECT_EQ(problem.status, status);
    EXPECT_THAT(problem.headers, testing::IsSupersetOf(safe_headers()));
    EXPECT_THAT(problem.headers, testing::Contains(testing::Pair("Content-Type", "application/problem+json")));
    EXPECT_THAT(problem.body, testing::MatchesRegex(R"(\{"type":"about:blank","title":"[^"]+ / [^"]+","status":)" +
                                                    std::to_string(status) + R"(,"detail":"[^"]+ / [^"]+"\})"));
  }
}

TEST(WireText, CannotEndItsMessageEarly) {
  EXPECT_EQ(wire_text({7, "change", "{}"}), "id: 7\nevent: change\ndata: {}\n\n");
  EXPECT_EQ(wire_text({0, "poll", ""}), "event: poll\ndata: \n\n");
  EXPECT_EQ(wire_text({1, "a\nid: 9", "x\n\nevent: y\n"}),
            "id: 1\nevent: a\ndata: x\ndata: \ndata: event: y\ndata: \n\n");
}

}  // namespace
}  // namespace koepel::http
