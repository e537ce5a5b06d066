// SPDX-License-Identifier: EUPL-1.2
// Bytes of a client in; requests for the handler, and its answers as bytes, out. Coroutines live in this folder only.
#include "http/connection.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>
#include <chrono>
#include <ctime>
#include <iostream>

#include "http/target.h"

namespace koepel::http {

namespace {

namespace bhttp = beast::http;
using Parser = bhttp::request_parser<bhttp::string_body>;
using Answer = bhttp::response<bhttp::string_body>;

constexpr auto as_values = net::as_tuple(net::use_awaitable);

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool is_known(bhttp::verb method) {
  using bhttp::verb;
  return method == verb::get || method == verb::head || method == verb::post || method == verb::put ||
         method == verb::patch || method == verb::delete_;
}

/// The client's address: what the last proxy saw, when that proxy is ours.
std::string address_of(const Connection& connection, const Request& request) {
  const auto& trusted = connection.surroundings.options.trusted_proxies;
  if (std::find(trusted.begin(), trusted.end(), connection.peer) == trusted.end()) return connection.peer;
  auto last = request.header("x-forwarded-for");
  last = last.substr(last.find_last_of(',') + 1);
  while (last.starts_with(' ')) last.remove_prefix(1);
  return last.empty() ? connection.peer : std::string(last);
}

/// The parsed message as the handler sees it; the status of the refusal when it is not fit to be handled.
int take(const bhttp::request<bhttp::string_body>& message, const Connection& connection, Request& request) {
  if (message.version() >= 11 && message.count(bhttp::field::host) != 1) return 400;
  if (!is_known(message.method())) return 405;
  auto target = read_target(std::string_view(message.target().data(), message.target().size()));
  if (!target) return 400;
  request.method = std::string(message.method_string());
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  for (const auto& field : message)
    request.headers.emplace_back(lower({field.name_string().data(), field.name_string().size()}),
                                 std::string(field.value()));
  request.body = message.body();
  request.address = address_of(connection, request);
  return 0;
}

std::string http_date() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[40];
  std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return text;
}

Answer wire_answer(Response&& response, bool keep_alive, bool is_head) {
  Answer answer{static_cast<bhttp::status>(response.status), 11};
  for (const auto& [name, value] : response.headers) answer.insert(name, value);
  answer.set(bhttp::field::date, http_date());
  answer.keep_alive(keep_alive);
  const auto size = response.body.size();
  if (!is_head) answer.body() = std::move(response.body);
  if (response.status != 204 && response.status != 304) answer.content_length(size);
  return answer;
}

/// What the handler answers; an exception is told to the operator and never to the client.
Response handled(const Handler& handler, const Request& request) {
  try {
    return handler(request);
  } catch (const std::exception& fault) {
    std::cerr << "koepel: " << request.method << " " << request.path << ": " << fault.what() << std::endl;
    return own_problem(500);
  }
}

/// How reading a header or body failed, as a status; 0: the client is gone, nobody to answer.
int status_of(const beast::error_code& fault) {
  if (fault == bhttp::error::body_limit) return 413;
  if (fault == bhttp::error::header_limit || fault == bhttp::error::buffer_overflow) return 431;
  if (fault == beast::error::timeout || fault == bhttp::error::end_of_stream) return 0;
  return fault.category() == bhttp::make_error_code(bhttp::error::bad_method).category() ? 400 : 0;
}

net::awaitable<bool> write(std::shared_ptr<Connection> connection, Response response, bool keep_alive, bool is_head) {
  Answer answer = wire_answer(std::move(response), keep_alive, is_head);
  connection->stream.expires_after(connection->surroundings.options.body_time);
  bhttp::serializer<false, bhttp::string_body> serializer(answer);
  const auto [fault, bytes] = co_await bhttp::async_write(connection->stream, serializer, as_values);
  co_return !fault;
}

/// Says "go on" to a client that asks before it sends its body.
net::awaitable<void> say_continue(std::shared_ptr<Connection> connection) {
  static const std::string text = "HTTP/1.1 100 Continue\r\n\r\n";
  const auto buffer = net::buffer(text);
  co_await net::async_write(connection->stream, buffer, as_values);
}

/// Reads one request. 0: it is in `request`; else the status to refuse with, or -1: nobody is there.
net::awaitable<int> read(std::shared_ptr<Connection> connection, Parser& parser, Request& request) {
  const auto& options = connection->surroundings.options;
  parser.header_limit(static_cast<std::uint32_t>(options.most_header_bytes));
  parser.body_limit(options.most_body_bytes);
  connection->idle = true;
  // One deadline from the first byte to the end of the header; before it, the time a connection may rest.
  connection->stream.expires_after(connection->buffer.size() > 0 ? options.header_time : options.idle_time);
  if (connection->buffer.size() == 0) {
    auto room = connection->buffer.prepare(4'096);
    const auto [fault, bytes] = co_await connection->stream.async_read_some(room, as_values);
    if (fault) co_return -1;
    connection->buffer.commit(bytes);
  }
  connection->idle = false;
  connection->stream.expires_after(options.header_time);
  const auto [header_fault, header_bytes] =
      co_await bhttp::async_read_header(connection->stream, connection->buffer, parser, as_values);
  if (header_fault) {
    const int status = status_of(header_fault);
    co_return status == 0 ? -1 : status;
  }
  if (beast::iequals(parser.get()[bhttp::field::expect], "100-continue")) co_await say_continue(connection);
  connection->stream.expires_after(options.body_time);
  const auto [body_fault, body_bytes] =
      co_await bhttp::async_read(connection->stream, connection->buffer, parser, as_values);
  if (body_fault) {
    const int status = status_of(body_fault);
    co_return status == 0 ? -1 : status;
  }
  co_return take(parser.get(), *connection, request);
}

void close(Connection& connection) {
  beast::error_code ignored;
  connection.stream.socket().shutdown(net::ip::tcp::socket::shutdown_both, ignored);
  connection.stream.close();
}

/// Leaves the rest of a refused body unread for a moment, so that the client sees the answer before the reset.
net::awaitable<void> drain(std::shared_ptr<Connection> connection) {
  beast::error_code ignored;
  connection->stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  std::size_t left = 1 << 20;
  connection->stream.expires_after(std::chrono::seconds(2));
  for (;;) {
    connection->buffer.clear();
    auto room = connection->buffer.prepare(16'384);
    const auto [fault, bytes] = co_await connection->stream.async_read_some(room, as_values);
    if (fault || bytes > left) co_return;
    left -= bytes;
  }
}

}  // namespace

Response own_problem(int status) {
  const char* title = status == 405   ? "Deze handeling bestaat niet / Method not allowed"
                      : status == 413 ? "De aanvraag is te groot / Request too large"
                      : status == 431 ? "De kopregels zijn te lang / Header too long"
                      : status == 503 ? "Te veel verbindingen / Too many connections"
                      : status == 500 ? "Er ging iets mis / Something went wrong"
                                      : "De aanvraag klopt niet / Malformed request";
  Response response{status,
                    {{"Content-Type", "application/problem+json"},
                     {"Cache-Control", "no-store"},
                     {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                     {"X-Content-Type-Options", "nosniff"},
                     {"X-Frame-Options", "DENY"},
                     {"Referrer-Policy", "no-referrer"},
                     {"API-Version", "1.0.0"}},
                    std::string(R"({"type":"about:blank","title":")") + title + R"(","status":)" +
                        std::to_string(status) + R"(,"detail":")" + title + "\"}",
                    nullptr};
  if (status == 405) response.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE");
  return response;
}

void Connection::wind_up() {
  if (streaming) {
    let_go = true;
    wake.cancel();
  } else if (idle) {
    stream.cancel();
  }
}

net::awaitable<void> on_worker(std::shared_ptr<Connection> connection, std::function<void()> work) {
  connection->wake.expires_at(net::steady_timer::time_point::max());
  auto task = [connection, work = std::move(work)] {
    work();
    net::post(connection->wake.get_executor(), [connection] { connection->wake.cancel(); });
  };
  net::post(connection->surroundings.workers, std::move(task));
  // The cancelling post runs on this strand, so never before the wait has begun.
  co_await connection->wake.async_wait(as_values);
}

net::awaitable<void> serve(std::shared_ptr<Connection> connection) {
  auto& surroundings = connection->surroundings;
  while (!surroundings.stopping) {
    Parser parser;
    auto request = std::make_shared<Request>();
    const int refusal = co_await read(connection, parser, *request);
    if (refusal != 0) {
      if (refusal > 0) {
        Response answer = own_problem(refusal);
        co_await write(connection, std::move(answer), false, false);
        co_await drain(connection);
      }
      break;
    }
    const bool keep_alive = parser.get().keep_alive() && !surroundings.stopping;
    auto response = std::make_shared<Response>();
    std::function<void()> work = [&surroundings, request, response] {
      *response = handled(surroundings.handler, *request);
    };
    co_await on_worker(connection, std::move(work));
    if (response->stream) {
      auto order = response->stream;
      Headers headers = std::move(response->headers);
      co_await follow(connection, std::move(order), std::move(headers));
      break;
    }
    const bool is_head = request->method == "HEAD";
    Response answer = std::move(*response);
    const bool sent = co_await write(connection, std::move(answer), keep_alive, is_head);
    if (!sent || !keep_alive) break;
  }
  close(*connection);
}

}  // namespace koepel::http
