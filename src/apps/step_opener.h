// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "model/pack.h"
#include "model/phrasebook.h"
#include "model/trace.h"

namespace koepel::apps {

/// Prints a step and what it was made from, down to the cells, each step once.
class StepOpener {
 public:
  /// `find` gives the step of an id, or nullptr. `given` are the assumptions of a study, which go before those of the
  /// pack. Everything given must outlive the opener.
  StepOpener(std::function<const Step*(const std::string&)> find, const MethodPack& pack, const Phrasebook& phrases,
             Language language, std::span<const Assumption> given = {})
      : find_(std::move(find)), pack_(pack), phrases_(phrases), language_(language), given_(given) {}

  void open(const std::string& id, std::size_t depth = 0);

 private:
  [[nodiscard]] std::string text(const char* key) const { return phrases_.text(key, language_); }
  void line(std::size_t depth, const std::string& said) const;
  void detail(std::size_t depth, const char* label, const std::string& said) const;
  [[nodiscard]] std::string figure(double value) const;
  template <class Known>
  [[nodiscard]] std::string unit_and_source(const Known& known) const;
  [[nodiscard]] std::string parameter_text(const std::string& id) const;
  [[nodiscard]] std::vector<const Assumption*> given_for(const std::string& parameter, const std::string& step) const;
  void parameter(std::size_t depth, const std::string& id, const std::string& step) const;
  [[nodiscard]] std::string given_text(const Assumption& one) const;
  [[nodiscard]] std::string place(const std::vector<Origin>& cells) const;

  std::function<const Step*(const std::string&)> find_;
  const MethodPack& pack_;
  const Phrasebook& phrases_;
  Language language_;
  std::span<const Assumption> given_;
  std::set<std::string> seen_;
};

}  // namespace koepel::apps
