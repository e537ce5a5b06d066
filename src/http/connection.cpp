// SPDX-License-Identifier: EUPL-1.2
// A connection in; its requests handled and answered, until the client or the server ends it.
#include "http/connection.h"

#include <boost/asio/write.hpp>
#include <iostream>

#include "http/wire.h"

namespace koepel::http {

namespace {

using std::chrono::seconds;

/// Longer for a long answer: a document of 30 MB may take a slow line, and nobody holds one for ever.
std::chrono::milliseconds time_to_write(const Connection& connection, std::size_t size) {
  const auto& options = connection.surroundings.options;
  return options.body_time + seconds(size / options.lowest_bytes_per_second);
}

/// What the handler answers; an exception is told to the operator and never to the client.
Response handled(const Surroundings& surroundings, const Request& request) {
  const auto tell = [&](const char* what) {
    std::cerr << "koepel: " + request.method + " " + request.path + ": " + what + "\n" << std::flush;
    return own_answer(surroundings, 500, request.path);
  };
  try {
    return surroundings.handler(request);
  } catch (const std::exception& fault) {
    return tell(fault.what());
  } catch (...) {
    return tell("an exception of an unknown type");
  }
}

net::awaitable<Response> handle(std::shared_ptr<Connection> connection, std::shared_ptr<const Request> request) {
  const auto response = std::make_shared<Response>();
  const auto& surroundings = connection->surroundings;
  std::function<void()> work = [&surroundings, request, response] { *response = handled(surroundings, *request); };
  connection->in_peace();
  co_await on_worker(connection, std::move(work));
  co_return std::move(*response);
}

/// Handles one request. True: the connection goes on.
net::awaitable<bool> serve_one(std::shared_ptr<Connection> connection) {
  const Arrival arrival = co_await arrive(connection);
  if (arrival.refusal > 0) co_await refuse(connection, arrival.refusal, arrival.request->path);
  if (arrival.refusal != 0) co_return false;
  Response response = co_await handle(connection, arrival.request);
  const bool is_head = arrival.request->method == "HEAD";
  if (response.stream && !is_head) {
    co_await follow(connection, std::move(response));
    co_return false;
  }
  const bool keep_alive = arrival.keep_alive && !connection->surroundings.stopping;
  const bool sent = co_await write(connection, std::move(response), keep_alive, is_head);
  connection->served_before = true;
  co_return keep_alive ? sent : false;
}

}  // namespace

Connection::Connection(net::ip::tcp::socket s, Surroundings& around)
    : socket(std::move(s)), wake(socket.get_executor()), limit(socket.get_executor()), surroundings(around) {}

void Connection::within(std::chrono::milliseconds time, Then then) {
  late = false;
  limit.expires_after(time);
  limit.async_wait([self = shared_from_this(), number = ++limit_number_, then](const boost::system::error_code& fault) {
    if (fault || number != self->limit_number_) return;
    self->late = true;
    boost::system::error_code ignored;
    if (then == Then::close) return self->close();
    // Not cancel(): that misses an operation that is between two reads.
    self->socket.shutdown(net::ip::tcp::socket::shutdown_receive, ignored);
  });
}

void Connection::in_peace() {
  ++limit_number_;
  limit.cancel();
}

void Connection::wind_up() {
  if (idle) close();
  if (streaming) drop_stream();
}

void Connection::drop_stream() {
  let_go = true;
  wake.cancel();
  close();
}

void Connection::close() {
  boost::system::error_code ignored;
  socket.shutdown(net::ip::tcp::socket::shutdown_both, ignored);
  socket.close(ignored);
}

net::awaitable<bool> write(std::shared_ptr<Connection> connection, Response response, bool keep_alive, bool is_head) {
  const std::string head = head_text(response, keep_alive);
  const bool whole = !is_head && has_body(response.status);
  const std::array<net::const_buffer, 2> parts{net::buffer(head),
                                               net::buffer(response.body.data(), whole ? response.body.size() : 0)};
  connection->within(time_to_write(*connection, response.body.size()), Connection::Then::close);
  const auto [fault, bytes] = co_await net::async_write(connection->socket, parts, as_values);
  co_return !fault;
}

Response own_answer(const Surroundings& surroundings, int status, const std::string& path) {
  Response own = own_problem(status);
  return surroundings.adopt ? surroundings.adopt(std::move(own), path) : own;
}

net::awaitable<void> refuse(std::shared_ptr<Connection> connection, int status, std::string path) {
  Response answer = own_answer(connection->surroundings, status, path);
  const bool sent = co_await write(connection, std::move(answer), false, false);
  if (!sent) co_return;
  boost::system::error_code ignored;
  connection->socket.shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  connection->within(seconds(2), Connection::Then::close);
  constexpr std::size_t most = 1 << 20;
  for (std::size_t read = 0; read < most;) {
    connection->buffer.clear();
    const auto room = connection->buffer.prepare(16'384);
    const auto [fault, bytes] = co_await connection->socket.async_read_some(room, as_values);
    if (fault) co_return;
    read += bytes;
  }
}

net::awaitable<void> serve(std::shared_ptr<Connection> connection) {
  while (!connection->surroundings.stopping) {
    const bool goes_on = co_await serve_one(connection);
    if (!goes_on) break;
  }
  connection->in_peace();
  connection->close();
}

}  // namespace koepel::http
