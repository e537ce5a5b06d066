// SPDX-License-Identifier: EUPL-1.2
// Bytes of a client in; one request within all limits, or the status to refuse with, out. The face is arrive.
#include <algorithm>
#include <boost/asio/write.hpp>
#include <boost/beast/http.hpp>

#include "http/connection.h"
#include "http/target.h"

namespace koepel::http {

namespace {

namespace bhttp = beast::http;
using Parser = bhttp::request_parser<bhttp::string_body>;
using Head = bhttp::request<bhttp::string_body>;

constexpr std::size_t first_bytes = 4'096;       // enough for most headers
constexpr std::size_t most_ahead = 128 * 1'024;  // what may wait unparsed beside a header: bounds chunk extensions too

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

bool is_known(bhttp::verb method) {
  using bhttp::verb;
  return method == verb::get || method == verb::head || method == verb::post || method == verb::put ||
         method == verb::patch || method == verb::delete_;
}

/// One Host (HTTP/1.0 may go without), of characters that a host and port can have.
bool has_good_host(const Head& head) {
  const auto hosts = head.count(bhttp::field::host);
  if (hosts == 0) return head.version() < 11;
  const auto host = view(head[bhttp::field::host]);
  const auto is_fit = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~[]:%").find(c) != std::string_view::npos;
  };
  return hosts == 1 && !host.empty() && std::all_of(host.begin(), host.end(), is_fit);
}

/// Where a proxy could see another end of the body than we do, one request would become two. The parser lets a coding
/// that it does not know pass as "no body".
bool has_clear_end(const Head& head) {
  const auto codings = head.count(bhttp::field::transfer_encoding);
  const auto lengths = head.count(bhttp::field::content_length);
  if (codings == 0) return lengths <= 1 && view(head[bhttp::field::content_length]).find(',') == std::string_view::npos;
  return codings == 1 && lengths == 0 && head.version() >= 11 &&
         beast::iequals(head[bhttp::field::transfer_encoding], "chunked");
}

bool expects_continue(const Head& head) {
  return head.version() >= 11 && beast::iequals(head[bhttp::field::expect], "100-continue");
}

/// The status to refuse a header with before its body is read; 0: none.
int refusal_of(const Head& head) {
  if (!has_good_host(head) || !has_clear_end(head)) return 400;
  if (!is_known(head.method())) return 405;
  if (head.version() >= 11 && head.count(bhttp::field::expect) > 0 && !expects_continue(head)) return 417;
  return 0;
}

/// The client's address: what the last proxy saw, when that proxy is ours. Proxies add at the end, in the last header
/// or in one of their own after it; all before that is the client's word.
std::string address_of(const Connection& connection, const Headers& headers) {
  const auto& trusted = connection.surroundings.options.trusted_proxies;
  if (std::find(trusted.begin(), trusted.end(), connection.peer) == trusted.end()) return connection.peer;
  std::string_view last;
  for (const auto& [name, value] : headers)
    if (name == "x-forwarded-for") last = value;
  last = last.substr(last.find_last_of(',') + 1);
  while (last.starts_with(' ')) last.remove_prefix(1);
  return last.empty() ? connection.peer : std::string(last);
}

/// The header as the handler sees it; false when its target is not fit to be handled. Taken before the body is read,
/// so that what a client appends to a chunked body never counts as a header.
bool take_head(const Head& head, const Connection& connection, Request& request) {
  auto target = read_target(view(head.target()));
  if (!target) return false;
  request.method = std::string(view(head.method_string()));
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  for (const auto& field : head)
    request.headers.emplace_back(lower(view(field.name_string())), std::string(view(field.value())));
  request.address = address_of(connection, request.headers);
  return true;
}

/// How reading failed, as a status to refuse with, or nobody to answer.
int status_of(const beast::error_code& fault, const Connection& connection, const Parser& parser) {
  if (connection.late) return 408;
  if (fault == bhttp::error::body_limit) return 413;
  if (fault == bhttp::error::header_limit) return parser.get().target().empty() ? 414 : 431;
  if (fault == bhttp::error::buffer_overflow) return 431;  // a trailer or a chunk extension
  if (fault == bhttp::error::end_of_stream || fault == bhttp::error::partial_message) return Arrival::nobody;
  static const auto& parsing = bhttp::make_error_code(bhttp::error::bad_method).category();
  return fault.category() == parsing ? 400 : Arrival::nobody;
}

/// Rests until the client says something. False: it left, or had its time.
net::awaitable<bool> first_byte(std::shared_ptr<Connection> connection) {
  if (connection->buffer.size() > 0) co_return true;
  connection->buffer.shrink_to_fit();
  const auto& options = connection->surroundings.options;
  connection->within(connection->served_before ? options.idle_time : options.header_time, Connection::Then::close);
  const auto room = connection->buffer.prepare(first_bytes);
  connection->idle = true;
  const auto [fault, bytes] = co_await connection->socket.async_read_some(room, as_values);
  connection->idle = false;
  if (fault) co_return false;
  connection->buffer.commit(bytes);
  co_return true;
}

/// One deadline for the whole header, so that a client cannot keep us with a byte now and then. 0, or a refusal.
net::awaitable<int> read_head(std::shared_ptr<Connection> connection, Parser& parser) {
  const auto& options = connection->surroundings.options;
  parser.header_limit(static_cast<std::uint32_t>(options.most_header_bytes));
  parser.body_limit(options.most_body_bytes);
  connection->within(options.header_time, Connection::Then::stop_reading);
  const auto [fault, bytes] =
      co_await bhttp::async_read_header(connection->socket, connection->buffer, parser, as_values);
  if (fault) co_return status_of(fault, *connection, parser);
  co_return refusal_of(parser.get());
}

/// Says "go on" to a client that asks before it sends its body; not when the body is already on its way.
net::awaitable<void> say_continue(std::shared_ptr<Connection> connection) {
  static const std::string text = "HTTP/1.1 100 Continue\r\n\r\n";
  if (connection->buffer.size() > 0) co_return;
  const auto said = net::buffer(text);
  co_await net::async_write(connection->socket, said, as_values);
}

net::awaitable<int> read_body(std::shared_ptr<Connection> connection, Parser& parser) {
  if (parser.is_done()) co_return 0;
  connection->within(connection->surroundings.options.body_time, Connection::Then::stop_reading);
  if (expects_continue(parser.get())) co_await say_continue(connection);
  const auto [fault, bytes] = co_await bhttp::async_read(connection->socket, connection->buffer, parser, as_values);
  co_return fault ? status_of(fault, *connection, parser) : 0;
}

}  // namespace

net::awaitable<Arrival> arrive(std::shared_ptr<Connection> connection) {
  Arrival arrival{.refusal = Arrival::nobody, .request = std::make_shared<Request>()};
  connection->buffer.max_size(connection->surroundings.options.most_header_bytes + most_ahead);
  const bool somebody = co_await first_byte(connection);
  if (!somebody) co_return arrival;
  Parser parser;
  arrival.refusal = co_await read_head(connection, parser);
  if (auto target = read_target(view(parser.get().target()))) arrival.request->path = std::move(target->path);
  if (arrival.refusal != 0) co_return arrival;
  arrival.keep_alive = parser.get().version() >= 11 && parser.get().keep_alive();
  if (!take_head(parser.get(), *connection, *arrival.request)) arrival.refusal = 400;
  if (arrival.refusal != 0) co_return arrival;
  arrival.refusal = co_await read_body(connection, parser);
  arrival.request->body = std::move(parser.get().body());
  co_return arrival;
}

}  // namespace koepel::http
