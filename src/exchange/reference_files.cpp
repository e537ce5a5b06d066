// SPDX-License-Identifier: EUPL-1.2
// Folders of reference tables in, one Reference out; a later folder wins per publication.
#include "exchange/reference_files.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/hash.h"
#include "exchange/files.h"
#include "exchange/import_table.h"

namespace koepel::exchange {

namespace fs = std::filesystem;

namespace {

/// "2023_actual" of "accounts_2023_actual.csv".
std::string middle(const std::string& file_name, std::string_view prefix) {
  return file_name.substr(prefix.size(), file_name.size() - prefix.size() - 4);
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

class ReferenceReader {
 public:
  void read_folder(const fs::path& folder) {
    if (!fs::is_directory(folder)) return;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.is_regular_file() && entry.path().extension() == ".csv") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    folder_ = folder;
    for (const auto& file : files) read_table(file);
  }

  ReferenceReading finish() {
    Reference& reference = reading_.reference;
    for (auto& [id, municipality] : municipalities_) {
      for (auto at = neighbours_.lower_bound({id, ""}); at != neighbours_.end() && at->first.first == id; ++at)
        municipality.neighbours.emplace_back(at->first.second, at->second);
      reference.municipalities.push_back(std::move(municipality));
    }
    for (const auto& [code, name] : task_fields_) reference.task_fields.push_back({code, name});
    for (auto& [key, accounts] : accounts_) reference.accounts.push_back(std::move(accounts));
    for (auto& [year, arrangements] : arrangements_)
      for (auto& arrangement : arrangements) {
        if (const auto domain = domains_.find({year, arrangement.id}); domain != domains_.end())
          arrangement.domain = domain->second;
        reference.arrangements.push_back(std::move(arrangement));
      }
    reading_.hash = sha256(hashed_);
    return std::move(reading_);
  }

 private:
  void read_table(const fs::path& file) {
    const std::string bytes = read_file(file), name = file.filename().string();
    CsvReading csv = read_csv(bytes, file.string());
    const Table table(csv.sheet);
    source_ = noted_source(folder_, name);
    if (name == "municipalities.csv")
      municipalities(table);
    else if (name == "neighbours.csv")
      neighbours(table);
    else if (name == "task_fields.csv")
      task_fields(table);
    else if (name == "boundaries.csv")
      boundaries(table);
    else if (name.starts_with("accounts_"))
      accounts(table, middle(name, "accounts_"));
    else if (name.starts_with("arrangements_"))
      arrangements(table, middle(name, "arrangements_"));
    else if (name.starts_with("arrangement_domains_"))
      domains(table, middle(name, "arrangement_domains_"));
    else
      return;  // mergers.csv serves the importers; other files are the user's own
    hashed_ += name + " " + sha256(bytes) + "\n";
    for (auto& problem : csv.problems) reading_.problems.push_back(std::move(problem));
  }

  void damaged(const Table& table, std::size_t row, const std::string& found) {
    reading_.problems.push_back({"import.damaged-reference",
                                 Severity::error,
                                 table.where(row),
                                 found.substr(0, 80),
                                 {"import.damaged-reference.expected", {}},
                                 {"import.damaged-reference.repair", {}}});
  }

  void municipalities(const Table& table) {
    reading_.reference.municipalities_source = source_;
    for (std::size_t row = 0; row < table.size(); ++row) {
      const auto number = [&](std::string_view column) {
        const std::string& text = table.text(row, column);
        const auto value = plain_number(text);
        const bool fine = text.empty() || (value && std::abs(*value) < 1e9);
        if (!fine) damaged(table, row, text);
        return fine && value ? *value : 0.0;
      };
      Municipality m;
      m.id = table.text(row, "code");
      if (!m.id.starts_with("GM")) {
        damaged(table, row, m.id);
        continue;
      }
      m.name = table.text(row, "name");
      m.province = table.text(row, "province");
      m.inhabitants = static_cast<int>(number("inhabitants"));
      m.dwellings = static_cast<int>(number("dwellings"));
      m.land_area_ha = number("land_area_ha");
      m.urbanity = static_cast<int>(number("urbanity"));
      m.lon = number("lon");
      m.lat = number("lat");
      m.inhabitants_year = static_cast<int>(number("inhabitants_year"));
      if (const auto before = static_cast<int>(number("inhabitants_before")); before > 0) m.inhabitants_before = before;
      municipalities_[m.id] = m;
    }
  }

  void neighbours(const Table& table) {
    for (std::size_t row = 0; row < table.size(); ++row) {
      const std::string &a = table.text(row, "a"), &b = table.text(row, "b");
      const auto km = table.number(row, table.column("km"));
      if (a.empty() || b.empty() || a == b || !km)
        damaged(table, row, table.text(row, "km"));
      else
        neighbours_[{a, b}] = neighbours_[{b, a}] = *km;
    }
  }

  void task_fields(const Table& table) {
    for (std::size_t row = 0; row < table.size(); ++row)
      task_fields_[table.text(row, "code")] = table.text(row, "name_nl");
  }

  void accounts(const Table& table, const std::string& publication) {
    const auto parts = split(publication, '_');
    const auto year = parts.empty() ? std::nullopt : plain_number(parts[0]);
    if (parts.size() != 2 || !year || table.size() == 0) return;
    Accounts accounts{static_cast<int>(*year), parts[1], {}, {}, source_};
    const int code = table.column("code"), task = table.column("task_field");
    const int spent = table.column("expenditure_keur"), earned = table.column("revenue_keur");
    for (std::size_t row = 0; row < table.size(); ++row) {
      const auto expenditure = table.number(row, spent), revenue = table.number(row, earned);
      if (table.text(row, task).empty())
        accounts.not_filed.push_back(table.text(row, code));
      else if (!expenditure || !revenue || std::abs(*expenditure) > 1e12 || std::abs(*revenue) > 1e12)
        damaged(table, row, table.text(row, expenditure ? earned : spent));
      else
        accounts.rows.push_back({table.text(row, code),
                                 table.text(row, task),
                                 {std::llround(*expenditure * 100'000)},
                                 {std::llround(*revenue * 100'000)}});
    }
    accounts_[{accounts.year, accounts.kind}] = std::move(accounts);
  }

  void arrangements(const Table& table, const std::string& publication) {
    const int year = static_cast<int>(plain_number(publication).value_or(0));
    auto& all = arrangements_[year];
    all.clear();
    for (std::size_t row = 0; row < table.size(); ++row)
      all.push_back(
          {table.text(row, "id"), table.text(row, "name"), "", split(table.text(row, "members"), '|'), year, source_});
  }

  void domains(const Table& table, const std::string& publication) {
    const int year = static_cast<int>(plain_number(publication).value_or(0));
    for (std::size_t row = 0; row < table.size(); ++row)
      domains_[{year, table.text(row, "id")}] = table.text(row, "domain");
  }

  void boundaries(const Table& table) {
    reading_.reference.boundaries_source = source_;
    std::map<std::string, Boundary> here;
    for (std::size_t row = 0; row < table.size(); ++row) {
      auto& ring = here[table.text(row, "code")].emplace_back();
      const auto texts = split(table.text(row, "points"), ' ');
      for (std::size_t i = 0; i + 1 < texts.size(); i += 2) {
        const auto lon = plain_number(texts[i]), lat = plain_number(texts[i + 1]);
        if (lon && lat) ring.emplace_back(*lon, *lat);
      }
      if (ring.size() >= 3 && ring.size() * 2 == texts.size()) continue;
      damaged(table, row, table.text(row, "code"));
      here[table.text(row, "code")].pop_back();
    }
    for (auto& [code, boundary] : here)
      if (!boundary.empty()) reading_.reference.boundaries[code] = std::move(boundary);
  }

  fs::path folder_;
  std::string source_;
  ReferenceReading reading_;
  std::string hashed_;
  std::map<std::string, Municipality> municipalities_;
  std::map<std::pair<std::string, std::string>, double> neighbours_;
  std::map<std::string, std::string> task_fields_;
  std::map<std::pair<int, std::string>, Accounts> accounts_;
  std::map<int, std::vector<RegisteredArrangement>> arrangements_;
  std::map<std::pair<int, std::string>, std::string> domains_;
};

}  // namespace

ReferenceReading read_reference(const std::vector<fs::path>& folders) {
  ReferenceReader reader;
  for (const auto& folder : folders) reader.read_folder(folder);
  return reader.finish();
}

fs::path delivered_reference() {
  std::error_code none;
  const fs::path program = fs::read_symlink("/proc/self/exe", none).parent_path();
  for (const auto& installed : {program / "../share/koepel/data", program / "share/koepel/data"})
    if (fs::is_directory(installed, none)) return installed.lexically_normal();
  return fs::path(KOEPEL_SOURCE_DIR) / "data/reference";
}

fs::path user_data_folder() {
  const auto set = [](const char* name) {
    const char* value = std::getenv(name);
    return fs::path(value ? value : "");
  };
  if (const auto own = set("KOEPEL_DATA"); !own.empty()) return own;
  if (const auto data = set("XDG_DATA_HOME"); data.is_absolute()) return data / "koepel";
  return set("HOME") / ".local/share/koepel";
}

}  // namespace koepel::exchange
