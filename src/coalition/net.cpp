// SPDX-License-Identifier: EUPL-1.2
// In: a border game being solved. Out: the same with a decision more. Face: Net, reduce().
#include "coalition/net.h"

#include <algorithm>
#include <cstdlib>

namespace koepel::coalition {
namespace {

using Borders = std::vector<Net::Border>;

template <typename Some>
auto find_border(Some& borders, int other) {
  return std::find_if(borders.begin(), borders.end(), [&](const auto& border) { return border.other == other; });
}

void put(Borders& borders, int other, std::int64_t weight) {
  const auto place = find_border(borders, other);
  if (place == borders.end()) return borders.push_back({other, weight});
  place->weight = weight;
}

void take_out(Borders& borders, int other) {
  *find_border(borders, other) = borders.back();
  borders.pop_back();
}

}  // namespace

std::int64_t Net::weight(int a, int b) const {
  const auto place = find_border(of(a), b);
  return place == of(a).end() ? 0 : place->weight;
}

void Net::drop(int a, int b) {
  take_out(of(a), b);
  take_out(of(b), a);
}

void Net::add(int a, int b, std::int64_t more) {
  const auto now = weight(a, b);
  if ((now > 0 && more < 0) || (now < 0 && more > 0)) lost += std::min(std::abs(now), std::abs(more));
  const auto sum = now == held_apart || more == held_apart ? held_apart : now + more;
  if (sum == 0) {
    if (now != 0) drop(a, b);
    return;
  }
  put(of(a), b, sum);
  put(of(b), a, sum);
}

void Net::join(int a, int b) {
  const auto between = weight(a, b);
  if (between == held_apart) lost = endless;
  if (between < 0 && between != held_apart) lost += -between;
  if (between != 0) drop(a, b);
  const auto moved = of(b);
  for (const auto& border : moved) {
    drop(b, border.other);
    add(a, border.other, border.weight);
  }
  steps.push_back({name(b), name(a)});
}

void Net::hold_apart(int a, int b) { add(a, b, held_apart); }

namespace {

/// Looks at nodes one by one; whose borders change is looked at again.
class Reducer {
 public:
  explicit Reducer(Net& net) : net_(net), waiting_(static_cast<std::size_t>(net.size()), 1) {
    for (int node = net.size(); node-- > 0;) queue_.push_back(node);
  }

  void run() {
    while (!queue_.empty()) {
      const int node = queue_.back();
      queue_.pop_back();
      waiting_[static_cast<std::size_t>(node)] = 0;
      look_at(node);
    }
  }

 private:
  void look_at(int node) {
    const auto& borders = net_.of(node);
    if (borders.empty()) return;
    const auto strongest = *std::max_element(borders.begin(), borders.end(), [](const auto& x, const auto& y) {
      return x.weight != y.weight ? x.weight < y.weight : x.other > y.other;
    });
    if (strongest.weight < 0) return stay_alone(node);
    if (outweighs(strongest.weight, borders)) return melt(strongest.other, node);
    if (borders.size() == 2) follow(node);
  }

  // Nothing to gain anywhere.
  void stay_alone(int node) {
    while (!net_.of(node).empty()) {
      const int other = net_.of(node).back().other;
      net_.drop(node, other);
      again(other);
    }
  }

  // Wherever the node is, going over to that side gains its weight and loses at most all others.
  static bool outweighs(std::int64_t weight, const Borders& borders) {
    std::int64_t all = 0;
    for (const auto& border : borders) all += border.weight == held_apart ? endless / 64 : std::abs(border.weight);
    return weight >= all - weight;
  }

  void melt(int into, int node) {
    for (const auto& border : net_.of(node)) again(border.other);
    net_.join(into, node);
    again(into);
  }

  // Drawn to one side, and more strongly away from the other: the node goes with the first, unless those two are in one
  // team. Then its pull is lost: as if the two repelled each other that much.
  void follow(int node) {
    auto to = net_.of(node)[0], from = net_.of(node)[1];
    if (to.weight < 0) std::swap(to, from);
    net_.drop(node, to.other);
    net_.drop(node, from.other);
    net_.steps.push_back({net_.name(node), net_.name(to.other), net_.name(from.other)});
    net_.add(to.other, from.other, -to.weight);
    again(to.other);
    again(from.other);
  }

  void again(int node) {
    auto& waiting = waiting_[static_cast<std::size_t>(node)];
    if (!waiting) queue_.push_back(node);
    waiting = 1;
  }

  Net& net_;
  std::vector<char> waiting_;
  std::vector<int> queue_;
};

}  // namespace

void reduce(Net& net) { Reducer(net).run(); }

}  // namespace koepel::coalition
