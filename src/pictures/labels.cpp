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

/// Shifts of the text over its leader: hanging left, middle, hanging right, and halfway; clamped to the edges.
std::vector<double> shifts(const AxisLabel& label, double from, double to) {
  std::vector<double> out;
  for (const double share : {0.5, 0.0, 1.0, 0.25, 0.75})
    out.push_back(std::clamp(label.x - share * label.width, from, std::max(from, to - label.width)));
  return out;
}

/// Min-conflicts search: move one label at a time to its best place, from several seeded starts; keep the best arrangement.
class Staggering {
 public:
  Staggering(const std::vector<AxisLabel>& labels, double from, double to, int levels)
      : labels_(labels), levels_(levels), from_(from), to_(to), now_(labels.size()) {}

  std::vector<Staggered> best() {
    Random random(1, "pictures.stagger");
    std::vector<Staggered> kept;
    double kept_cost = 0;
    for (int start = 0; start < 60; ++start) {
      scatter(random);
      improve();
      const double cost = total();
      if (kept.empty() || cost < kept_cost) {
        kept = now_;
        kept_cost = cost;
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

 private:
  [[nodiscard]] double cost(std::size_t i) const {
    const double off_centre = std::abs(now_[i].left + labels_[i].width / 2 - labels_[i].x) / labels_[i].width;
    return 1000.0 * conflicts(i, now_) + now_[i].level + off_centre;
  }

  [[nodiscard]] double total() const {
    double sum = 0;
    for (std::size_t i = 0; i < labels_.size(); ++i) sum += cost(i);
    return sum;
  }

  void scatter(Random& random) {
    for (std::size_t i = 0; i < labels_.size(); ++i)
      now_[i] = {shifts(labels_[i], from_, to_)[random.below(5)], static_cast<int>(random.below(static_cast<unsigned>(levels_)))};
  }

  void improve() {
    for (int round = 0; round < 30; ++round) {
      bool moved = false;
      for (std::size_t i = 0; i < labels_.size(); ++i) moved = settle(i) || moved;
      if (!moved) return;
    }
  }

  bool settle(std::size_t i) {
    const Staggered before = now_[i];
    Staggered best = before;
    double best_cost = cost(i);
    for (int level = 0; level < levels_; ++level)
      for (const double left : shifts(labels_[i], from_, to_)) {
        now_[i] = {left, level};
        if (const double c = cost(i); c < best_cost - 1e-9) {
          best = now_[i];
          best_cost = c;
        }
      }
    now_[i] = best;
    return best.level != before.level || best.left != before.left;
  }

  const std::vector<AxisLabel>& labels_;
  int levels_;
  double from_, to_;
  std::vector<Staggered> now_;
};

}  // namespace

bool LabelPlacer::is_free(const Box& box, double gap) const {
  return inside(box, frame_) &&
         std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) { return overlap(box, other, gap); });
}

std::optional<Box> LabelPlacer::place(Point mark, double radius, double width, double height) {
  static constexpr std::array<std::array<double, 2>, 8> sides{
      {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}};
  for (const double distance : {2.0, 6.0, 11.0})
    for (const auto& [dx, dy] : sides) {
      const double away = radius + distance;
      const Box box = box_around({mark.x + dx * (away + width / 2), mark.y + dy * (away * (dx == 0 ? 1 : 0.6) + height / 2)},
                                 width, height);
      if (!is_free(box)) continue;
      taken_.push_back(box);
      return box;
    }
  return std::nullopt;
}

std::vector<std::optional<Staggered>> stagger(const std::vector<AxisLabel>& labels, double from, double to, int levels) {
  Staggering search(labels, from, to, levels);
  std::vector<Staggered> places = search.best();
  std::vector<std::optional<Staggered>> out(places.begin(), places.end());
  // Whatever still collides makes room, the last first, until all that is left stands free.
  for (std::size_t i = labels.size(); i-- > 0;) {
    if (search.conflicts(i, places) == 0) continue;
    out[i].reset();
    places[i] = {-1e6, -1};
  }
  return out;
}

std::vector<int> swarm(const std::vector<AxisLabel>& places, double gap) {
  std::vector<std::size_t> order(places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return places[a].x < places[b].x; });
  std::vector<int> rows(places.size());
  std::vector<double> row_ends;
  for (const std::size_t i : order) {
    const double left = places[i].x - places[i].width / 2;
    std::size_t row = 0;
    while (row < row_ends.size() && row_ends[row] + gap > left) ++row;
    if (row == row_ends.size()) row_ends.push_back(0);
    row_ends[row] = left + places[i].width;
    rows[i] = static_cast<int>(row);
  }
  return rows;
}

}  // namespace koepel::pictures
