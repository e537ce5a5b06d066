// SPDX-License-Identifier: EUPL-1.2
// In: a game whose value is a sum over borders. Out: the best division. Face: best_division(BorderGame).
// First what is seen at once is decided (net.cpp), then parts are decided each on its own (net_split.cpp). Within a
// part: a division by joining over the strongest border again and again; what is surely lost (net_conflicts.cpp); every
// border that would lose too much more is decided; and then one border is tried both ways.
#include "coalition/borders.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <optional>

#include "coalition/net.h"

namespace koepel::coalition {
namespace {

/// What a division loses, and the steps to it.
struct Found {
  std::int64_t lost = 0;
  std::vector<Step> steps;
};

void append(std::vector<Step>& steps, const std::vector<Step>& more) {
  steps.insert(steps.end(), more.begin(), more.end());
}

class Solver {
 public:
  explicit Solver(const Progress& progress) : progress_(progress) {}

  /// The best division that loses less than `most`. None when there is none, or when stopped before one was found.
  std::optional<Found> solve(Net net, std::int64_t most) {
    if (net.lost >= most) return std::nullopt;
    reduce(net);
    const auto parts = split(net);
    std::vector<Conflicts> known;
    std::int64_t least = net.lost;
    for (const auto& part : parts) least += known.emplace_back(conflicts(part)).lost;
    surely_lost = std::max(surely_lost, first_ ? least : 0);
    first_ = false;
    Found found{least, std::move(net.steps)};
    for (std::size_t k = 0; k < parts.size(); ++k) {
      if (found.lost >= most) return std::nullopt;
      const auto best = divide(parts[k], known[k], most - (found.lost - known[k].lost));
      if (!best) return std::nullopt;
      found.lost += best->lost - known[k].lost;
      append(found.steps, best->steps);
    }
    return found.lost < most ? std::optional(std::move(found)) : std::nullopt;
  }

  std::int64_t surely_lost = 0;  ///< by every division
  bool stopped = false;

 private:
  std::optional<Found> divide(const Net& part, const Conflicts& known, std::int64_t most) {
    std::optional<Found> best;
    const auto better = [&](std::optional<Found> found) {
      if (!found || found->lost >= most) return;
      most = found->lost;
      best = std::move(found);
    };
    better(greedy(part));
    stopped = stopped || progress_.stopped();
    if (stopped || known.lost >= most) return best;
    Net net = part;
    if (decide(net, known, most)) {
      better(solve(std::move(net), most));
      return best;
    }
    const auto& border = most_clashing(known);
    Net apart = net;
    apart.hold_apart(border.a, border.b);
    net.join(border.a, border.b);
    better(solve(std::move(net), most));
    better(solve(std::move(apart), most));
    return best;
  }

  // Joins over the strongest border until none draws any more.
  static Found greedy(Net net) {
    for (;;) {
      int from = 0;
      Net::Border strongest;
      for (int node = 0; node < net.size(); ++node)
        for (const auto& border : net.of(node))
          if (border.weight > strongest.weight) from = node, strongest = border;
      if (strongest.weight == 0) return {net.lost, std::move(net.steps)};
      net.join(from, strongest.other);
    }
  }

  // Decides borders that no better division decides against; gives whether nodes melted together.
  static bool decide(Net& net, const Conflicts& known, std::int64_t most) {
    std::vector<int> now(static_cast<std::size_t>(net.size()));
    std::iota(now.begin(), now.end(), 0);
    const auto node = [&](int k) {
      while (now[static_cast<std::size_t>(k)] != k) k = now[static_cast<std::size_t>(k)];
      return k;
    };
    bool melted = false;
    for (const auto& border : known.borders) {
      if (known.lost + border.left < most) continue;
      const int a = node(border.a), b = node(border.b);
      if (a == b && border.weight > 0) continue;
      if (border.weight < 0) {
        if (a == b)
          net.lost = endless;
        else
          net.hold_apart(a, b);
        continue;
      }
      net.join(a, b);
      now[static_cast<std::size_t>(b)] = a;
      melted = true;
    }
    return melted;
  }

  static const Conflicts::Border& most_clashing(const Conflicts& known) {
    const auto used = [](const Conflicts::Border& b) { return b.weight > 0 ? b.weight - b.left : 0; };
    return *std::max_element(known.borders.begin(), known.borders.end(),
                             [&](const auto& x, const auto& y) { return used(x) < used(y); });
  }

  const Progress& progress_;
  bool first_ = true;
};

/// Who is with whom, by the steps.
class Teams {
 public:
  explicit Teams(int partners) : first_(static_cast<std::size_t>(partners)) {
    std::iota(first_.begin(), first_.end(), 0);
  }
  int of(int partner) {
    auto& first = first_[static_cast<std::size_t>(partner)];
    return first == partner ? partner : first = of(first);
  }
  void join(int a, int b) {
    a = of(a), b = of(b);
    first_[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
  }

 private:
  std::vector<int> first_;
};

/// The teams that the steps lead to, each split into what hangs together. The last step first: a step asks only about
/// what was decided after it.
Teams teams_of(const BorderGame& game, const std::vector<Step>& steps) {
  Teams teams(game.partners), together(game.partners);
  for (auto step = steps.rbegin(); step != steps.rend(); ++step)
    if (step->unless < 0 || teams.of(step->unless) != teams.of(step->with)) teams.join(step->partner, step->with);
  for (const auto& [pair, weight] : game.borders)
    if (teams.of(pair.first) == teams.of(pair.second)) together.join(pair.first, pair.second);
  return together;
}

Division division_of(const BorderGame& game, const std::vector<Step>& steps) {
  auto teams = teams_of(game, steps);
  Division division{.method = Method::border_search};
  std::vector<std::size_t> number(static_cast<std::size_t>(game.partners), 0);
  for (int i = 0; i < game.partners; ++i) {
    auto& team = number[static_cast<std::size_t>(teams.of(i))];
    if (teams.of(i) == i) {
      team = division.teams.size();
      division.teams.emplace_back();
    }
    division.teams[team].push_back(i);
  }
  for (const auto& [pair, weight] : game.borders)
    if (teams.of(pair.first) == teams.of(pair.second)) division.value += weight;
  return division;
}

Problem problem(std::string_view code, std::string found, Message expected, std::string_view repair) {
  return {.code = std::string(code),
          .found = std::move(found),
          .expected = std::move(expected),
          .repair = Message{std::string(repair), {}}};
}

Problems check(const BorderGame& game) {
  constexpr std::int64_t largest = std::int64_t{1} << 50;
  if (game.partners < 1)
    return {problem("coalition.table_size", "0", {"coalition.expected.team", {}}, "coalition.repair.table")};
  std::int64_t sum = 0;
  for (const auto& [pair, weight] : game.borders) {
    for (const int i : {pair.first, pair.second == pair.first ? -1 : pair.second})
      if (i < 0 || i >= game.partners)
        return {problem("coalition.rule_partner", std::to_string(pair.second),
                        {"coalition.expected.partner", {number("n", game.partners)}}, "coalition.repair.rule")};
    if (weight > largest || weight < -largest || (sum += std::abs(weight)) > largest)
      return {problem("coalition.value_too_large", std::to_string(weight), {"coalition.expected.value", {}},
                      "coalition.repair.table")};
  }
  return {};
}

Net net_of(const BorderGame& game) {
  Net net{.names = std::vector<int>(static_cast<std::size_t>(game.partners)), .borders = {}};
  std::iota(net.names.begin(), net.names.end(), 0);
  net.borders.resize(net.names.size());
  for (const auto& [pair, weight] : game.borders) net.add(pair.first, pair.second, weight);
  return net;
}

}  // namespace

Result<Division> best_division(const BorderGame& game, const Progress& progress) {
  if (auto problems = check(game); !problems.empty()) return tl::unexpected(std::move(problems));
  std::int64_t all_positive = 0;
  for (const auto& border : game.borders) all_positive += std::max<std::int64_t>(border.weight, 0);
  Solver solver(progress);
  const auto found = solver.solve(net_of(game), endless);
  auto division = division_of(game, found->steps);
  division.certainty = solver.stopped ? Certainty::stopped : Certainty::best;
  division.bound = static_cast<double>(solver.stopped ? all_positive - solver.surely_lost : division.value);
  return division;
}

}  // namespace koepel::coalition
