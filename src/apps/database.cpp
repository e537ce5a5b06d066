// SPDX-License-Identifier: EUPL-1.2
// The database of a server from the command line: proving its log, copying it out and back, letting somebody in again.
#include <iostream>

#include "apps/commands.h"
#include "apps/terminal.h"
#include "service/accounts.h"
#include "store/log.h"

namespace koepel::apps {

namespace {

constexpr const char* file_name = "koepel.sqlite";

Path folder_of(const ServeOrder& order) { return order.folder.empty() ? exchange::user_data_folder() : order.folder; }

const char* in(const Options& options, const char* nl, const char* en) {
  return options.language == Language::nl ? nl : en;
}

void print(const Options& options, const store::ChainReport& report) {
  for (const auto& broken : report.broken)
    std::cout << broken.study << ", " << in(options, "gebeurtenis ", "event ") << broken.sequence << ": "
              << paint(Ink::red, in(options, "de keten klopt niet", "the chain does not hold")) << " (" << broken.what
              << ")\n";
  std::cout << report.studies << in(options, " studies, ", " studies, ") << report.events
            << in(options, " gebeurtenissen: ", " events: ");
  if (report.broken.empty()) {
    std::cout << in(options, "de keten is heel", "the chain holds") << "\n";
  } else {
    std::cout << report.broken.size() << in(options, " breuken", " breaks") << "\n";
  }
}

}  // namespace

int verify_log(const Options& options, const ServeOrder& order, const std::string& study) {
  store::Store store(folder_of(order), order.database, store::Access::look);
  const auto report = store::verify_chain(store, study);
  print(options, report);
  return report.broken.empty() ? Exit::ok : Exit::not_the_same;
}

int backup(const Options& options, const ServeOrder& order, const Path& to) {
  store::Store store(folder_of(order), order.database, store::Access::look);
  store.backup(to);
  std::cout << in(options, "De kopie staat in ", "The copy is in ") << to.string() << "\n";
  return Exit::ok;
}

int restore(const Options& options, const ServeOrder& order, const Path& from) {
  const Path folder = folder_of(order), file = folder / file_name;
  if (std::filesystem::exists(file)) {
    std::cerr << file.string() << ": "
              << in(options, "bestaat al. Kies een lege map met --data.", "exists. Choose an empty folder with --data.")
              << "\n";
    return Exit::problems;
  }
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
  std::filesystem::copy_file(from, file);
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  store::Store store(folder);
  const auto report = store::verify_chain(store);
  print(options, report);
  return report.broken.empty() ? Exit::ok : Exit::not_the_same;
}

int login_link(const Options& options, const ServeOrder& order, const std::string& email, bool drop_second_factor) {
  // A link is written in the database, so the server must not be running; through the screens the manager makes one.
  store::Store store(folder_of(order), order.database);
  const auto now =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  const auto person = email.empty() ? service::first_manager(store, now).person : store::person_by_email(store, email);
  if (!person) {
    std::cerr << email << in(options, ": niemand met dit adres", ": nobody has this address") << "\n";
    return Exit::problems;
  }
  if (drop_second_factor) service::forget_second_factor(store, *person, now);
  const auto token = service::make_login_link(store, person->id, now);
  std::cout << (order.site.empty() ? "http://localhost:8080" : order.site) << "/login#" << token << "\n";
  return Exit::ok;
}

}  // namespace koepel::apps
