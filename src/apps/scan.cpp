// SPDX-License-Identifier: EUPL-1.2
// koepel scan: the whole country, one task field: with which neighbours would joint work pay.
#include <algorithm>
#include <iostream>
#include <set>

#include "apps/commands.h"
#include "apps/scan_print.h"
#include "apps/watch.h"
#include "exchange/files.h"
#include "exchange/names.h"
#include "exchange/scan_files.h"
#include "exchange/sheet.h"
#include "pictures/picture.h"

namespace koepel::apps {

namespace {

using exchange::folder::NameIndex;

/// Everything the fields of one call share.
struct ScanCall {
  const Options& options;
  const ScanRequest& request;
  const MethodPack& pack;
  const Reference& reference;
  const Phrasebook& phrases;
};

NameIndex fields_of(const Reference& reference) {
  NameIndex index;
  std::set<std::string> codes;
  for (const auto& accounts : reference.accounts)
    for (const auto& row : accounts.rows) codes.insert(row.task_field);
  for (const auto& code : codes) {
    const auto known = std::ranges::find(reference.task_fields, code, &TaskField::code);
    index.add(code, known == reference.task_fields.end() ? std::vector<std::string>{} : std::vector{known->name_nl});
  }
  return index;
}

Problem at(Problem problem, const std::string& place) {
  if (problem.where.file.empty()) problem.where.file = place;
  return problem;
}

/// A code or name as typed; the text itself when it is neither, for the engine to refuse or translate.
Result<std::string> field_of(const std::string& typed, const NameIndex& fields) {
  const auto match = fields.find(typed);
  if (match.id != nullptr) return *match.id;
  const auto near = fields.near(typed);
  if (near.empty() || std::isdigit(static_cast<unsigned char>(typed.front()))) return typed;
  return failure(at(gains::unknown_field(typed, near), "--task"));
}

Result<std::string> municipality_of(const std::string& typed, const Reference& reference) {
  NameIndex index;
  for (const auto& m : reference.municipalities) index.add(m.id, {m.name});
  const auto match = index.find(typed);
  if (match.id != nullptr) return *match.id;
  Arg near{.name = "near", .kind = Arg::Kind::list};
  for (const auto& one : index.near(typed)) near.parts.push_back(word("", one));
  Problem problem;
  problem.code = "scan.unknown_municipality";
  problem.where.file = "--municipality";
  problem.found = typed;
  problem.expected = {"scan.unknown_municipality.expected", {}};
  problem.repair = {near.parts.empty() ? "scan.unknown_municipality.repair_none" : "scan.unknown_municipality.repair",
                    {near}};
  return failure(problem);
}

Result<gains::Scan> scan_field(const ScanCall& call, const std::string& field) {
  Watch watch("koepel scan " + field, call.request.time_limit, 1);
  gains::ScanOrder order;
  order.task_field = field;
  order.most_members = call.request.most_members;
  order.seed = call.options.seed.value_or(order.seed);
  order.draws = call.options.draws.value_or(order.draws);
  auto scan = gains::scan_country(call.pack, call.reference, order, watch.part(0));
  if (!scan)
    for (auto& problem : scan.error())
      problem = at(problem, problem.code == "scan.no_accounts" ? "--data" : "--task " + field);
  return scan;
}

void write_files(const ScanCall& call, const gains::Scan& scan) {
  std::filesystem::create_directories(call.request.out);
  const auto write = [&](const std::string& extension, const std::string& bytes, const std::string& title) {
    const Path path = call.request.out / ("scan-" + scan.task_field + extension);
    exchange::write_file(path, bytes);
    if (!call.options.json) std::cout << path.string() << "\t" << title << "\n";
  };
  const Analysis no_study;
  const auto map = pictures::scan_map({no_study, call.pack, call.reference, call.phrases, call.options.language}, scan);
  write(".svg", map.svg, map.title);
  write(".csv", exchange::write_csv(exchange::scan_table(scan, call.reference, call.phrases, call.options.language)),
        map.title);
}

void print(const ScanCall& call, const gains::Scan& scan, const std::string& municipality) {
  if (const auto* row = gains::find_row(scan, municipality); row != nullptr)
    print_scan_row(scan, *row, call.pack, call.reference, call.phrases, call.options.language);
  else
    print_scan(scan, call.pack, call.reference, call.phrases, call.options.language);
}

/// Every field that can be scanned is; what is wrong with the others is gathered.
int run(const ScanCall& call, const std::string& municipality) {
  const auto fields = fields_of(call.reference);
  auto all = exchange::Json::array();
  Problems problems;
  for (const auto& typed : call.request.task_fields) {
    const auto scan =
        field_of(typed, fields).and_then([&](const std::string& field) { return scan_field(call, field); });
    if (!scan) {
      problems.insert(problems.end(), scan.error().begin(), scan.error().end());
      continue;
    }
    if (call.options.json)
      all.push_back(exchange::scan_json(*scan));
    else
      print(call, *scan, municipality);
    if (!call.request.out.empty()) write_files(call, *scan);
  }
  if (call.options.json)
    print_json({{"scans", all}, {"problems", problems_json(problems, call.phrases, call.options.language)}});
  else if (!problems.empty())
    tell_problems(problems, call.phrases, call.options);
  return has_errors(problems) ? Exit::problems : Exit::ok;
}

}  // namespace

int scan_country(const Options& options, const ScanRequest& request) {
  const auto pack = open_pack(options);
  if (!pack) return Exit::environment;
  const Phrasebook phrases(*pack);
  const auto data = options.data.empty() ? exchange::user_data_folder() : options.data;
  const auto reading = exchange::read_reference({exchange::delivered_reference(), data});
  if (has_errors(reading.problems)) return tell_problems(reading.problems, phrases, options);
  const ScanCall call{options, request, *pack, reading.reference, phrases};
  if (request.municipality.empty()) return run(call, {});
  const auto municipality = municipality_of(request.municipality, reading.reference);
  if (!municipality) return tell_problems(municipality.error(), phrases, options);
  return run(call, *municipality);
}

}  // namespace koepel::apps
