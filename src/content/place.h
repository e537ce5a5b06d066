// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <yaml-cpp/yaml.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "base/text.h"
#include "content/fault.h"

namespace koepel::content {

/// One place in a YAML file of the pack. Every question answers with a value; what is wrong is noted as a problem with
/// file, line and key, and reading goes on, so that an adviser sees all mistakes at once.
class Place {
 public:
  Place(YAML::Node node, std::string file, Problems& problems)
      : node_(std::move(node)), file_(std::move(file)), problems_(&problems) {}

  [[nodiscard]] bool has(const char* key) const;
  [[nodiscard]] std::string text(const char* key) const;
  [[nodiscard]] std::string text_or(const char* key, const std::string& otherwise) const;
  [[nodiscard]] double number(const char* key) const;
  [[nodiscard]] double number_or(const char* key, double otherwise) const;
  /// `null` is none; an absent key is a problem.
  [[nodiscard]] std::optional<double> number_or_null(const char* key) const;
  [[nodiscard]] int whole(const char* key) const;
  [[nodiscard]] std::pair<int, int> range(const char* key) const;
  [[nodiscard]] bool flag(const char* key) const;
  [[nodiscard]] bool flag_or(const char* key, bool otherwise) const;
  [[nodiscard]] std::optional<bool> flag_or_null(const char* key) const;
  /// A text in two languages, {nl, en}; `none_or_both` is empty when the key is absent.
  [[nodiscard]] Text both(const char* key) const;
  [[nodiscard]] Text none_or_both(const char* key) const;
  /// One word or a list of words; none when the key is absent.
  [[nodiscard]] std::vector<std::string> words(const char* key) const;
  [[nodiscard]] std::vector<Text> texts(const char* key) const;
  /// The members of a list under `key`, and of this place itself.
  [[nodiscard]] std::vector<Place> list(const char* key) const;
  [[nodiscard]] std::vector<Place> list() const;
  /// The entries of a map under `key` (none when absent), and of this place itself, in the order of the file.
  [[nodiscard]] std::vector<std::pair<std::string, Place>> entries(const char* key) const;
  [[nodiscard]] std::vector<std::pair<std::string, Place>> entries() const;
  /// This place itself as a value.
  [[nodiscard]] std::string as_text(const char* key) const;
  [[nodiscard]] double as_number(const char* key) const;
  [[nodiscard]] Text as_both(const char* key) const;
  [[nodiscard]] std::vector<std::string> as_words(const char* key) const;

  /// Notes every key that is not one of these, and every key that stands twice.
  void only(std::initializer_list<std::string_view> keys) const;
  void complain(const Fault& fault, std::string_view key, std::string_view found) const;

 private:
  [[nodiscard]] std::optional<Place> child(const char* key) const;
  [[nodiscard]] Place required(const char* key) const;
  [[nodiscard]] int as_whole(const char* key) const;
  [[nodiscard]] bool as_flag(const char* key) const;
  [[nodiscard]] bool is_null() const { return node_.IsDefined() && node_.IsNull(); }
  [[nodiscard]] bool is_scalar() const { return node_.IsDefined() && node_.IsScalar(); }

  YAML::Node node_;  ///< undefined where a key is missing; then the problem has been noted already
  std::string file_;
  Problems* problems_;
};

/// A YAML text as a tree, or where and why it is not YAML.
using Yaml = tl::expected<YAML::Node, YAML::Exception>;
[[nodiscard]] Yaml parse_yaml(const std::string& bytes);

/// The root of a YAML text, or a problem where it is not YAML (then nothing).
[[nodiscard]] std::optional<Place> open_yaml(const std::string& file, const Yaml& yaml, Problems& problems);

}  // namespace koepel::content
