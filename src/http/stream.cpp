// SPDX-License-Identifier: EUPL-1.2
// A topic in; its messages as server-sent events out: what was missed first, then what happens, nothing twice.
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <chrono>

#include "http/connection.h"

namespace koepel::http {

namespace {

constexpr auto as_values = net::as_tuple(net::use_awaitable);
constexpr std::size_t most_waiting = 256;  // a reader further behind is let go and connects again
constexpr auto write_time = std::chrono::seconds(10);
constexpr auto quiet_time = std::chrono::seconds(25);  // proxies close what is silent for longer

net::awaitable<bool> send(std::shared_ptr<Connection> connection, const std::string& text) {
  connection->stream.expires_after(write_time);
  const auto buffer = net::buffer(text);
  const auto [fault, bytes] = co_await net::async_write(connection->stream, buffer, as_values);
  connection->stream.expires_never();
  co_return !fault;
}

std::string head_text(const Headers& headers) {
  std::string text = "HTTP/1.1 200 OK\r\nConnection: close\r\nX-Accel-Buffering: no\r\n";
  for (const auto& [name, value] : headers) text.append(name).append(": ").append(value).append("\r\n");
  return text + "\r\nretry: 2000\n\n";
}

/// Puts messages in the connection's queue, on its strand.
Hub::Listener listener_for(const std::shared_ptr<Connection>& connection) {
  return [weak = std::weak_ptr(connection)](std::shared_ptr<const WireMessage> message) {
    const auto open = weak.lock();
    if (!open) return;
    net::post(open->wake.get_executor(), [open, message = std::move(message)] {
      if (open->waiting.size() >= most_waiting) open->let_go = true;
      if (!open->let_go) open->waiting.push_back(message);
      open->wake.cancel();
    });
  };
}

/// Sends what was missed; the id of the last message sent, or -1 when the reader is gone.
net::awaitable<std::int64_t> send_missed(std::shared_ptr<Connection> connection,
                                         std::shared_ptr<const StreamOrder> order) {
  auto missed = std::make_shared<std::vector<StreamMessage>>();
  auto& surroundings = connection->surroundings;
  std::function<void()> work = [&surroundings, missed, order] { *missed = surroundings.catch_up(*order); };
  co_await on_worker(connection, std::move(work));
  std::int64_t last = order->after;
  for (const auto& message : *missed) {
    const std::string text = wire_text(message);
    const bool sent = co_await send(connection, text);
    if (!sent) co_return -1;
    last = std::max(last, message.id);
  }
  co_return last;
}

/// Waits until there is something to send, or long enough for a sign of life.
net::awaitable<void> wait(std::shared_ptr<Connection> connection) {
  connection->wake.expires_after(quiet_time);
  co_await connection->wake.async_wait(as_values);
}

net::awaitable<void> send_live(std::shared_ptr<Connection> connection, std::int64_t last) {
  static const std::string sign_of_life = ": ok\n\n";
  while (!connection->let_go) {
    if (connection->waiting.empty()) co_await wait(connection);
    if (connection->let_go) break;
    bool sent = true;
    if (connection->waiting.empty()) {
      sent = co_await send(connection, sign_of_life);
    } else {
      const auto message = connection->waiting.front();
      connection->waiting.pop_front();
      if (message->id > 0 && message->id <= last) continue;
      sent = co_await send(connection, message->text);
    }
    if (!sent) break;
  }
}

}  // namespace

net::awaitable<void> follow(std::shared_ptr<Connection> connection, std::shared_ptr<const StreamOrder> order,
                            Headers headers) {
  // Listening begins before what was missed is looked up: between the two nothing gets lost.
  const auto number = connection->surroundings.hub.listen(order->topic, listener_for(connection));
  connection->streaming = true;
  connection->let_go = connection->surroundings.stopping;
  const std::string head = head_text(headers);
  const bool sent = co_await send(connection, head);
  if (sent && !connection->let_go) {
    const std::int64_t last = co_await send_missed(connection, order);
    if (last >= 0) co_await send_live(connection, last);
  }
  connection->surroundings.hub.stop(number);
}

}  // namespace koepel::http
