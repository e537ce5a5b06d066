// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace koepel::http {

/// One message of a live stream. `id` lets a client that was away ask for what it missed (Last-Event-ID).
struct StreamMessage {
  std::int64_t id = 0;
  std::string event;  ///< "change"
  std::string data;   ///< one line of JSON
};

/// Hands messages to everybody who listens to a topic. Safe from any thread; never blocks on a slow listener: whose
/// queue is full is let go and connects again.
class Hub {
 public:
  Hub();
  ~Hub();
  void publish(const std::string& topic, const StreamMessage& message);

  using Listener = std::function<void(std::shared_ptr<const std::string> text)>;
  /// Gives a number to stop listening with.
  std::uint64_t listen(const std::string& topic, Listener listener);
  void stop(std::uint64_t number);
  [[nodiscard]] std::size_t listeners() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// The text of a message as it goes over the wire.
[[nodiscard]] std::string wire_text(const StreamMessage& message);

}  // namespace koepel::http
