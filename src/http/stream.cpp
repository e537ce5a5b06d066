// SPDX-License-Identifier: EUPL-1.2
// A topic in; its messages as server-sent events out: what was missed first, then what happens, nothing twice.
#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <iostream>

#include "http/connection.h"
#include "http/wire.h"

namespace koepel::http {

namespace {

using Shared = std::shared_ptr<const WireMessage>;

/// Puts messages in the connection's queue, on its strand.
Hub::Listener listener_for(const std::shared_ptr<Connection>& connection) {
  return [weak = std::weak_ptr(connection)](const Shared& message) {
    const auto open = weak.lock();
    if (!open) return;
    net::post(open->wake.get_executor(), [open, message] {
      // A reader this far behind connects again and asks for what it missed.
      if (open->waiting.size() >= open->surroundings.options.most_waiting) open->drop_stream();
      if (!open->let_go) open->waiting.push_back(message);
      open->wake.cancel();
    });
  };
}

/// Listens to a topic as long as it lives.
class Listening {
 public:
  Listening(Hub& hub, const std::string& topic, Hub::Listener listener)
      : hub_(hub), number_(hub.listen(topic, std::move(listener))) {}
  ~Listening() { hub_.stop(number_); }
  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;

 private:
  Hub& hub_;
  std::uint64_t number_;
};

/// Notices that the reader leaves, which writing shows only when there is something to say.
void watch(const std::shared_ptr<Connection>& connection) {
  connection->socket.async_read_some(net::buffer(connection->unheard),
                                     [connection](const boost::system::error_code& fault, std::size_t) {
                                       if (fault) return connection->drop_stream();
                                       watch(connection);
                                     });
}

net::awaitable<bool> send(std::shared_ptr<Connection> connection, std::vector<net::const_buffer> parts) {
  connection->within(connection->surroundings.options.stream_write_time, Connection::Then::close);
  const auto [fault, bytes] = co_await net::async_write(connection->socket, parts, as_values);
  connection->in_peace();
  co_return !fault && !connection->let_go;
}

net::awaitable<bool> send_text(std::shared_ptr<Connection> connection, const std::string& text) {
  std::vector<net::const_buffer> parts{net::buffer(text)};
  const bool sent = co_await send(connection, std::move(parts));
  co_return sent;
}

/// What was missed, as text; nothing and `last` below zero when it could not be found out.
struct Missed {
  std::int64_t last = 0;
  std::string text;
};

Missed look_up(const CatchUp& catch_up, const StreamOrder& order) {
  Missed missed{.last = order.after};
  try {
    for (const auto& message : catch_up(order)) {
      missed.text += wire_text(message);
      missed.last = std::max(missed.last, message.id);
    }
  } catch (const std::exception& fault) {
    std::cerr << "koepel: stream of " + order.topic + ": " + fault.what() + "\n" << std::flush;
    return {.last = -1};
  }
  return missed;
}

/// Sends what was missed; the id up to which the reader now knows everything, or -1 when it has to come back.
net::awaitable<std::int64_t> catch_up(std::shared_ptr<Connection> connection,
                                      std::shared_ptr<const StreamOrder> order) {
  const auto missed = std::make_shared<Missed>();
  const auto& lookup = connection->surroundings.catch_up;
  std::function<void()> work = [&lookup, missed, order] { *missed = look_up(lookup, *order); };
  co_await on_worker(connection, std::move(work));
  if (connection->let_go) co_return -1;
  if (missed->text.empty()) co_return missed->last;
  const bool sent = co_await send_text(connection, missed->text);
  co_return sent ? missed->last : -1;
}

/// Waits until there is something to send, or long enough for a sign of life.
net::awaitable<void> wait(std::shared_ptr<Connection> connection) {
  if (!connection->waiting.empty()) co_return;
  connection->wake.expires_after(connection->surroundings.options.quiet_time);
  co_await connection->wake.async_wait(as_values);
}

net::awaitable<void> send_live(std::shared_ptr<Connection> connection, std::int64_t last) {
  static const std::string sign_of_life = ": ok\n\n";
  for (bool sent = true; sent && !connection->let_go;) {
    co_await wait(connection);
    if (connection->let_go) break;
    const auto messages = std::exchange(connection->waiting, {});
    std::vector<net::const_buffer> parts;
    for (const auto& message : messages)
      if (message->id == 0 || message->id > last) parts.push_back(net::buffer(message->text));
    if (messages.empty()) parts.push_back(net::buffer(sign_of_life));
    if (!parts.empty()) sent = co_await send(connection, std::move(parts));
  }
}

}  // namespace

net::awaitable<void> follow(std::shared_ptr<Connection> connection, Response response) {
  // Listening begins before what was missed is looked up: between the two nothing gets lost.
  const Listening listening(connection->surroundings.hub, response.stream->topic, listener_for(connection));
  connection->buffer.clear();
  connection->buffer.shrink_to_fit();
  connection->streaming = true;
  connection->let_go = connection->surroundings.stopping;
  response.headers.emplace_back("X-Accel-Buffering", "no");  // nginx would hold messages back
  const std::string head = head_text(response, false) + "retry: 2000\n\n";
  watch(connection);
  const bool sent = co_await send_text(connection, head);
  if (!sent) co_return;
  const auto last = co_await catch_up(connection, response.stream);
  if (last >= 0) co_await send_live(connection, last);
}

}  // namespace koepel::http
