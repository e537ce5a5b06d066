// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "pictures/frame.h"
#include "scale/scale.h"

// What the charts about money, hours and scores share: axes with round numbers, amounts, and which tasks matter most.

namespace koepel::pictures {

using WriteValue = std::function<std::string(double)>;

/// Round numbers in [from, to], about `count` of them. from < to.
[[nodiscard]] std::vector<double> round_steps(double from, double to, int count = 5);
/// A range that has some width and, where `with_zero`, holds zero; a little wider than the values.
[[nodiscard]] Scale roomy(std::vector<double> values, bool with_zero, double start, double end);

/// "€ 12.300", without cents below the thousand unless it is a small amount (below € 1.000: two decimals).
[[nodiscard]] std::string euro(const Canvas& canvas, double value);
[[nodiscard]] std::string euro(const Canvas& canvas, Money value);
/// Whole euros as an argument of a sentence.
[[nodiscard]] Arg euros(const std::string& name, double value);

/// Lines from top to bottom at round values, written below.
void draw_upright_grid(Svg& svg, const Scale& x, double top, double bottom, const WriteValue& write, int count = 5);
/// Lines from left to right at round values, written on the left.
void draw_level_grid(Svg& svg, const Scale& y, double left, double right, const WriteValue& write, int count = 5);

/// Tasks with a cost model and the largest likely saving first, at most `most`.
[[nodiscard]] std::vector<const scale::TaskScale*> tasks_that_save_most(const Canvas& canvas, std::size_t most);

/// Every task whose expected saving is above zero; when there is none, every task with a cost model.
[[nodiscard]] std::vector<const scale::TaskScale*> tasks_worth_sharing(const Canvas& canvas);

/// Small print below a picture; returns the y below the last line.
double draw_note(Svg& svg, const std::string& text, double top, std::size_t most_lines = 4);

}  // namespace koepel::pictures
