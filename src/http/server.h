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
  std::chrono::seconds header_time{10};  ///< one deadline for the whole header: slow clients are let go
  std::chrono::seconds body_time{30};
  std::chrono::seconds idle_time{60};  ///< of a kept-alive connection between requests
  int network_threads = 2;
  int worker_threads = 64;                   ///< handlers may block: on a commit, on an analysis
  std::vector<std::string> trusted_proxies;  ///< addresses whose X-Forwarded-For is believed
};

/// What a stream has missed: events of `topic` after `after`, oldest first. Called on a worker.
using CatchUp = std::function<std::vector<StreamMessage>(const StreamOrder&)>;

/// Listens, parses, calls the handler on a worker thread, writes the answer. An exception of the handler becomes 500
/// with an empty body and a line on standard error. Refuses: too long headers (431), too long bodies (413), broken or
/// ambiguous requests (400), methods other than GET HEAD POST PUT PATCH DELETE (405).
class Server {
 public:
  /// Throws std::system_error when the address is in use or may not be listened on.
  Server(ServerOptions options, Handler handler, Hub& hub, CatchUp catch_up);
  ~Server();
  [[nodiscard]] std::uint16_t port() const;
  /// Until stop(): then no new connections, requests in flight finish, streams close; at most ten seconds.
  void run();
  void stop();  ///< from any thread, or from a signal handler's thread; repeatable

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace koepel::http
