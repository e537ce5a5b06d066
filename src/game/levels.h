// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <vector>

#include "base/progress.h"
#include "game/excess_program.h"
#include "game/search.h"

namespace koepel::game {

/// Makes the largest excess least, settles the coalitions that decide it, and goes on with the rest: the sequence of
/// linear programs that ends in the nucleolus (Maschler, Peleg & Shapley 1979), each with only the coalitions that
/// matter in it. Everything in "more is better".
class Levels {
 public:
  struct Setup {
    int players = 0;
    std::function<double(Coalition)> value;
    Measure measure = Measure::total;
    bool nobody_below_alone = true;  ///< only divisions that give everybody at least its own value
    double tolerance = 0;            ///< of excesses
    Search search;
  };
  explicit Levels(Setup setup);

  enum class Outcome { settled, stopped, stuck };
  /// One level on; at least one coalition more is settled. Not when finished().
  [[nodiscard]] Outcome next(const Progress& progress);
  [[nodiscard]] bool finished() const { return settled_.rank() == setup_.players; }

  /// The division now; after finished() the nucleolus.
  [[nodiscard]] const std::vector<double>& division() const { return division_; }
  /// The least largest excess of each level so far.
  [[nodiscard]] const std::vector<double>& excesses() const { return excesses_; }
  /// The coalitions that decided the newest level.
  [[nodiscard]] const std::vector<Line>& deciding() const { return deciding_; }
  [[nodiscard]] int searches() const { return searches_; }

 private:
  [[nodiscard]] Line line_of(Coalition coalition) const;
  [[nodiscard]] Line alone(int player) const;
  [[nodiscard]] std::vector<Line> first_basis() const;
  void settle(const ExcessProgram& program);
  void finish();

  Setup setup_;
  ExactSpan settled_;
  std::vector<Line> fixed_;
  std::vector<Line> pool_;
  std::vector<Line> deciding_;
  std::vector<double> division_;
  std::vector<double> excesses_;
  int searches_ = 0;
};

}  // namespace koepel::game
