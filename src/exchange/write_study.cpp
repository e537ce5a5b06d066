// SPDX-License-Identifier: EUPL-1.2
// A study in; study.yaml and a CSV file per table that holds something out, which read_study gives back equal.
#include <algorithm>

#include "exchange/files.h"
#include "exchange/record_cells.h"
#include "exchange/sheet.h"
#include "exchange/study_folder.h"
#include "exchange/study_yaml.h"

namespace koepel::exchange {

namespace folder {

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : "|") + part;
  // One name with a semicolon would be taken apart: a bar at the end says that bars divide here.
  if (parts.size() == 1 && text.find_first_of(";,\n") != text.npos) text += '|';
  return text;
}

}  // namespace folder

namespace {

using namespace folder;
using Rows = std::vector<std::vector<std::string>>;

class StudyWriter {
 public:
  StudyWriter(const Study& study, const MethodPack& pack, Language language)
      : study_(study), names_(pack, no_reference()), language_(language) {}

  StudyFiles write() {
    files_["study.yaml"] = write_study_yaml(study_.head, names_, language_);
    add(study_.partners), add(study_.gross_list), add(study_.packages), add(study_.figures), add(study_.ratings);
    add(study_.arrangements), add(study_.third_parties), add(study_.respondents);
    add(study_.answers), add(study_.indicators), add(study_.tree_answers);
    add(study_.functions), add(study_.preferences), add(study_.decisions);
    add(study_.estimates), add(study_.driver_values), add(study_.cost_keys), add(study_.team_rules);
    add(study_.join_conditions), add(study_.projects), add(study_.project_efforts);
    return std::move(files_);
  }

 private:
  static const Reference& no_reference() {
    static const Reference none;
    return none;
  }

  template <class Record>
  void add(const std::vector<Record>& records) {
    if (records.empty()) return;
    Rows rows{headers<Record>()};
    for (const auto& record : records) rows.push_back(cells(record));
    add_answers(rows, records);
    files_[std::string(file_base(table_of<Record>().name, language_)) + ".csv"] = write_csv(rows);
  }

  template <class Record>
  std::vector<std::string> headers() const {
    std::vector<std::string> row;
    for (const auto& field : table_of<Record>().fields) row.emplace_back(header(field, language_));
    return row;
  }

  template <class Record>
  std::vector<std::string> cells(const Record& record) const {
    std::vector<std::string> row;
    for (const auto& field : table_of<Record>().fields) row.push_back(written_cell(record, field, language_, names_));
    if constexpr (std::is_same_v<Record, IndicatorValue>) row[1] = indicator_value(record);
    return row;
  }

  std::string indicator_value(const IndicatorValue& value) const {
    const auto words = names_.words.find(value.indicator);
    if (words != names_.words.end()) return words->second.name_of(value.value, language_ == Language::nl ? 0 : 1);
    auto text = value.value;
    if (language_ == Language::nl) std::replace(text.begin(), text.end(), '.', ',');
    return text;
  }

  template <class Record>
  void add_answers(Rows&, const std::vector<Record>&) const {}
  void add_answers(Rows& rows, const std::vector<AnswerSheet>& sheets) const {
    add_columns(rows, sheets, names_.items.all(), [](int answer) { return std::to_string(answer); });
  }
  void add_answers(Rows& rows, const std::vector<TreeAnswers>& walks) const {
    add_columns(rows, walks, names_.questions.all(),
                [](const std::vector<std::string>& chosen) { return joined(chosen); });
  }

  /// A column per item or question that anybody answered, in the pack's order.
  template <class Record, class Say>
  void add_columns(Rows& rows, const std::vector<Record>& records, const std::vector<std::string>& all, Say say) const {
    TextMap<bool> answered;
    for (const auto& record : records)
      for (const auto& [id, answer] : record.answers) answered.emplace(id, true);
    TextMap<std::size_t> places;
    for (const auto& id : all) {
      if (answered.count(id) == 0) continue;
      places.emplace(id, rows[0].size());
      rows[0].push_back(id);
    }
    for (std::size_t r = 0; r < records.size(); ++r) {
      rows[r + 1].resize(rows[0].size());
      for (const auto& [id, answer] : records[r].answers)
        if (const auto place = places.find(id); place != places.end()) rows[r + 1][place->second] = say(answer);
    }
  }

  const Study& study_;
  StudyNames names_;
  Language language_;
  StudyFiles files_;
};

}  // namespace

StudyFiles study_files(const Study& study, const MethodPack& pack, Language language) {
  return StudyWriter(study, pack, language).write();
}

void write_study(const Study& study, const MethodPack& pack, const std::filesystem::path& path, Language language) {
  std::filesystem::create_directories(path);
  for (const auto& [name, bytes] : study_files(study, pack, language)) write_file(path / name, bytes);
}

}  // namespace koepel::exchange
