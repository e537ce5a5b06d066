// SPDX-License-Identifier: EUPL-1.2
// A criterion with its agreed answers in, a box with one readable row per question out.
#include "pictures/criterion_box.h"

#include <algorithm>

#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

constexpr double size = 11, line = 14, padding = 9, head = 30, strip = 21;
constexpr double widest_delta = 12;  ///< half the width of the scale of an answer's influence

std::vector<std::string> answer_lines(const Canvas& canvas, const AnsweredQuestion& question, double width) {
  return wrap(answer_words(canvas, question), width - 2 * padding, size, false, 3);
}

/// Some questions rule forms out without moving the place on the continuum: they need no scale.
bool moves(const AnsweredQuestion& question) {
  return std::any_of(question.question->answers.begin(), question.question->answers.end(),
                     [](auto& a) { return a.delta != 0; });
}

double question_height(const Canvas& canvas, const AnsweredQuestion& question, double width) {
  return line * (1 + static_cast<double>(answer_lines(canvas, question, width).size())) + (moves(question) ? strip : 8);
}

bool is_chosen(const AnsweredQuestion& question, const Answer& answer) {
  return std::find(question.chosen.begin(), question.chosen.end(), &answer) != question.chosen.end();
}

/// Left: towards independence; right: towards dependence.
void draw_influence(Svg& svg, const AnsweredQuestion& question, double left, double right, double y) {
  if (!moves(question)) return;
  const Scale x{-widest_delta, widest_delta, left, right};
  const auto at = [&](const Answer& a) { return Point{x(std::clamp(a.delta, -widest_delta, widest_delta)), y}; };
  svg.line({left, y}, {right, y}, stroked(palette.hairline));
  svg.line({x(0), y - 4}, {x(0), y + 4}, stroked(palette.line, 0.8));
  for (const Answer& answer : question.question->answers)
    if (!is_chosen(question, answer)) svg.circle(at(answer), 2.4, {palette.paper, palette.line, 1, ""});
  for (const Answer* answer : question.chosen) svg.circle(at(*answer), 3.6, filled(palette.accent));
}

AnsweredQuestion answered(const Question& question, const tree::Answers& answers) {
  AnsweredQuestion out{&question, {}};
  const auto found = answers.find(question.id);
  if (found == answers.end()) return out;
  for (const auto& id : found->second)
    if (const Answer* answer = find_answer(question, id)) out.chosen.push_back(answer);
  return out;
}

}  // namespace

double AnsweredQuestion::delta() const {
  double sum = 0;
  for (const Answer* answer : chosen) sum += answer->delta;
  return sum;
}

double AnsweredCriterion::delta() const {
  double sum = 0;
  for (const auto& question : questions) sum += question.delta();
  return sum;
}

std::vector<AnsweredCriterion> answered(const DecisionTree& tree, const tree::Answers& answers) {
  std::vector<AnsweredCriterion> out;
  for (const Criterion& criterion : tree.criteria) {
    out.push_back({&criterion, {}});
    for (const Question& question : criterion.questions) out.back().questions.push_back(answered(question, answers));
  }
  return out;
}

std::string signed_figure(const Canvas& canvas, double value) {
  const std::string text = figure(canvas, value, value == static_cast<int>(value) ? 0 : 1);
  return value > 0 ? "+" + text : text;
}

std::string answer_words(const Canvas& canvas, const AnsweredQuestion& question) {
  if (question.chosen.empty()) return say(canvas, "tree.skipped");
  std::string words;
  for (const Answer* answer : question.chosen) words += (words.empty() ? "" : "; ") + answer->text.in(canvas.language);
  return words;
}

std::string topic(const Canvas& canvas, const std::string& kind, const std::string& id) {
  const std::string own = name_of(canvas, "pictures." + kind, id);
  return own == id ? name_of(canvas, kind, id) : own;
}

double criterion_height(const Canvas& canvas, const AnsweredCriterion& criterion, double width) {
  double height = head + padding;
  for (const auto& question : criterion.questions) height += question_height(canvas, question, width);
  return height;
}

void draw_criterion(Svg& svg, const Canvas& canvas, const AnsweredCriterion& criterion, const Box& box) {
  svg.rect(box, {palette.paper, palette.line, 1, ""}, 4);
  const std::string sum = signed_figure(canvas, criterion.delta());
  const double left = box.left + padding, right = box.right - padding;
  svg.text({left, box.top + 19},
           shorten(topic(canvas, "criterion", criterion.criterion->id), right - left - text_width(sum, 12, true) - 6,
                   12, true),
           {.size = 12, .bold = true});
  svg.text({right, box.top + 19}, sum, {.size = 12, .bold = true, .colour = palette.accent, .anchor = Anchor::end});
  svg.line({box.left, box.top + 27}, {box.right, box.top + 27}, stroked(palette.line, 0.8));
  double top = box.top + head;
  for (const auto& question : criterion.questions) {
    const std::string delta =
        moves(question) && !question.chosen.empty() ? signed_figure(canvas, question.delta()) : "";
    svg.text({left, top + 12}, shorten(topic(canvas, "question", question.question->id), right - left - 30, size),
             {.size = size, .colour = palette.quiet});
    svg.text({right, top + 12}, delta, {.size = size, .bold = true, .colour = palette.accent, .anchor = Anchor::end});
    const bool skipped = question.chosen.empty();
    svg.text_lines({left, top + 12 + line}, answer_lines(canvas, question, box.width()),
                   {.size = size, .bold = false, .colour = skipped ? palette.quiet : palette.ink}, line / size);
    top += question_height(canvas, question, box.width());
    draw_influence(svg, question, left, right, top - strip + 9);
  }
}

double gates_height(const Canvas& canvas, const AnsweredCriterion& gates, double width) {
  const double column = width / static_cast<double>(std::max<std::size_t>(1, gates.questions.size()));
  double height = 0;
  for (const auto& question : gates.questions)
    height = std::max(height, line * (1 + static_cast<double>(answer_lines(canvas, question, column).size())));
  return height + 2 * padding;
}

void draw_gates(Svg& svg, const Canvas& canvas, const AnsweredCriterion& gates, const Box& box) {
  svg.rect(box, {palette.zone, palette.line, 1, ""}, 4);
  const double column = box.width() / static_cast<double>(std::max<std::size_t>(1, gates.questions.size()));
  double left = box.left + padding;
  for (const auto& question : gates.questions) {
    svg.text({left, box.top + padding + 10},
             shorten(topic(canvas, "question", question.question->id), column - padding, size),
             {.size = size, .colour = palette.quiet});
    svg.text_lines({left, box.top + padding + 10 + line}, answer_lines(canvas, question, column), {.size = size},
                   line / size);
    left += column;
  }
}

}  // namespace koepel::pictures
