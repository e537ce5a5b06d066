// SPDX-License-Identifier: EUPL-1.2
// Voices in; the exact distribution of positions and the seeded distribution of winning forms out.
#include "forms/spread.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace koepel::forms {

namespace {

// Shifts in whole millionths, so that equal positions reached along different ways are the same position.
using Millionths = long long;
Millionths millionths(double delta) { return std::llround(delta * 1e6); }

Millionths shift_of(const tree::CompiledQuestion& question, tree::Choice choice) {
  Millionths sum = 0;
  for (std::size_t a = 0; a < question.answers.size(); ++a)
    if ((choice & tree::answer_bit(a)) != 0) sum += millionths(question.answers[a].delta);
  return sum;
}

Millionths grid_of(const tree::Compiled& tree) {
  Millionths grid = 0;
  for (const auto& question : tree.questions)
    for (const auto& answer : question.answers) grid = std::gcd(grid, millionths(answer.delta));
  return std::max<Millionths>(grid, 1);
}

/// Chances on a line of equally spaced shifts; chance[i] belongs to shift lowest + i, in steps of the grid.
struct Line {
  Millionths lowest = 0;
  std::vector<double> chance{1.0};
};

struct Shift {
  Millionths steps = 0;
  double chance = 0;
};

std::vector<Shift> shifts(const tree::CompiledQuestion& question, const std::vector<Counted>& counts, Millionths grid) {
  double voters = 0;
  for (const auto& c : counts) voters += c.voices;
  std::vector<Shift> result;
  for (const auto& c : counts) result.push_back({shift_of(question, c.choice) / grid, c.voices / voters});
  return result;
}

void convolve(Line& line, const std::vector<Shift>& with) {
  const auto [low, high] =
      std::minmax_element(with.begin(), with.end(), [](const Shift& a, const Shift& b) { return a.steps < b.steps; });
  std::vector<double> chance(line.chance.size() + static_cast<std::size_t>(high->steps - low->steps), 0.0);
  for (const auto& shift : with) {
    const auto by = static_cast<std::size_t>(shift.steps - low->steps);
    for (std::size_t i = 0; i < line.chance.size(); ++i) chance[i + by] += line.chance[i] * shift.chance;
  }
  line.lowest += low->steps;
  line.chance = std::move(chance);
}

Band band_of(const Line& line, double baseline, Millionths grid) {
  constexpr double rounding = 1e-12;
  Band band;
  double below = 0;
  bool low_found = false, high_found = false;
  for (std::size_t i = 0; i < line.chance.size(); ++i) {
    const double shift = static_cast<double>((line.lowest + static_cast<Millionths>(i)) * grid) / 1e6;
    const double position = std::clamp(baseline + shift, 0.0, 100.0);
    band.mid += line.chance[i] * position;
    below += line.chance[i];
    if (!low_found && below >= 0.1 - rounding) band.low = position, low_found = true;
    if (!high_found && below >= 0.9 - rounding) band.high = position, high_found = true;
  }
  return band;
}

/// What those who answered said on one question on which they differ.
struct Divided {
  std::vector<tree::CompiledAnswer> said;  ///< distinct choices, each added up to one answer
  std::vector<std::size_t> by_voice;       ///< per voice that answered: which of `said`
};

tree::CompiledAnswer added_up(const tree::CompiledQuestion& question, tree::Choice choice) {
  tree::CompiledAnswer sum;
  for (std::size_t a = 0; a < question.answers.size(); ++a) {
    if ((choice & tree::answer_bit(a)) == 0) continue;
    const auto& answer = question.answers[a];
    sum.delta += answer.delta;
    sum.prefer.insert(sum.prefer.end(), answer.prefer.begin(), answer.prefer.end());
    sum.exclude |= answer.exclude;
    sum.allow &= answer.allow;
    sum.opens |= answer.opens;
  }
  return sum;
}

Divided divided(const tree::CompiledQuestion& question, const std::vector<Counted>& counts) {
  Divided result;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    result.said.push_back(added_up(question, counts[i].choice));
    result.by_voice.insert(result.by_voice.end(), static_cast<std::size_t>(counts[i].voices), i);
  }
  return result;
}

struct Urn {
  tree::Tally sure;  ///< questions on which all agree, added up once
  std::vector<Divided> divided;
  std::size_t combinations = 1;  ///< of the divided questions; 0 when more than are worth remembering
};

constexpr std::size_t most_remembered = 4096;

Urn urn_of(const tree::Compiled& tree, const Voices& voices) {
  Urn urn;
  for (std::size_t q = 0; q < tree.questions.size(); ++q) {
    const auto counts = counted(voices, q);
    if (counts.size() == 1) add(urn.sure, tree.questions[q], counts.front().choice);
    if (counts.size() < 2) continue;
    urn.divided.push_back(divided(tree.questions[q], counts));
    urn.combinations = urn.combinations * counts.size() > most_remembered ? 0 : urn.combinations * counts.size();
  }
  return urn;
}

int winner_of(const tree::Compiled& tree, const Urn& urn, const std::vector<std::size_t>& drawn) {
  tree::Tally sum = urn.sure;
  for (std::size_t i = 0; i < drawn.size(); ++i) add(sum, urn.divided[i].said[drawn[i]]);
  return winner(tree, sum);
}

}  // namespace

Band position_band(const tree::Compiled& tree, const Voices& voices) {
  const Millionths grid = grid_of(tree);
  Line line;
  for (std::size_t q = 0; q < tree.questions.size(); ++q) {
    const auto counts = counted(voices, q);
    if (!counts.empty()) convolve(line, shifts(tree.questions[q], counts, grid));
  }
  return band_of(line, tree.source->baseline, grid);
}

std::vector<int> wins(const tree::Compiled& tree, const Voices& voices, int draws, Random& random) {
  const Urn urn = urn_of(tree, voices);
  constexpr int unknown = -2;
  std::vector<int> remembered(urn.combinations, unknown);
  std::vector<int> result(tree.forms(), 0);
  std::vector<std::size_t> drawn(urn.divided.size());
  for (int draw = 0; draw < draws; ++draw) {
    std::size_t place = 0;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
      const auto& by_voice = urn.divided[i].by_voice;
      drawn[i] = by_voice[random.below(static_cast<std::uint32_t>(by_voice.size()))];
      place = place * urn.divided[i].said.size() + drawn[i];
    }
    int first = remembered.empty() ? unknown : remembered[place];
    if (first == unknown) first = winner_of(tree, urn, drawn);
    if (!remembered.empty()) remembered[place] = first;
    if (first != tree::no_form) ++result[static_cast<std::size_t>(first)];
  }
  return result;
}

std::vector<FormShare> shares(const tree::Compiled& tree, const std::vector<int>& wins, int draws) {
  std::vector<FormShare> result;
  for (std::size_t i = 0; i < wins.size(); ++i)
    if (wins[i] > 0) result.push_back({tree.source->forms[i].id, static_cast<double>(wins[i]) / draws});
  std::stable_sort(result.begin(), result.end(),
                   [](const FormShare& a, const FormShare& b) { return a.share > b.share; });
  return result;
}

}  // namespace koepel::forms
