// SPDX-License-Identifier: EUPL-1.2
#include "priorities/priorities.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <numeric>
#include <set>

#include "base/random.h"
#include "model/phrasebook.h"
#include "priorities/small_study_test.h"
#include "priorities/worked_example_test.h"

namespace koepel::priorities {

namespace {

Priorities rank(const Study& study, const Climate& climate = {}) {
  return rank_gross_list(study, real_pack(), climate);
}

void state_equal_weights(Study& study) {
  for (const auto& motive : real_pack().motives) {
    MotiveWeight weight;
    weight.motive = motive.id;
    weight.exact = 1;
    weight.origin = {"study.yaml", "", 9, ""};
    study.head.weights.push_back(weight);
  }
}

const Step* find_step(const Trace& trace, const std::string& id) {
  const auto found = std::find_if(trace.begin(), trace.end(), [&](const Step& s) { return s.id == id; });
  return found == trace.end() ? nullptr : &*found;
}

/// A study with figures, ratings, third parties and arrangements on some tasks, different per seed.
Study lively_study(std::uint64_t seed) {
  Study study = study_with({"U01", "U05", "V03", "D19", "O07", "O26", "U31", "D28", "own-task"});
  Random random(seed, "lively");
  for (const auto& entry : study.gross_list)
    for (const auto& partner : study.partners) {
      const double size = 50000 + 200000 * random.uniform();
      if (random.uniform() < 0.6)
        add_figures(study, partner.id, entry.task, size * 0.4, size, 1000 + random.below(4000), 2 * random.uniform());
      if (random.uniform() < 0.6)
        add_rating(study, partner.id, entry.task,
                   {{"urgency", 1.0 + random.below(5)},
                    {"political_sensitivity", 1.0 + random.below(5)},
                    {"acceleration", 1.0 + random.below(5)},
                    {"scale", 1.0 + random.below(5)}});
    }
  study.third_parties = {{.id = "T1", .name = "Woonstichting", .tasks = {"D19", "U05"}, .partners = {"A", "B"}}};
  add_arrangement(study, "ABC", "V03", {"A", "B", "C"});
  add_arrangement(study, "AB", "U05", {"A", "B"});
  study.head.seed = seed;
  return study;
}

Climate lively_climate() {
  Climate climate;
  climate.conflict = 0.4;
  climate.kinship = 0.7;
  climate.motive_support = {{"acceleration", 0.6}, {"strengths", 0.7}};
  climate.steps = {{"strengths", "survey.strengths"}};
  return climate;
}

std::vector<Message> all_messages(const Priorities& result) {
  std::vector<Message> all;
  for (const auto& task : result.tasks) {
    all.insert(all.end(), task.why.begin(), task.why.end());
    all.insert(all.end(), task.why_not.begin(), task.why_not.end());
    for (const auto& motive : task.motives) all.push_back(motive.because);
    for (const auto& partner : task.partners)
      for (const auto& motive : partner.motives) all.push_back(motive.because);
  }
  for (const auto& step : result.trace) all.insert(all.end(), {step.what, step.rule});
  return all;
}

}  // namespace

TEST(Priorities, ReproduceTheWorkedExampleOfThePage) {
  const auto page = read_worked_example("gross-list.md");
  Study study = study_with({"U01"});
  state_equal_weights(study);
  for (std::size_t p = 0; p < 3; ++p)
    add_figures(study, study.partners[p].id, "U01", page.at("fixed cost")[p], page.at("variable cost")[p],
                page.at("volume")[p], page.at("fte")[p]);
  const auto task = rank(study).tasks.at(0);
  for (std::size_t p = 0; p < 3; ++p) EXPECT_NEAR(task.partners[p].value, page.at("value")[p], 0.00006);
  EXPECT_NEAR(task.value, page.at("value together")[0], 0.00006);
  EXPECT_NEAR(task.feasibility, page.at("feasibility")[0], 0.00006);
  EXPECT_EQ(static_cast<double>(task.package), page.at("package")[0]);
  EXPECT_EQ(task.membership[1], 1) << "one weighting, one package";
  EXPECT_NEAR(task.value_band.low, task.value_band.high, 1e-12);
}

// Presets alone make nothing evident: without one rating or figure nothing is base, and the five tasks that the law
// prescribes are arranged. Seen when the thresholds were set: plus 61, not now 55, does not lend itself 25.
TEST(Priorities, TheBareCatalogueSpreadsOverThePackages) {
  const auto result = rank(study_with_all_tasks());
  std::map<Package, int> count;
  for (const auto& task : result.tasks) ++count[task.package];
  for (const auto& [package, n] : count) std::cout << id_of(package) << " " << n << "\n";
  ASSERT_EQ(result.tasks.size(), 146U);
  EXPECT_EQ(count[Package::base], 0);
  EXPECT_EQ(count[Package::arranged], 5);
  EXPECT_GE(count[Package::plus], 40);
  EXPECT_LE(count[Package::plus], 70);
  EXPECT_GE(count[Package::not_now], 30);
  EXPECT_GE(count[Package::unsuitable], 10);
  EXPECT_EQ(result.draws, 10000);
}

TEST(Priorities, ATaskThatTheLawPutsInAPublicBodyIsArranged) {
  Study study = study_with({"U31"});
  auto task = rank(study).tasks.at(0);
  EXPECT_TRUE(task.statutory);
  EXPECT_EQ(task.package, Package::arranged);
  EXPECT_EQ(task.why.front().key, "priorities.why.statutory");
  add_arrangement(study, "VR", "U31", {"A", "B", "C", "Elders"});
  task = rank(study).tasks.at(0);
  EXPECT_EQ(task.package, Package::arranged);
  EXPECT_EQ(task.arrangements, std::vector<std::string>{"VR"});
  EXPECT_EQ(task.why.front().args.at(0).word, "arrangement/VR");
}

TEST(Priorities, TasksTakenOffTheListAreNamedWithTheirReason) {
  Study study = study_with({"U01", "D28"});
  study.gross_list[1].on_list = false;
  study.gross_list[1].note = "blijft lokaal";
  const auto result = rank(study);
  EXPECT_EQ(result.tasks.size(), 1U);
  EXPECT_EQ(result.left_out, std::vector<std::string>{"D28"});
  const auto* step = find_step(result.trace, "task.D28.left_out");
  ASSERT_NE(step, nullptr);
  EXPECT_EQ(step->value.word, "blijft lokaal");
  EXPECT_EQ(step->inputs.at(0).line, 3);
}

TEST(Priorities, AStudyWithoutPartnersStillShowsTheCatalogue) {
  Study study = study_with({"U01"});
  study.partners.clear();
  const auto task = rank(study).tasks.at(0);
  EXPECT_TRUE(task.partners.empty());
  EXPECT_EQ(task.motives.size(), 5U);
  EXPECT_GT(task.value, 0);
}

TEST(Priorities, AnEmptyListIsAnEmptyResult) { EXPECT_TRUE(rank(study_with({})).tasks.empty()); }

TEST(Priorities, ContradictingWeightsAreSaid) {
  Study study = study_with({"U01"});
  MotiveWeight a, b;
  a.motive = "scale";
  a.between = {0.7, 0.9};
  b.motive = "strengths";
  b.between = {0.7, 0.9};
  study.head.weights = {a, b};
  EXPECT_EQ(rank(study).weights_note.key, "priorities.weights.impossible");
}

TEST(Priorities, WhoIsNotReadyIsNamed) {
  Study study = study_with({"U01"});
  for (const auto& motive : real_pack().motives)
    for (const char* partner : {"A", "B", "C"})
      add_rating(study, partner, "U01", {{motive.id, partner[0] == 'C' ? 2 : 5}});
  const auto task = rank(study).tasks.at(0);
  EXPECT_EQ(task.package, Package::plus);
  const auto value = std::find_if(task.why_not.begin(), task.why_not.end(),
                                  [](const Message& m) { return m.key == "priorities.why_not.value"; });
  ASSERT_NE(value, task.why_not.end());
  ASSERT_EQ(value->args.at(0).parts.size(), 1U);
  EXPECT_EQ(value->args.at(0).parts[0].word, "partner/C");
}

TEST(Priorities, AMotiveAboutWhichNothingIsKnownIsNeverAReason) {
  for (const auto& task : rank(study_with_all_tasks()).tasks)
    for (const auto& reason : task.why)
      if (reason.key == "priorities.why.motive") {
        EXPECT_GT(reason.args.at(1).number, 0.5) << task.task;
      }
}

TEST(Priorities, EveryStepReachesDownToAnInputOrAnAssumption) {
  const auto result = rank(lively_study(3), lively_climate());
  std::set<std::string> ids;
  for (const auto& step : result.trace) EXPECT_TRUE(ids.insert(step.id).second) << "twice: " << step.id;
  for (const auto& step : result.trace) {
    for (const auto& from : step.from) EXPECT_TRUE(ids.contains(from) || from.starts_with("survey.")) << from;
    for (const auto& id : step.parameters)
      if (find_quantity(real_pack(), id) == nullptr)
        (void)parameter(real_pack(), id);  // stops the program when it is not there
    const bool has_source = std::any_of(real_pack().sources.begin(), real_pack().sources.end(),
                                        [&](const Source& s) { return s.key == step.source; });
    EXPECT_TRUE(has_source) << step.source;
  }
  for (const auto& task : result.tasks)
    for (const char* end : {".value", ".feasibility", ".package", ".rank", ".scale"})
      EXPECT_TRUE(ids.contains("task." + task.task + end)) << task.task << end;
}

TEST(Priorities, EverySentenceExistsInBothLanguages) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Study study = lively_study(seed);
    const Phrasebook phrasebook(real_pack(), study);
    for (const auto& message : all_messages(rank(study, seed % 2 == 0 ? lively_climate() : Climate{})))
      for (const Language language : {Language::nl, Language::en}) {
        const std::string said = phrasebook.say(message, language);
        ASSERT_EQ(said.find_first_of("[{"), std::string::npos) << said;
      }
  }
}

TEST(Priorities, SameStudySameResult) {
  const auto a = rank(lively_study(8), lively_climate()), b = rank(lively_study(8), lively_climate());
  EXPECT_EQ(a.trace, b.trace);
  for (std::size_t t = 0; t < a.tasks.size(); ++t) {
    EXPECT_EQ(a.tasks[t].membership, b.tasks[t].membership);
    EXPECT_EQ(a.tasks[t].rank, b.tasks[t].rank);
  }
}

TEST(Priorities, Properties) {
  EXPECT_TRUE(rc::check("ranges, sums and order of tasks", [] {
    Study study = lively_study(static_cast<std::uint64_t>(*rc::gen::inRange(0, 100000)));
    const auto result = rank(study, lively_climate());
    std::reverse(study.gross_list.begin(), study.gross_list.end());
    const auto mirrored = rank(study, lively_climate());
    double ranks = 0;
    for (std::size_t t = 0; t < result.tasks.size(); ++t) {
      const auto& task = result.tasks[t];
      const auto& same = mirrored.tasks[result.tasks.size() - 1 - t];
      RC_ASSERT(task.task == same.task && task.value == same.value && task.package == same.package);
      RC_ASSERT(std::abs(task.rank - same.rank) < 1e-9 && task.membership == same.membership);
      RC_ASSERT(task.value >= 0 && task.value <= 1 && task.feasibility >= 0 && task.feasibility <= 1 + 1e-12);
      RC_ASSERT(task.value_band.low <= task.value_band.high && std::abs(task.value_band.mid - task.value) < 1e-9);
      const auto sum = [](const auto& shares) { return std::accumulate(shares.begin(), shares.end(), 0.0); };
      RC_ASSERT(std::abs(sum(task.membership) - 1) < 1e-9 && std::abs(sum(task.rank_acceptability) - 1) < 1e-9);
      double weights = 0;
      for (const auto& part : task.feasibility_parts) weights += part.weight;
      RC_ASSERT(std::abs(weights - 1) < 1e-9);
      ranks += task.rank;
    }
    const auto n = static_cast<double>(result.tasks.size());
    RC_ASSERT(std::abs(ranks - n * (n + 1) / 2) < 1e-6);
  }));
}

// Euros or thousands of euros, pieces or dozens: a unit changes no score.
TEST(Priorities, UnitsOfFiguresChangeNothing) {
  Study study = lively_study(21);
  const auto before = rank(study).tasks;
  for (auto& figures : study.figures) {
    figures.fixed_cost = Money{figures.fixed_cost->cents * 4};
    figures.variable_cost = Money{figures.variable_cost->cents * 4};
    *figures.volume *= 8;
  }
  const auto after = rank(study).tasks;
  for (std::size_t t = 0; t < before.size(); ++t) EXPECT_NEAR(before[t].value, after[t].value, 1e-12);
}

TEST(Priorities, HigherOnEveryMotiveNeverRanksWorse) {
  Study study = study_with({"O07", "O06"});
  for (const auto& motive : real_pack().motives)
    for (const char* partner : {"A", "B", "C"}) {
      add_rating(study, partner, "O07", {{motive.id, 3}, {"political_sensitivity", 2}});
      add_rating(study, partner, "O06", {{motive.id, 4}, {"political_sensitivity", 2}});
    }
  const auto tasks = rank(study).tasks;
  EXPECT_EQ(tasks[1].rank, 1);
  EXPECT_EQ(tasks[0].rank, 2);
  EXPECT_EQ(tasks[1].rank_acceptability[0], 1) << "the best tenth holds at least one rank";
}

}  // namespace koepel::priorities
