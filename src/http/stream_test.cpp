// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <random>

#include "http/http_test_parts.h"

namespace koepel::http {
namespace {

using namespace http_tests;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// What happened, with the streams that are told of it.
class Log {
 public:
  /// Ids run on in the order in which they are published.
  void add(Hub& hub) {
    const std::lock_guard lock(mutex_);
    hub.publish("study", message(++last_));
  }
  [[nodiscard]] std::vector<StreamMessage> after(std::int64_t id) const {
    const std::lock_guard lock(mutex_);
    std::vector<StreamMessage> out;
    while (id < last_) out.push_back(message(++id));
    return out;
  }
  static StreamMessage message(std::int64_t id) { return {id, "change", "{\"sequence\":" + std::to_string(id) + "}"}; }

 private:
  mutable std::mutex mutex_;
  std::int64_t last_ = 0;
};

Response stream_of(const Request& request) {
  std::int64_t after = 0;
  const auto last = request.header("last-event-id");
  std::from_chars(last.data(), last.data() + last.size(), after);
  return {200,
          {{"Content-Type", "text/event-stream"}},
          "",
          std::make_shared<StreamOrder>(StreamOrder{request.path.substr(1), after})};
}

CatchUp from(const Log& log) {
  return [&log](const StreamOrder& order) { return log.after(order.after); };
}

std::vector<StreamMessage> nothing_missed(const StreamOrder&) { return {}; }

std::string open_text(std::int64_t after = 0, const std::string& topic = "study") {
  return "GET /" + topic + " HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: " + std::to_string(after) + "\r\n\r\n";
}

/// A reader that has seen the head: from then on it is among the listeners.
Client reader(const Running& server, std::int64_t after = 0, int receive_buffer = 0) {
  auto client = server.client(receive_buffer);
  client.send(open_text(after));
  EXPECT_THAT(client.until("retry: 2000\n\n"), HasSubstr("\r\nContent-Type: text/event-stream\r\n"));
  return client;
}

/// The id of the next message; 0 for one without, -1 when the stream ended.
std::int64_t next_id(Client& client) {
  std::string text;
  do text = client.until("\n\n");
  while (text.starts_with(':'));
  std::int64_t id = 0;
  if (!text.ends_with("\n\n")) return -1;
  if (text.starts_with("id: ")) std::from_chars(text.data() + 4, text.data() + text.size(), id);
  return id;
}

TEST(Stream, ReachesAllListeners) {
  Log log;
  Running server({}, stream_of, from(log));
  std::vector<Client> clients;
  for (int i = 0; i < 200; ++i) clients.push_back(reader(server));
  for (int i = 0; i < 5; ++i) log.add(server.hub);
  for (auto& client : clients)
    for (int i = 1; i <= 5; ++i) ASSERT_EQ(next_id(client), i);
}

TEST(Stream, LooksLikeServerSentEvents) {
  Running server({}, stream_of, nothing_missed);
  auto client = server.client();
  client.send(open_text());
  const auto head = client.until("\r\n\r\n");
  EXPECT_THAT(head, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(head, HasSubstr("\r\nX-Accel-Buffering: no\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("Content-Length")));
  EXPECT_EQ(client.until("\n\n"), "retry: 2000\n\n");
  server.hub.publish("study", {0, "poll", "{}"});
  server.hub.publish("other", {8, "change", "not for this reader"});
  server.hub.publish("study", {9, "change", "{}"});
  EXPECT_EQ(client.until("\n\n"), "event: poll\ndata: {}\n\n");
  EXPECT_EQ(client.until("\n\n"), "id: 9\nevent: change\ndata: {}\n\n");
}

TEST(Stream, OfHeadIsOnlyItsHead) {
  Running server({}, stream_of, nothing_missed);
  auto client = server.client();
  client.send("HEAD /study HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(client.rest(), testing::EndsWith("\r\n\r\n"));
  EXPECT_EQ(server.hub.listeners(), 0U);
}

TEST(Stream, GivesASignOfLifeWhenItIsQuiet) {
  ServerOptions options;
  options.quiet_time = std::chrono::milliseconds(20);
  Running server(options, stream_of, nothing_missed);
  auto client = reader(server);
  EXPECT_EQ(client.until("\n\n"), ": ok\n\n");
  EXPECT_EQ(client.until("\n\n"), ": ok\n\n");
}

/// Looking up what was missed takes long, and meanwhile more happens: that comes once, and after it.
TEST(Stream, TellsWhatHappensDuringTheCatchingUpOnce) {
  Log log;
  Hub* hub = nullptr;
  Running server({}, stream_of, [&](const StreamOrder& order) {
    log.add(*hub);
    auto missed = log.after(order.after);
    log.add(*hub);
    return missed;
  });
  hub = &server.hub;
  for (int i = 0; i < 3; ++i) log.add(server.hub);
  auto client = reader(server, 1);
  for (int id = 2; id <= 5; ++id) ASSERT_EQ(next_id(client), id);
  log.add(server.hub);
  EXPECT_EQ(next_id(client), 6);
}

TEST(Stream, SendsItsReaderBackWhenTheCatchingUpFails) {
  Running server({}, stream_of, [](const StreamOrder&) -> std::vector<StreamMessage> {
    throw std::runtime_error("the database is away");
  });
  testing::internal::CaptureStderr();
  auto client = reader(server);
  EXPECT_EQ(client.rest(), "");
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("koepel: stream of study: the database is away\n"));
}

/// Any number of readers that leave and come back at any moment, while much happens: everybody hears everything, in
/// order, once.
class Reconnect : public testing::TestWithParam<std::uint32_t> {};

void follow_with_breaks(const Running& server, std::uint32_t seed, std::int64_t most, std::int64_t& heard) {
  std::mt19937 chance(seed);
  while (heard < most) {
    auto client = reader(server, heard);
    for (auto left = chance() % 40; left > 0 && heard < most; --left) {
      const auto id = next_id(client);
      if (id == -1) break;
      ASSERT_EQ(id, heard + 1);
      heard = id;
    }
  }
}

TEST_P(Reconnect, MissesNothingAndHearsNothingTwice) {
  constexpr std::int64_t most = 400;
  Log log;
  ServerOptions options;
  options.most_waiting = 8;  // being let go for slowness is one more way to leave
  Running server(options, stream_of, from(log));
  std::array<std::int64_t, 4> heard{};
  std::vector<std::thread> readers;
  for (std::uint32_t i = 0; i < heard.size(); ++i)
    readers.emplace_back([&, i] { follow_with_breaks(server, GetParam() * 100 + i, most, heard[i]); });
  std::mt19937 chance(GetParam());
  for (int i = 0; i < most; ++i) {
    log.add(server.hub);
    for (auto rest = chance() % 64; rest > 0; --rest) std::this_thread::yield();
  }
  for (auto& one : readers) one.join();
  EXPECT_THAT(heard, testing::Each(most));
}

INSTANTIATE_TEST_SUITE_P(Seeds, Reconnect, testing::Range(1U, 9U));

/// A reader that does not read fills its queue and is let go; the others hear everything.
TEST(Stream, LetsGoWhoDoesNotRead) {
  ServerOptions options;
  options.most_waiting = 16;
  Running server(options, stream_of, nothing_missed);
  auto deaf = reader(server, 0, 4'096);
  auto good = reader(server);
  const std::string large(100'000, 'x');
  std::int64_t id = 0;
  while (server.hub.listeners() > 1) {
    server.hub.publish("study", {++id, "change", large});
    ASSERT_EQ(next_id(good), id);
  }
  server.hub.publish("study", {++id, "change", "end"});
  EXPECT_EQ(next_id(good), id);
  EXPECT_THAT(deaf.rest(), Not(HasSubstr("data: end")));
}

/// The queue stays short, so that only the time of the write can tell.
TEST(Stream, LetsGoWhoDoesNotReadInTime) {
  ServerOptions options;
  options.stream_write_time = std::chrono::milliseconds(100);
  Running server(options, stream_of, nothing_missed);
  const auto deaf = reader(server, 0, 4'096);
  server.hub.publish("study", {1, "change", std::string(20'000'000, 'x')});
  while (server.hub.listeners() > 0) std::this_thread::yield();
}

TEST(Stream, NoticesThatItsReaderLeft) {
  ServerOptions options;
  options.quiet_time = std::chrono::hours(1);  // a sign of life would find it out too, a minute later
  Running server(options, stream_of, nothing_missed);
  { const auto client = reader(server); }
  while (server.hub.listeners() > 0) std::this_thread::yield();
}

TEST(Stream, DoesNotListenToItsReader) {
  Running server({}, stream_of, nothing_missed);
  auto client = reader(server);
  client.send(std::string(10'000, 'x') + open_text());
  server.hub.publish("study", {1, "change", "{}"});
  EXPECT_EQ(next_id(client), 1);
}

TEST(Stop, ClosesStreamsAlsoOfWhoDoesNotRead) {
  Running server({}, stream_of, nothing_missed);
  std::vector<Client> clients;
  for (int i = 0; i < 50; ++i) clients.push_back(reader(server));
  auto deaf = reader(server, 0, 4'096);
  server.hub.publish("study", {1, "change", std::string(20'000'000, 'x')});
  server.stop();
  for (auto& client : clients) EXPECT_NO_THROW(client.rest());
  EXPECT_EQ(server.hub.listeners(), 0U);
}

/// A stream that is still looking up what was missed does not keep the server, nor is it read while it is written.
TEST(Stop, WaitsForACatchUpInFlight) {
  std::atomic<bool> inside = false, go_on = false;
  Running server({}, stream_of, [&](const StreamOrder&) {
    inside = true;
    while (!go_on) std::this_thread::yield();
    return std::vector<StreamMessage>{Log::message(1)};
  });
  auto client = reader(server);
  while (!inside) std::this_thread::yield();
  for (int i = 0; i < 20; ++i) server.hub.publish("study", {0, "poll", "{}"});  // wakes it, to no avail
  server.begin_stop();
  client.rest();
  go_on = true;
  server.stop();
  EXPECT_EQ(server.hub.listeners(), 0U);
}

}  // namespace
}  // namespace koepel::http
