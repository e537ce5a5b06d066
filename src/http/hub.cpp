// SPDX-License-Identifier: EUPL-1.2
// Messages in; every listener of their topic called, out.
#include "http/hub.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace koepel::http {

std::string wire_text(const StreamMessage& message) {
  std::string text;
  if (message.id > 0) text += "id: " + std::to_string(message.id) + "\n";
  text += "event: " + message.event.substr(0, message.event.find_first_of("\r\n")) + "\n";
  // An empty line would end the message: what is after it would be another one.
  std::string_view rest = message.data;
  for (bool more = true; more;) {
    const auto end = std::min(rest.find_first_of("\r\n"), rest.size());
    text.append("data: ").append(rest.substr(0, end)).append("\n");
    more = end < rest.size();
    rest.remove_prefix(end + (more ? 1 : 0));
  }
  return text + "\n";
}

void Hub::publish(const std::string& topic, const StreamMessage& message) {
  std::vector<Shared> listeners;
  {
    const std::lock_guard lock(mutex_);
    const auto found = topics_.find(topic);
    if (found == topics_.end()) return;
    for (const auto& [number, listener] : found->second) listeners.push_back(listener);
  }
  const auto ready = std::make_shared<const WireMessage>(WireMessage{message.id, wire_text(message)});
  for (const auto& listener : listeners) (*listener)(ready);
}

std::uint64_t Hub::listen(const std::string& topic, Listener listener) {
  const std::lock_guard lock(mutex_);
  topics_[topic].emplace(++last_, std::make_shared<const Listener>(std::move(listener)));
  topic_of_.emplace(last_, topic);
  return last_;
}

void Hub::stop(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  const auto topic = topic_of_.find(number);
  if (topic == topic_of_.end()) return;
  auto& listeners = topics_[topic->second];
  listeners.erase(number);
  if (listeners.empty()) topics_.erase(topic->second);
  topic_of_.erase(topic);
}

std::size_t Hub::listeners() const {
  const std::lock_guard lock(mutex_);
  return topic_of_.size();
}

}  // namespace koepel::http
