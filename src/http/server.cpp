// SPDX-License-Identifier: EUPL-1.2
// An address to listen on in; connections served until stop(), out.
#include "http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>
#include <iostream>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

#include "http/connection.h"

namespace koepel::http {

namespace {

using net::ip::tcp;

constexpr auto stop_time = std::chrono::seconds(10);
constexpr std::size_t most_refused = 64;       // that are told so at the same time; more are just closed
constexpr std::size_t files_for_others = 200;  // the database, documents, the log

/// As many files as the system allows this process, because every stream holds one. Gives how many that are.
std::size_t raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1'024;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  return static_cast<std::size_t>(limit.rlim_max);
}

/// The limit of connections, so that clients never take the last file from those who serve them.
ServerOptions within_means(ServerOptions options) {
  const auto files = raise_file_limit();
  options.most_connections = std::min(options.most_connections, files - std::min(files / 2, files_for_others));
  return options;
}

/// The peer's address; an IPv4 address in IPv6 clothes as what it is.
std::string peer_of(const tcp::socket& socket) {
  boost::system::error_code fault;
  const auto address = socket.remote_endpoint(fault).address();
  if (fault) return "";
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    return net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6()).to_string();
  return address.to_string();
}

void tell_of(const std::exception_ptr& fault, const char* where) {
  try {
    if (fault) std::rethrow_exception(fault);
  } catch (const std::exception& error) {
    std::cerr << std::string("koepel: ") + where + ": " + error.what() + "\n" << std::flush;
  }
}

}  // namespace

struct Server::Inside {
  Inside(ServerOptions given, Handler given_handler, Hub& hub, CatchUp given_catch_up, Adopt given_adopt)
      : options(within_means(std::move(given))),
        handler(std::move(given_handler)),
        catch_up(std::move(given_catch_up)),
        adopt(std::move(given_adopt)),
        acceptor(net::make_strand(loop)),
        deadline(loop),
        workers(static_cast<std::size_t>(options.worker_threads)),
        surroundings{options, handler, hub, catch_up, adopt, workers} {
    listen();
  }

  void listen() {
    try {
      const tcp::endpoint end{net::ip::make_address(options.address), options.port};
      acceptor.open(end.protocol());
      acceptor.set_option(tcp::acceptor::reuse_address(true));
      acceptor.bind(end);
      acceptor.listen(4'096);
      port = acceptor.local_endpoint().port();
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
      if (surroundings.stopping) break;
      if (!fault) {
        take(std::move(socket));
        continue;
      }
      // No file left: wait for somebody to go instead of asking again at once.
      pause.expires_after(std::chrono::milliseconds(100));
      co_await pause.async_wait(as_values);
    }
  }

  void take(tcp::socket socket) {
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto connection = std::make_shared<Connection>(std::move(socket), surroundings);
    connection->peer = peer_of(connection->socket);
    if (enter(connection, open, options.most_connections)) return begin(connection, open, serve(connection));
    if (enter(connection, refused, most_refused)) begin(connection, refused, refuse(connection, 503, ""));
  }

  using Connections = std::set<std::shared_ptr<Connection>>;

  void begin(const std::shared_ptr<Connection>& connection, Connections& group, net::awaitable<void> work) {
    net::co_spawn(connection->socket.get_executor(), std::move(work),
                  [this, connection, &group](const std::exception_ptr& fault) {
                    tell_of(fault, "a connection ended");
                    connection->in_peace();
                    connection->close();
                    leave(connection, group);
                  });
  }

  /// False: there are too many.
  bool enter(const std::shared_ptr<Connection>& connection, Connections& group, std::size_t most) {
    const std::lock_guard lock(mutex);
    return group.size() < most && group.insert(connection).second;
  }

  void leave(const std::shared_ptr<Connection>& connection, Connections& group) {
    const std::lock_guard lock(mutex);
    group.erase(connection);
    if (surroundings.stopping && open.empty() && refused.empty()) deadline.cancel();
  }

  void begin_stop() {
    if (surroundings.stopping.exchange(true)) return;
    net::post(acceptor.get_executor(), [this] {
      boost::system::error_code ignored;
      acceptor.close(ignored);
    });
    const std::lock_guard lock(mutex);
    for (const auto& connection : open)
      net::post(connection->socket.get_executor(), [connection] { connection->wind_up(); });
    if (open.empty() && refused.empty()) return;
    deadline.expires_after(stop_time);
    deadline.async_wait([this](const boost::system::error_code& fault) {
      if (fault) return;
      workers.stop();
      loop.stop();
    });
  }

  /// The workers are declared after the loop and so go first: work that never began still holds its connection, which
  /// must not outlive the loop.
  ServerOptions options;
  Handler handler;
  CatchUp catch_up;
  Adopt adopt;
  net::io_context loop;
  tcp::acceptor acceptor;
  net::steady_timer deadline;
  net::thread_pool workers;
  Surroundings surroundings;
  std::uint16_t port = 0;
  std::mutex mutex;
  Connections open;
  Connections refused;
};

Server::Server(ServerOptions options, Handler handler, Hub& hub, CatchUp catch_up, Adopt adopt)
    : inside_(std::make_unique<Inside>(std::move(options), std::move(handler), hub, std::move(catch_up),
                                       std::move(adopt))) {}

Server::~Server() {
  stop();
  inside_->workers.join();
}

std::uint16_t Server::port() const { return inside_->port; }

void Server::run() {
  auto& inside = *inside_;
  net::co_spawn(inside.acceptor.get_executor(), inside.accept(),
                [](const std::exception_ptr& fault) { tell_of(fault, "no longer accepting connections"); });
  std::vector<std::thread> threads;
  for (int i = 1; i < inside.options.network_threads; ++i) threads.emplace_back([&inside] { inside.loop.run(); });
  inside.loop.run();
  for (auto& thread : threads) thread.join();
  inside.workers.join();
}

void Server::stop() { inside_->begin_stop(); }

}  // namespace koepel::http
