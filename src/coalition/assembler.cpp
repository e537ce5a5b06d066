// SPDX-License-Identifier: EUPL-1.2
// In: the teams of a region with their slacks. Out: those that together divide it best. Face: Assembler.
#include "coalition/assembler.h"

#include <algorithm>
#include <bit>

namespace koepel::coalition {
namespace {

Bits joined(Bits a, Bits b) { return {a.low | b.low, a.high | b.high}; }
bool meet(Bits a, Bits b) { return (a.low & b.low) != 0 || (a.high & b.high) != 0; }

Bits bit(int i) {
  const auto one = std::uint64_t{1};
  return i < 64 ? Bits{one << i, 0} : Bits{0, one << (i - 64)};
}

std::size_t first_missing(Bits bits) {
  return static_cast<std::size_t>(~bits.low != 0 ? std::countr_one(bits.low) : 64 + std::countr_one(bits.high));
}

}  // namespace

Assembler::Assembler(const Candidates& list, const CutPrices& prices, double scale, double limit)
    : by_first_(static_cast<std::size_t>(list.partners)) {
  TeamPricer pricer(prices, list.partners);
  for (std::size_t t = 0; t < list.size(); ++t) {
    const double slack = pricer.price(list.team(t)) - static_cast<double>(list.values[t]) * scale;
    if (slack >= limit) continue;
    Bits team;
    for (const int i : list.team(t)) team = joined(team, bit(i));
    by_first_[static_cast<std::size_t>(list.team(t).front())].push_back({team, slack, t});
  }
  for (auto& some : by_first_)
    std::stable_sort(some.begin(), some.end(), [](auto& a, auto& b) { return a.slack < b.slack; });
}

std::optional<std::vector<std::size_t>> Assembler::run(double limit) {
  limit_ = limit;
  nodes_ = 0;
  best_.reset();
  seen_.clear();
  visit({}, 0);
  return best_;
}

void Assembler::visit(Bits used, double slack) {
  const auto next = first_missing(used);
  if (next == by_first_.size()) {
    limit_ = slack;
    best_ = chosen_;
    return;
  }
  if (!complete() || seen_better(used, slack)) return;
  ++nodes_;
  for (const auto& candidate : by_first_[next]) {
    if (slack + candidate.slack >= limit_) return;
    if (meet(candidate.team, used)) continue;
    chosen_.push_back(candidate.number);
    visit(joined(used, candidate.team), slack + candidate.slack);
    chosen_.pop_back();
  }
}

// The same partners placed before with as little slack: nothing new can come of it.
bool Assembler::seen_better(Bits used, double slack) {
  const auto [place, fresh] = seen_.try_emplace(used, slack);
  if (!fresh && place->second <= slack) return true;
  place->second = slack;
  return false;
}

}  // namespace koepel::coalition
