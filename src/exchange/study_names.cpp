// SPDX-License-Identifier: EUPL-1.2
// A method pack and the reference table in; everything that cells may name by code, Dutch or English name, out.
#include "exchange/study_names.h"

#include "exchange/columns.h"
#include "exchange/study_records.h"

namespace koepel::exchange::folder {

namespace {

void add(NameIndex& index, const std::string& id, const Text& name) { index.add(id, {name.nl, name.en}); }

template <class Things>
void add_all(NameIndex& index, const Things& things) {
  for (const auto& thing : things) add(index, thing.id, thing.name);
}

/// Words without a table of their own in the pack: their names are texts "PREFIX.WORD", where the
/// phrasebook finds them too.
void add_worded(NameIndex& index, const MethodPack& pack, const std::string& prefix, const std::string& word) {
  const auto text = pack.texts.find(prefix + "." + word);
  if (text == pack.texts.end()) {
    index.add(word, {});
  } else {
    add(index, word, text->second);
  }
}

void add_indicators(StudyNames& names, const MethodPack& pack) {
  for (const auto& indicator : pack.approach.indicators) {
    names.indicator.emplace(indicator.id, &indicator);
    for (const auto& [word, value] : indicator.words) add_worded(names.words[indicator.id], pack, "word.name", word);
  }
}

void add_questions(StudyNames& names, const DecisionTree& tree) {
  for (const auto& criterion : tree.criteria)
    for (const auto& question : criterion.questions) {
      add(names.questions, question.id, question.text);
      names.question.emplace(question.id, &question);
      auto& answers = names.answers[question.id];
      for (const auto& answer : question.answers) add(answers, answer.id, answer.text);
    }
}

/// Whoever fills in ratings sees the short names of the motives as column headers, and will use them in other tables
/// too.
void add_short_motives(NameIndex& motives, const MethodPack& pack) {
  for (const auto& field : table_of<Rating>().fields)
    if (find_motive(pack, std::string(field.id)) != nullptr)
      add(motives, std::string(field.id), {std::string(field.nl), std::string(field.en)});
}

/// Drivers that are known without a table of values, and the words for rules and conditions, each with other words
/// that people use.
void add_cost_words(StudyNames& names, const MethodPack& pack) {
  struct Word {
    const char* id;
    std::vector<std::string> others;
  };
  const auto add_words = [&](NameIndex& index, const char* prefix, const std::vector<Word>& all) {
    for (const auto& word : all) {
      add_worded(index, pack, prefix, word.id);
      index.add(word.id, word.others);
    }
  };
  add_words(names.drivers.names, "driver.name",
            {{"inhabitants", {"inwonertal", "aantal inwoners"}},
             {"dwellings", {"aantal woningen"}},
             {"area", {"landoppervlak", "land area"}},
             {"own_cost", {"eigen kosten", "own cost", "eigen kosten nu", "kosten"}},
             {"fte", {"formatie"}},
             {"volume", {"volume", "aantallen"}}});
  add_words(names.rule_kinds, "rule.name",
            {{"together", {"bij elkaar"}},
             {"apart", {"gescheiden", "niet samen"}},
             {"min_size", {"minimale grootte", "minimum", "ten minste", "at least"}},
             {"max_size", {"maximale grootte", "maximum", "ten hoogste", "at most"}},
             {"neighbours_only", {"buren", "neighbors only", "aangrenzend"}},
             {"host", {"gastgemeente", "centrumgemeente", "uitvoerder"}}});
  add_words(names.condition_kinds, "condition.name",
            {{"max_unit_cost", {"maximale kosten per eenheid", "maximum kosten per eenheid"}},
             {"min_saving", {"minimale besparing", "minimum besparing"}},
             {"max_payback", {"maximale terugverdientijd", "terugverdientijd"}},
             {"min_position", {"minimale positie", "minimum positie"}},
             {"max_position", {"maximale positie", "maximum positie"}},
             {"statement", {"in eigen woorden", "voorwaarde", "anders"}}});
}

}  // namespace

StudyNames::StudyNames(const MethodPack& p, const Reference& r) : pack(p), reference(r) {
  for (const auto& municipality : r.municipalities)
    municipalities.add(municipality.id, {municipality.name, municipality.name});
  add_all(roles, p.roles);
  add_all(motives, p.motives);
  add_short_motives(motives, p);
  add_all(forms, p.tree.forms);
  for (const auto& form : p.tree.forms) add(forms, form.id, form.short_name);
  for (const auto* body : {"college", "council", "works_council", "steering_group"})
    add_worded(bodies, p, "body.name", body);
  add_all(groups, p.groups);
  add_all(indicators, p.approach.indicators);
  add_indicators(*this, p);
  for (const auto& item : p.items) add(items, item.id, item.text);
  add_questions(*this, p.tree);
  add_all(quantities, p.quantities);
  add_cost_words(*this, p);
  add_all(catalogue, p.tasks);
  add_all(tasks.names, p.tasks);
}

void add_study(StudyNames& names, const Study& study) {
  for (const auto& partner : study.partners) add_partner(partner, names);
  for (const auto& entry : study.gross_list)
    if (!names.catalogue.has(entry.task)) add(names.tasks.names, entry.task, entry.name);
  for (const auto& package : study.packages) add(names.packages.names, package.id, package.name);
  for (const auto& respondent : study.respondents) {
    names.respondents.names.add(respondent.id, {});
    names.partner_of_respondent[respondent.id] = respondent.partner;
  }
  for (const auto& value : study.driver_values)
    if (!names.drivers.names.has(value.driver)) names.drivers.names.add(value.driver, {value.driver, value.driver});
  for (const auto& part : study.cost_keys) add(names.keys.names, part.id, part.name);
  for (const auto& project : study.projects) add(names.projects.names, project.id, project.name);
}

}  // namespace koepel::exchange::folder
