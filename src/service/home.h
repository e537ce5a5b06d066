// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "service/rights.h"
#include "service/shelf.h"

// Where a study is, what must be there before the next phase, and what is the next thing for whoever looks.

namespace koepel::service {

/// Something that a phase needs, ticked off by what is in the study. Its sentence is text "service.gate.<id>".
struct Gate {
  std::string id;
  std::string phase;   ///< zero | approach | instruments | conference | decision
  std::string screen;  ///< where it is done
  Role by = Role::facilitator;
  bool done = false;
  int have = 0, need = 0;  ///< "3 of 5"; 0, 0 when there is nothing to count
};

struct Phase {
  std::string id;
  std::string state;  ///< done | now | later
};

struct Home {
  std::vector<Phase> phases;
  std::vector<Gate> gates;
  std::string now;            ///< id of the current phase; "running" when all gates are done
  std::vector<Gate> actions;  ///< undone gates of this phase that this asker can do, first things first
};

/// Pure; needs no analysis, so that a list of studies tells it of each. `seen` is the study as this moment may show it.
[[nodiscard]] Home home_of(const LiveStudy& live, const Study& seen, const std::string& poll_state, const Asker& who);

}  // namespace koepel::service
