// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Inside of the server: what the files of this folder share. No header of Asio leaves it.
//
// Coroutines live here only, and every object that a co_await expression needs has a name first: GCC 12.2 destroys some
// temporaries of such an expression twice (tools/check-coroutines).

#include <array>
#include <atomic>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "http/server.h"

namespace koepel::http {

namespace net = boost::asio;
namespace beast = boost::beast;

/// Errors as values instead of exceptions.
constexpr auto as_values = net::as_tuple(net::use_awaitable);

/// What connections need of their server; outlives them.
struct Surroundings {
  const ServerOptions& options;
  const Handler& handler;
  Hub& hub;
  const CatchUp& catch_up;
  const Adopt& adopt;
  net::thread_pool& workers;
  std::atomic<bool> stopping = false;
};

/// An open connection. Everything in it happens on its own strand.
struct Connection : std::enable_shared_from_this<Connection> {
  Connection(net::ip::tcp::socket s, Surroundings& around);

  net::ip::tcp::socket socket;
  beast::flat_buffer buffer;  ///< bytes that came in and were not read yet
  net::steady_timer wake;     ///< cancelled to say: look again
  net::steady_timer limit;    ///< see within()
  Surroundings& surroundings;
  std::string peer;
  bool served_before = false;
  bool idle = false;  ///< between requests: may be closed at once
  bool late = false;  ///< the time for reading was over
  bool streaming = false;
  bool let_go = false;  ///< a stream whose reader left or is too slow, or whose server stops
  std::vector<std::shared_ptr<const WireMessage>> waiting;
  std::array<char, 64> unheard{};  ///< what the reader of a stream says

  enum class Then { stop_reading, close };
  /// Whatever comes next must be done within this time, or the connection stops reading (an answer can still be
  /// written) or is closed. Holds until the next within() or in_peace().
  void within(std::chrono::milliseconds time, Then then);
  void in_peace();
  /// The server stops: an idle connection or stream ends now, a request in flight finishes.
  void wind_up();
  /// Ends a stream, also in the middle of a write to a reader that does not read.
  void drop_stream();
  void close();

 private:
  std::uint64_t limit_number_ = 0;  ///< a timer that already went off cannot be cancelled: an older number is void
};

/// What came in: a request, or the status to refuse with, or nobody.
struct Arrival {
  static constexpr int nobody = -1;
  int refusal = 0;
  bool keep_alive = false;
  std::shared_ptr<Request> request;
};

/// Waits for a request and reads it, within the limits and times of the options.
net::awaitable<Arrival> arrive(std::shared_ptr<Connection> connection);

/// Writes an answer, with its body unless the request was HEAD. False: the client is gone or does not read.
net::awaitable<bool> write(std::shared_ptr<Connection> connection, Response response, bool keep_alive, bool is_head);

/// An answer of this layer as the application wants it told.
[[nodiscard]] Response own_answer(const Surroundings& surroundings, int status, const std::string& path);

/// Writes a refusal and reads on for a moment: a connection closed on unread bytes is reset, and its last answer lost.
net::awaitable<void> refuse(std::shared_ptr<Connection> connection, int status, std::string path);

/// Serves requests until the client or the server ends it.
net::awaitable<void> serve(std::shared_ptr<Connection> connection);

/// Follows a topic until the reader goes away, is too slow, or the server stops.
net::awaitable<void> follow(std::shared_ptr<Connection> connection, Response response);

/// Runs `work`, which must not throw, on a worker; comes back to the connection's strand when it is done.
net::awaitable<void> on_worker(std::shared_ptr<Connection> connection, std::function<void()> work);

}  // namespace koepel::http
