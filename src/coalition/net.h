// SPDX-License-Identifier: EUPL-1.2
// A border game while it is being solved: partners melt together until no border is left. Only the files of the border
// game include it (borders.h).
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace koepel::coalition {

/// Weight of a border whose two sides are held apart.
inline constexpr std::int64_t held_apart = -(std::int64_t{1} << 60);
/// More than any division can lose.
inline constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max() / 4;

/// One decision about a partner: it goes with `with`, but stays alone when `unless` (if any) is in the team of `with`.
struct Step {
  int partner = 0;
  int with = 0;
  int unless = -1;
};

/// What is left of the game: nodes (partners melted together), borders with weights, and what was decided and lost so
/// far. Lost is what a division falls short of the sum of all positive weights: a positive border between two teams, or
/// a negative one inside a team.
struct Net {
  struct Border {
    int other = 0;
    std::int64_t weight = 0;
  };
  std::vector<int> names;                    ///< per node a partner in it
  std::vector<std::vector<Border>> borders;  ///< per node; every border on both sides, one per pair, weight never 0
  std::int64_t lost = 0;
  std::vector<Step> steps;

  [[nodiscard]] int size() const { return static_cast<int>(names.size()); }
  [[nodiscard]] std::vector<Border>& of(int node) { return borders[static_cast<std::size_t>(node)]; }
  [[nodiscard]] const std::vector<Border>& of(int node) const { return borders[static_cast<std::size_t>(node)]; }
  [[nodiscard]] int name(int node) const { return names[static_cast<std::size_t>(node)]; }
  [[nodiscard]] std::int64_t weight(int a, int b) const;

  /// Adds to the border between two nodes. Weights of both signs: the smaller is lost, whatever is decided.
  void add(int a, int b, std::int64_t weight);
  /// Takes a border away.
  void drop(int a, int b);
  /// Both in one team, for good: `b` melts into `a`.
  void join(int a, int b);
  /// Never in one team.
  void hold_apart(int a, int b);
};

/// Decides what some best division surely decides, node by node, until nothing is left that is seen at once.
void reduce(Net& net);

/// Takes all borders out of `net`: one net per part of the graph that can be decided on its own.
[[nodiscard]] std::vector<Net> split(Net& net);

/// The least that is surely lost beyond `lost`, and what every border could still lose more than that.
struct Conflicts {
  struct Border {
    int a = 0, b = 0;
    std::int64_t weight = 0;
    std::int64_t left = 0;  ///< deciding against this border loses at least `lost` + `left`
  };
  std::vector<Border> borders;
  std::int64_t lost = 0;
};
[[nodiscard]] Conflicts conflicts(const Net& net);

}  // namespace koepel::coalition
