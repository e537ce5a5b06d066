// SPDX-License-Identifier: EUPL-1.2
// koepel data: public facts brought in, and what there is.
#include <iostream>

#include "apps/commands.h"

namespace koepel::apps {

namespace {

Path data_folder(const Options& options) { return options.data.empty() ? exchange::user_data_folder() : options.data; }

}  // namespace

int import_data(const Options& options, const DataOrder& order) {
  const auto pack = open_pack(options);
  if (!pack) return Exit::environment;
  const Phrasebook phrases(*pack);
  const auto delivered = exchange::read_reference({exchange::delivered_reference()});
  const Path folder = order.to.empty() ? data_folder(options) : order.to;
  int code = Exit::ok;
  for (const auto& file : order.files) {
    const auto imported = exchange::import_open_data(file, folder, delivered.reference, order.only);
    code = std::max(code, print_problems(imported.problems, phrases, options));
    std::cout << phrases.say(
                     Message{"app.data.imported",
                             {word("file", file.filename().string()),
                              term("kind", "text", "app.data.kind." + imported.kind),
                              number("rows", static_cast<double>(imported.rows)), word("folder", folder.string())}},
                     options.language)
              << "\n";
  }
  return code;
}

int list_data(const Options& options) {
  const auto pack = open_pack(options);
  if (!pack) return Exit::environment;
  const Phrasebook phrases(*pack);
  const auto reading = exchange::read_reference({exchange::delivered_reference(), data_folder(options)});
  const auto& r = reading.reference;
  const auto tell = [&](const char* key, std::vector<Arg> args) {
    std::cout << "- " << phrases.say(Message{key, std::move(args)}, options.language) << "\n";
  };
  tell("app.data.municipalities",
       {number("n", static_cast<double>(r.municipalities.size())), word("source", r.municipalities_source)});
  for (const auto& accounts : r.accounts)
    tell("app.data.accounts",
         {word("year", std::to_string(accounts.year)), term("kind", "text", "app.data.accounts." + accounts.kind),
          number("rows", static_cast<double>(accounts.rows.size())),
          number("not_filed", static_cast<double>(accounts.not_filed.size()))});
  tell("app.data.arrangements", {number("n", static_cast<double>(r.arrangements.size()))});
  tell("app.data.boundaries", {number("n", static_cast<double>(r.boundaries.size()))});
  return print_problems(reading.problems, phrases, options);
}

}  // namespace koepel::apps
