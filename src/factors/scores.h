// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "factors/factors.h"

namespace koepel::factors {

/// The answers to one factor, with high = good: constructs that hinder cooperation are mirrored (6 - mean).
class FactorAnswers {
 public:
  /// Counts the constructs of the factor that have a published figure over everybody, so that partners are compared on
  /// the same ones.
  FactorAnswers(const Factor& factor, const MethodPack& pack, const survey::SurveyResult& poll);

  [[nodiscard]] const std::vector<const Construct*>& constructs() const { return constructs_; }
  /// Mean over the constructs; none unless all of them are known for this cut.
  [[nodiscard]] std::optional<double> of_cut(const survey::Cut& cut) const;
  [[nodiscard]] std::optional<double> of_partner(const std::string& partner) const;
  /// The survey steps behind of_cut / of_partner.
  [[nodiscard]] std::vector<std::string> steps_of_cut(const survey::Cut& cut) const;
  [[nodiscard]] std::vector<std::string> steps_of_partner(const std::string& partner) const;

 private:
  template <class MeanOfConstruct>
  [[nodiscard]] std::optional<double> mean(MeanOfConstruct mean_of) const;

  std::vector<const Construct*> constructs_;
  const survey::SurveyResult* poll_;
};

/// A mean turned so that high = good for cooperation.
[[nodiscard]] inline double turned(const Construct& construct, double mean) {
  return construct.favours < 0 ? 6 - mean : mean;
}

[[nodiscard]] Light light_of(std::optional<double> score, const MethodPack& pack);

}  // namespace koepel::factors
