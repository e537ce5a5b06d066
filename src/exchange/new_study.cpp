// SPDX-License-Identifier: EUPL-1.2
// Names of municipalities in; a fresh study, and a folder to fill in with a spreadsheet, out. Faces: new_study,
// write_new_folder.
#include <algorithm>

#include "exchange/cell_values.h"
#include "exchange/columns.h"
#include "exchange/files.h"
#include "exchange/study_folder.h"
#include "exchange/study_problems.h"
#include "exchange/study_records.h"
#include "model/phrasebook.h"

namespace koepel::exchange {

namespace {

using namespace folder;
using Rows = std::vector<std::vector<std::string>>;

const Origin nowhere;  // what was typed on the command line has no file

/// Finds the municipalities by code or name, each once, in the order given.
std::vector<Partner> partners_of(const std::vector<std::string>& typed, StudyNames& names, Problems& problems) {
  std::vector<Partner> partners;
  for (const auto& text : typed) {
    const auto match = names.municipalities.find(text);
    if (match.id == nullptr) {
      const auto* code = match.several ? "study.several-meanings" : "study.unknown-municipality";
      tell_error(problems, {code, nowhere, text, {}, names.municipalities.near(text)});
    } else if (!names.partners.names.has(*match.id)) {
      Partner partner;
      partner.id = *match.id;
      complete_partner(partner, names.reference);
      add_partner(partner, names);
      partners.push_back(std::move(partner));
    }
  }
  if (typed.empty()) tell_error(problems, {"study.nobody", nowhere, ""});
  return partners;
}

GrossListEntry entry_of(const Task& task) {
  GrossListEntry entry;
  entry.task = task.id;
  entry.name = task.name;
  entry.group = task.group;
  entry.possibilities = task.possibilities;
  return entry;
}

StudyHead head_of(const Study& study, const std::string& date, const MethodPack& pack) {
  StudyHead head;
  head.id = "study-" + date;
  head.date = date;
  head.method = pack.id;
  std::vector<std::string> ids;
  for (const auto& partner : study.partners) ids.push_back(partner.id);
  const Phrasebook phrases(pack, study);
  const Message title{"study.new.title", {terms("partners", "partner", ids)}};
  head.title = {phrases.say(title, Language::nl), phrases.say(title, Language::en)};
  return head;
}

/// The header row of a table, with a column for every item of the survey or question of the tree.
std::vector<std::string> header_row(const TableGuide& table, const MethodPack& pack, Language language) {
  std::vector<std::string> row;
  for (const auto& column : table.columns) row.emplace_back(header(column, language));
  if (table.name.id == table_of<AnswerSheet>().name.id)
    for (const auto& item : pack.items) row.push_back(item.id);
  if (table.name.id == table_of<TreeAnswers>().name.id)
    for (const auto& criterion : pack.tree.criteria)
      for (const auto& question : criterion.questions) row.push_back(question.id);
  return row;
}

/// The indicators that nobody but the facilitator can answer, each with an empty value.
void add_desk_indicators(Rows& rows, const MethodPack& pack, Language language) {
  for (const auto& indicator : pack.approach.indicators)
    if (indicator.from == "desk") rows.push_back({indicator.name.in(language)});
}

std::string template_of(const TableGuide& table, const MethodPack& pack, Language language) {
  Rows rows{header_row(table, pack, language)};
  if (table.name.id == table_of<IndicatorValue>().name.id) add_desk_indicators(rows, pack, language);
  return write_csv(rows);
}

}  // namespace

Result<Study> new_study(const std::vector<std::string>& partner_ids, const std::string& date, const MethodPack& pack,
                        const Reference& reference) {
  Problems problems;
  StudyNames names(pack, reference);
  Study study;
  study.partners = partners_of(partner_ids, names, problems);
  const auto day = read_date(date);
  if (day.iso.empty()) tell_error(problems, {day.impossible ? "study.no-such-day" : "study.not-a-date", nowhere, date});
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  for (const auto& task : pack.tasks) study.gross_list.push_back(entry_of(task));
  study.head = head_of(study, day.iso, pack);
  return study;
}

Problems write_new_folder(const Study& study, const MethodPack& pack, const std::filesystem::path& path,
                          Language language) {
  Problems problems;
  auto files = study_files(study, pack, language);
  for (const auto& table : all_tables()) {
    const auto name = std::string(file_base(table.name, language)) + ".csv";
    if (files.count(name) == 0) files[name] = template_of(table, pack, language);
  }
  files[language == Language::nl ? "LEESMIJ.md" : "README.md"] =
      study_guide(pack, language) + "\n" + study_codes(pack, language);
  for (const auto& [name, bytes] : files)
    if (std::filesystem::exists(path / name))
      tell_error(problems, {"study.folder-in-use", {(path / name).string(), "", 0, ""}, name});
  if (!problems.empty()) return problems;
  std::filesystem::create_directories(path);
  for (const auto& [name, bytes] : files) write_file(path / name, bytes);
  return problems;
}

}  // namespace koepel::exchange
