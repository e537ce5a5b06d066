// SPDX-License-Identifier: EUPL-1.2
// In: a border game being solved. Out: what is surely lost, because wishes clash. Face: conflicts().
// A ring of positive borders with one negative border: at least one of them is decided against. Rings that share no
// weight with each other add up. We take short rings first, each as far as its weights go.
#include <algorithm>

#include "coalition/net.h"

namespace koepel::coalition {
namespace {

class Packer {
 public:
  explicit Packer(const Net& net) : at_(static_cast<std::size_t>(net.size())), by_(at_.size()), length_(at_.size()) {
    for (int node = 0; node < net.size(); ++node)
      for (const auto& border : net.of(node)) {
        if (border.other < node) continue;
        const auto index = out.borders.size();
        out.borders.push_back({node, border.other, border.weight, std::abs(border.weight)});
        if (border.weight < 0) {
          repelling_.push_back({index, 2});
          continue;
        }
        at_[static_cast<std::size_t>(node)].push_back({border.other, index});
        at_[static_cast<std::size_t>(border.other)].push_back({node, index});
      }
  }

  void run() {
    for (int longest = 2; !repelling_.empty(); ++longest) {
      for (auto& border : repelling_)
        if (border.shortest <= longest) pack(border, longest);
      std::erase_if(repelling_, [](const Repelling& border) { return border.shortest == none; });
    }
  }

  Conflicts out;

 private:
  static constexpr int none = std::numeric_limits<int>::max();
  struct Way {
    int other = 0;
    std::size_t border = 0;
  };
  struct Repelling {
    std::size_t border = 0;
    int shortest = 0;  // its ring has at least that many positive borders: never falls
  };

  void pack(Repelling& repelling, int longest) {
    auto& closing = out.borders[repelling.border];
    while (closing.left > 0) {
      repelling.shortest = find_way(closing.a, closing.b);
      if (repelling.shortest > longest) return;
      use_way(closing);
    }
    repelling.shortest = none;
  }

  // Number of borders on the shortest way over what is left of positive borders.
  int find_way(int from, int to) {
    std::fill(length_.begin(), length_.end(), -1);
    queue_.assign(1, from);
    length_[static_cast<std::size_t>(from)] = 0;
    for (std::size_t k = 0; k < queue_.size(); ++k) {
      const auto node = static_cast<std::size_t>(queue_[k]);
      for (const auto& way : at_[node]) {
        const auto other = static_cast<std::size_t>(way.other);
        if (length_[other] >= 0 || out.borders[way.border].left == 0) continue;
        length_[other] = length_[node] + 1;
        by_[other] = way.border;
        if (way.other == to) return length_[other];
        queue_.push_back(way.other);
      }
    }
    return none;
  }

  void use_way(Conflicts::Border& closing) {
    std::int64_t amount = closing.left;
    each_on_way(closing, [&](auto& border) { amount = std::min(amount, border.left); });
    each_on_way(closing, [&](auto& border) { border.left -= amount; });
    closing.left -= amount;
    out.lost += amount;
  }

  template <typename Visit>
  void each_on_way(const Conflicts::Border& closing, const Visit& visit) {
    for (int node = closing.b; node != closing.a;) {
      auto& border = out.borders[by_[static_cast<std::size_t>(node)]];
      visit(border);
      node = border.a == node ? border.b : border.a;
    }
  }

  std::vector<std::vector<Way>> at_;
  std::vector<Repelling> repelling_;
  std::vector<std::size_t> by_;
  std::vector<int> length_, queue_;
};

}  // namespace

Conflicts conflicts(const Net& net) {
  Packer packer(net);
  packer.run();
  return std::move(packer.out);
}

}  // namespace koepel::coalition
