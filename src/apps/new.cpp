// SPDX-License-Identifier: EUPL-1.2
// koepel new: an empty study for these municipalities, ready to fill in with a spreadsheet program.
#include <chrono>
#include <iostream>

#include "apps/commands.h"

namespace koepel::apps {

namespace {

/// Only the shell knows the clock; the study keeps the date from here on.
std::string today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::chrono::year_month_day date(days);
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text;
}

}  // namespace

int make_study(const Options& options, const NewStudy& wanted) {
  const auto pack = open_pack(options);
  if (!pack) return Exit::environment;
  const Phrasebook phrases(*pack);
  if (std::filesystem::exists(wanted.folder) && !std::filesystem::is_empty(wanted.folder)) {
    std::cerr << phrases.say(Message{"app.new.not_empty", {word("folder", wanted.folder.string())}}, options.language)
              << "\n";
    return Exit::wrong_use;
  }
  const auto reference = exchange::read_reference({exchange::delivered_reference()});
  const auto study =
      exchange::new_study(wanted.partners, wanted.date.empty() ? today() : wanted.date, *pack, reference.reference);
  if (!study) return print_problems(study.error(), phrases, options);
  const auto unwritten = exchange::write_new_folder(*study, *pack, wanted.folder, options.language);
  if (has_errors(unwritten)) return print_problems(unwritten, phrases, options);
  std::cout << phrases.say(Message{"app.new.made",
                                   {word("folder", wanted.folder.string()),
                                    number("n", static_cast<double>(study->partners.size())),
                                    number("tasks", static_cast<double>(study->gross_list.size()))}},
                           options.language)
            << "\n";
  return Exit::ok;
}

}  // namespace koepel::apps
