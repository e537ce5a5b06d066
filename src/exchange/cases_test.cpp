// SPDX-License-Identifier: EUPL-1.2
// What must hold for every analysis, tried on every example study: figures open to what was entered, sentences are
// whole.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <functional>
#include <map>
#include <set>

#include "content/pack_reader.h"
#include "exchange/analysis_json.h"
#include "exchange/reference_files.h"
#include "exchange/study_folder.h"
#include "model/phrasebook.h"

namespace koepel::exchange {
namespace {

using Path = std::filesystem::path;

const Path root = KOEPEL_SOURCE_DIR;

struct Case {
  StudyReading reading;
  Analysis analysis;
};

const MethodPack& pack() {
  static const MethodPack read = content::read_pack(root / "method/koepel").value();
  return read;
}

Case analysed(const std::string& name) {
  const auto reference = read_reference({delivered_reference(), root / "cases" / name / "data"});
  Case made{read_study(root / "cases" / name, pack(), reference.reference), {}};
  made.analysis = analyse({made.reading.study, pack(), reference.reference, made.reading.hash, reference.hash});
  return made;
}

const Case& case_named(const std::string& name) {
  static std::map<std::string, Case> read;
  const auto found = read.find(name);
  return found != read.end() ? found->second : read.emplace(name, analysed(name)).first->second;
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(root / "cases"))
    if (std::filesystem::exists(entry.path() / "study.yaml")) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

// --- every message and value of an analysis, with where it stands ---

struct Ear {
  std::function<void(const std::string& where, const Message&)> message;
  std::function<void(const std::string& where, const Arg&)> value;

  void all(const std::string& where, const std::vector<Message>& messages) const {
    for (const auto& one : messages) message(where, one);
  }
};

void hear_findings(const Analysis& a, const Ear& ear) {
  for (const auto& finding : a.findings) {
    ear.message(finding.id, finding.says);
    ear.all(finding.id + " why", finding.why);
    ear.all(finding.id + " why not", finding.why_not);
    if (!finding.flip.empty()) ear.message(finding.id + " flip", finding.flip);
  }
  for (const auto& warning : a.warnings) ear.message("warning " + warning.code, warning.says);
}

void hear_tables(const Analysis& a, const Ear& ear) {
  for (const auto& table : a.tables) {
    ear.message("table " + table.id, table.title);
    ear.all("table " + table.id, table.columns);
    for (const auto& row : table.rows)
      for (const auto& cell : row) ear.value("table " + table.id, cell.value);
  }
}

void hear_trace(const Analysis& a, const Ear& ear) {
  for (const auto& step : a.trace) {
    ear.message(step.id, step.what);
    ear.value(step.id, step.value);
    if (!step.rule.empty()) ear.message(step.id + " rule", step.rule);
  }
}

void hear_partners(const Analysis& a, const Ear& ear) {
  for (const auto& matrix : a.partner_set.matrices)
    for (const auto& pair : matrix.pairs) {
      for (const auto& evidence : pair.evidence) ear.message(pair.trace, evidence.what);
      ear.all(pair.trace + " missing", pair.missing);
    }
  for (const auto& article : a.factors.code_of_conduct)
    if (!article.why.empty()) ear.message("code of conduct", article.why);
}

void hear_tasks(const Analysis& a, const Ear& ear) {
  for (const auto& task : a.priorities.tasks) {
    ear.all("task " + task.task, task.why);
    ear.all("task " + task.task, task.why_not);
    for (const auto& motive : task.motives)
      if (!motive.because.empty()) ear.message("task " + task.task, motive.because);
  }
}

void hear_forms(const Analysis& a, const Ear& ear) {
  ear.all("vision", a.forms.vision);
  for (const auto& subject : a.forms.subjects) {
    ear.all("form " + subject.subject, subject.why);
    for (const auto& other : subject.why_not) ear.message("form " + subject.subject, other.why);
  }
}

void hear(const Analysis& a, const Ear& ear) {
  hear_findings(a, ear);
  hear_tables(a, ear);
  hear_trace(a, ear);
  hear_partners(a, ear);
  hear_tasks(a, ear);
  hear_forms(a, ear);
}

// --- the trace ---

using Steps = std::map<std::string, const Step*>;

Steps steps_of(const Analysis& a) {
  Steps steps;
  for (const auto& step : a.trace) steps.emplace(step.id, &step);
  return steps;
}

void collect(const Steps& steps, const std::string& id, std::set<std::string>& seen) {
  const auto it = steps.find(id);
  if (it == steps.end() || !seen.insert(id).second) return;
  for (const auto& from : it->second->from) collect(steps, from, seen);
}

/// The steps behind an id, itself included.
std::set<std::string> behind(const Steps& steps, const std::string& id) {
  std::set<std::string> seen;
  collect(steps, id, seen);
  return seen;
}

bool grounded(const Steps& steps, const std::string& id) {
  for (const auto& found : behind(steps, id)) {
    const Step& step = *steps.at(found);
    if (!step.inputs.empty() || !step.parameters.empty()) return true;
    if (step.from.empty() && !step.source.empty()) return true;  // the catalogue's preset
  }
  return false;
}

/// As it is written, so that 0.4567 in a step is 0.46 in a sentence. A share may be told as a percentage, and an
/// amount to the euro.
bool same_figure(const Arg& told, const Arg& kept) {
  if (!is_figure(kept)) return false;
  if (told.kind == Arg::Kind::money) {
    const bool whole = told.cents % 100 == 0;
    return std::abs(told.cents - kept.cents) <= (whole ? 50 : 0);
  }
  if (kept.kind == Arg::Kind::money)
    return std::abs(told.number - static_cast<double>(kept.cents) / 100) <= 0.005 + 1e-9;
  return write_number(told.number, told.decimals, Language::en) ==
         write_number(kept.number, told.decimals, Language::en);
}

bool tells(const Message& message, const Arg& figure) {
  return std::any_of(message.args.begin(), message.args.end(), [&](const Arg& arg) {
    return same_figure(figure, arg) || (arg.kind == Arg::Kind::message && tells({arg.word, arg.parts}, figure));
  });
}

/// Whether a figure is the value of a step, or told by its rule, among those behind this one.
bool stands_behind(const Steps& steps, const std::string& id, const Arg& figure) {
  const auto opened = behind(steps, id);
  return std::any_of(opened.begin(), opened.end(), [&](const std::string& one) {
    return same_figure(figure, steps.at(one)->value) || tells(steps.at(one)->rule, figure);
  });
}

class Cases : public ::testing::TestWithParam<std::string> {
 protected:
  const Case& given() const { return case_named(GetParam()); }
  const Analysis& analysis() const { return given().analysis; }
};

TEST_P(Cases, EveryStepIsMadeFromStepsThatAreThere) {
  const auto steps = steps_of(analysis());
  for (const auto& step : analysis().trace)
    for (const auto& from : step.from) EXPECT_TRUE(steps.count(from)) << step.id << " is made from " << from;
}

TEST_P(Cases, NoStepIsMadeFromItself) {
  const auto steps = steps_of(analysis());
  for (const auto& step : analysis().trace)
    for (const auto& from : step.from)
      EXPECT_FALSE(behind(steps, from).count(step.id)) << step.id << " by way of " << from;
}

TEST_P(Cases, TheTraceIsSortedAndNamesNothingTwice) {
  const auto& trace = analysis().trace;
  for (std::size_t i = 1; i < trace.size(); ++i) EXPECT_LT(trace[i - 1].id, trace[i].id);
}

TEST_P(Cases, EveryStepReachesAnInputOrAParameter) {
  const auto steps = steps_of(analysis());
  for (const auto& step : analysis().trace) EXPECT_TRUE(grounded(steps, step.id)) << step.id;
}

TEST_P(Cases, EveryStepNamesParametersAndSourcesOfThePack) {
  std::set<std::string> parameters;
  std::set<std::string> sources;
  for (const auto& parameter : pack().parameters) parameters.insert(parameter.id);
  for (const auto& quantity : pack().quantities) parameters.insert(quantity.id);
  for (const auto& source : pack().sources) sources.insert(source.key);
  for (const auto& step : analysis().trace) {
    for (const auto& id : step.parameters) EXPECT_TRUE(parameters.count(id)) << step.id << " uses " << id;
    EXPECT_TRUE(step.source.empty() || sources.count(step.source)) << step.id << " rests on " << step.source;
  }
}

TEST_P(Cases, EveryInputIsARowOfAFileOfTheStudy) {
  for (const auto& step : analysis().trace)
    for (const auto& input : step.inputs) {
      EXPECT_FALSE(input.file.empty()) << step.id;
      if (std::filesystem::exists(root / "cases" / GetParam() / input.file)) {
        // Line 0 is a table or study.yaml as a whole: what is not in it, or what it is about.
        const bool whole = input.file == "study.yaml" || step.id.ends_with(".today");
        EXPECT_TRUE(whole || input.line > 0) << step.id;
      }
    }
}

TEST_P(Cases, EveryFindingOpensToSteps) {
  const auto steps = steps_of(analysis());
  for (const auto& finding : analysis().findings) {
    EXPECT_TRUE(finding.kind == "missing" || !finding.trace.empty()) << finding.id;
    for (const auto& id : finding.trace) EXPECT_TRUE(steps.count(id)) << finding.id << " opens " << id;
  }
}

TEST_P(Cases, EveryFigureInAFindingStandsInTheStepsBehindIt) {
  // Counts of what the sentence itself lists, and years, are no outcomes.
  static const std::set<std::string> counts{"n", "rest", "unknown", "year"};
  const auto steps = steps_of(analysis());
  for (const auto& finding : analysis().findings) {
    for (const auto& arg : finding.says.args) {
      if (!is_figure(arg) || counts.count(arg.name)) continue;
      EXPECT_TRUE(std::any_of(finding.trace.begin(), finding.trace.end(),
                              [&](const std::string& id) { return stands_behind(steps, id, arg); }))
          << finding.id << " tells " << arg.name << " = " << arg.number;
    }
  }
}

TEST_P(Cases, EachFindingHasItsOwnName) {
  std::set<std::string> ids;
  for (const auto& finding : analysis().findings) EXPECT_TRUE(ids.insert(finding.id).second) << finding.id;
}

TEST_P(Cases, EverySentenceIsWholeInBothLanguages) {
  const Phrasebook phrases(pack(), given().reading.study);
  const auto whole = [&](const std::string& where, const auto& said) {
    for (const auto language : {Language::nl, Language::en}) {
      const std::string text = phrases.say(said, language);
      EXPECT_FALSE(text.empty()) << where;
      EXPECT_EQ(text.find_first_of("[]{}"), std::string::npos) << where << ": " << text;
      EXPECT_EQ(text.find("  "), std::string::npos) << where << ": " << text;
    }
  };
  hear(analysis(), {whole, whole});
  for (const auto& problem : given().reading.problems) {
    whole(problem.code, problem.expected);
    if (!problem.repair.empty()) whole(problem.code, problem.repair);
  }
}

TEST_P(Cases, FindingsAndWarningsAreSentencesWithNamesNotCodes) {
  const Phrasebook phrases(pack(), given().reading.study);
  const auto check = [&](const std::string& where, const Message& message) {
    for (const auto language : {Language::nl, Language::en}) {
      const std::string text = phrases.say(message, language);
      EXPECT_EQ(text.find("GM"), std::string::npos) << where << ": " << text;
      EXPECT_NE(std::string(".?").find(text.back()), std::string::npos) << where << ": " << text;
      EXPECT_FALSE(std::islower(static_cast<unsigned char>(text.front()))) << where << ": " << text;
    }
  };
  hear_findings(analysis(), {check, {}});
}

TEST_P(Cases, EveryFigureIsANumber) {
  const std::function<void(const std::string&, const Arg&)> finite = [&](const std::string& where, const Arg& arg) {
    EXPECT_TRUE(std::isfinite(arg.number)) << where;
    for (const auto& part : arg.parts) finite(where, part);
  };
  hear(analysis(), {[&](const std::string& where, const Message& message) {
                      for (const auto& arg : message.args) finite(where, arg);
                    },
                    finite});
}

TEST_P(Cases, EachRowOfATableHasAllCells) {
  for (const auto& table : analysis().tables)
    for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size()) << table.id;
}

TEST_P(Cases, EveryFigureInATableStandsInTheStepsThatItOpensTo) {
  const auto steps = steps_of(analysis());
  for (const auto& table : analysis().tables)
    for (const auto& row : table.rows)
      for (std::size_t c = 0; c < row.size(); ++c) {
        const auto& [value, step] = row[c];
        const std::string where = table.id + " " + table.columns.at(c).key + " opens " + step;
        EXPECT_TRUE(step.empty() || steps.count(step)) << where;
        EXPECT_TRUE(!is_figure(value) || stands_behind(steps, step, value)) << where << ": " << value.number;
      }
}

TEST_P(Cases, NoFormIsAdvisedWithoutAFunction) {
  for (const auto& subject : analysis().forms.subjects) {
    EXPECT_TRUE(subject.function_recorded || subject.form.empty()) << subject.subject;
    EXPECT_EQ(subject.form.empty(), !subject.missing.empty()) << subject.subject;
  }
}

TEST_P(Cases, TheSameStudyGivesTheSameBytes) { EXPECT_EQ(to_json(analysed(GetParam()).analysis), to_json(analysis())); }

TEST_P(Cases, TheReceiptIsReadBackFromTheJson) {
  Analysis sealed = analysis();
  sealed.receipt.result_hash = result_hash(sealed);
  const auto receipt = read_receipt(to_json(sealed));
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->result_hash, sealed.receipt.result_hash);
  EXPECT_EQ(receipt->study_hash, given().reading.hash);
  EXPECT_EQ(receipt->seed, given().reading.study.head.seed);
}

INSTANTIATE_TEST_SUITE_P(Every, Cases, ::testing::ValuesIn(case_names()), [](const auto& of) {
  std::string name = of.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

TEST(CasesFolder, HoldsTheExampleStudies) { EXPECT_GE(case_names().size(), 6u); }

}  // namespace
}  // namespace koepel::exchange
