// SPDX-License-Identifier: EUPL-1.2
// Options in; pack, reference, study and analysis out. The one place where the commands open things.
#include "apps/session.h"

#include <algorithm>
#include <future>
#include <iostream>

#include "apps/terminal.h"
#include "content/pack_reader.h"
#include "exchange/analysis_json.h"

namespace koepel::apps {

namespace {

std::string place_of(const Origin& where, Language language) {
  const bool nl = language == Language::nl;
  std::string out = where.file;
  if (!where.sheet.empty()) out += (nl ? ", blad " : ", sheet ") + where.sheet;
  if (where.line > 0) out += (nl ? ", regel " : ", line ") + std::to_string(where.line);
  if (!where.column.empty()) out += (nl ? ", kolom " : ", column ") + where.column;
  return out;
}

bool before(const Problem& a, const Problem& b) {
  return std::tie(a.severity, a.where.file, a.where.sheet, a.where.line, a.where.column) <
         std::tie(b.severity, b.where.file, b.where.sheet, b.where.line, b.where.column);
}

/// What was expected is told as a thing ("een datum") or as a sentence; a thing gets `lead` before it and a full stop.
std::string as_sentence(const std::string& said, const char* lead) {
  return said.empty() || said.back() == '.' ? said : lead + said + ".";
}

void print_problem(const Problem& problem, const Phrasebook& phrases, Language language) {
  const bool nl = language == Language::nl;
  const bool error = problem.severity == Severity::error;
  std::cout << place_of(problem.where, language) << ": "
            << paint(error ? Ink::red : Ink::yellow, error ? (nl ? "fout" : "error") : (nl ? "let op" : "note"))
            << ": ";
  if (!problem.found.empty()) std::cout << (nl ? "gevonden «" : "found “") << problem.found << (nl ? "». " : "”. ");
  std::cout << as_sentence(phrases.say(problem.expected, language), nl ? "Verwacht: " : "Expected: ");
  const std::string repair = phrases.say(problem.repair, language);
  if (!repair.empty()) std::cout << " " << repair;
  std::cout << "\n";
}

}  // namespace

std::optional<MethodPack> open_pack(const Options& options) {
  auto pack = content::read_pack(options.pack.empty() ? content::delivered_pack() : options.pack);
  if (pack) return std::move(*pack);
  // Without a pack there are no texts: say the bare facts.
  for (const auto& problem : pack.error())
    std::cerr << problem.where.file << ":" << problem.where.line << ": " << problem.code << ": " << problem.found
              << "\n";
  return std::nullopt;
}

std::optional<Session> open_study(const Options& options, const std::filesystem::path& folder) {
  const auto data = options.data.empty() ? exchange::user_data_folder() : options.data;
  auto reference = std::async(std::launch::async, exchange::read_reference,
                              std::vector{exchange::delivered_reference(), data, folder / "data"});
  auto pack = open_pack(options);
  if (!pack) return std::nullopt;
  Session session{.pack = std::move(*pack), .reference = reference.get(), .reading = {}};
  session.reading = exchange::read_study(folder, session.pack, session.reference.reference);
  if (options.seed) session.reading.study.head.seed = *options.seed;
  if (options.draws) session.reading.study.head.draws = *options.draws;
  return session;
}

Analysis analyse_session(const Session& session) {
  Analysis analysis = analyse(
      {session.reading.study, session.pack, session.reference.reference, session.reading.hash, session.reference.hash});
  analysis.receipt.result_hash = exchange::result_hash(analysis);
  return analysis;
}

bool is_empty_study(const Session& session, const Options& options) {
  const Study& study = session.reading.study;
  if (!study.partners.empty()) return false;
  Problems problems = session.reading.problems;
  if (!has_errors(problems))
    problems.push_back({.code = "stored.no-partners",
                        .where = {.file = "partners.csv"},
                        .expected = {"app.no_partners", {}},
                        .repair = {"app.no_partners.repair", {}}});
  (void)tell_problems(problems, Phrasebook(session.pack, study), options);
  return true;
}

int print_problems(const Problems& given, const Phrasebook& phrases, const Options& options) {
  Problems sorted = given;
  std::stable_sort(sorted.begin(), sorted.end(), before);
  for (const auto& problem : sorted) print_problem(problem, phrases, options.language);
  return has_errors(sorted) ? Exit::problems : Exit::ok;
}

}  // namespace koepel::apps
