// SPDX-License-Identifier: EUPL-1.2
// koepel analyse and draw: the analysis on the terminal, as JSON, or as pictures.
#include <iostream>

#include "apps/commands.h"
#include "apps/summary.h"
#include "apps/terminal.h"
#include "exchange/analysis_json.h"
#include "exchange/files.h"
#include "pictures/picture.h"

namespace koepel::apps {

int analyse_study(const Options& options, const Path& folder, const Path& out) {
  const Progress progress("koepel analyse", 1);
  const auto session = open_study(options, folder);
  if (!session) return Exit::environment;
  if (is_empty_study(*session, options)) return Exit::problems;
  const Phrasebook phrases(session->pack, session->reading.study);
  print_reading_note(*session, folder, phrases, options.language);
  const Analysis analysis = analyse_session(*session);
  if (!out.empty()) exchange::write_file(out, exchange::to_json(analysis));
  if (options.json) {
    std::cout << exchange::to_json(analysis);
  } else {
    print_summary(analysis, phrases, options.language);
    std::cout << "\n"
              << paint(Ink::faint, phrases.say(Message{"app.receipt", {word("hash", analysis.receipt.result_hash)}},
                                               options.language))
              << "\n";
  }
  return has_errors(session->reading.problems) ? Exit::problems : Exit::ok;
}

int draw(const Options& options, const Path& folder, const std::vector<std::string>& wanted, const Path& out) {
  const auto session = open_study(options, folder);
  if (!session) return Exit::environment;
  if (is_empty_study(*session, options)) return Exit::problems;
  const Analysis analysis = analyse_session(*session);
  const Phrasebook phrases(session->pack, session->reading.study);
  const auto pictures =
      pictures::all_pictures({analysis, session->pack, session->reference.reference, phrases, options.language});
  std::filesystem::create_directories(out);
  int drawn = 0;
  for (const auto& picture : pictures) {
    if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), picture.id) == wanted.end()) continue;
    const Path path = out / (picture.id + ".svg");
    exchange::write_file(path, picture.svg);
    std::cout << path.string() << "\t" << picture.title << "\n";
    ++drawn;
  }
  if (drawn > 0) return Exit::ok;
  std::cerr << phrases.text("app.draw.none", options.language) << "\n";
  for (const auto& picture : pictures) std::cerr << "- " << picture.id << "\n";
  return Exit::wrong_use;
}

}  // namespace koepel::apps
