// SPDX-License-Identifier: EUPL-1.2
// A folder with study.yaml and tables in; the study, its log and every problem out. Face: read_study.
#include "exchange/study_folder.h"

#include <unordered_set>

#include "base/hash.h"
#include "exchange/files.h"
#include "exchange/record_text.h"
#include "exchange/study_files.h"
#include "exchange/study_rows.h"
#include "exchange/study_yaml.h"

namespace koepel::exchange {

namespace {

using namespace folder;

/// Reads the tables one by one; each may refer to those before it.
class StudyReader {
 public:
  StudyReader(const MethodPack& pack, const Reference& reference, Problems& problems)
      : names_(pack, reference), problems_(problems), cells_(names_, problems) {}

  Study read(const StudyFiles& files) {
    sorted_ = sort_files(files, problems_);
    read_head(files);
    read_partners();
    study_.gross_list = read<GrossListEntry>();
    study_.packages = read<TaskPackage>();
    study_.figures = read<Figures>();
    study_.ratings = read<Rating>();
    study_.arrangements = read<Arrangement>();
    study_.third_parties = read<ThirdParty>();
    study_.respondents = read<Respondent>();
    if (const auto* sheet = sheet_of<AnswerSheet>()) study_.answers = read_answers(*sheet, cells_);
    study_.indicators = read<IndicatorValue>();
    if (const auto* sheet = sheet_of<TreeAnswers>()) study_.tree_answers = read_tree_answers(*sheet, cells_);
    study_.functions = read<FunctionWish>();
    study_.preferences = read<FormPreference>();
    study_.decisions = read<Decision>();
    read_cost_tables();
    return std::move(study_);
  }

 private:
  void read_cost_tables() {
    study_.estimates = read<Estimate>();
    study_.driver_values = read<DriverValue>();
    study_.cost_keys = read<CostKeyPart>();
    study_.team_rules = read<TeamRule>();
    study_.join_conditions = read<JoinCondition>();
    study_.projects = read<Project>();
    study_.project_efforts = read<ProjectEffort>();
    tell_of_keys(study_.cost_keys, names_.keys, problems_);
    tell_crossing_bounds(study_, problems_);
  }

  template <class Record>
  const Sheet* sheet_of() const {
    const auto& tables = all_tables();
    for (std::size_t t = 0; t < tables.size(); ++t)
      if (tables[t].name.id == table_of<Record>().name.id) return sorted_.tables[t] ? &*sorted_.tables[t] : nullptr;
    return nullptr;
  }

  template <class Record>
  std::vector<Record> read() {
    const auto* sheet = sheet_of<Record>();
    return sheet == nullptr ? std::vector<Record>{} : read_records<Record>(*sheet, cells_);
  }

  void read_head(const StudyFiles& files) {
    if (!sorted_.yaml) {
      tell_error(problems_, {"study.no-study-file", {"study.yaml", "", 0, ""}, ""});
      return;
    }
    auto yaml = read_study_yaml(files.at(*sorted_.yaml), *sorted_.yaml, names_, problems_);
    study_.head = std::move(yaml.head);
    listed_ = std::move(yaml.partners);
  }

  /// The table first; then who is only listed in study.yaml.
  void read_partners() {
    if (sheet_of<Partner>() == nullptr && listed_.empty())
      tell_error(problems_, {"study.nobody", {sorted_.yaml.value_or("study.yaml"), "", 0, ""}, ""});
    study_.partners = read<Partner>();
    std::unordered_set<std::string> known;
    for (const auto& partner : study_.partners) known.insert(partner.id);
    for (auto& partner : listed_) {
      if (!known.insert(partner.id).second) continue;
      complete_partner(partner, names_.reference);
      add_partner(partner, names_);
      study_.partners.push_back(std::move(partner));
    }
  }

  StudyNames names_;
  Problems& problems_;
  CellReader cells_;
  SortedFiles sorted_;
  std::vector<Partner> listed_;
  Study study_;
};

/// A record that says again what an earlier one said is named with both places; the later one counts, as in the fold.
void tell_duplicates(const std::vector<Event>& log, Problems& problems) {
  std::unordered_map<std::string, const Event*> seen;
  for (const auto& event : log) {
    const auto key = key_of(event.what);
    if (key.empty()) continue;
    const auto [place, fresh] = seen.try_emplace(key, &event);
    if (fresh) continue;
    const auto before = origin_of(place->second->what);
    const bool same = record_text(place->second->what) == record_text(event.what);
    StudyProblem problem{same ? "study.duplicate-same" : "study.duplicate",
                         origin_of(event.what),
                         "",
                         {word("file", before.file), number("line", before.line)}};
    const auto about = subject_of(event.what);
    problem.found = about;
    if (same) {
      tell_warning(problems, std::move(problem));
    } else {
      tell_error(problems, std::move(problem));
    }
    place->second = &event;
  }
}

}  // namespace

StudyReading read_study_files(const StudyFiles& files, const MethodPack& pack, const Reference& reference) {
  StudyReading reading;
  const auto as_read = StudyReader(pack, reference, reading.problems).read(files);
  reading.log = log_of(as_read);
  tell_duplicates(reading.log, reading.problems);
  reading.study = fold(reading.log);
  reading.hash = sha256(log_text(reading.log, Origins::left_out));
  return reading;
}

StudyReading read_study(const std::filesystem::path& path, const MethodPack& pack, const Reference& reference) {
  StudyReading reading;
  std::error_code fault;
  if (!std::filesystem::is_directory(path, fault)) {
    tell_error(reading.problems, {"study.no-folder", {path.string(), "", 0, ""}, path.string()});
    return reading;
  }
  StudyFiles files;
  for (const auto& entry : std::filesystem::directory_iterator(path)) {
    const auto name = entry.path().filename().string();
    if (entry.is_regular_file() && may_be_study_file(name)) files.emplace(name, read_file(entry.path()));
  }
  return read_study_files(files, pack, reference);
}

}  // namespace koepel::exchange
