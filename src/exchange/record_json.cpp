// SPDX-License-Identifier: EUPL-1.2
// A record in, its cells as JSON out; and stored cells in, the record out. Reading what people type: typed_records.cpp.
#include "exchange/record_json.h"

#include <algorithm>
#include <charconv>

#include "exchange/cell_values.h"
#include "exchange/columns.h"
#include "exchange/record_cells.h"
#include "exchange/study_cells.h"

namespace koepel::exchange {

namespace {

using namespace folder;

void put(Json& out, std::string_view column, std::string text) {
  if (!text.empty()) out[std::string(column)] = std::move(text);
}

void put(Json& out, const std::string& column, const Text& text) {
  if (!text.nl.empty() || !text.en.empty()) out[column] = Json{{"nl", text.nl}, {"en", text.en}};
}

Json cells_of(const MotiveWeight& weight) {
  Json out{{"motive", weight.motive}};
  if (weight.exact) out["exact"] = *weight.exact;
  if (weight.rank) out["rank"] = *weight.rank;
  if (weight.between) out["between"] = Json::array({weight.between->first, weight.between->second});
  return out;
}

/// How a cell is written: canonical, or for a form in a language.
using Writing = std::optional<Language>;

Json cells_of(const StudyHead& head, Writing) {
  Json out = Json::object();
  put(out, "id", head.id);
  put(out, "title", head.title), put(out, "question", head.question), put(out, "occasion", head.occasion);
  put(out, "date", head.date), put(out, "method", head.method);
  out["seed"] = head.seed, out["draws"] = head.draws;
  put(out, "invented", head.invented);
  put(out, "facilitator", head.facilitator), put(out, "council_elections", head.council_elections);
  for (const auto& weight : head.weights) out["weights"].push_back(cells_of(weight));
  return out;
}

template <class Record>
Json cells_of(const Record& record, Writing writing) {
  Json out = Json::object();
  for (const auto& field : table_of<Record>().fields)
    put(out, field.id, writing ? form_cell(record, field, *writing) : canonical_cell(record, field));
  if constexpr (std::is_same_v<Record, AnswerSheet>)
    for (const auto& [item, answer] : record.answers) put(out, item, std::to_string(answer));
  if constexpr (std::is_same_v<Record, TreeAnswers>)
    for (const auto& [question, answers] : record.answers) put(out, question, joined(answers));
  return out;
}

template <class Number>
Number number_of(const std::string& text) {
  Number value{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) throw BrokenRecord("not a number: " + text);
  return value;
}

Money money_of(const std::string& text) {
  const auto number = read_decimal(text, DecimalSign::point);
  const auto cents = number ? to_cents(*number) : std::nullopt;
  if (!cents) throw BrokenRecord("not an amount: " + text);
  return Money{*cents};
}

std::vector<std::string> parts(const std::string& text) {
  const auto views = parts_of(text, false);
  return {views.begin(), views.end()};
}

/// Puts a canonical cell back into its member. Visited once per kind of member.
template <class Record>
struct CanonicalTaker {
  Record& record;
  const Column& column;
  const std::string& text;

  void operator()(std::string Record::*member) const { record.*member = text; }
  void operator()(std::vector<std::string> Record::*member) const { record.*member = parts(text); }
  void operator()(Text Record::*member) const {
    (column.kind == Kind::text_nl ? (record.*member).nl : (record.*member).en) = text;
  }
  void operator()(bool Record::*member) const { record.*member = read_yes_no(text).value_or(false); }
  void operator()(std::optional<Money> Record::*member) const { record.*member = money_of(text); }
  void operator()(Scores Record::*member) const { (record.*member).emplace_back(column.id, number_of<double>(text)); }
  template <class Number>
  void operator()(Number Record::*member) const {
    record.*member = number_of<Number>(text);
  }
  template <class Number>
  void operator()(std::optional<Number> Record::*member) const {
    record.*member = number_of<Number>(text);
  }
};

void read_other(AnswerSheet& sheet, const std::string& item, const std::string& text) {
  sheet.answers.emplace_back(item, number_of<int>(text));
}
void read_other(TreeAnswers& walk, const std::string& question, const std::string& text) {
  walk.answers.emplace_back(question, parts(text));
}
template <class Record>
void read_other(Record&, const std::string& column, const std::string&) {
  throw BrokenRecord("unknown column: " + column);
}

template <class Record>
void read_cells(Record& record, const Json& cells) {
  const auto& fields = table_of<Record>().fields;
  for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
    const std::string& column = cell.key();
    const auto& text = cell->get_ref<const std::string&>();
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.id == column; });
    if (field == fields.end()) {
      read_other(record, column, text);
    } else {
      std::visit(CanonicalTaker<Record>{record, *field, text}, field->member);
    }
  }
}

MotiveWeight weight_of(const Json& cells) {
  MotiveWeight weight{.motive = cells.at("motive").get<std::string>()};
  if (cells.contains("exact")) weight.exact = cells["exact"].get<double>();
  if (cells.contains("rank")) weight.rank = cells["rank"].get<int>();
  if (cells.contains("between")) weight.between = cells["between"].get<std::pair<double, double>>();
  return weight;
}

void read_cells(StudyHead& head, const Json& cells) {
  const auto word = [&](const char* key) { return cells.value(key, std::string{}); };
  const auto text = [&](const char* key) {
    return cells.contains(key) ? Text{cells[key].at("nl"), cells[key].at("en")} : Text{};
  };
  head = {.id = word("id"),
          .title = text("title"),
          .question = text("question"),
          .occasion = text("occasion"),
          .date = word("date"),
          .method = word("method"),
          .seed = cells.at("seed"),
          .draws = cells.at("draws"),
          .invented = text("invented"),
          .facilitator = word("facilitator"),
          .council_elections = word("council_elections")};
  if (cells.contains("weights"))
    for (const auto& weight : cells["weights"]) head.weights.push_back(weight_of(weight));
}

/// A fresh record of the kind with that number.
template <std::size_t... I>
Happening fresh(std::size_t kind, std::index_sequence<I...>) {
  Happening made;
  ((I == kind ? void(made.emplace<I>()) : void()), ...);
  return made;
}

}  // namespace

Json record_json(const Happening& what) {
  return std::visit([](const auto& record) { return cells_of(record, std::nullopt); }, what);
}

Json form_json(const Happening& what, Language language) {
  return std::visit([&](const auto& record) { return cells_of(record, language); }, what);
}

Happening record_of(std::string_view kind, const Json& cells) {
  const auto number = kind_of(kind);
  if (!number) throw BrokenRecord("unknown kind of event: " + std::string(kind));
  Happening what = fresh(*number, std::make_index_sequence<std::variant_size_v<Happening>>{});
  try {
    std::visit([&](auto& record) { read_cells(record, cells); }, what);
  } catch (const Json::exception& fault) {
    throw BrokenRecord(fault.what());
  }
  return what;
}

}  // namespace koepel::exchange
