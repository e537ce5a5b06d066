// SPDX-License-Identifier: EUPL-1.2
// The head of a study in; study.yaml out, which read_study_yaml gives back.
#include <array>

#include "exchange/cell_values.h"
#include "exchange/columns.h"
#include "exchange/study_yaml.h"

namespace koepel::exchange::folder {

namespace {

/// A double-quoted YAML scalar: safe for every text.
std::string yaml_text(std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      out.append("\\x").append(1, digits[byte / 16]).append(1, digits[byte % 16]);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string text_value(const Text& text) {
  if (text.nl == text.en) return yaml_text(text.nl);
  return "{nl: " + yaml_text(text.nl) + ", en: " + yaml_text(text.en) + "}";
}

class YamlWriter {
 public:
  YamlWriter(const StudyNames& names, Language language) : names_(names), language_(language) {}

  std::string write(const StudyHead& head) {
    line("id", yaml_text(head.id));
    line("title", text_value(head.title));
    line("question", text_value(head.question));
    line("occasion", text_value(head.occasion));
    line("date", yaml_text(head.date));
    if (!head.method.empty()) line("method", yaml_text(head.method));
    line("seed", std::to_string(head.seed));
    line("draws", std::to_string(head.draws));
    line("invented", text_value(head.invented));
    line("facilitator", yaml_text(head.facilitator));
    line("council_elections", yaml_text(head.council_elections));
    if (!head.weights.empty()) out_ += std::string(key(study_keys(), "weights")) + ":\n";
    for (const auto& weight : head.weights) weight_line(weight);
    return std::move(out_);
  }

 private:
  std::string_view key(const std::vector<Column>& keys, std::string_view id) const {
    for (const auto& one : keys)
      if (one.id == id) return header(one, language_);
    return id;
  }

  void line(std::string_view id, const std::string& value) {
    out_ += std::string(key(study_keys(), id)) + ": " + value + "\n";
  }

  void weight_line(const MotiveWeight& weight) {
    const auto name = [&](std::string_view id) { return std::string(key(weight_keys(), id)); };
    const std::size_t which = language_ == Language::nl ? 0 : 1;
    out_ += "  - {" + name("motive") + ": " + yaml_text(names_.motives.name_of(weight.motive, which));
    if (weight.exact) out_ += ", " + name("exact") + ": " + write_shortest(*weight.exact);
    if (weight.rank) out_ += ", " + name("rank") + ": " + std::to_string(*weight.rank);
    if (weight.between)
      out_ += ", " + name("between") + ": [" + write_shortest(weight.between->first) + ", " +
              write_shortest(weight.between->second) + "]";
    out_ += "}\n";
  }

  const StudyNames& names_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string write_study_yaml(const StudyHead& head, const StudyNames& names, Language language) {
  return YamlWriter(names, language).write(head);
}

}  // namespace koepel::exchange::folder
