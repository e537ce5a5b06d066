// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace koepel::http {

/// One message of a live stream. `id` lets a client that was away ask for what it missed (Last-Event-ID); 0: a message
/// that is only for who is there.
struct StreamMessage {
  std::int64_t id = 0;
  std::string event;  ///< "change"
  std::string data;   ///< one line of JSON; more lines arrive as more lines
};

/// The text of a message as it goes over the wire.
[[nodiscard]] std::string wire_text(const StreamMessage& message);

/// A message made ready once for everybody.
struct WireMessage {
  std::int64_t id = 0;
  std::string text;
};

/// Hands messages to everybody who listens to a topic. Safe from any thread; a listener must not block.
class Hub {
 public:
  using Listener = std::function<void(std::shared_ptr<const WireMessage>)>;

  /// Messages with an id: in the order of their ids per topic, or a reader that leaves between two of them may miss the
  /// lower one. Cost: a few microseconds per listener, most of it after the return.
  void publish(const std::string& topic, const StreamMessage& message);
  /// Gives a number to stop listening with.
  [[nodiscard]] std::uint64_t listen(const std::string& topic, Listener listener);
  void stop(std::uint64_t number);
  [[nodiscard]] std::size_t listeners() const;

 private:
  using Shared = std::shared_ptr<const Listener>;
  mutable std::mutex mutex_;
  std::map<std::string, std::map<std::uint64_t, Shared>> topics_;
  std::map<std::uint64_t, std::string> topic_of_;
  std::uint64_t last_ = 0;
};

}  // namespace koepel::http
