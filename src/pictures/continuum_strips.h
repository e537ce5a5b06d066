// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <vector>

#include "pictures/frame.h"

namespace koepel::pictures {

/// A task on its strip: its code at its place.
struct StripMark {
  enum class Kind { advised, today, catalogue };
  std::string task;
  double position = 0;
  Kind kind = Kind::catalogue;
  double x = 0;  ///< filled by plan_strips
  double width = 0;
  int row = 0;
};

/// All tasks of one group on the gross list, each at its place: as carried out today, or else as the catalogue knows
/// it.
struct Strip {
  std::string group;  ///< empty: what belongs to none of the four lists
  std::vector<StripMark> marks;
  std::vector<std::string> without_place;  ///< task not in the catalogue and today unknown
  double height = 0;
};

/// Subjects in `without_row` have no row of their own above: their mark stands at the advised place.
[[nodiscard]] std::vector<Strip> plan_strips(const Canvas& canvas, const Scale& scale,
                                             const std::set<std::string>& without_row);
/// Whether the list is so long that usual places stand up to 2.5 points off.
[[nodiscard]] bool marks_may_move(const Canvas& canvas);
/// Draws the strips below each other and returns the y below the last.
double draw_strips(Svg& svg, const Canvas& canvas, const Scale& scale, const std::vector<Strip>& strips, double top);

/// The sample mark of a kind, for the key.
void draw_strip_mark(Svg& svg, const Box& box, const std::string& code, StripMark::Kind kind);

/// Where a subject or task stands today, by the partnerships there are; none: not known.
[[nodiscard]] std::optional<double> today_of(const Canvas& canvas, const std::string& task);
/// The advice on exactly this subject, or nullptr.
[[nodiscard]] const forms::SubjectAdvice* advice_on(const Canvas& canvas, const std::string& subject);
/// The advised place: only where a form is advised.
[[nodiscard]] const Band* advised_band(const forms::SubjectAdvice& subject);

}  // namespace koepel::pictures
