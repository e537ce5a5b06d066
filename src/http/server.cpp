// SPDX-License-Identifier: EUPL-1.2
// An address to listen on in; connections served until stop(), out.
#include "http/server.h"

#include <sys/resource.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <iostream>
#include <system_error>
#include <thread>

#include "http/connection.h"

namespace koepel::http {

namespace {

using net::ip::tcp;

constexpr auto as_values = net::as_tuple(net::use_awaitable);
constexpr auto stop_time = std::chrono::seconds(10);

/// As many files as the system allows this process: every stream holds one.
void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::string peer_of(const tcp::socket& socket) {
  boost::system::error_code fault;
  const auto end = socket.remote_endpoint(fault);
  return fault ? "" : end.address().to_string();
}

}  // namespace

struct Server::Inside {
  Inside(ServerOptions given, Handler given_handler, Hub& hub, CatchUp given_catch_up)
      : options(std::move(given)),
        handler(std::move(given_handler)),
        catch_up(std::move(given_catch_up)),
        workers(static_cast<std::size_t>(options.worker_threads)),
        surroundings{options, handler, hub, catch_up, workers},
        acceptor(net::make_strand(loop)),
        deadline(loop) {
    raise_file_limit();
    listen();
  }

  void listen() {
    try {
      const tcp::endpoint end{net::ip::make_address(options.address), options.port};
      acceptor.open(end.protocol());
      acceptor.set_option(tcp::acceptor::reuse_address(true));
      acceptor.bind(end);
      acceptor.listen(4'096);
    } catch (const boost::system::system_error& fault) {
      throw std::system_error(fault.code().value(), std::generic_category(),
                              options.address + ":" + std::to_string(options.port));
    }
  }

  net::awaitable<void> accept() {
    net::steady_timer pause(acceptor.get_executor());
    while (!surroundings.stopping) {
      tcp::socket socket(net::make_strand(loop));
      const auto [fault] = co_await acceptor.async_accept(socket, as_values);
      if (surroundings.stopping || fault == net::error::operation_aborted) break;
      if (fault) {
        // No file left: wait for somebody to go instead of asking again at once.
        pause.expires_after(std::chrono::milliseconds(100));
        co_await pause.async_wait(as_values);
        continue;
      }
      take(std::move(socket));
    }
  }

  void take(tcp::socket socket) {
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto peer = peer_of(socket);
    auto connection = std::make_shared<Connection>(beast::tcp_stream(std::move(socket)), surroundings);
    connection->peer = std::move(peer);
    if (!enter(connection)) return;
    net::co_spawn(connection->stream.get_executor(), serve(connection),
                  [this, connection](const std::exception_ptr& fault) {
                    if (fault) std::cerr << "koepel: a connection ended by an exception" << std::endl;
                    leave(connection);
                  });
  }

  /// False: there are too many; the client is told so and let go.
  bool enter(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex);
    if (open.size() >= options.most_connections) {
      static const std::string text =
          "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 5\r\nContent-Length: 0\r\n\r\n";
      boost::system::error_code ignored;
      connection->stream.socket().non_blocking(true, ignored);
      connection->stream.socket().write_some(net::buffer(text), ignored);
      return false;
    }
    open.insert(connection);
    return true;
  }

  void leave(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex);
    open.erase(connection);
    if (surroundings.stopping && open.empty()) deadline.cancel();
  }

  void begin_stop() {
    if (surroundings.stopping.exchange(true)) return;
    net::post(acceptor.get_executor(), [this] {
      boost::system::error_code ignored;
      acceptor.close(ignored);
    });
    const std::lock_guard lock(mutex);
    for (const auto& connection : open)
      net::post(connection->stream.get_executor(), [connection] { connection->wind_up(); });
    if (open.empty()) return;
    deadline.expires_after(stop_time);
    deadline.async_wait([this](const boost::system::error_code& fault) {
      if (!fault) loop.stop();
    });
  }

  ServerOptions options;
  Handler handler;
  CatchUp catch_up;
  net::thread_pool workers;
  Surroundings surroundings;
  net::io_context loop;
  tcp::acceptor acceptor;
  net::steady_timer deadline;
  std::mutex mutex;
  std::set<std::shared_ptr<Connection>> open;
};

Server::Server(ServerOptions options, Handler handler, Hub& hub, CatchUp catch_up)
    : inside_(std::make_unique<Inside>(std::move(options), std::move(handler), hub, std::move(catch_up))) {}

Server::~Server() {
  stop();
  inside_->workers.join();
}

std::uint16_t Server::port() const { return inside_->acceptor.local_endpoint().port(); }

void Server::run() {
  net::co_spawn(inside_->acceptor.get_executor(), inside_->accept(), net::detached);
  std::vector<std::thread> threads;
  for (int i = 1; i < inside_->options.network_threads; ++i) threads.emplace_back([this] { inside_->loop.run(); });
  inside_->loop.run();
  for (auto& thread : threads) thread.join();
  inside_->workers.join();
}

void Server::stop() { inside_->begin_stop(); }

}  // namespace koepel::http
