// SPDX-License-Identifier: EUPL-1.2
// A record in; its canonical text out, by the same columns that read and write it. Also the log as text.
#include "exchange/record_text.h"

#include "exchange/cell_values.h"
#include "exchange/columns.h"
#include "exchange/record_cells.h"
#include "exchange/study_folder.h"

namespace koepel::exchange {

namespace folder {

namespace {

/// Quotes a value so that no text can look like two values or two lines.
std::string quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

void add(std::string& line, std::string_view column, std::string_view value) {
  if (value.empty()) return;
  if (!line.empty()) line += ' ';
  line.append(column).append("=").append(quote(value));
}

std::string text_of(const StudyHead& head) {
  std::string line;
  add(line, "id", head.id);
  add(line, "title_nl", head.title.nl), add(line, "title_en", head.title.en);
  add(line, "question_nl", head.question.nl), add(line, "question_en", head.question.en);
  add(line, "occasion_nl", head.occasion.nl), add(line, "occasion_en", head.occasion.en);
  add(line, "date", head.date);
  add(line, "method", head.method);
  add(line, "seed", std::to_string(head.seed));
  add(line, "draws", std::to_string(head.draws));
  add(line, "invented_nl", head.invented.nl), add(line, "invented_en", head.invented.en);
  add(line, "facilitator", head.facilitator);
  add(line, "council_elections", head.council_elections);
  for (const auto& weight : head.weights) {
    add(line, "weight", weight.motive);
    if (weight.exact) add(line, "exact", write_shortest(*weight.exact));
    if (weight.rank) add(line, "rank", std::to_string(*weight.rank));
    if (weight.between)
      add(line, "from", write_shortest(weight.between->first)), add(line, "to", write_shortest(weight.between->second));
  }
  return line;
}

template <class Record>
std::string text_of(const Record& record) {
  std::string line;
  for (const auto& field : table_of<Record>().fields) add(line, field.id, canonical_cell(record, field));
  if constexpr (std::is_same_v<Record, AnswerSheet>)
    for (const auto& [item, answer] : record.answers) add(line, item, std::to_string(answer));
  if constexpr (std::is_same_v<Record, TreeAnswers>)
    for (const auto& [question, answers] : record.answers) add(line, question, joined(answers));
  return line;
}

bool names_something(Kind kind) {
  return kind != Kind::text && kind != Kind::text_nl && kind != Kind::text_en && kind != Kind::money &&
         kind != Kind::number && kind != Kind::share && kind != Kind::figure && kind != Kind::quantity &&
         kind != Kind::whole && kind != Kind::one_to_five && kind != Kind::yes_no && kind != Kind::indicator_value &&
         kind != Kind::tasks && kind != Kind::partners && kind != Kind::members && kind != Kind::member &&
         kind != Kind::group;
}

std::string about(const StudyHead& head) { return head.id; }

template <class Record>
std::string about(const Record& record) {
  std::string text;
  for (const auto& field : table_of<Record>().fields) {
    const auto value = names_something(field.kind) ? canonical_cell(record, field) : "";
    if (!value.empty()) text += (text.empty() ? "" : " ") + value;
  }
  return text;
}

}  // namespace

std::string record_text(const Happening& what) {
  return std::visit([](const auto& record) { return text_of(record); }, what);
}

std::string subject_of(const Happening& what) {
  return std::visit([](const auto& record) { return about(record); }, what);
}

Origin origin_of(const Happening& what) {
  return std::visit([](const auto& record) { return record.origin; }, what);
}

}  // namespace folder

std::string log_text(std::span<const Event> log, Origins origins) {
  std::string text;
  for (const auto& event : log) {
    text += std::to_string(event.number) + '\t' + event.date + '\t' + event.actor + '\t' + event_name(event.what) +
            '\t' + folder::record_text(event.what);
    if (origins == Origins::shown) {
      const auto from = folder::origin_of(event.what);
      text += '\t' + from.file + (from.sheet.empty() ? "" : " [" + from.sheet + "]") + ':' + std::to_string(from.line);
    }
    text += '\n';
  }
  return text;
}

}  // namespace koepel::exchange
