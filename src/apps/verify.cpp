// SPDX-License-Identifier: EUPL-1.2
// koepel verify: does a stored analysis come out again from its receipt, and does a study give what its experts expect?
#include <iostream>

#include "apps/commands.h"
#include "apps/terminal.h"
#include "exchange/analysis_json.h"
#include "exchange/expectations.h"
#include "exchange/files.h"

namespace koepel::apps {

namespace {

int tell(const Phrasebook& phrases, Language language, bool good, Message message) {
  std::cout << paint(good ? Ink::green : Ink::red, phrases.say(message, language)) << "\n";
  return good ? Exit::ok : Exit::not_the_same;
}

/// Names every part of the receipt that differs: the cause, when the outcome does.
void print_differences(const Receipt& stored, const Receipt& now, const Phrasebook& phrases, Language language) {
  const auto differs = [&](const char* part, const std::string& then, const std::string& today) {
    if (then == today) return;
    std::cout << "- "
              << phrases.say(Message{"app.verify.differs",
                                     {term("part", "text", std::string("app.verify.part.") + part), word("then", then),
                                      word("now", today)}},
                             language)
              << "\n";
  };
  differs("engine", stored.engine, now.engine);
  differs("pack", stored.pack, now.pack);
  differs("pack_hash", stored.pack_hash, now.pack_hash);
  differs("study_hash", stored.study_hash, now.study_hash);
  differs("reference_hash", stored.reference_hash, now.reference_hash);
}

int verify_stored(const Options& options, const Path& folder, const Path& path) {
  Options same = options;
  const std::string bytes = exchange::read_file(path);
  const auto stored = exchange::read_receipt(bytes);
  const auto pack = open_pack(options);
  if (!pack) return Exit::environment;
  if (!stored) return print_problems(stored.error(), Phrasebook(*pack), options);
  same.seed = stored->seed;
  same.draws = stored->draws;
  const auto session = open_study(same, folder);
  if (!session) return Exit::environment;
  const Phrasebook phrases(session->pack, session->reading.study);
  const Analysis again = analyse_session(*session);
  const bool good = exchange::to_json(again) == bytes;
  if (!good) print_differences(*stored, again.receipt, phrases, options.language);
  return tell(phrases, options.language, good,
              {good ? "app.verify.same" : "app.verify.not_same", {word("hash", again.receipt.result_hash)}});
}

int verify_expectations(const Options& options, const Path& folder) {
  const auto session = open_study(options, folder);
  if (!session) return Exit::environment;
  const Phrasebook phrases(session->pack, session->reading.study);
  const Path path = folder / "verwacht.txt";
  if (!std::filesystem::exists(path)) {
    std::cerr << phrases.say(Message{"app.verify.no_expectations", {word("file", path.string())}}, options.language)
              << "\n";
    return Exit::wrong_use;
  }
  const auto lines = exchange::compare(exchange::read_file(path), analyse_session(*session), phrases);
  int failed = 0;
  for (const auto& line : lines) {
    if (line.met) continue;
    ++failed;
    std::cout << path.string() << ":" << line.line << ": " << line.text << "  ->  " << line.found << "\n";
  }
  return tell(phrases, options.language, failed == 0 && !lines.empty(),
              {"app.verify.expectations", {number("n", static_cast<double>(lines.size())), number("failed", failed)}});
}

}  // namespace

int verify(const Options& options, const Path& folder, const Path& stored) {
  return stored.empty() ? verify_expectations(options, folder) : verify_stored(options, folder, stored);
}

}  // namespace koepel::apps
