// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <set>
#include <string>

#include "service/step_words.h"

namespace koepel::apps {

/// Prints a step and what it was made from, down to the cells, each step once.
class StepOpener {
 public:
  /// `find` gives the step of an id, or nullptr. What the speaker refers to must outlive the opener.
  StepOpener(std::function<const Step*(const std::string&)> find, const service::StepSpeaker& speaker)
      : find_(std::move(find)), speaker_(speaker) {}

  void open(const std::string& id, std::size_t depth = 0);

 private:
  [[nodiscard]] std::string text(const char* key) const { return speaker_.phrases.text(key, speaker_.language); }
  void line(std::size_t depth, const std::string& said) const;
  void detail(std::size_t depth, const char* label, const std::string& said) const;

  std::function<const Step*(const std::string&)> find_;
  service::StepSpeaker speaker_;
  std::set<std::string> seen_;
};

}  // namespace koepel::apps
