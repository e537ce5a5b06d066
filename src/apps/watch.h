// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>

#include "apps/terminal.h"
#include "base/progress.h"

namespace koepel::apps {

/// The bar and the clock around a computation of some parts. The engine has no clock: this is where a time limit lives.
class Watch {
 public:
  /// `limit` in seconds; 0: none.
  Watch(const std::string& label, double limit, int parts)
      : bar_(label, parts * steps_per_part), steps_(parts * steps_per_part), limit_(limit), start_(Clock::now()) {}

  /// For part `number`, from 0.
  [[nodiscard]] koepel::Progress part(int number) {
    return {[this, number](double share) { reach(number * steps_per_part + static_cast<int>(share * steps_per_part)); },
            [this] { return limit_ > 0 && std::chrono::duration<double>(Clock::now() - start_).count() >= limit_; }};
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr int steps_per_part = 25;

  void reach(int step) {
    for (; done_ < step && done_ < steps_; ++done_) bar_.advance();
  }

  Progress bar_;
  int steps_;
  int done_ = 0;
  double limit_;
  Clock::time_point start_;
};

}  // namespace koepel::apps
