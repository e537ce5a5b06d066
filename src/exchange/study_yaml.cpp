// SPDX-License-Identifier: EUPL-1.2
// The bytes of study.yaml in; the head of the study and every problem in it out. Writing: study_yaml_write.cpp.
#include "exchange/study_yaml.h"

#include <yaml-cpp/yaml.h>

#include <charconv>
#include <functional>
#include <limits>

#include "exchange/cell_values.h"
#include "exchange/columns.h"
#include "exchange/encoding.h"
#include "exchange/trim.h"

namespace koepel::exchange::folder {

namespace {

constexpr int most_draws = 10'000'000;

/// Finds the column of a key: canonical, Dutch, English or an alias.
const Column* column_of(const std::vector<Column>& keys, std::string_view typed) {
  const auto name = folded(typed);
  for (const auto& key : keys) {
    if (name == folded(key.id) || name == folded(key.nl) || name == folded(key.en)) return &key;
    for (std::string_view rest = key.aliases; !rest.empty();) {
      const auto bar = std::min(rest.find('|'), rest.size());
      if (name == folded(rest.substr(0, bar))) return &key;
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
  return nullptr;
}

class YamlReader {
 public:
  YamlReader(const std::string& file, StudyNames& names, Problems& problems)
      : file_(file), names_(names), problems_(problems) {}

  StudyYaml read(const YAML::Node& root) {
    result_.head.origin = {file_, "", 0, ""};
    if (!root.IsMap()) {
      error("study.yaml-not-a-map", root, "");
      return std::move(result_);
    }
    seen_.clear();
    for_each_key(root, study_keys(), [this](const Column& key, const YAML::Node& value) { take(key, value); });
    for (const auto& key : study_keys())
      if (key.required() && seen_.count(std::string(key.id)) == 0)
        tell_error(problems_, {"study.yaml-key-missing",
                               {file_, "", 0, std::string(key.id)},
                               "",
                               {word("nl", key.nl), word("en", key.en)}});
    return std::move(result_);
  }

 private:
  Origin where(const YAML::Node& node) const { return {file_, "", node.Mark().line + 1, key_}; }

  void error(std::string_view code, const YAML::Node& node, std::string_view found, std::vector<Arg> args = {},
             std::vector<std::string> near = {}) {
    tell_error(problems_, {code, where(node), found, std::move(args), std::move(near)});
  }

  /// Calls `use` for each known key with its value; tells of unknown ones and of a key given twice.
  void for_each_key(const YAML::Node& map, const std::vector<Column>& keys,
                    const std::function<void(const Column&, const YAML::Node&)>& use) {
    TextMap<bool> taken;
    for (const auto& pair : map) {
      const std::string typed = pair.first.IsScalar() ? pair.first.Scalar() : "";
      const auto* key = column_of(keys, typed);
      key_ = typed;
      if (key == nullptr) {
        NameIndex index;
        for (const auto& one : keys) index.add(std::string(one.nl), {}), index.add(std::string(one.en), {});
        tell_warning(problems_, {"study.yaml-unknown-key", where(pair.first), typed, {}, index.near(typed)});
      } else if (!taken.emplace(key->id, true).second) {
        error("study.yaml-key-twice", pair.first, typed);
      } else if (pair.second.IsDefined() && !pair.second.IsNull()) {
        seen_.emplace(key->id, true);
        use(*key, pair.second);
        key_ = typed;
      }
    }
  }

  void take(const Column& key, const YAML::Node& value) {
    auto& head = result_.head;
    if (key.id == "id") return take_word(value, head.id);
    if (key.id == "title") return take_text(value, head.title);
    if (key.id == "question") return take_text(value, head.question);
    if (key.id == "occasion") return take_text(value, head.occasion);
    if (key.id == "invented") return take_text(value, head.invented);
    if (key.id == "method") return take_word(value, head.method);
    if (key.id == "facilitator") return take_word(value, head.facilitator);
    if (key.id == "date") return take_date(value, head.date);
    if (key.id == "council_elections") return take_date(value, head.council_elections);
    if (key.id == "seed")
      return take_whole(value, head.seed, std::uint64_t{0}, std::numeric_limits<std::uint64_t>::max());
    if (key.id == "draws") return take_whole(value, head.draws, 1, most_draws);
    if (key.id == "partners") return for_each_in(value, [this](const YAML::Node& one) { take_partner(one); });
    for_each_in(value, [this](const YAML::Node& one) { take_weight(one); });
  }

  std::optional<std::string> scalar(const YAML::Node& value) {
    if (value.IsScalar()) return std::string(trim(value.Scalar()));
    error("study.yaml-text", value, "");
    return std::nullopt;
  }

  void take_word(const YAML::Node& value, std::string& into) {
    if (auto text = scalar(value)) into = std::move(*text);
  }

  /// A text for both languages, or {nl: ..., en: ...}; one language counts for both.
  void take_text(const YAML::Node& value, Text& into) {
    if (!value.IsMap()) {
      if (auto text = scalar(value)) into = {*text, *text};
      return;
    }
    static const std::vector<Column> languages{{"nl", "nl", "nl", "nederlands|dutch", Kind::text},
                                               {"en", "en", "en", "engels|english", Kind::text}};
    for_each_key(value, languages, [&](const Column& language, const YAML::Node& text) {
      take_word(text, language.id == "nl" ? into.nl : into.en);
    });
    if (into.nl.empty()) into.nl = into.en;
    if (into.en.empty()) into.en = into.nl;
  }

  void take_date(const YAML::Node& value, std::string& into) {
    const auto text = scalar(value);
    if (!text || text->empty()) return;
    auto reading = read_date(*text);
    if (reading.iso.empty()) error(reading.impossible ? "study.no-such-day" : "study.not-a-date", value, *text);
    into = std::move(reading.iso);
  }

  template <class Number>
  void take_whole(const YAML::Node& value, Number& into, Number low, Number high) {
    const auto text = scalar(value);
    if (!text) return;
    Number number = 0;
    const auto [end, fault] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (text->empty() || fault != std::errc{} || end != text->data() + text->size())
      return error("study.not-whole", value, *text);
    if (number < low || number > high)
      return error(
          "study.out-of-range", value, *text,
          {koepel::number("low", static_cast<double>(low)), koepel::number("high", static_cast<double>(high))});
    into = number;
  }

  void for_each_in(const YAML::Node& list, const std::function<void(const YAML::Node&)>& use) {
    if (list.IsScalar() && list.Scalar().empty()) return;
    if (!list.IsSequence()) return error("study.yaml-list", list, list.IsScalar() ? list.Scalar() : "");
    const auto key = key_;
    for (const auto& one : list) {
      use(one);
      key_ = key;
    }
  }

  void take_partner(const YAML::Node& value) {
    const auto text = scalar(value);
    if (!text || text->empty()) return;
    const auto match = names_.municipalities.find(*text);
    if (match.id == nullptr)
      return error(match.several ? "study.several-meanings" : "study.unknown-municipality", value, *text, {},
                   names_.municipalities.near(*text));
    Partner partner;
    partner.id = *match.id;
    partner.origin = where(value);
    result_.partners.push_back(std::move(partner));
  }

  std::optional<double> share(const YAML::Node& value) {
    const auto text = scalar(value);
    if (!text) return std::nullopt;
    // A weight is a small number: its one sign stands before decimals.
    const auto sign = text->find(',') != text->npos ? DecimalSign::comma : DecimalSign::point;
    const auto digits = read_decimal(*text, sign);
    const auto number = digits ? to_double(*digits) : std::nullopt;
    if (!number) error("study.not-a-number", value, *text);
    return number;
  }

  void take_between(const YAML::Node& value, MotiveWeight& weight) {
    if (!value.IsSequence() || value.size() != 2)
      return error("study.weight-range", value, value.IsScalar() ? value.Scalar() : "");
    const auto low = share(value[0]), high = share(value[1]);
    if (!low || !high) return;
    if (*low < 0 || *high > 1 || *low > *high)
      return error("study.weight-range", value, value[0].Scalar() + ", " + value[1].Scalar());
    weight.between = {*low, *high};
  }

  void take_weight(const YAML::Node& value) {
    if (!value.IsMap()) return error("study.weight-empty", value, value.IsScalar() ? value.Scalar() : "");
    MotiveWeight weight;
    const auto before = problems_.size();
    for_each_key(value, weight_keys(), [&](const Column& key, const YAML::Node& given) {
      if (key.id == "motive") return take_motive(given, weight.motive);
      if (key.id == "between") return take_between(given, weight);
      if (key.id == "rank") {
        int rank = 0;
        take_whole(given, rank, 1, 1000);
        if (rank > 0) weight.rank = rank;
        return;
      }
      const auto exact = share(given);
      if (exact && *exact < 0) return error("study.negative", given, given.Scalar());
      weight.exact = exact;
    });
    const bool faulty = problems_.size() > before;
    const bool said = !weight.motive.empty() && (weight.exact || weight.rank || weight.between);
    key_ = "weights";
    weight.origin = where(value);
    if (said) {
      result_.head.weights.push_back(std::move(weight));
    } else if (!faulty) {
      error("study.weight-empty", value, weight.motive);
    }
  }

  void take_motive(const YAML::Node& value, std::string& into) {
    const auto text = scalar(value);
    if (!text) return;
    const auto match = names_.motives.find(*text);
    if (match.id == nullptr) return error("study.unknown-motive", value, *text, {}, names_.motives.near(*text));
    into = *match.id;
  }

  const std::string& file_;
  StudyNames& names_;
  Problems& problems_;
  StudyYaml result_;
  std::string key_;  ///< the key being read, for the place of a problem
  TextMap<bool> seen_;
};

}  // namespace

StudyYaml read_study_yaml(const std::string& bytes, const std::string& file, StudyNames& names, Problems& problems) {
  std::string buffer;
  const std::string text(to_utf8(bytes, buffer));
  YamlReader reader(file, names, problems);
  try {
    return reader.read(YAML::Load(text));
  } catch (const YAML::Exception& fault) {
    const Origin where{file, "", fault.mark.is_null() ? 0 : fault.mark.line + 1, ""};
    tell_error(problems, {"study.yaml-broken", where, fault.msg});
    StudyYaml broken;
    broken.head.origin = {file, "", 0, ""};
    return broken;
  }
}

}  // namespace koepel::exchange::folder
