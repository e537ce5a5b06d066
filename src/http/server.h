// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "http/hub.h"
#include "http/message.h"

namespace koepel::http {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;  ///< 0: any free one
  std::size_t most_connections = 10'000;
  std::size_t most_header_bytes = 16 * 1024;
  std::size_t most_body_bytes = 16 * 1024 * 1024;
  std::chrono::milliseconds header_time{10'000};  ///< one deadline for the whole header: slow clients are let go
  std::chrono::milliseconds body_time{
      30'000};  ///< also for reading an answer, and the time it takes at the lowest speed
  std::size_t lowest_bytes_per_second = 64 * 1024;  ///< of a reader; a document may take a slow line
  std::chrono::milliseconds idle_time{60'000};      ///< of a kept-alive connection between requests
  int network_threads = 2;
  int worker_threads = 64;                              ///< handlers may block: on a commit, on an analysis
  std::vector<std::string> trusted_proxies;             ///< addresses whose X-Forwarded-For is believed
  std::chrono::milliseconds stream_write_time{10'000};  ///< a reader of a stream that takes longer is let go
  std::chrono::milliseconds quiet_time{25'000};         ///< a sign of life after it: proxies close what is silent
  std::size_t most_waiting = 256;                       ///< messages per reader; one further behind is let go
};

/// What a stream has missed: events of `topic` after `after`, oldest first. Called on a worker. When it throws the
/// stream ends; its client comes back.
using CatchUp = std::function<std::vector<StreamMessage>(const StreamOrder&)>;

/// Makes an answer that this layer gives itself (see Server) one of the application above it. `path` is what was asked
/// for; empty when that could not be read. Called on a network thread: it may not block.
using Adopt = std::function<Response(Response own, const std::string& path)>;

/// Listens, parses, calls the handler on a worker thread, writes the answer. An exception of the handler becomes 500
/// and a line on standard error. Refuses with a problem document: broken or ambiguous requests (400), methods other
/// than GET HEAD POST PUT PATCH DELETE (405), too slow (408), too long a body (413), address (414) or header (431),
/// expectations other than 100-continue (417), too many connections (503). Cost: some 5 kB per open stream.
class Server {
 public:
  /// Throws std::system_error when the address is in use or may not be listened on. Raises the limit of open files of
  /// this process to what the system allows, and keeps some of them free for the handlers.
  Server(ServerOptions options, Handler handler, Hub& hub, CatchUp catch_up, Adopt adopt = {});
  ~Server();
  [[nodiscard]] std::uint16_t port() const;
  /// Until stop(): then no new connections, requests in flight finish, streams close; at most ten seconds, and longer
  /// only while a handler has not returned, because a thread cannot be ended from outside. Once per server.
  void run();
  void stop();  ///< from any thread, or from a signal handler's thread; repeatable

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace koepel::http
