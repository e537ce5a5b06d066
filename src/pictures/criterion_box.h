// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "pictures/frame.h"

namespace koepel::pictures {

/// One question of the tree as it was answered.
struct AnsweredQuestion {
  const Question* question = nullptr;
  std::vector<const Answer*> chosen;  ///< empty: skipped

  [[nodiscard]] double delta() const;
};

struct AnsweredCriterion {
  const Criterion* criterion = nullptr;
  std::vector<AnsweredQuestion> questions;

  [[nodiscard]] double delta() const;
};

[[nodiscard]] std::vector<AnsweredCriterion> answered(const DecisionTree& tree, const tree::Answers& answers);

/// "+5", "-8", "0".
[[nodiscard]] std::string signed_figure(const Canvas& canvas, double value);
/// The chosen answers in words, or that the question was skipped.
[[nodiscard]] std::string answer_words(const Canvas& canvas, const AnsweredQuestion& question);
/// A question or criterion in a few words for a box; its own name stands in the table, and here where there are no few
/// words.
[[nodiscard]] std::string topic(const Canvas& canvas, const std::string& kind, const std::string& id);

/// A criterion of the trunk: its questions below each other, each with the chosen answer, what it adds, and the answers
/// not chosen as grey dots on the same scale.
[[nodiscard]] double criterion_height(const Canvas& canvas, const AnsweredCriterion& criterion, double width);
void draw_criterion(Svg& svg, const Canvas& canvas, const AnsweredCriterion& criterion, const Box& box);

/// The gates: questions next to each other in one flat box.
[[nodiscard]] double gates_height(const Canvas& canvas, const AnsweredCriterion& gates, double width);
void draw_gates(Svg& svg, const Canvas& canvas, const AnsweredCriterion& gates, const Box& box);

}  // namespace koepel::pictures
