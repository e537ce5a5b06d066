// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Inside of the server: what connection.cpp, stream.cpp and server.cpp share. No header of Asio leaves this folder.

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "http/server.h"

namespace koepel::http {

namespace net = boost::asio;
namespace beast = boost::beast;

/// What connections need of their server; outlives them.
struct Surroundings {
  const ServerOptions& options;
  const Handler& handler;
  Hub& hub;
  const CatchUp& catch_up;
  net::thread_pool& workers;
  std::atomic<bool> stopping = false;
};

/// An open connection. Everything in it happens on its own strand.
struct Connection : std::enable_shared_from_this<Connection> {
  Connection(beast::tcp_stream s, Surroundings& around)
      : stream(std::move(s)), wake(stream.get_executor()), surroundings(around) {}

  beast::tcp_stream stream;
  beast::flat_buffer buffer;
  net::steady_timer wake;  ///< cancelled to say: look again
  Surroundings& surroundings;
  std::string peer;
  bool idle = false;  ///< between requests: may be closed at once
  bool streaming = false;
  bool let_go = false;  ///< a stream whose reader is too slow, or whose server stops
  std::deque<std::shared_ptr<const WireMessage>> waiting;

  /// The server stops: an idle connection or stream ends now, a request in flight finishes.
  void wind_up();
};

/// Serves requests until the client or the server ends it. Named and moved in, never a temporary: GCC 12.2 destroys
/// some temporaries of a co_await expression twice (docs/decisions, coroutines).
net::awaitable<void> serve(std::shared_ptr<Connection> connection);
/// Follows a topic until the reader goes away, is too slow, or the server stops.
net::awaitable<void> follow(std::shared_ptr<Connection> connection, std::shared_ptr<const StreamOrder> order,
                            Headers headers);

/// Runs `work` on a worker and comes back to the connection's strand when it is done.
net::awaitable<void> on_worker(std::shared_ptr<Connection> connection, std::function<void()> work);

/// An answer that this layer gives itself: a problem document with the headers of every answer.
[[nodiscard]] Response own_problem(int status);

}  // namespace koepel::http
