// SPDX-License-Identifier: EUPL-1.2
// Tables with a header in; columns by name, problems with their place, and compact files out.
#include "exchange/import_table.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "exchange/encoding.h"
#include "exchange/files.h"

namespace koepel::exchange {

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return out;
}

}  // namespace

Table::Table(const Sheet& sheet) : sheet_(&sheet) {
  if (!sheet.rows.empty())
    for (const auto& name : sheet.rows.front()) names_.push_back(lower(name));
}

int Table::column(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), lower(name));
  return found == names_.end() ? -1 : static_cast<int>(found - names_.begin());
}

int Table::last_column(std::string_view prefix) const {
  int best = -1;
  for (std::size_t i = 0; i < names_.size(); ++i)
    if (names_[i].starts_with(prefix) && (best < 0 || names_[i] > names_[static_cast<std::size_t>(best)]))
      best = static_cast<int>(i);
  return best;
}

bool Table::has(std::initializer_list<std::string_view> names) const {
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) { return column(name) >= 0; });
}

const std::string& Table::text(std::size_t row, int column) const {
  static const std::string empty;
  return column < 0 ? empty : cell(*sheet_, row + 1, static_cast<std::size_t>(column));
}

std::optional<double> Table::number(std::size_t row, int column) const { return plain_number(text(row, column)); }

Origin Table::where(std::size_t row, int column) const {
  const auto& head = sheet_->rows.front();
  return {sheet_->file, sheet_->name, sheet_->lines[row + 1], column < 0 ? "" : head[static_cast<std::size_t>(column)]};
}

std::optional<double> plain_number(std::string_view text) {
  std::string plain(text);
  if (const auto comma = plain.find(','); comma != plain.npos && plain.find('.') == plain.npos) plain[comma] = '.';
  double value = 0;
  const auto [stop, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  const bool whole = error == std::errc{} && stop == plain.data() + plain.size() && !plain.empty();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string plain_text(double value) {
  std::array<char, 400> buffer;  // 1e308 in full is 309 digits
  const auto end = std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed);
  return {buffer.begin(), end.ptr};
}

const Merger* Import::merger(const std::string& code) const {
  const auto found = std::find_if(mergers.begin(), mergers.end(), [&](const Merger& m) { return m.code == code; });
  return found == mergers.end() ? nullptr : &*found;
}

std::string Import::name(const std::string& code) const {
  const Municipality* known = find_municipality(reference, code);
  return known ? known->name : code;
}

void Import::problem(const std::string& code, Severity severity, Origin where, std::string_view found,
                     std::vector<Arg> args) const {
  if (where.file.empty()) where.file = file.filename().string();
  std::string cut;
  for (std::string_view rest = found; !rest.empty() && cut.size() < 77;) {
    const std::size_t length = std::max<std::size_t>(1, utf8_length(rest));
    cut += rest.substr(0, length);
    rest.remove_prefix(length);
  }
  result.problems.push_back(
      {code, severity, std::move(where), cut, {code + ".expected", args}, {code + ".repair", args}});
}

std::vector<Arg> Import::names(std::string_view argument, const std::vector<std::string>& codes,
                               std::size_t most) const {
  Arg list;
  list.name = argument;
  list.kind = Arg::Kind::list;
  for (std::size_t i = 0; i < std::min(most, codes.size()); ++i) list.parts.push_back(word("", name(codes[i])));
  return {list, number("n", static_cast<double>(codes.size()))};
}

void Import::write(const std::string& file_name, const std::vector<std::vector<std::string>>& rows,
                   const std::string& columns) const {
  write_file(folder / file_name, write_csv(rows));
  result.written.push_back(folder / file_name);
  note_source(folder, file_name, {result.kind, file.filename().string(), columns});
}

namespace {

struct Publisher {
  std::string_view kind, publisher, licence;
};

constexpr std::string_view cbs = "Statistics Netherlands (CBS)";
constexpr Publisher publishers[] = {{"municipalities", cbs, "CC BY 4.0"},
                                    {"centroids", "Statistics Netherlands (CBS) and Kadaster", "CC BY 4.0"},
                                    {"boundaries", "Statistics Netherlands (CBS) and Kadaster", "CC BY 4.0"},
                                    {"neighbours", "Statistics Netherlands (CBS) and Kadaster", "CC BY 4.0"},
                                    {"task_fields", cbs, "CC BY 4.0"},
                                    {"accounts", cbs, "CC BY 4.0"},
                                    {"mergers", "compiled from public facts", "CC0"},
                                    {"arrangements", "Open State Foundation", "ODC-PDDL"},
                                    {"arrangement_domains", "Open State Foundation", "ODC-PDDL"}};

}  // namespace

void note_source(const std::filesystem::path& folder, const std::string& file_name, const NotedSource& noted) {
  const auto path = folder / "sources.yaml";
  YAML::Node all;
  if (std::filesystem::exists(path)) all = YAML::Load(read_file(path));
  const auto* found =
      std::find_if(std::begin(publishers), std::end(publishers), [&](const auto& p) { return p.kind == noted.kind; });
  YAML::Node source;
  source["publisher"] = found == std::end(publishers) ? "" : std::string(found->publisher);
  source["licence"] = found == std::end(publishers) ? "" : std::string(found->licence);
  source["taken_from"].push_back(noted.taken_from);
  if (!noted.columns.empty()) source["columns"] = noted.columns;
  // Centroids are added to the municipalities, whose own source stays.
  if (noted.kind == "centroids" && all[file_name]) {
    const YAML::Node before = all[file_name];
    for (const auto& file : before["taken_from"])
      if (file.as<std::string>("") != noted.taken_from) source["taken_from"].push_back(file);
    if (before["columns"]) source["columns"] = before["columns"];
  }
  all[file_name] = source;
  YAML::Emitter out;
  out << all;
  write_file(path, std::string(out.c_str()) + "\n");
}

std::string noted_source(const std::filesystem::path& folder, const std::string& file_name) {
  const auto path = folder / "sources.yaml";
  if (!std::filesystem::exists(path)) return {};
  try {
    const YAML::Node source = YAML::Load(read_file(path))[file_name];
    return source ? source["publisher"].as<std::string>("") + ", " + source["licence"].as<std::string>("") : "";
  } catch (const YAML::Exception&) {
    return {};  // read_reference has reported the damaged file
  }
}

int year_in_name(const std::filesystem::path& file) {
  const std::string name = file.stem().string();
  int year = 0;
  for (std::size_t at = 0; at + 4 <= name.size(); ++at) {
    const std::string_view four = std::string_view(name).substr(at, 4);
    const bool digits = four.find_first_not_of("0123456789") == four.npos;
    const bool alone = (at == 0 || !std::isdigit(static_cast<unsigned char>(name[at - 1]))) &&
                       (at + 4 == name.size() || !std::isdigit(static_cast<unsigned char>(name[at + 4])));
    if (!digits || !alone || !four.starts_with("20")) continue;
    const int here = std::stoi(std::string(four));
    if (year != 0 && year != here) return 0;
    year = here;
  }
  return year;
}

}  // namespace koepel::exchange
