// SPDX-License-Identifier: EUPL-1.2
// Marks and the size of their labels in, places where nothing overlaps out.
#include "pictures/labels.h"

#include <array>
#include <cmath>
#include <numeric>

#include "base/random.h"

namespace koepel::pictures {

namespace {

constexpr double label_gap = 5;
constexpr double leader_gap = 2.5;

/// Leader of `a` passes the row of `b` and hits its text.
bool leader_hits(const AxisLabel& a, const Staggered& at, const AxisLabel& b, const Staggered& bt) {
  return at.level > bt.level && a.x > bt.left - leader_gap && a.x < bt.left + b.width + leader_gap;
}

bool texts_hit(const AxisLabel& a, const Staggered& at, const AxisLabel& b, const Staggered& bt) {
  return at.level == bt.level && at.left < bt.left + b.width + label_gap && bt.left < at.left + a.width + label_gap;
}

/// Shares of the text left of its leader; the last two let it fly like a flag, wholly beside the leader.
constexpr std::array<double, 11> hangs{0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9, 0.0, 1.0, -1.0, 2.0};
constexpr double flag_gap = 4;

/// Min-conflicts search with a little noise (Minton et al. 1992): move one colliding label at a time to its best place.
/// Keeps the best arrangement seen: fewest collisions, then low levels and texts centred over their leaders.
class Staggering {
 public:
  Staggering(const std::vector<AxisLabel>& labels, double from, double to, int levels)
      : labels_(labels), levels_(levels), from_(from), to_(to), now_(labels.size()) {}

  std::vector<Staggered> best() {
    std::vector<Staggered> kept;
    double kept_cost = 0;
    for (int start = 0; start < 8; ++start) {
      for (auto& place : now_) place = {};
      for (std::size_t i = 0; i < labels_.size(); ++i) now_[i] = somewhere(i);
      for (int step = 0; step < 60; ++step) {
        for (std::size_t i = 0; i < labels_.size(); ++i) settle(i);
        const double cost = total();
        if (kept.empty() || cost < kept_cost) {
          kept = now_;
          kept_cost = cost;
        }
        if (!shake()) break;
      }
    }
    return kept;
  }

  [[nodiscard]] int conflicts(std::size_t i, const std::vector<Staggered>& places) const {
    int count = 0;
    for (std::size_t j = 0; j < labels_.size(); ++j) {
      if (j == i) continue;
      count += texts_hit(labels_[i], places[i], labels_[j], places[j]);
      count += leader_hits(labels_[i], places[i], labels_[j], places[j]);
      count += leader_hits(labels_[j], places[j], labels_[i], places[i]);
    }
    return count;
  }

  /// A place where label i collides with nothing, closest to the axis.
  [[nodiscard]] std::optional<Staggered> free_place(std::size_t i, std::vector<Staggered> places) const {
    for (int level = 0; level < levels_; ++level)
      for (const double hang : hangs) {
        places[i] = {left_of(i, hang), level};
        if (conflicts(i, places) == 0) return places[i];
      }
    return std::nullopt;
  }

 private:
  [[nodiscard]] double left_of(std::size_t i, double hang) const {
    const double x = labels_[i].x, width = labels_[i].width;
    const double left = hang < 0 ? x + flag_gap : hang > 1 ? x - width - flag_gap : x - hang * width;
    return std::clamp(left, from_, std::max(from_, to_ - width));
  }

  [[nodiscard]] double cost(std::size_t i) const {
    const double off_centre = std::abs(now_[i].left + labels_[i].width / 2 - labels_[i].x) / labels_[i].width;
    return 1000.0 * conflicts(i, now_) + now_[i].level + off_centre;
  }

  [[nodiscard]] double total() const {
    double sum = 0;
    for (std::size_t i = 0; i < labels_.size(); ++i) sum += cost(i);
    return sum;
  }

  Staggered somewhere(std::size_t i) {
    return {left_of(i, hangs[random_.below(hangs.size())]),
            static_cast<int>(random_.below(static_cast<unsigned>(levels_)))};
  }

  void settle(std::size_t i) {
    Staggered best = now_[i];
    double best_cost = cost(i);
    for (int level = 0; level < levels_; ++level)
      for (const double hang : hangs) {
        now_[i] = {left_of(i, hang), level};
        if (const double c = cost(i); c < best_cost - 1e-9) {
          best = now_[i];
          best_cost = c;
        }
      }
    now_[i] = best;
  }

  /// Moves a colliding label and its neighbours out of the way; false when nothing collides.
  bool shake() {
    std::vector<std::size_t> colliding;
    for (std::size_t i = 0; i < labels_.size(); ++i)
      if (conflicts(i, now_) > 0) colliding.push_back(i);
    if (colliding.empty()) return false;
    const std::size_t middle = colliding[random_.below(static_cast<unsigned>(colliding.size()))];
    for (std::size_t i = middle < 3 ? 0 : middle - 3; i < std::min(labels_.size(), middle + 4); ++i)
      if (random_.uniform() < 0.6) now_[i] = somewhere(i);
    return true;
  }

  const std::vector<AxisLabel>& labels_;
  int levels_;
  double from_, to_;
  std::vector<Staggered> now_;
  Random random_{1, "pictures.stagger"};
};

}  // namespace

bool LabelPlacer::is_free(const Box& box, double gap) const {
  return inside(box, frame_) &&
         std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) { return overlap(box, other, gap); });
}

std::optional<Box> LabelPlacer::place(Point mark, double radius, double width, double height) {
  std::optional<Box> found = room(mark, radius, width, height, true);
  if (!found) found = room(mark, radius, width, height, false);
  if (found) taken_.push_back(*found);
  return found;
}

std::optional<Box> LabelPlacer::room(Point mark, double radius, double width, double height, bool avoiding) const {
  // Where the middle of the label stands: shares of its width and the direction up or down. Beside the mark, above and
  // below it, slid along it, and at the corners.
  static constexpr std::array<std::array<double, 2>, 12> sides{{{1, 0},
                                                                {-1, 0},
                                                                {0, -1},
                                                                {0, 1},
                                                                {0.3, -1},
                                                                {-0.3, -1},
                                                                {0.3, 1},
                                                                {-0.3, 1},
                                                                {0.5, -0.6},
                                                                {-0.5, 0.6},
                                                                {0.5, 0.6},
                                                                {-0.5, -0.6}}};
  for (const double distance : {2.0, 6.0, 11.0})
    for (const auto& [dx, dy] : sides) {
      const double away = radius + distance;
      const double x = dy == 0 ? dx * (away + width / 2) : dx * width + (dx > 0.4 ? away : dx < -0.4 ? -away : 0);
      const double y = dy * away + (dy > 0 ? height / 2 : dy < 0 ? -height / 2 : 0);
      const Box box = box_around({mark.x + x, mark.y + y}, width, height);
      const bool crossed = avoiding && std::any_of(avoided_.begin(), avoided_.end(),
                                                   [&](const Box& other) { return overlap(box, other); });
      if (is_free(box) && !crossed) return box;
    }
  return std::nullopt;
}

std::vector<std::optional<Staggered>> stagger(const std::vector<AxisLabel>& labels, double from, double to,
                                              int levels) {
  Staggering search(labels, from, to, levels);
  std::vector<Staggered> places = search.best();
  std::vector<std::optional<Staggered>> out(places.begin(), places.end());
  // Whatever still collides makes room until all that is left stands free; the important last.
  for (const bool important : {false, true})
    for (std::size_t i = labels.size(); i-- > 0;) {
      if (labels[i].important != important || search.conflicts(i, places) == 0) continue;
      out[i].reset();
      places[i] = {-1e6, -1};
    }
  // What gave way early may find a place after all.
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (out[i]) continue;
    out[i] = search.free_place(i, places);
    if (out[i]) places[i] = *out[i];
  }
  return out;
}

std::vector<SwarmPlace> swarm(const std::vector<SwarmMark>& marks, double gap) {
  std::vector<std::size_t> order(marks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return marks[a].x < marks[b].x; });
  std::vector<SwarmPlace> places(marks.size());
  std::vector<std::vector<std::size_t>> rows;
  const auto apart = [&](std::size_t a, std::size_t b) { return (marks[a].width + marks[b].width) / 2 + gap; };
  for (const std::size_t i : order) {
    // As far left as it may, in the first row that has room left of where the mark must be at last.
    const auto first = [&](const std::vector<std::size_t>& row) { return places[row.back()].x + apart(row.back(), i); };
    std::size_t row = 0;
    while (row < rows.size() && first(rows[row]) > marks[i].x + marks[i].slack) ++row;
    if (row == rows.size()) rows.emplace_back();
    const double least = marks[i].x - marks[i].slack;
    places[i] = {rows[row].empty() ? least : std::max(least, first(rows[row])), static_cast<int>(row)};
    rows[row].push_back(i);
  }
  // Then back to its own place, as far as the mark after it allows.
  for (const auto& row : rows)
    for (std::size_t k = row.size(); k-- > 0;) {
      double most = marks[row[k]].x;
      if (k + 1 < row.size()) most = std::min(most, places[row[k + 1]].x - apart(row[k], row[k + 1]));
      places[row[k]].x = std::max(places[row[k]].x, most);
    }
  return places;
}

}  // namespace koepel::pictures
