// SPDX-License-Identifier: EUPL-1.2
// koepel check, check-pack and log: what is wrong with a folder, and what happened in it.
#include <iostream>

#include "apps/commands.h"
#include "apps/summary.h"
#include "apps/terminal.h"
#include "content/check_pack.h"
#include "content/pack_reader.h"
#include "exchange/json_values.h"

namespace koepel::apps {

namespace {

using exchange::Json;

Json problem_json(const Problem& problem, const Phrasebook& phrases, Language language) {
  return {{"code", problem.code},
          {"severity", problem.severity == Severity::error ? "error" : "warning"},
          {"where", exchange::json_of(problem.where)},
          {"found", problem.found},
          {"expected", phrases.say(problem.expected, language)},
          {"repair", phrases.say(problem.repair, language)}};
}

}  // namespace

Json problems_json(const Problems& problems, const Phrasebook& phrases, Language language) {
  return exchange::list_of(problems, [&](const Problem& p) { return problem_json(p, phrases, language); });
}

void print_json(const Json& json) { std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << "\n"; }

int tell_problems(const Problems& problems, const Phrasebook& phrases, const Options& options) {
  if (options.json) {
    print_json(problems_json(problems, phrases, options.language));
    return has_errors(problems) ? Exit::problems : Exit::ok;
  }
  const int code = print_problems(problems, phrases, options);
  const auto errors =
      std::count_if(problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::error; });
  const auto notes = static_cast<long>(problems.size()) - errors;
  const Message sum{errors == 0 && notes == 0 ? "app.check.fine" : "app.check.sum",
                    {number("errors", static_cast<double>(errors)), number("notes", static_cast<double>(notes))}};
  std::cout << paint(errors > 0 ? Ink::red : Ink::green, phrases.say(sum, options.language)) << "\n";
  return code;
}

int check(const Options& options, const Path& folder) {
  const auto session = open_study(options, folder);
  if (!session) return Exit::environment;
  if (!options.json) print_counts(session->reading.log, Phrasebook(session->pack), options.language);
  Problems all = session->reference.problems;
  all.insert(all.end(), session->reading.problems.begin(), session->reading.problems.end());
  return tell_problems(all, Phrasebook(session->pack, session->reading.study), options);
}

int check_pack(const Options& options, const Path& folder) {
  Options here = options;
  if (!folder.empty()) here.pack = folder;
  const auto pack = open_pack(here);
  if (!pack) return Exit::problems;
  if (!options.json) std::cout << pack->id << "@" << pack->version << " " << pack->hash << "\n";
  return tell_problems(content::check_pack(*pack), Phrasebook(*pack), options);
}

int log(const Options& options, const Path& folder) {
  const auto session = open_study(options, folder);
  if (!session) return Exit::environment;
  for (const auto& event : session->reading.log) {
    const auto& origin = std::visit([](const auto& record) -> const Origin& { return record.origin; }, event.what);
    if (options.json) {
      std::cout << Json{{"number", event.number},
                        {"date", event.date},
                        {"actor", event.actor},
                        {"event", event_name(event.what)},
                        {"from", exchange::json_of(origin)}}
                       .dump()
                << "\n";
    } else {
      std::cout << event.number << "\t" << event.date << "\t" << event.actor << "\t" << event_name(event.what) << "\t"
                << origin.file << ":" << origin.line << "\n";
    }
  }
  return print_problems({}, Phrasebook(session->pack), options);
}

}  // namespace koepel::apps
