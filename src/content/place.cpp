// SPDX-License-Identifier: EUPL-1.2
// A parsed YAML file in, plain values out, with a problem for everything that is not as it should be.
#include "content/place.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace koepel::content {

namespace {

template <class Number>
std::optional<Number> parse(const std::string& text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string shown(const YAML::Node& node) {
  if (!node.IsDefined() || node.IsNull()) return "";
  if (node.IsScalar()) return node.Scalar();
  return node.IsMap() ? "{...}" : "[...]";
}

}  // namespace

void Place::complain(const Fault& fault, std::string_view key, std::string_view found) const {
  Origin where;
  where.file = file_;
  where.line = node_.IsDefined() ? node_.Mark().line + 1 : 0;
  where.column = key;
  problems_->push_back(problem_of(fault, where, found));
}

std::optional<Place> Place::child(const char* key) const {
  if (!node_.IsDefined() || !node_.IsMap()) return std::nullopt;
  const YAML::Node& here = node_;
  const YAML::Node found = here[key];
  if (!found.IsDefined()) return std::nullopt;
  return Place(found, file_, *problems_);
}

Place Place::required(const char* key) const {
  if (auto found = child(key)) return *found;
  if (node_.IsDefined()) complain(key_missing, key, "");
  return {YAML::Node(YAML::NodeType::Undefined), file_, *problems_};
}

bool Place::has(const char* key) const { return child(key).has_value(); }

std::string Place::as_text(const char* key) const {
  if (!node_.IsDefined()) return {};
  if (is_scalar() && !node_.Scalar().empty()) return node_.Scalar();
  complain(not_text, key, shown(node_));
  return {};
}

double Place::as_number(const char* key) const {
  if (!node_.IsDefined()) return 0;
  const auto value = is_scalar() ? parse<double>(node_.Scalar()) : std::nullopt;
  if (value && std::isfinite(*value)) return *value;
  complain(not_a_number, key, shown(node_));
  return 0;
}

int Place::as_whole(const char* key) const {
  if (!node_.IsDefined()) return 0;
  const auto value = is_scalar() ? parse<int>(node_.Scalar()) : std::nullopt;
  if (value) return *value;
  complain(not_whole, key, shown(node_));
  return 0;
}

bool Place::as_flag(const char* key) const {
  if (!node_.IsDefined()) return false;
  if (is_scalar() && node_.Scalar() == "true") return true;
  if (is_scalar() && node_.Scalar() == "false") return false;
  complain(not_true_or_false, key, shown(node_));
  return false;
}

Text Place::as_both(const char* key) const {
  if (!node_.IsDefined()) return {};
  if (!node_.IsMap()) {
    complain(not_a_map, key, shown(node_));
    return {};
  }
  only({"nl", "en"});
  return {text("nl"), text("en")};
}

std::vector<std::string> Place::as_words(const char* key) const {
  if (is_scalar()) return {as_text(key)};
  std::vector<std::string> words;
  for (const auto& member : list()) words.push_back(member.as_text(key));
  return words;
}

std::string Place::text(const char* key) const { return required(key).as_text(key); }

std::string Place::text_or(const char* key, const std::string& otherwise) const {
  const auto found = child(key);
  if (!found || found->is_null()) return otherwise;
  // An explicitly empty text is a choice here: the key may be left out altogether.
  return found->is_scalar() ? found->node_.Scalar() : found->as_text(key);
}

double Place::number(const char* key) const { return required(key).as_number(key); }

double Place::number_or(const char* key, double otherwise) const {
  const auto found = child(key);
  return found ? found->as_number(key) : otherwise;
}

std::optional<double> Place::number_or_null(const char* key) const {
  const auto found = required(key);
  if (found.is_null()) return std::nullopt;
  return found.as_number(key);
}

int Place::whole(const char* key) const { return required(key).as_whole(key); }

std::pair<int, int> Place::range(const char* key) const {
  const auto found = required(key);
  const auto ends = found.list();
  if (ends.size() == 2) {
    const std::pair<int, int> range{ends[0].as_whole(key), ends[1].as_whole(key)};
    if (range.first <= range.second) return range;
  }
  if (found.node_.IsDefined()) found.complain(not_a_range, key, shown(found.node_));
  return {};
}

bool Place::flag(const char* key) const { return required(key).as_flag(key); }

bool Place::flag_or(const char* key, bool otherwise) const {
  const auto found = child(key);
  return found ? found->as_flag(key) : otherwise;
}

std::optional<bool> Place::flag_or_null(const char* key) const {
  const auto found = required(key);
  if (found.is_null()) return std::nullopt;
  return found.as_flag(key);
}

Text Place::both(const char* key) const { return required(key).as_both(key); }

Text Place::none_or_both(const char* key) const {
  const auto found = child(key);
  return found ? found->as_both(key) : Text{};
}

std::vector<std::string> Place::words(const char* key) const {
  const auto found = child(key);
  return found ? found->as_words(key) : std::vector<std::string>{};
}

std::vector<Text> Place::texts(const char* key) const {
  std::vector<Text> all;
  const auto found = child(key);
  if (!found) return all;
  for (const auto& member : found->list()) all.push_back(member.as_both(key));
  return all;
}

std::vector<Place> Place::list(const char* key) const { return required(key).list(); }

std::vector<Place> Place::list() const {
  std::vector<Place> members;
  if (!node_.IsDefined()) return members;
  if (!node_.IsSequence()) {
    complain(not_a_list, "", shown(node_));
    return members;
  }
  for (const auto& member : node_) members.emplace_back(member, file_, *problems_);
  return members;
}

std::vector<std::pair<std::string, Place>> Place::entries(const char* key) const {
  const auto found = child(key);
  return found ? found->entries() : std::vector<std::pair<std::string, Place>>{};
}

std::vector<std::pair<std::string, Place>> Place::entries() const {
  std::vector<std::pair<std::string, Place>> all;
  if (!node_.IsDefined()) return all;
  if (!node_.IsMap()) {
    complain(not_a_map, "", shown(node_));
    return all;
  }
  std::set<std::string> seen;
  for (const auto& entry : node_) {
    const Place key(entry.first, file_, *problems_);
    const std::string name = key.as_text("");
    if (!seen.insert(name).second) key.complain(key_twice, name, name);
    all.emplace_back(name, Place(entry.second, file_, *problems_));
  }
  return all;
}

void Place::only(std::initializer_list<std::string_view> keys) const {
  if (!node_.IsDefined()) return;
  for (const auto& [name, value] : entries()) {
    const bool known = std::find(keys.begin(), keys.end(), name) != keys.end();
    if (!known) value.complain(key_unknown, name, name);
  }
}

Yaml parse_yaml(const std::string& bytes) {
  try {
    return YAML::Load(bytes);
  } catch (const YAML::Exception& broken) {
    return tl::unexpected(broken);
  }
}

std::optional<Place> open_yaml(const std::string& file, const Yaml& yaml, Problems& problems) {
  if (yaml) return Place(*yaml, file, problems);
  Origin where;
  where.file = file;
  where.line = yaml.error().mark.is_null() ? 0 : yaml.error().mark.line + 1;
  problems.push_back(problem_of(not_yaml, where, yaml.error().msg));
  return std::nullopt;
}

}  // namespace koepel::content
