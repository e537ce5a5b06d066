// SPDX-License-Identifier: EUPL-1.2
// A message (key and arguments) in, a sentence in Dutch or English out. The face is Phrasebook::say.
#include "model/phrasebook.h"

#include <cctype>
#include <cmath>

namespace koepel {

namespace {

void add(std::unordered_map<std::string, Text>& names, const char* kind, const std::string& id, Text name) {
  names.insert_or_assign(std::string(kind) + "/" + id, std::move(name));
}

template <class Things>
void add_all(std::unordered_map<std::string, Text>& names, const char* kind, const Things& things) {
  for (const auto& thing : things) add(names, kind, thing.id, thing.name);
}

void add_question(std::unordered_map<std::string, Text>& names, const Question& question) {
  add(names, "question", question.id, question.text);
  for (const auto& answer : question.answers) {
    const std::string id = question.id + "." + answer.id;
    add(names, "answer", id, answer.text);
    add(names, "reason", id, answer.reason);
    add(names, "principle", id, answer.principle);
  }
}

void add_tree(std::unordered_map<std::string, Text>& names, const DecisionTree& tree) {
  add_all(names, "form", tree.forms);
  for (const auto& form : tree.forms) add(names, "form_short", form.id, form.short_name);
  add_all(names, "criterion", tree.criteria);
  for (const auto& criterion : tree.criteria) {
    for (const auto& question : criterion.questions) add_question(names, question);
    for (std::size_t i = 0; i < criterion.statements.size(); ++i)
      add(names, "statement", criterion.id + "." + std::to_string(i), criterion.statements[i]);
  }
}

void add_indicators(std::unordered_map<std::string, Text>& names, const std::vector<Indicator>& indicators) {
  for (const auto& indicator : indicators) {
    add(names, "indicator", indicator.id, indicator.name);
    add(names, "indicator_design", indicator.id, indicator.design);
    add(names, "indicator_development", indicator.id, indicator.development);
  }
}

std::unordered_map<std::string, Text> names_of(const MethodPack& pack) {
  std::unordered_map<std::string, Text> names;
  add_all(names, "motive", pack.motives);
  add_all(names, "factor", pack.factors);
  add_all(names, "construct", pack.constructs);
  add_all(names, "role", pack.roles);
  for (const auto& role : pack.roles) add(names, "roles", role.id, role.group);
  add_all(names, "group", pack.groups);
  add_all(names, "task", pack.tasks);
  add_all(names, "subject", pack.tasks);
  add_indicators(names, pack.approach.indicators);
  add_all(names, "parameter", pack.parameters);
  add_all(names, "quantity", pack.quantities);
  add_all(names, "cluster", pack.clusters);
  for (const auto& evidence : pack.evidence) add(names, "evidence", evidence.id, evidence.finding);
  for (const auto& item : pack.items) add(names, "item", item.id, item.text);
  for (const auto& source : pack.sources) add(names, "source", source.key, source.title);
  add_tree(names, pack.tree);
  return names;
}

std::string capitalised(std::string sentence) {
  if (!sentence.empty()) sentence[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence[0])));
  return sentence;
}

const Arg* find_arg(const std::vector<Arg>& args, std::string_view name) {
  for (const auto& arg : args)
    if (arg.name == name) return &arg;
  return nullptr;
}

/// -2: to hundreds of euros.
std::int64_t rounded_cents(const Arg& arg) {
  if (arg.decimals >= 0) return arg.cents;
  const double step = 100 * std::pow(10, -arg.decimals);
  return std::llround(std::round(static_cast<double>(arg.cents) / step) * step);
}

bool is_one(const Arg& arg) { return arg.kind == Arg::Kind::list ? arg.parts.size() == 1 : std::abs(arg.number) == 1; }

/// "{n|gemeente|gemeenten}": the word after the first bar when n is one, after the second when not.
std::string chosen_word(const Arg& arg, std::string_view choices) {
  const auto bar = choices.find('|');
  return std::string(is_one(arg) ? choices.substr(0, bar) : choices.substr(bar + 1));
}

/// A whole sentence whose first word comes from an argument needs a capital; a file name or code keeps its own letters.
bool begins_with_a_name(const std::string& pattern, const std::vector<Arg>& args) {
  if (pattern.empty() || pattern.front() != '{' || pattern.back() != '.') return false;
  const auto* first = find_arg(args, pattern.substr(1, pattern.find_first_of("|}") - 1));
  return first != nullptr && first->kind != Arg::Kind::word;
}

}  // namespace

Phrasebook::Phrasebook(const MethodPack& pack) : texts_(&pack.texts), names_(names_of(pack)) {}

Phrasebook::Phrasebook(const MethodPack& pack, const Study& study) : Phrasebook(pack) {
  for (const auto& partner : study.partners) add(names_, "partner", partner.id, {partner.name, partner.name});
  for (const auto& package : study.packages) add(names_, "subject", package.id, package.name);
  for (const auto& a : study.arrangements) add(names_, "arrangement", a.id, {a.name, a.name});
  for (const auto& key : study.cost_keys)
    if (!key.name.nl.empty()) add(names_, "cost_key", key.id, key.name);
  add_all(names_, "project", study.projects);
  for (const auto& t : study.third_parties) add(names_, "third_party", t.id, {t.name, t.name});
  for (const auto& entry : study.gross_list) {
    if (entry.name.nl.empty()) continue;
    add(names_, "task", entry.task, entry.name);
    add(names_, "subject", entry.task, entry.name);
  }
}

std::string Phrasebook::name(const std::string& kind, const std::string& id, Language language) const {
  if (kind == "text") return text(id, language);
  const auto found = names_.find(kind + "/" + id);
  if (found != names_.end() && !found->second.in(language).empty()) return found->second.in(language);
  const auto named = texts_->find(kind + ".name." + id);
  return named == texts_->end() ? id : named->second.in(language);
}

std::string Phrasebook::text(const std::string& key, Language language) const {
  const auto found = texts_->find(key);
  return found == texts_->end() ? "[" + key + "]" : found->second.in(language);
}

std::string Phrasebook::say(const Arg& arg, Language language) const {
  switch (arg.kind) {
    case Arg::Kind::word:
      return arg.word;
    case Arg::Kind::number:
      return write_number(arg.number, arg.decimals, language);
    case Arg::Kind::percent:
      return write_number(arg.number * 100, arg.decimals, language) + (language == Language::nl ? "\u00a0%" : "%");
    case Arg::Kind::money:
      return write_money(rounded_cents(arg), language);
    case Arg::Kind::date:
      return write_date(arg.word, language);
    case Arg::Kind::term: {
      const auto slash = arg.word.find('/');
      return name(arg.word.substr(0, slash), arg.word.substr(slash + 1), language);
    }
    case Arg::Kind::message:
      return say(Message{arg.word, arg.parts}, language);
    case Arg::Kind::list:
      break;
  }
  std::string out;
  for (std::size_t i = 0; i < arg.parts.size(); ++i) {
    if (i > 0) out += i + 1 < arg.parts.size() ? ", " : language == Language::nl ? " en " : " and ";
    out += say(arg.parts[i], language);
  }
  return out;
}

std::string Phrasebook::say(const Message& message, Language language) const {
  if (message.empty()) return {};
  const std::string pattern = text(message.key, language);
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const auto close = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
    if (close == std::string::npos) {
      out += pattern[i];
      continue;
    }
    const std::string_view inside = std::string_view(pattern).substr(i + 1, close - i - 1);
    const auto bar = inside.find('|');
    const Arg* arg = find_arg(message.args, inside.substr(0, bar));
    if (arg == nullptr) {
      out += "[" + std::string(inside) + "]";
    } else {
      out += bar == std::string_view::npos ? say(*arg, language) : chosen_word(*arg, inside.substr(bar + 1));
    }
    i = close;
  }
  return begins_with_a_name(pattern, message.args) ? capitalised(std::move(out)) : out;
}

}  // namespace koepel
