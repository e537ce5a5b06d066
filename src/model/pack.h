// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"

// The method as data: everything an adviser can change without a compiler. content/ reads it from method/<pack>,
// checked; inside the engine a MethodPack is always whole. Each item has an id that is never reused, and a source.

namespace koepel {

struct Source {
  std::string key;
  Text title;
  std::string address;     ///< where it can be found; empty for own design choices
  std::string checked_on;  ///< ISO date
};

/// A design choice or known figure that the engine computes with; shown as an assumption, changeable by the user.
struct Parameter {
  std::string id;  ///< "survey.k_named_role"
  double value = 0;
  Text name;
  std::string unit;
  std::string source;
};

/// A figure of the cost model with its range: what somebody fills in for a task or partner (Estimate) or else is drawn
/// from a triangle over low, value and high.
struct Quantity {
  std::string id;  ///< "scale.realised_share"
  double low = 0, value = 0, high = 0;
  bool drawn = true;  ///< false: a choice or matter of form; its range says what is possible, chance does not decide
  Text name;
  Text explanation;  ///< what it is and when it is wrong
  std::string unit;  ///< share | euro | hours | years ...
  std::string source;
};

/// What research found on the cost of a kind of task. Stands beside every estimate of a saving.
struct Evidence {
  std::string id;
  Text finding;
  std::string source;
  std::string standing;  ///< research | consultant | known | unsure: how much it weighs
};

/// Tasks of which the cost behaves alike, and how cost per inhabitant AC changes with N, the inhabitants served in
/// thousands (scale/prior.h). Each task of the catalogue stands in one cluster; a variant is another reading of the
/// same research, has no tasks, and is shown beside the cluster it varies.
struct ScaleCluster {
  std::string id;  ///< tax | waste | civil_affairs | general | roads | ict | social | policy | other | a variant's
  Text name;
  std::string variant_of;               ///< id of the cluster it is a variant of; empty: it has tasks itself
  std::string curve;                    ///< log | power | flat | none
  std::vector<std::string> tasks;       ///< codes of the catalogue
  double n_star = 0;                    ///< scale of lowest cost (log), or to which costs are compared (power)
  double a_low = 0, a = 0, a_high = 0;  ///< of log
  double elasticity_low = 1, elasticity = 1, elasticity_high = 1;  ///< of power
  bool rises_above = false;                                        ///< of log: dearer again above n_star
  double valid_low = 0, valid_high = 0;                            ///< N is clamped to it, never extrapolated
  std::vector<std::string> evidence;
  std::string source;
};

struct Motive {
  std::string id;      ///< strengths | third_parties | acceleration | specialisation | scale
  std::string letter;  ///< a..e as in the brochure
  Text name;
  Text question;  ///< how it is asked
  Text explanation;
  std::string construct;  ///< survey construct that measures it
  std::string source;
};

struct Factor {
  std::string id;  ///< give_and_take | respect | strong_and_visible | a_choice | working_together | practical
  std::string letter;
  Text name;
  Text explanation;
  std::vector<std::string> constructs;
  std::vector<Text> conduct;       ///< articles for the code of conduct, always included
  std::vector<Text> conduct_weak;  ///< extra articles when the factor scores low or views differ
  std::string source;
};

struct Construct {
  std::string id;
  std::string family;  ///< motive | factor | condition | context | staff
  Text name;
  int favours = 0;  ///< +1 high score favours cooperation, -1 hinders, 0 neutral
};

struct Item {
  std::string id;
  std::string instrument;  ///< partner_scan | staff_satisfaction
  std::string construct;
  std::vector<std::string> audience;  ///< role ids
  Text text;
  bool reverse = false;
  std::string source;
};

struct Role {
  std::string id;
  Text name;
  bool named = true;  ///< named role group (threshold k_named_role) or staff (k_staff)
  Text group = {};    ///< several of them: "bestuurders"
};

struct Task {
  std::string id;
  Text name;
  std::string group;     ///< implementation | enabling | service | development
  std::string iv3_code;  ///< task field, as text
  // Ratings 1..5, defaults to be confirmed by users (see docs/study-folder.md).
  int policy_sensitivity = 3;
  int scale_sensitivity = 3;
  int specialisation_need = 3;
  int citizen_proximity = 3;
  int third_party_overlap = 3;
  int legal_obligation = 1;  ///< 1 none .. 4 duty to cooperate, 5 mandatory public body
  std::string power_holder;
  std::vector<std::string> legal_basis;
  std::vector<std::string> typical_forms;
  std::vector<std::string> examples;
  std::string evidence;
  double fixed_cost_share = 0;
  double min_scale_thousand = 0;
  double default_position = 0;  ///< 0..100 on the continuum
  Text possibilities;           ///< what can concretely be done together
  Text note;
  std::string source;
};

struct TaskGroup {
  std::string id;
  Text name;
  Text explanation;
};

struct Form {
  std::string id;
  Text name;
  Text short_name;
  std::optional<double> position;  ///< none for amalgamation: off the continuum
  double heaviness = 0;
  std::optional<bool> legal_person;
  bool public_law = true;
  bool joint_employer = false;
  std::string powers;
  int democratic = 3, flexibility = 3, efficiency = 3;  ///< 1..5
  std::pair<int, int> setup_months;
  std::pair<int, int> setup_keur;
  Text what;      ///< one sentence: what it is
  Text staff;     ///< consequences for staff
  Text steering;  ///< how councils and executives keep hold
  Text exit;      ///< how one gets out and what that costs
  Text tax;       ///< VAT, corporate tax, procurement in one sentence
  std::vector<std::string> legal_basis;
  std::string checked_on;
  std::string source;
};

struct Answer {
  std::string id;
  Text text;
  double delta = 0;
  std::map<std::string, double> prefer;
  std::vector<std::string> exclude;  ///< forms, groups already resolved
  std::vector<std::string> force;    ///< only these remain; empty = no restriction
  Text reason;                       ///< of exclude or force
  std::string reason_kind;           ///< statutory | definitional; empty when nothing is excluded
  std::string checked_on;
  Text principle;  ///< uitgangspunt; may be empty
};

struct Question {
  std::string id;
  Text text;
  Text help;
  bool multi = false;
  std::vector<Answer> answers;
};

/// A main criterion of the trunk, or (id "gates") the questions asked first.
struct Criterion {
  std::string id;  ///< gates | BK | PC | IK | FL
  Text name;
  std::vector<Question> questions;
  std::vector<Text> statements;  ///< three guiding statements: towards independence, in between, towards dependence
};

struct WorkedExample {
  std::string id;
  Text name;
  Text practice;
  std::vector<std::pair<std::string, std::vector<std::string>>> answers;
  double position = 0;
  std::vector<std::string> expected_top_in;
  std::vector<std::pair<std::string, double>> top3;
  std::vector<std::string> carriers;
  std::vector<std::string> excluded;
};

struct DecisionTree {
  double baseline = 35;
  double low_score_warning = 70;
  double tie_margin = 1;
  std::vector<Form> forms;          ///< light to heavy as in the pack
  std::vector<Criterion> criteria;  ///< first "gates", then the four of the trunk
  std::vector<WorkedExample> examples;
};

/// How an indicator's raw value becomes x in [-1, 1]: a clamped line (v - centre)/span, or steps, or words.
struct Indicator {
  std::string id;
  Text name;
  Text question;
  double weight = 0;
  std::string kind;  ///< line | steps | words
  double centre = 0;
  double span = 1;
  bool clamp = true;
  std::vector<std::pair<double, double>> steps;  ///< value <= first -> second; last first = infinity
  std::vector<std::pair<std::string, double>> words;
  double low = 0, high = 5;  ///< range of allowed raw values
  std::string from;  ///< "survey:<construct ids, comma separated>", "survey-sd:<construct>", "desk", "facts:<what>"
  Text design;       ///< what pleads for design, said when the contribution is positive
  Text development;  ///< and for development
  std::string source;
};

/// A pitfall of an approach and what guards against it.
struct Guard {
  std::string id;
  std::string approach;  ///< design | development
  Text pitfall;
  Text measure;
};

struct ApproachMethod {
  std::vector<Indicator> indicators;
  double threshold = 0.20;
  double trust_floor = 2.75;  ///< H1
  double trust_enough = 3;    ///< H2
  double low_coverage = 0.40;
  int election_months = 9;
  std::vector<Guard> guards;
};

struct MethodPack {
  std::string id;
  std::string version;
  std::string hash;  ///< SHA-256 over its files in a fixed order
  Text name;
  std::string reference_date;
  std::vector<Source> sources;
  std::vector<Parameter> parameters;
  std::vector<Motive> motives;  ///< five, in the brochure's order
  std::vector<Factor> factors;  ///< six
  std::vector<Construct> constructs;
  std::vector<Item> items;
  std::vector<Role> roles;
  std::vector<TaskGroup> groups;  ///< four
  std::vector<Task> tasks;
  DecisionTree tree;
  ApproachMethod approach;
  std::vector<Quantity> quantities;
  std::vector<Evidence> evidence;
  std::vector<ScaleCluster> clusters;
  std::map<std::string, Text> texts;  ///< sentences by key, "{name}" takes an argument
};

/// nullptr when the pack has none. Linear: keep the result when you need it often.
[[nodiscard]] const Motive* find_motive(const MethodPack& pack, const std::string& id);
[[nodiscard]] const Factor* find_factor(const MethodPack& pack, const std::string& id);
[[nodiscard]] const Construct* find_construct(const MethodPack& pack, const std::string& id);
[[nodiscard]] const Item* find_item(const MethodPack& pack, const std::string& id);
[[nodiscard]] const Role* find_role(const MethodPack& pack, const std::string& id);
[[nodiscard]] const Task* find_task(const MethodPack& pack, const std::string& id);
[[nodiscard]] const Form* find_form(const DecisionTree& tree, const std::string& id);
[[nodiscard]] const Question* find_question(const DecisionTree& tree, const std::string& id);
[[nodiscard]] const Answer* find_answer(const Question& question, const std::string& id);
[[nodiscard]] const Indicator* find_indicator(const MethodPack& pack, const std::string& id);
[[nodiscard]] const Quantity* find_quantity(const MethodPack& pack, const std::string& id);
[[nodiscard]] const Evidence* find_evidence(const MethodPack& pack, const std::string& id);
[[nodiscard]] const ScaleCluster* find_cluster(const MethodPack& pack, const std::string& id);

/// The value of a parameter. A name that the pack lacks is a bug: `koepel check-pack` proves they are all there.
[[nodiscard]] double parameter(const MethodPack& pack, const std::string& id);
/// A quantity of the cost model, with the same promise.
[[nodiscard]] const Quantity& quantity(const MethodPack& pack, const std::string& id);

}  // namespace koepel
