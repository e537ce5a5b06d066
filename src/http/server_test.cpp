// SPDX-License-Identifier: EUPL-1.2
#include "http/server.h"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <future>
#include <latch>

#include "http/http_test_parts.h"

namespace koepel::http {
namespace {

using namespace http_tests;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string host = "Host: localhost\r\n";

std::string get(const std::string& target, const std::string& headers = "") {
  return "GET " + target + " HTTP/1.1\r\n" + host + headers + "\r\n";
}

std::string post(const std::string& headers, const std::string& body) {
  return "POST /p HTTP/1.1\r\n" + host + headers + "\r\n" + body;
}

// --- What is refused

struct Bad {
  const char* what;
  int status;
  std::string bytes;
};
void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.what; }

class Refusal : public testing::TestWithParam<Bad> {};

/// Told why, closed, and never half understood: what follows the refused request is not served.
TEST_P(Refusal, IsToldAndTheConnectionClosed) {
  ServerOptions options;
  options.most_body_bytes = 1'000;
  Running server(options);
  auto client = server.client();
  client.send(GetParam().bytes + "\r\n\r\n" + get("/smuggled"));
  client.end_of_sending();
  const auto answer = client.rest();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 " + std::to_string(GetParam().status) + " "));
  EXPECT_THAT(answer, HasSubstr("\r\nContent-Type: application/problem+json\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nX-Content-Type-Options: nosniff\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nConnection: close\r\n"));
  EXPECT_THAT(answer, Not(HasSubstr("smuggled")));
}

INSTANTIATE_TEST_SUITE_P(
    RequestLine, Refusal,
    testing::Values(Bad{"no HTTP", 400, "hello\r\n\r\n"}, Bad{"TLS", 400, std::string("\x16\x03\x01\x02\x00\x01", 6)},
                    Bad{"no version", 400, "GET /\r\n" + host}, Bad{"other version", 400, "GET / HTTP/2.0\r\n" + host},
                    Bad{"two blanks", 400, "GET  / HTTP/1.1\r\n" + host},
                    Bad{"bare LF", 400, "GET / HTTP/1.1\nHost: localhost\n\n"},
                    Bad{"bare LF after a header", 400, "GET / HTTP/1.1\r\nHost: localhost\nA: b"},
                    Bad{"bare CR", 400, "GET / HTTP/1.1\rHost: localhost"},
                    Bad{"NUL in the target", 400, std::string("GET /a\0b HTTP/1.1\r\nHost: localhost", 34)},
                    Bad{"encoded NUL", 400, "GET /%00 HTTP/1.1\r\nHost: localhost"},
                    Bad{"dot segments", 400, "GET /../etc/passwd HTTP/1.1\r\nHost: localhost"},
                    Bad{"absolute form", 400, "GET http://localhost/ HTTP/1.1\r\nHost: localhost"},
                    Bad{"TRACE", 405, "TRACE / HTTP/1.1\r\nHost: localhost"},
                    Bad{"OPTIONS *", 405, "OPTIONS * HTTP/1.1\r\nHost: localhost"},
                    Bad{"CONNECT", 405, "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost"},
                    Bad{"method in lower case", 405, "get / HTTP/1.1\r\nHost: localhost"},
                    Bad{"overlong address", 414, "GET /" + std::string(64'000, 'a') + " HTTP/1.1\r\nHost: localhost"},
                    Bad{"method without end", 400, std::string(64'000, '(')}));

INSTANTIATE_TEST_SUITE_P(
    Headers, Refusal,
    testing::Values(Bad{"no Host", 400, "GET / HTTP/1.1\r\nA: b"},
                    Bad{"two Hosts", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b"},
                    Bad{"the same Host twice", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: a"},
                    Bad{"empty Host", 400, "GET / HTTP/1.1\r\nHost:"},
                    Bad{"Host with a path", 400, "GET / HTTP/1.1\r\nHost: a/b"},
                    Bad{"Host with a name before", 400, "GET / HTTP/1.1\r\nHost: user@a"},
                    Bad{"header of 64 kB", 431, "GET / HTTP/1.1\r\nHost: a\r\nA: " + std::string(64'000, 'b')},
                    Bad{"blank before the colon", 400, "GET / HTTP/1.1\r\nHost: a\r\nA : b"},
                    Bad{"header without colon", 400, "GET / HTTP/1.1\r\nHost: a\r\nnothing"},
                    Bad{"empty name", 400, "GET / HTTP/1.1\r\nHost: a\r\n: b"},
                    Bad{"NUL in a value", 400, std::string("GET / HTTP/1.1\r\nHost: a\r\nA: \0b", 30)},
                    Bad{"another expectation", 417, "GET / HTTP/1.1\r\nHost: a\r\nExpect: tea"}));

INSTANTIATE_TEST_SUITE_P(
    WhereTheBodyEnds, Refusal,
    testing::Values(
        Bad{"two lengths", 400, post("Content-Length: 5\r\nContent-Length: 6\r\n", "12345")},
        Bad{"the same length twice", 400, post("Content-Length: 5\r\nContent-Length: 5\r\n", "12345")},
        Bad{"list of lengths", 400, post("Content-Length: 5, 5\r\n", "12345")},
        Bad{"signed length", 400, post("Content-Length: +5\r\n", "12345")},
        Bad{"hexadecimal length", 400, post("Content-Length: 0x5\r\n", "12345")},
        Bad{"empty length", 400, post("Content-Length:\r\n", "12345")},
        Bad{"length beyond numbers", 400, post("Content-Length: 99999999999999999999\r\n", "12345")},
        Bad{"length and chunks", 400, post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        Bad{"chunks and length", 400, post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n")},
        Bad{"chunks twice", 400, post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")},
        Bad{"unknown coding", 400, post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
        Bad{"identity", 400, post("Transfer-Encoding: identity\r\n", "0\r\n\r\n")},
        Bad{"gzip and chunks", 400, post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")},
        Bad{"chunks and gzip", 400, post("Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n")},
        Bad{"chunks in HTTP/1.0", 400, "POST / HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        Bad{"chunk size with 0x", 400, post("Transfer-Encoding: chunked\r\n", "0x1\r\na\r\n0\r\n\r\n")},
        Bad{"negative chunk size", 400, post("Transfer-Encoding: chunked\r\n", "-1\r\na\r\n0\r\n\r\n")},
        Bad{"chunk size beyond numbers", 400,
            post("Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\na\r\n0\r\n\r\n")},
        Bad{"bare LF after a chunk size", 400, post("Transfer-Encoding: chunked\r\n", "1\na\r\n0\r\n\r\n")},
        Bad{"chunk longer than it says", 400, post("Transfer-Encoding: chunked\r\n", "1\r\nab\r\n0\r\n\r\n")}));

INSTANTIATE_TEST_SUITE_P(
    TooMuch, Refusal,
    testing::Values(Bad{"known length", 413, post("Content-Length: 1001\r\n", std::string(1'001, 'x'))},
                    Bad{"chunks", 413,
                        post("Transfer-Encoding: chunked\r\n", "3e9\r\n" + std::string(1'001, 'x') + "\r\n0\r\n\r\n")},
                    Bad{"many chunks", 413,
                        post("Transfer-Encoding: chunked\r\n",
                             [] {
                               std::string text;
                               for (int i = 0; i < 1'001; ++i) text += "1\r\nx\r\n";
                               return text + "0\r\n\r\n";
                             }())},
                    Bad{"expected and too long", 413, post("Expect: 100-continue\r\nContent-Length: 1001\r\n", "")},
                    Bad{"chunk extension", 431,
                        post("Transfer-Encoding: chunked\r\n",
                             "1;" + std::string(400'000, 'x') + "\r\na\r\n0\r\n\r\n")},
                    Bad{"trailer", 431,
                        post("Transfer-Encoding: chunked\r\n", "0\r\nA: " + std::string(400'000, 'x') + "\r\n\r\n")}));

// --- What is served

TEST(Server, AnswersWithLengthAndDateAndWithoutItsName) {
  Running server;
  const auto answer = server.ask(get("/a%20b?c=d"));
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer, HasSubstr("\r\nDate: "));
  EXPECT_THAT(answer, HasSubstr("\r\nContent-Length: 15\r\n"));
  EXPECT_THAT(answer, Not(HasSubstr("Server:")));
  EXPECT_THAT(answer, EndsWith("\r\n\r\nGET /a b c=d []"));
}

TEST(Server, TakesABodyByLengthOrInChunks) {
  Running server;
  EXPECT_THAT(server.ask(post("Content-Length: 5\r\n", "12345")), EndsWith("POST /p [12345]"));
  EXPECT_THAT(server.ask(post("Transfer-Encoding: Chunked\r\n", "3;x=y\r\n123\r\n2\r\n45\r\n0\r\n\r\n")),
              EndsWith("POST /p [12345]"));
}

TEST(Server, TakesNoHeaderFromBehindTheBody) {
  Running server({}, [](const Request& request) {
    return Response{200, {}, "[" + std::string(request.header("x-csrf-token")) + "]", nullptr};
  });
  EXPECT_THAT(server.ask(post("Transfer-Encoding: chunked\r\n", "1\r\na\r\n0\r\nX-Csrf-Token: x\r\n\r\n")),
              EndsWith("[]"));
}

TEST(Server, KeepsTheConnectionAndTheOrder) {
  Running server;
  auto client = server.client();
  client.send(get("/1") + post("Content-Length: 1\r\n", "a") + "HEAD /3 HTTP/1.1\r\n" + host + "\r\n" +
              get("/4", "Connection: close\r\n") + get("/5"));
  EXPECT_THAT(client.answer(), EndsWith("GET /1 []"));
  EXPECT_THAT(client.answer(), EndsWith("POST /p [a]"));
  EXPECT_THAT(client.until("\r\n\r\n"), HasSubstr("Content-Length: 10\r\n"));
  EXPECT_THAT(client.answer(), EndsWith("GET /4 []"));
  EXPECT_EQ(client.rest(), "");
}

TEST(Server, AnswersHeadWithTheHeadersOnly) {
  Running server;
  auto client = server.client();
  client.send("HEAD /a HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
  const auto answer = client.rest();
  EXPECT_THAT(answer, HasSubstr("\r\nContent-Length: 10\r\n"));  // HEAD /a []
  EXPECT_THAT(answer, EndsWith("\r\n\r\n"));
}

TEST(Server, SendsNoBodyWhereAStatusForbidsIt) {
  Running server({}, [](const Request&) { return Response{204, {}, "not this", nullptr}; });
  auto client = server.client();
  client.send(get("/", "Connection: close\r\n"));
  EXPECT_THAT(client.rest(), EndsWith("\r\n\r\n"));
}

TEST(Server, ClosesAfterAnOldRequest) {
  Running server;
  auto client = server.client();
  client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_THAT(client.rest(), HasSubstr("\r\nConnection: close\r\n"));
}

TEST(Server, SaysGoOnToWhoAsksBeforeSending) {
  Running server;
  auto client = server.client();
  client.send(post("Expect: 100-continue\r\nContent-Length: 5\r\n", ""));
  EXPECT_EQ(client.until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  client.send("12345");
  EXPECT_THAT(client.answer(), EndsWith("POST /p [12345]"));
}

TEST(Server, RefusesAMethodBeforeItTakesTheBody) {
  Running server;
  auto client = server.client();
  client.send("PROPFIND / HTTP/1.1\r\n" + host + "Content-Length: 1000000\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_THAT(client.answer(), AllOf(StartsWith("HTTP/1.1 405 "), HasSubstr("\r\nAllow: GET, HEAD, POST")));
}

TEST(Server, TellsNothingOfAnException) {
  Running server({}, [](const Request& request) -> Response {
    if (request.path == "/odd") throw 7;
    throw std::runtime_error("secret of the house");
  });
  testing::internal::CaptureStderr();
  auto client = server.client();
  client.send(get("/") + get("/odd"));
  const auto answers = client.answer() + client.answer();
  EXPECT_THAT(answers, StartsWith("HTTP/1.1 500 Internal Server Error\r\n"));
  EXPECT_THAT(answers, Not(HasSubstr("secret")));
  EXPECT_THAT(answers, HasSubstr("}HTTP/1.1 500 "));  // the connection goes on
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("koepel: GET /: secret of the house\n"));
}

TEST(Server, WritesALargeAnswerWhole) {
  const std::string large(20'000'000, 'x');
  Running server({}, [&](const Request&) { return Response{200, {}, large, nullptr}; });
  auto client = server.client();
  client.send(get("/", "Connection: close\r\n"));
  client.until("\r\n\r\n");
  EXPECT_EQ(client.rest(), large);
}

TEST(Server, BelievesTheLastAddressOfATrustedProxyOnly) {
  const Handler tell = [](const Request& request) { return Response{200, {}, "[" + request.address + "]", nullptr}; };
  const auto forwarded = get("/", "X-Forwarded-For: 6.6.6.6, 7.7.7.7\r\nX-Forwarded-For: 8.8.8.8, 2001:db8::1\r\n");
  Running open({}, tell);
  EXPECT_THAT(open.ask(forwarded), EndsWith("[127.0.0.1]"));
  ServerOptions options;
  options.trusted_proxies = {"127.0.0.1"};
  Running behind(options, tell);
  EXPECT_THAT(behind.ask(forwarded), EndsWith("[2001:db8::1]"));
  EXPECT_THAT(behind.ask(get("/")), EndsWith("[127.0.0.1]"));
}

TEST(Server, SaysWhereItCannotListen) {
  Hub hub;
  const auto listen = [&](const std::string& address, std::uint16_t port) {
    ServerOptions options;
    options.address = address;
    options.port = port;
    return std::make_unique<Server>(options, echo, hub, CatchUp{});
  };
  const auto first = listen("127.0.0.1", 0);
  EXPECT_THROW((void)listen("127.0.0.1", first->port()), std::system_error);
  EXPECT_THROW((void)listen("nowhere", 0), std::system_error);
}

// --- Who is slow, and who is many

ServerOptions hasty() {
  using std::chrono::milliseconds;
  ServerOptions options;
  options.header_time = options.body_time = milliseconds(200);
  options.idle_time = milliseconds(100);
  return options;
}

TEST(Deadline, EndsASlowHeader) {
  Running server(hasty());
  auto client = server.client();
  client.send("GET / HTTP/1.1\r\nA: ");
  while (!client.hears_within(5)) client.send("x");  // every byte is a sign of life, and none helps
  EXPECT_THAT(client.rest(), StartsWith("HTTP/1.1 408 Request Timeout\r\n"));
}

TEST(Deadline, EndsASlowBody) {
  Running server(hasty());
  auto client = server.client();
  client.send(post("Content-Length: 5\r\n", "1"));
  EXPECT_THAT(client.rest(), StartsWith("HTTP/1.1 408 "));
}

TEST(Deadline, EndsARestingConnectionSilently) {
  Running server(hasty());
  auto fresh = server.client();
  EXPECT_EQ(fresh.rest(), "");
  auto used = server.client();
  used.send(get("/"));
  EXPECT_THAT(used.answer(), EndsWith("GET / []"));
  EXPECT_EQ(used.rest(), "");
}

TEST(Deadline, EndsAReaderThatDoesNotRead) {
  const std::string large(20'000'000, 'x');
  ServerOptions options = hasty();
  options.lowest_bytes_per_second = 1'000'000'000;
  options.most_connections = 1;
  Running server(options, [&](const Request& request) {
    return Response{200, {}, request.path == "/large" ? large : "small", nullptr};
  });
  auto deaf = server.client(4'096);
  deaf.send(get("/large"));
  deaf.bytes(1);
  while (server.ask(get("/")).starts_with("HTTP/1.1 503")) {  // until there is room for another
  }
  EXPECT_LT(deaf.rest().size(), large.size());
}

TEST(Connections, AreLimitedAndToldSo) {
  ServerOptions options;
  options.most_connections = 2;
  Running server(options);
  auto first = server.client(), second = server.client();
  first.send(get("/"));
  second.send(get("/"));
  EXPECT_THAT(first.answer() + second.answer(), Not(HasSubstr("503")));
  auto third = server.client();
  third.send(get("/"));
  third.end_of_sending();
  EXPECT_THAT(third.rest(), AllOf(StartsWith("HTTP/1.1 503 "), HasSubstr("\r\nRetry-After: 5\r\n"),
                                  HasSubstr("application/problem+json")));
  first.send(get("/again"));
  EXPECT_THAT(first.answer(), EndsWith("GET /again []"));
}

/// Takes all files of this process away, so that accepting fails; gives them back at its end.
class NoFilesLeft {
 public:
  NoFilesLeft() {
    getrlimit(RLIMIT_NOFILE, &before_);
    const int next = dup(0);
    close(next);
    rlimit none = before_;
    none.rlim_cur = static_cast<rlim_t>(next);
    setrlimit(RLIMIT_NOFILE, &none);
  }
  ~NoFilesLeft() { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

TEST(Connections, WaitWhileThereAreNoFilesLeft) {
  Running server;
  auto before = server.client();
  before.send(get("/before"));
  EXPECT_THAT(before.answer(), EndsWith("GET /before []"));
  auto waiting = server.client();  // may be accepted or not when the files are gone: both are right
  {
    const NoFilesLeft none;
    before.send(get("/still"));
    EXPECT_THAT(before.answer(), EndsWith("GET /still []"));
  }
  waiting.send(get("/after"));
  EXPECT_THAT(waiting.answer(), EndsWith("GET /after []"));
}

// --- The end

TEST(Stop, FinishesWhatIsInFlight) {
  std::latch entered(1);
  std::promise<void> go_on;
  Running server({}, [&](const Request& request) {
    entered.count_down();
    go_on.get_future().wait();
    return echo(request);
  });
  auto busy = server.client();
  auto idle = server.client();
  busy.send(get("/busy") + get("/behind"));
  entered.wait();
  server.begin_stop();
  EXPECT_EQ(idle.rest(), "");  // closed at once
  go_on.set_value();
  const auto answer = busy.rest();
  EXPECT_THAT(answer, EndsWith("GET /busy []"));  // nothing new begins
  EXPECT_THAT(answer, HasSubstr("\r\nConnection: close\r\n"));
  server.stop();
}

TEST(Stop, ComesBackAlsoWithoutARun) {
  Hub hub;
  ServerOptions options;
  options.port = 0;
  Server server(options, echo, hub, {});
  server.stop();
  server.stop();
  server.run();  // stopped before it began
}

}  // namespace
}  // namespace koepel::http
