// SPDX-License-Identifier: EUPL-1.2
// A pack in; every text that lacks Dutch or English, or holds HTML, out.
#include <cctype>

#include "content/checks.h"

namespace koepel::content {

namespace {

bool is_html(const std::string& text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    if (text[i] == '<' && (text[i + 1] == '/' || std::isalpha(static_cast<unsigned char>(text[i + 1])) != 0))
      return true;
  return false;
}

/// Looks at texts one by one; the file is set once per part of the pack.
class Texts {
 public:
  Texts(const char* file, Problems& problems) : file_(file), problems_(&problems) {}

  void required(const std::string& item, const Text& text) const {
    if (text.nl.empty() || text.en.empty())
      note(*problems_, language_missing, file_, item, text.nl.empty() ? "nl" : "en");
    if (is_html(text.nl) || is_html(text.en))
      note(*problems_, has_html, file_, item, is_html(text.nl) ? text.nl : text.en);
  }
  /// Both languages or neither.
  void optional(const std::string& item, const Text& text) const {
    if (!text.nl.empty() || !text.en.empty()) required(item, text);
  }
  template <class Things>
  void names(const Things& things) const {
    for (const auto& thing : things) required(thing.id + ".name", thing.name);
  }

 private:
  const char* file_;
  Problems* problems_;
};

void check_survey_texts(const MethodPack& pack, Problems& problems) {
  Texts("constructs.yaml", problems).names(pack.constructs);
  const Texts roles("roles.yaml", problems);
  roles.names(pack.roles);
  for (const auto& role : pack.roles) roles.required(role.id + ".group", role.group);
  const Texts items("items.csv", problems);
  for (const auto& item : pack.items) items.required(item.id, item.text);
  const Texts motives("motives.yaml", problems);
  motives.names(pack.motives);
  for (const auto& motive : pack.motives) {
    motives.required(motive.id + ".question", motive.question);
    motives.required(motive.id + ".explanation", motive.explanation);
  }
  const Texts factors("factors.yaml", problems);
  factors.names(pack.factors);
  for (const auto& factor : pack.factors) {
    factors.required(factor.id + ".explanation", factor.explanation);
    for (const auto& article : factor.conduct) factors.required(factor.id + ".conduct", article);
    for (const auto& article : factor.conduct_weak) factors.required(factor.id + ".conduct_weak", article);
  }
}

void check_task_texts(const MethodPack& pack, Problems& problems) {
  const Texts groups("groups.yaml", problems);
  groups.names(pack.groups);
  for (const auto& group : pack.groups) groups.required(group.id + ".explanation", group.explanation);
  const Texts tasks("tasks.csv", problems);
  tasks.names(pack.tasks);
  for (const auto& task : pack.tasks) {
    tasks.required(task.id + ".possibilities", task.possibilities);
    tasks.optional(task.id + ".note", task.note);
  }
}

void check_form_texts(const DecisionTree& tree, Problems& problems) {
  const Texts forms("forms.yaml", problems);
  forms.names(tree.forms);
  for (const auto& form : tree.forms) {
    forms.required(form.id + ".short_name", form.short_name);
    forms.required(form.id + ".what", form.what);
    forms.required(form.id + ".staff", form.staff);
    forms.required(form.id + ".steering", form.steering);
    forms.required(form.id + ".exit", form.exit);
    forms.required(form.id + ".tax", form.tax);
  }
}

void check_tree_texts(const DecisionTree& tree, Problems& problems) {
  const Texts texts("tree.yaml", problems);
  texts.names(tree.criteria);
  for (const auto& criterion : tree.criteria) {
    for (const auto& statement : criterion.statements) texts.required(criterion.id + ".statements", statement);
    for (const auto& question : criterion.questions) {
      texts.required(question.id, question.text);
      texts.optional(question.id + ".help", question.help);
      for (const auto& answer : question.answers) {
        const std::string id = question.id + "." + answer.id;
        texts.required(id, answer.text);
        texts.optional(id + ".reason", answer.reason);
        texts.optional(id + ".principle", answer.principle);
      }
    }
  }
  const Texts examples("examples.yaml", problems);
  examples.names(tree.examples);
  for (const auto& example : tree.examples) examples.required(example.id + ".practice", example.practice);
}

void check_approach_texts(const ApproachMethod& approach, Problems& problems) {
  const Texts texts("approach.yaml", problems);
  texts.names(approach.indicators);
  for (const auto& indicator : approach.indicators) {
    texts.required(indicator.id + ".question", indicator.question);
    texts.required(indicator.id + ".design", indicator.design);
    texts.required(indicator.id + ".development", indicator.development);
  }
  for (const auto& guard : approach.guards) {
    texts.required(guard.id + ".pitfall", guard.pitfall);
    texts.required(guard.id + ".measure", guard.measure);
  }
}

void check_cost_model_texts(const MethodPack& pack, Problems& problems) {
  const Texts quantities("quantities.yaml", problems);
  quantities.names(pack.quantities);
  for (const auto& quantity : pack.quantities) quantities.required(quantity.id + ".explanation", quantity.explanation);
  const Texts evidence("evidence.yaml", problems);
  for (const auto& one : pack.evidence) evidence.required(one.id + ".finding", one.finding);
  Texts("scale.yaml", problems).names(pack.clusters);
}

}  // namespace

void check_languages(const MethodPack& pack, Problems& problems) {
  Texts("pack.yaml", problems).required("name", pack.name);
  Texts("parameters", problems).names(pack.parameters);
  const Texts sources("sources.yaml", problems);
  for (const auto& source : pack.sources) sources.required(source.key + ".title", source.title);
  check_survey_texts(pack, problems);
  check_task_texts(pack, problems);
  check_form_texts(pack.tree, problems);
  check_tree_texts(pack.tree, problems);
  check_approach_texts(pack.approach, problems);
  check_cost_model_texts(pack, problems);
  const Texts sentences("texts", problems);
  for (const auto& [key, text] : pack.texts) sentences.required(key, text);
}

}  // namespace koepel::content
