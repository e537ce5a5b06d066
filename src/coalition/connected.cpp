// SPDX-License-Identifier: EUPL-1.2
// In: who borders on whom. Out: every set that hangs together, each once; how many divisions there are.
// Face: each_connected_team(), count_connected_divisions().
#include <algorithm>
#include <bit>

#include "coalition/candidates.h"
#include "coalition/parts.h"

namespace koepel::coalition {
namespace {

/// Grows sets from their smallest member. A neighbour is offered once: when it first borders on the set. So no set is
/// reached in two ways.
class Enumerator {
 public:
  Enumerator(int partners, std::span<const Pair> pairs, int largest,
             const std::function<bool(std::span<const int>)>& visit)
      : neighbours_(static_cast<std::size_t>(partners)),
        offered_(static_cast<std::size_t>(partners), 0),
        largest_(static_cast<std::size_t>(std::max(largest, 0))),
        visit_(visit) {
    for (const auto& [a, b] : pairs) {
      of(a).push_back(b);
      of(b).push_back(a);
    }
    for (auto& list : neighbours_) {
      std::sort(list.begin(), list.end());
      list.erase(std::unique(list.begin(), list.end()), list.end());
    }
  }

  bool run() {
    if (largest_ == 0) return true;
    for (root_ = 0; root_ < static_cast<int>(neighbours_.size()); ++root_) {
      std::fill(offered_.begin(), offered_.end(), 0);
      team_.clear();
      offered_[static_cast<std::size_t>(root_)] = 1;
      if (!with(root_, {})) return false;
    }
    return true;
  }

 private:
  std::vector<int>& of(int partner) { return neighbours_[static_cast<std::size_t>(partner)]; }

  // Takes `partner` in, tells the set, and goes on with the neighbours on offer.
  bool with(int partner, std::vector<int> offer) {
    team_.push_back(partner);
    const bool going = tell() && (team_.size() == largest_ || widen(partner, offer));
    team_.pop_back();
    return going;
  }

  bool widen(int partner, std::vector<int>& offer) {
    std::vector<int> fresh;
    for (const int other : of(partner)) {
      auto& offered = offered_[static_cast<std::size_t>(other)];
      if (other <= root_ || offered) continue;
      offered = 1;
      fresh.push_back(other);
    }
    offer.insert(offer.end(), fresh.begin(), fresh.end());
    bool going = true;
    while (going && !offer.empty()) {
      const int next = offer.back();
      offer.pop_back();
      going = with(next, offer);
    }
    for (const int other : fresh) offered_[static_cast<std::size_t>(other)] = 0;
    return going;
  }

  bool tell() {
    sorted_ = team_;
    std::sort(sorted_.begin(), sorted_.end());
    return visit_(sorted_);
  }

  std::vector<std::vector<int>> neighbours_;
  std::vector<char> offered_;
  std::size_t largest_;
  const std::function<bool(std::span<const int>)>& visit_;
  int root_ = 0;
  std::vector<int> team_, sorted_;
};

std::uint64_t divisions_of(Mask set, const std::vector<char>& connected, const std::vector<std::uint64_t>& counts) {
  const Mask first = set & (~set + 1), rest = set ^ first;
  std::uint64_t count = 0;
  for (Mask others = rest;; others = (others - 1) & rest) {
    if (connected[others | first]) count += counts[rest ^ others];
    if (others == 0) return count;
  }
}

}  // namespace

bool each_connected_team(int partners, std::span<const Pair> neighbours, int largest,
                         const std::function<bool(std::span<const int>)>& visit) {
  return Enumerator(partners, neighbours, largest, visit).run();
}

Result<std::uint64_t> count_connected_divisions(int partners, std::span<const Pair> neighbours) {
  constexpr int most = 20;
  if (partners > most)
    return failure({.code = "coalition.too_many_partners",
                    .found = std::to_string(partners),
                    .expected = Message{"coalition.expected.partners", {number("n", most)}},
                    .repair = Message{"coalition.repair.list", {}}});
  std::vector<char> connected(std::size_t{1} << partners, 0);
  each_connected_team(partners, neighbours, partners, [&](std::span<const int> team) {
    connected[mask_of(team)] = 1;
    return true;
  });
  std::vector<std::uint64_t> counts(connected.size(), 1);
  for (Mask set = 1; set < counts.size(); ++set) counts[set] = divisions_of(set, connected, counts);
  return counts.back();
}

}  // namespace koepel::coalition
