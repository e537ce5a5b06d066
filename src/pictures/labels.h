// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "pictures/geometry.h"

namespace koepel::pictures {

/// Finds room for labels beside marks: first come, first served.
class LabelPlacer {
 public:
  explicit LabelPlacer(const Box& frame) : frame_(frame) {}

  void keep_free(const Box& box) { taken_.push_back(box); }
  /// Stays free as long as there is other room: lines under a label are ugly but readable.
  void avoid(const Box& box) { avoided_.push_back(box); }
  [[nodiscard]] bool is_free(const Box& box, double gap = 1) const;
  /// Room of this size close to a mark: right, left, above, below, then the corners, then the same further off. None:
  /// no room.
  [[nodiscard]] std::optional<Box> place(Point mark, double radius, double width, double height);

 private:
  Box frame_;
  std::vector<Box> taken_;
  std::vector<Box> avoided_;

  [[nodiscard]] std::optional<Box> room(Point mark, double radius, double width, double height, bool avoiding) const;
};

/// A label above an axis, tied to its place by a thin vertical leader.
struct AxisLabel {
  double x = 0;            ///< where the leader starts
  double width = 0;        ///< of the text
  bool important = false;  ///< gives way last
};

struct Staggered {
  double left = 0;  ///< of the text; the leader ends under the text or close beside it
  int level = 0;    ///< 0 is closest to the axis
};

/// Levels and shifts for labels (in order of x) between two edges such that no two touch and no leader crosses a label.
/// A label that finds no room on any level has none. Deterministic.
[[nodiscard]] std::vector<std::optional<Staggered>> stagger(const std::vector<AxisLabel>& labels, double from,
                                                            double to, int levels);

/// A mark on a strip: where it belongs, and how far it may move sideways to keep the strip low.
struct SwarmMark {
  double x = 0;
  double width = 0;
  double slack = 0;
};

struct SwarmPlace {
  double x = 0;
  int row = 0;
};

/// Rows for marks, so that marks in one row keep `gap` apart and none moves further than its slack. Order of `marks` is
/// kept.
[[nodiscard]] std::vector<SwarmPlace> swarm(const std::vector<SwarmMark>& marks, double gap);

}  // namespace koepel::pictures
