// SPDX-License-Identifier: EUPL-1.2
// One task and one motive in, its score per partner and together out, each with its basis: measured, judged or preset.
// The face is score_motive; the measured formulas are in measured.cpp.
#include "priorities/motives.h"

#include <algorithm>

namespace koepel::priorities {

namespace {

const MeasuredMotive* measured_elsewhere(const std::string& motive, const MotiveQuestion& question) {
  const auto& all = question.climate.measured;
  const auto found = std::find_if(all.begin(), all.end(), [&](const MeasuredMotive& one) {
    return one.motive == motive && one.task == question.facts.entry->task;
  });
  return found == all.end() ? nullptr : &*found;
}

Measurement taken_over(const MeasuredMotive& measured, const MotiveQuestion& question) {
  Measurement out{std::vector<std::optional<ScoredMotive>>(question.partners.size()), measured.together};
  for (const auto& one : measured.partners) {
    const auto place = std::find(question.partners.begin(), question.partners.end(), one.partner);
    if (place == question.partners.end()) continue;
    ScoredMotive scored;
    scored.score = {measured.motive, clipped(one.value), Basis::measured, one.because};
    scored.rule = {"priorities.rule.elsewhere", {}};
    scored.from = {one.step};
    scored.source = "design";
    out.partners[static_cast<std::size_t>(place - question.partners.begin())] = std::move(scored);
  }
  return out;
}

Measurement measure(const std::string& motive, const MotiveQuestion& question) {
  if (const auto* elsewhere = measured_elsewhere(motive, question)) return taken_over(*elsewhere, question);
  if (motive == "strengths") return measure_strengths(question);
  if (motive == "third_parties") return measure_third_parties(question);
  if (motive == "specialisation") return measure_specialisation(question);
  if (motive == "scale") return measure_scale(question);
  // Acceleration has no figures: what a new duty asks of each partner is known to people, not to the accounts.
  return {std::vector<std::optional<ScoredMotive>>(question.partners.size()), {}};
}

std::optional<ScoredMotive> judged(const std::string& motive, const MotiveQuestion& question, std::size_t partner) {
  const auto scores = scores_on(motive, question.facts.ratings[partner]);
  if (scores.empty()) return std::nullopt;
  const double mean = mean_score(scores);
  ScoredMotive scored;
  scored.score = {motive,
                  share_of_scale(mean),
                  Basis::judged,
                  {"priorities.judged.partner",
                   {term("partner", "partner", question.partners[partner]), number("score", mean, 1),
                    number("n", static_cast<double>(scores.size()))}}};
  scored.rule = {"priorities.rule.judged", {}};
  for (const auto& [score, rating] : scores) scored.inputs.push_back(rating->origin);
  scored.source = "design";
  return scored;
}

/// The catalogue's rating that stands for a motive; none for strengths and acceleration, which no catalogue can know.
std::optional<int> catalogue_rating(const std::string& motive, const TaskFacts& facts) {
  if (!facts.in_catalogue) return std::nullopt;
  if (motive == "scale") return facts.task.scale_sensitivity;
  if (motive == "specialisation") return facts.task.specialisation_need;
  if (motive == "third_parties") return facts.task.third_party_overlap;
  return std::nullopt;
}

const std::string* step_of(const Climate& climate, const std::string& what) {
  for (const auto& [name, step] : climate.steps)
    if (name == what) return &step;
  return nullptr;
}

std::optional<ScoredMotive> polled(const std::string& motive, const Climate& climate) {
  for (const auto& [name, support] : climate.motive_support) {
    if (name != motive) continue;
    ScoredMotive scored;
    scored.score = {motive,
                    clipped(support),
                    Basis::judged,
                    {"priorities.polled", {term("motive", "motive", motive), percent("support", support)}}};
    scored.rule = {"priorities.rule.polled", {}};
    if (const auto* step = step_of(climate, motive)) scored.from.push_back(*step);
    scored.source = "design";
    return scored;
  }
  return std::nullopt;
}

/// Nobody measured or judged this task: the catalogue knows the task, the poll knows the partners, else the middle.
ScoredMotive assumed(const std::string& motive, const MotiveQuestion& question) {
  ScoredMotive scored;
  if (const auto rating = catalogue_rating(motive, question.facts)) {
    scored.score = {motive, share_of_scale(*rating), Basis::preset, {"priorities.preset", {number("score", *rating)}}};
    scored.rule = {"priorities.rule.preset", {}};
    scored.source = "catalogue";
    return scored;
  }
  if (auto from_poll = polled(motive, question.climate)) return *from_poll;
  scored.score = {motive, question.settings.neutral_motive, Basis::preset, {"priorities.neutral", {}}};
  scored.rule = {"priorities.rule.neutral", {}};
  scored.parameters = {"priorities.neutral_motive"};
  scored.source = "design";
  return scored;
}

double mean_of(const std::vector<ScoredMotive>& scores) {
  double sum = 0;
  for (const auto& scored : scores) sum += scored.score.value;
  return sum / static_cast<double>(scores.size());
}

std::vector<ScoredMotive> those(const std::vector<ScoredMotive>& scores, bool (*wanted)(const MotiveScore&)) {
  std::vector<ScoredMotive> kept;
  std::copy_if(scores.begin(), scores.end(), std::back_inserter(kept), [&](const auto& s) { return wanted(s.score); });
  return kept;
}

/// The sentence about all together comes from the most solid basis that anybody has, and says for how many it holds.
Message say_together(const std::vector<ScoredMotive>& scores, const Measurement& measurement) {
  const Arg all = number("all", static_cast<double>(scores.size()));
  const auto measured = those(scores, [](const MotiveScore& s) { return s.basis == Basis::measured; });
  if (measured.size() == scores.size()) return measurement.together;
  if (!measured.empty())
    return {"priorities.measured.for_some",
            {nested("measured", measurement.together), number("n", static_cast<double>(measured.size())), all}};
  const auto rated = those(scores, [](const MotiveScore& s) { return s.because.key == "priorities.judged.partner"; });
  if (rated.empty()) return scores.front().score.because;  // nobody said anything: one assumption for all
  return {"priorities.judged.together",
          {number("score", 1 + 4 * mean_of(rated), 1), number("n", static_cast<double>(rated.size())), all}};
}

}  // namespace

Basis basis_of_most(const std::vector<Basis>& bases) {
  const auto reach = [&](Basis basis) {
    return 2 * std::count_if(bases.begin(), bases.end(), [&](Basis b) { return b <= basis; }) >=
           static_cast<std::ptrdiff_t>(bases.size());
  };
  for (const Basis basis : {Basis::measured, Basis::judged, Basis::preset})
    if (reach(basis)) return basis;
  return Basis::missing;
}

MotiveOfTask score_motive(const std::string& motive, const MotiveQuestion& question) {
  const Measurement measurement = measure(motive, question);
  const ScoredMotive fallback = assumed(motive, question);
  MotiveOfTask out;
  std::vector<Basis> bases;
  for (std::size_t p = 0; p < question.partners.size(); ++p) {
    auto scored = measurement.partners[p];
    if (!scored) scored = judged(motive, question, p);
    out.partners.push_back(scored.value_or(fallback));
    bases.push_back(out.partners.back().score.basis);
  }
  out.together.score = {motive, mean_of(out.partners), basis_of_most(bases), {}};
  out.together.score.because = say_together(out.partners, measurement);
  out.together.rule = {"priorities.rule.mean", {}};
  out.together.source = "design";
  return out;
}

}  // namespace koepel::priorities
