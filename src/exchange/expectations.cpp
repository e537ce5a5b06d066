// SPDX-License-Identifier: EUPL-1.2
// Lines that a domain expert wrote and an Analysis in; per line whether it holds out. The face is compare().
#include "exchange/expectations.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "exchange/expectations_parts.h"

namespace koepel::exchange {

namespace expected {

std::string lower(std::string text) {
  for (auto& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

bool names(const Ground& ground, const std::string& said, const std::string& kind, const std::string& id) {
  return said == id || lower(said) == lower(ground.phrases.name(kind, id, Language::nl));
}

std::optional<double> number_in(const std::string& text) {
  static const std::regex dutch("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
  std::string plain = text;
  if (std::regex_match(text, dutch)) std::erase(plain, '.');
  std::replace(plain.begin(), plain.end(), ',', '.');
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc{} || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

Verdict between(std::optional<double> value, const std::string& low, const std::string& high) {
  const auto from = number_in(low);
  const auto to = number_in(high);
  if (!from || !to) return not_understood;
  if (!value) return "onbekend";
  if (*value >= *from && *value <= *to) return {};
  return write_number(*value, 2, Language::nl);
}

}  // namespace expected

namespace {

using namespace expected;

Verdict check_approach(const Ground& ground, const Words& w) {
  if (!ground.analysis.approach.enough) return "geen advies over de aanpak";
  const std::string id = id_of(ground.analysis.approach.approach);
  const std::string name = ground.phrases.name("approach", id, Language::nl);
  // "gemengde aanpak" is enough; the name goes on with what it means in brackets.
  return w[1] == id || lower(w[1]) == lower(name.substr(0, name.find(" ("))) ? Verdict{} : name;
}

Verdict check_package(const Ground& ground, const Words& w) {
  for (const auto& task : ground.analysis.priorities.tasks)
    if (task.task == w[1])
      return names(ground, w[2], "package", id_of(task.package))
                 ? Verdict{}
                 : ground.phrases.name("package", id_of(task.package), Language::nl);
  return w[1] + " staat niet op de groslijst";
}

const forms::SubjectAdvice* subject_of(const Ground& ground, const std::string& id) {
  for (const auto& subject : ground.analysis.forms.subjects)
    if (subject.subject == id) return &subject;
  return nullptr;
}

Verdict check_form(const Ground& ground, const Words& w) {
  const auto* subject = subject_of(ground, w[1]);
  if (subject == nullptr) return w[1] + " is niet beoordeeld";
  if (names(ground, w[2], "form", subject->form)) return {};
  return subject->form.empty() ? ground.phrases.say(subject->missing, Language::nl)
                               : ground.phrases.name("form", subject->form, Language::nl);
}

Verdict check_no_form(const Ground& ground, const Words& w) {
  const auto* subject = subject_of(ground, w[1]);
  if (subject == nullptr || subject->form.empty()) return {};
  return ground.phrases.name("form", subject->form, Language::nl);
}

Verdict check_position(const Ground& ground, const Words& w) {
  const auto* subject = subject_of(ground, w[1]);
  if (subject == nullptr || subject->bands.empty()) return "geen plaats bepaald";
  return between(subject->bands.front().position.mid, w[2], w[3]);
}

Verdict check_pair(const Ground& ground, const Words& w) {
  for (const auto& matrix : ground.analysis.partner_set.matrices)
    for (const auto& pair : matrix.pairs)
      if (names(ground, w[1], "partners.criterion", matrix.criterion) &&
          ((pair.a == w[2] && pair.b == w[3]) || (pair.a == w[3] && pair.b == w[2])))
        return between(pair.value, w[4], w[5]);
  return "dit paar of deze maatstaf is er niet";
}

Verdict check_factor(const Ground& ground, const Words& w) {
  static const char* const lights[] = {"onbekend", "zwak", "gemengd", "sterk"};
  for (const auto& factor : ground.analysis.factors.factors) {
    if (!names(ground, w[1], "factor", factor.factor)) continue;
    const std::string light = lights[static_cast<int>(factor.light)];
    return light == w[2] ? Verdict{} : light;
  }
  return "deze factor is er niet";
}

Verdict check_finding(const Ground& ground, const Words& w) {
  return find_finding(ground.analysis, w[1]) != nullptr ? Verdict{} : "geen melding " + w[1];
}

Verdict check_finding_says(const Ground& ground, const Words& w) {
  const auto* finding = find_finding(ground.analysis, w[1]);
  if (finding == nullptr) return "geen melding " + w[1];
  const std::string says = ground.phrases.say(finding->says, Language::nl);
  return says.find(w[2]) != std::string::npos ? Verdict{} : says;
}

bool warned(const Ground& ground, const std::string& code) {
  const auto& warnings = ground.analysis.warnings;
  return std::any_of(warnings.begin(), warnings.end(), [&](const Warning& w) { return w.code == code; });
}

Verdict check_warning(const Ground& ground, const Words& w) {
  return warned(ground, w[1]) ? Verdict{} : "geen " + w[1];
}
Verdict check_no_warning(const Ground& ground, const Words& w) { return warned(ground, w[1]) ? w[1] : Verdict{}; }

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = {
      {std::regex("aanpak is (.+)"), check_approach},
      {std::regex("pakket van (\\S+) is (.+)"), check_package},
      {std::regex("vorm van (\\S+) is (.+)"), check_form},
      {std::regex("geen vorm voor (\\S+)"), check_no_form},
      {std::regex("plaats van (\\S+) ligt tussen (\\S+) en (\\S+)"), check_position},
      {std::regex("(\\S+) van (GM\\d{4}) en (GM\\d{4}) ligt tussen (\\S+) en (\\S+)"), check_pair},
      {std::regex("factor (.+) is (\\S+)"), check_factor},
      {std::regex("melding (\\S+) is er"), check_finding},
      {std::regex("melding (\\S+) noemt «(.+)»"), check_finding_says},
      {std::regex("waarschuwing (\\S+)"), check_warning},
      {std::regex("geen waarschuwing (\\S+)"), check_no_warning},
  };
  return all;
}

Verdict judge(const Ground& ground, const std::string& line) {
  std::smatch match;
  for (const auto* some : {&rules(), &quantity_rules()})
    for (const auto& rule : *some)
      if (std::regex_match(line, match, rule.pattern)) return rule.check(ground, {match.begin(), match.end()});
  return not_understood;
}

std::string trimmed(std::string_view line) {
  const auto hash = line.find('#');
  line = line.substr(0, hash);
  const auto first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return std::string(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
}

}  // namespace

std::vector<Expectation> compare(std::string_view expected, const Analysis& analysis, const Phrasebook& phrases) {
  const Ground ground{analysis, phrases};
  std::vector<Expectation> out;
  for (int line = 1; !expected.empty(); ++line) {
    const auto end = std::min(expected.find('\n'), expected.size());
    const std::string text = trimmed(expected.substr(0, end));
    expected.remove_prefix(std::min(end + 1, expected.size()));
    if (text.empty()) continue;
    std::string found = judge(ground, text);
    const bool met = found.empty();
    out.push_back({line, text, met, std::move(found)});
  }
  return out;
}

}  // namespace koepel::exchange
