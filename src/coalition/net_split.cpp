// SPDX-License-Identifier: EUPL-1.2
// In: a border game being solved. Out: the parts that can be decided on their own. Face: split().
// Who is not linked through positive borders is never in one team, so those borders do not matter. And parts that share
// one node only do not touch each other: whether two of a part are in one team is decided within the part.
#include <algorithm>

#include "coalition/net.h"

namespace koepel::coalition {
namespace {

struct Line {
  int a = 0, b = 0;
  std::int64_t weight = 0;
};

/// Per node the number of its part when only positive borders count.
std::vector<int> positive_parts(const Net& net) {
  std::vector<int> part(static_cast<std::size_t>(net.size()), -1), queue;
  for (int start = 0; start < net.size(); ++start) {
    if (part[static_cast<std::size_t>(start)] >= 0) continue;
    part[static_cast<std::size_t>(start)] = start;
    queue.assign(1, start);
    while (!queue.empty()) {
      const int node = queue.back();
      queue.pop_back();
      for (const auto& border : net.of(node)) {
        auto& other = part[static_cast<std::size_t>(border.other)];
        if (border.weight < 0 || other >= 0) continue;
        other = start;
        queue.push_back(border.other);
      }
    }
  }
  return part;
}

/// Finds parts that share at most one node with another (Hopcroft & Tarjan 1973), depth first.
class Blocks {
 public:
  Blocks(const Net& net, const std::vector<int>& part)
      : net_(net), part_(part), reached_(part.size(), 0), lowest_(part.size(), 0) {
    for (int node = 0; node < net.size(); ++node)
      if (reached_[static_cast<std::size_t>(node)] == 0) visit(node, -1);
  }

  std::vector<std::vector<Line>> found;

 private:
  void visit(int node, int from) {
    const auto n = static_cast<std::size_t>(node);
    reached_[n] = lowest_[n] = ++count_;
    for (const auto& border : net_.of(node)) {
      const auto other = static_cast<std::size_t>(border.other);
      if (border.other == from || part_[n] != part_[other]) continue;
      if (reached_[other] != 0) {
        if (reached_[other] < reached_[n]) lines_.push_back({node, border.other, border.weight});
        lowest_[n] = std::min(lowest_[n], reached_[other]);
        continue;
      }
      const auto before = lines_.size();
      lines_.push_back({node, border.other, border.weight});
      visit(border.other, node);
      lowest_[n] = std::min(lowest_[n], lowest_[other]);
      if (lowest_[other] >= reached_[n]) close(before);
    }
  }

  void close(std::size_t from) {
    const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(from);
    found.emplace_back(begin, lines_.end());
    lines_.erase(begin, lines_.end());
  }

  const Net& net_;
  const std::vector<int>& part_;
  std::vector<int> reached_, lowest_;
  int count_ = 0;
  std::vector<Line> lines_;
};

/// The lines as a net of its own; `numbers` is -1 for every node, before and after.
Net net_of(const std::vector<Line>& lines, const Net& whole, std::vector<int>& numbers) {
  Net net;
  const auto number = [&](int node) {
    auto& place = numbers[static_cast<std::size_t>(node)];
    if (place >= 0) return place;
    net.names.push_back(whole.name(node));
    net.borders.emplace_back();
    return place = net.size() - 1;
  };
  for (const auto& line : lines) {
    const int a = number(line.a), b = number(line.b);
    net.of(a).push_back({b, line.weight});
    net.of(b).push_back({a, line.weight});
  }
  for (const auto& line : lines)
    numbers[static_cast<std::size_t>(line.a)] = numbers[static_cast<std::size_t>(line.b)] = -1;
  return net;
}

}  // namespace

std::vector<Net> split(Net& net) {
  const auto part = positive_parts(net);
  const Blocks blocks(net, part);
  std::vector<Net> nets;
  std::vector<int> numbers(part.size(), -1);
  for (const auto& lines : blocks.found) {
    if (lines.size() > 1)
      nets.push_back(net_of(lines, net, numbers));
    else if (lines[0].weight > 0)
      net.steps.push_back({net.name(lines[0].a), net.name(lines[0].b)});
  }
  for (auto& borders : net.borders) borders.clear();
  return nets;
}

}  // namespace koepel::coalition
