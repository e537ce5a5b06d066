// SPDX-License-Identifier: EUPL-1.2
// Requests a second of a trivial handler (by wrk, from Debian), and how long a message takes to reach the last of many
// open streams. Server and clients share this machine. Usage: http_bench [streams, default 5000] [rounds, default 100]
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "http/server.h"
#include "timing.h"

namespace {

using namespace koepel;

constexpr double goal = 0.3;  // seconds, 99 of 100 rounds, 5,000 streams

void demand(bool promise, const char* what) {
  if (promise) return;
  std::fprintf(stderr, "http_bench: %s (%s)\n", what, std::strerror(errno));
  std::exit(1);
}

http::Response answer(const http::Request& request) {
  if (request.path != "/stream") return {200, {{"Content-Type", "application/json"}}, R"({"fine":true})", nullptr};
  return {200, {{"Content-Type", "text/event-stream"}}, "", std::make_shared<http::StreamOrder>("study", 0)};
}

/// Resident memory of this process in bytes.
double memory() {
  std::ifstream file("/proc/self/statm");
  double pages = 0;
  file >> pages >> pages;
  return pages * double(sysconf(_SC_PAGESIZE));
}

int open_stream(std::uint16_t port) {
  static const std::string request = "GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const int one = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  demand(one >= 0 && connect(one, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0, "no connection");
  demand(send(one, request.data(), request.size(), MSG_NOSIGNAL) == ssize_t(request.size()), "no request");
  std::string head;
  while (!head.ends_with("\n\n")) {
    std::array<char, 1024> part{};
    const auto got = recv(one, part.data(), part.size(), 0);
    demand(got > 0, "no stream");
    head.append(part.data(), std::size_t(got));
  }
  return one;
}

/// All readers, by one thread that waits for whoever has something.
class Readers {
 public:
  Readers(std::uint16_t port, std::size_t count) : poll_(epoll_create1(0)) {
    for (std::size_t i = 0; i < count; ++i) {
      epoll_event event{.events = EPOLLIN, .data = {.fd = open_stream(port)}};
      epoll_ctl(poll_, EPOLL_CTL_ADD, event.data.fd, &event);
      sockets_.push_back(event.data.fd);
    }
  }
  ~Readers() {
    for (const int one : sockets_) close(one);
    close(poll_);
  }
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  /// Until so many bytes arrived over all streams together.
  void hear(std::size_t bytes) {
    std::array<epoll_event, 512> events{};
    while (bytes > 0) {
      const int ready = epoll_wait(poll_, events.data(), int(events.size()), 30'000);
      demand(ready > 0, "nothing comes any more");
      for (int i = 0; i < ready; ++i) {
        std::array<char, 4096> part{};
        const auto got = recv(events[std::size_t(i)].data.fd, part.data(), part.size(), 0);
        demand(got > 0 && std::size_t(got) <= bytes, "a stream ended or said too much");
        bytes -= std::size_t(got);
      }
    }
  }

 private:
  int poll_;
  std::vector<int> sockets_;
};

void measure_requests(std::uint16_t port) {
  const std::string command =
      "wrk --threads 2 --connections 64 --duration 5s --latency http://127.0.0.1:" + std::to_string(port) +
      "/ | grep -E '50%|99%|Requests/sec|Non-2xx|Socket errors'";
  std::printf("requests, 64 kept connections, trivial handler on a worker:\n");
  std::fflush(stdout);
  if (std::system(command.c_str()) != 0) std::printf("  not measured: wrk is not installed\n");
}

void measure_streams(Readers& readers, http::Hub& hub, std::size_t count, int rounds) {
  std::vector<double> seconds, published;
  for (int round = 1; round <= rounds; ++round) {
    const http::StreamMessage message{round, "change", R"({"sequence":)" + std::to_string(round) + "}"};
    const auto bytes = http::wire_text(message).size() * count;
    seconds.push_back(bench::seconds_of([&] {
      std::thread publisher([&] { published.push_back(bench::seconds_of([&] { hub.publish("study", message); })); });
      readers.hear(bytes);
      publisher.join();
    }));
  }
  std::sort(seconds.begin(), seconds.end());
  const double p99 = seconds[(seconds.size() * 99 + 99) / 100 - 1];
  std::printf("publish to the last of %zu, %d rounds: median %.0f ms, p99 %.0f ms, longest %.0f ms\n", count, rounds,
              bench::median(seconds) * 1e3, p99 * 1e3, seconds.back() * 1e3);
  std::printf("  of which the publisher waits: median %.1f ms\n", bench::median(published) * 1e3);
  std::printf("  p99 beside the goal of %.0f ms: %.2f (%s)\n", goal * 1e3, p99 / goal,
              p99 < goal ? "reached" : "NOT reached");
}

}  // namespace

int main(int count, char** words) {
  const auto streams = count > 1 ? std::strtoul(words[1], nullptr, 10) : 5'000;
  const int rounds = count > 2 ? std::atoi(words[2]) : 100;
  http::Hub hub;
  http::ServerOptions options;
  options.port = 0;
  options.most_connections = streams + 100;
  options.quiet_time = std::chrono::hours(1);  // signs of life would be counted as messages
  http::Server server(options, answer, hub,
                      [](const http::StreamOrder&) { return std::vector<http::StreamMessage>{}; });
  std::thread running([&] { server.run(); });
  measure_requests(server.port());
  const double before = memory();
  Readers readers(server.port(), streams);
  std::printf("%zu open streams: %.1f kB each\n", streams, (memory() - before) / double(streams) / 1024);
  measure_streams(readers, hub, streams, rounds);
  const double stopping = bench::seconds_of([&] {
    server.stop();
    running.join();
  });
  std::printf("stop with all of them open: %.2f s\n", stopping);
}
