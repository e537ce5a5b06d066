// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

namespace koepel {

/// How a long computation tells how far it is and asks whether to go on. The engine has no clock: a time limit lives in
/// `stop`, which the caller gives. Both may be empty. Called often: keep them cheap.
struct Progress {
  std::function<void(double share)> tell;  ///< share done, in [0, 1], never falling
  std::function<bool()> stop;              ///< true: give up as soon as possible; asked from several threads at once

  void at(double share) const {
    if (tell) tell(share);
  }
  [[nodiscard]] bool stopped() const { return stop && stop(); }
};

}  // namespace koepel
