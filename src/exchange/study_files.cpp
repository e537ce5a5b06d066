// SPDX-License-Identifier: EUPL-1.2
// The files of a study folder in; study.yaml and one sheet per table out.
#include "exchange/study_files.h"

#include <algorithm>
#include <array>

#include "exchange/columns.h"
#include "exchange/names.h"
#include "exchange/study_problems.h"

namespace koepel::exchange::folder {

namespace {

std::string ending_of(const std::string& name) {
  const auto dot = name.rfind('.');
  return dot == name.npos ? "" : folded(std::string_view(name).substr(dot + 1));
}

std::string stem_of(const std::string& name) { return name.substr(0, name.rfind('.')); }

bool is_csv(const std::string& ending) { return ending == "csv" || ending == "tsv"; }
bool is_workbook(const std::string& ending) { return ending == "xlsx" || ending == "ods" || ending == "xlsm"; }
bool is_yaml(const std::string& name) {
  const auto ending = ending_of(name), stem = folded(stem_of(name));
  return (ending == "yaml" || ending == "yml") && (stem == "study" || stem == "studie");
}

NameIndex table_names() {
  NameIndex names;
  for (const auto& table : all_tables()) names.add(std::string(table.name.id), {std::string(table.name.nl)});
  return names;
}

std::size_t number_of(const std::string& id) {
  const auto& tables = all_tables();
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return t.name.id == id; });
  return static_cast<std::size_t>(found - tables.begin());
}

class Sorter {
 public:
  explicit Sorter(Problems& problems) : problems_(problems), names_(table_names()) {
    sorted_.tables.resize(all_tables().size());
  }

  SortedFiles sort(const StudyFiles& files) {
    for (const auto& [name, bytes] : files) {
      const auto ending = ending_of(name);
      if (is_yaml(name)) {
        take_yaml(name);
      } else if (is_csv(ending)) {
        take_csv(name, bytes);
      } else if (is_workbook(ending)) {
        take_workbook(name, bytes);
      }
    }
    return std::move(sorted_);
  }

 private:
  void take_yaml(const std::string& name) {
    if (sorted_.yaml) {
      tell_error(problems_,
                 {"study.given-twice", {name, "", 0, ""}, name, {word("first", *sorted_.yaml), word("second", name)}});
    } else {
      sorted_.yaml = name;
    }
  }

  void take_csv(const std::string& name, const std::string& bytes) {
    const auto match = names_.find(stem_of(name));
    if (match.id == nullptr)
      return tell_warning(problems_, {"study.unknown-file", {name, "", 0, ""}, name, {}, names_.near(stem_of(name))});
    auto reading = read_csv(bytes, name);
    std::move(reading.problems.begin(), reading.problems.end(), std::back_inserter(problems_));
    take_table(*match.id, std::move(reading.sheet));
  }

  void take_workbook(const std::string& name, const std::string& bytes) {
    auto sheets = read_workbook(bytes, name);
    if (!sheets) {
      std::move(sheets.error().begin(), sheets.error().end(), std::back_inserter(problems_));
      return;
    }
    const auto filled = std::count_if(sheets->begin(), sheets->end(), [](const auto& s) { return !s.rows.empty(); });
    for (auto& sheet : *sheets) {
      auto match = names_.find(sheet.name);
      // A workbook with one sheet, called "Blad1" as spreadsheets do: then the file's name tells the table.
      if (match.id == nullptr && filled == 1) match = names_.find(stem_of(name));
      if (match.id != nullptr) {
        take_table(*match.id, std::move(sheet));
      } else if (!sheet.rows.empty()) {
        tell_warning(problems_,
                     {"study.unknown-sheet", {name, sheet.name, 0, ""}, sheet.name, {}, names_.near(sheet.name)});
      }
    }
  }

  void take_table(const std::string& id, Sheet&& sheet) {
    const Origin where{sheet.file, sheet.name, 0, ""};
    auto& place = sorted_.tables[number_of(id)];
    if (place) {
      tell_error(
          problems_,
          {"study.given-twice", where, id, {word("first", sheet_name(*place)), word("second", sheet_name(sheet))}});
    } else if (sheet.rows.empty()) {
      tell_warning(problems_, {"study.empty-table", where, ""});
    } else {
      place = std::move(sheet);
    }
  }

  Problems& problems_;
  NameIndex names_;
  SortedFiles sorted_;
};

}  // namespace

SortedFiles sort_files(const StudyFiles& files, Problems& problems) { return Sorter(problems).sort(files); }

bool may_be_study_file(const std::string& name) {
  if (name.empty() || name[0] == '.' || name.starts_with("~$")) return false;
  const auto ending = ending_of(name);
  return is_csv(ending) || is_workbook(ending) || is_yaml(name);
}

}  // namespace koepel::exchange::folder
