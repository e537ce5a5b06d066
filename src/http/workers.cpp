// SPDX-License-Identifier: EUPL-1.2
// Work that may block in; done on a thread of the pool, out.
#include <boost/asio/post.hpp>

#include "http/connection.h"

namespace koepel::http {

net::awaitable<void> on_worker(std::shared_ptr<Connection> connection, std::function<void()> work) {
  const auto done = std::make_shared<bool>(false);
  auto task = [connection, done, work = std::move(work)] {
    work();
    net::post(connection->wake.get_executor(), [connection, done] {
      *done = true;
      connection->wake.cancel();
    });
  };
  net::post(connection->surroundings.workers, std::move(task));
  // Messages of a stream and the end of the server wake the connection too; the work is not done by that.
  connection->wake.expires_at(net::steady_timer::time_point::max());
  while (!*done) co_await connection->wake.async_wait(as_values);
}

}  // namespace koepel::http
