// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "http/server.h"

// A real server on a free port, and a client that sends exactly the bytes it is told to.

namespace koepel::http::http_tests {

/// Waits for bytes at most half a minute: a test that would hang fails instead.
class Client {
 public:
  explicit Client(std::uint16_t port, int receive_buffer = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{30, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (receive_buffer > 0) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
      throw std::runtime_error("no connection");
  }
  ~Client() { ::close(socket_); }
  Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)), text_(std::move(other.text_)) {}
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// False: the server has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  /// Waits a moment for the server; true when it said something or closed.
  bool hears_within(int milliseconds) {
    pollfd wanted{socket_, POLLIN, 0};
    return poll(&wanted, 1, milliseconds) != 0;
  }
  void end_of_sending() { shutdown(socket_, SHUT_WR); }

  /// All up to and with `mark`; what came before the close when it never comes.
  std::string until(std::string_view mark) {
    while (text_.find(mark) == std::string::npos && more()) {
    }
    const auto found = text_.find(mark);
    return take(found == std::string::npos ? text_.size() : found + mark.size());
  }
  std::string bytes(std::size_t count) {
    while (text_.size() < count && more()) {
    }
    return take(std::min(count, text_.size()));
  }
  /// Head and body of one answer by its Content-Length.
  std::string answer() {
    const auto head = until("\r\n\r\n");
    const auto length = head.find("Content-Length: ");
    return head + (length == std::string::npos ? "" : bytes(std::strtoul(head.c_str() + length + 16, nullptr, 10)));
  }
  /// Everything until the server closes. Throws when it does not.
  std::string rest() {
    while (more()) {
    }
    if (timed_out_) throw std::runtime_error("the connection stayed open");
    return take(text_.size());
  }

 private:
  bool more() {
    char part[16'384];
    const auto got = recv(socket_, part, sizeof part, 0);
    timed_out_ = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    if (got <= 0) return false;
    text_.append(part, static_cast<std::size_t>(got));
    return true;
  }
  std::string take(std::size_t count) {
    auto out = text_.substr(0, count);
    text_.erase(0, count);
    return out;
  }

  int socket_;
  std::string text_;
  bool timed_out_ = false;
};

/// Says what it understood of a request.
inline Response echo(const Request& request) {
  std::string body = request.method + " " + request.path;
  for (const auto& [name, value] : request.query) body += " " + name + "=" + value;
  return {200, {{"Content-Type", "text/plain"}}, body + " [" + request.body + "]", nullptr};
}

/// A server that runs as long as this lives. Its hub outlives it.
class Running {
 public:
  explicit Running(ServerOptions options = {}, Handler handler = echo, CatchUp catch_up = {}, Adopt adopt = {})
      : server_(on_any_port(std::move(options)), std::move(handler), hub, std::move(catch_up), std::move(adopt)),
        thread_([this] { server_.run(); }) {}
  ~Running() { stop(); }
  /// Stops and waits until it did.
  void stop() {
    begin_stop();
    if (thread_.joinable()) thread_.join();
  }
  void begin_stop() { server_.stop(); }
  [[nodiscard]] Client client(int receive_buffer = 0) const { return Client(server_.port(), receive_buffer); }
  /// The answer to these bytes on a connection of its own.
  [[nodiscard]] std::string ask(std::string_view bytes) const {
    auto one = client();
    one.send(bytes);
    return one.answer();
  }

  Hub hub;

 private:
  static ServerOptions on_any_port(ServerOptions options) {
    options.port = 0;
    options.worker_threads = std::min(options.worker_threads, 4);
    return options;
  }

  Server server_;
  std::thread thread_;
};

}  // namespace koepel::http::http_tests
