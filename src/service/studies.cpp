// SPDX-License-Identifier: EUPL-1.2
// Orders for whole studies in; studies in the log, files out.
#include "service/studies.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <optional>

#include "exchange/archive.h"
#include "exchange/names.h"
#include "exchange/record_text.h"
#include "service/problem_of.h"
#include "service/secrets.h"
#include "store/people.h"
#include "store/studies.h"

namespace koepel::service {

namespace {

std::string today(const Desk& desk) {
  using namespace std::chrono;
  const year_month_day day{floor<days>(sys_time<microseconds>{microseconds{desk.now_us()}})};
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(int(day.year())) + "-" + two(unsigned(day.month())) + "-" + two(unsigned(day.day()));
}

/// The first moment of an ISO date; none when it is no day.
std::optional<std::int64_t> day_of(const std::string& iso) {
  using namespace std::chrono;
  int y = 0;
  unsigned m = 0, d = 0;
  char rest = 0;
  if (std::sscanf(iso.c_str(), "%4d-%2u-%2u%c", &y, &m, &d, &rest) != 3) return std::nullopt;
  const year_month_day day{year{y}, month{m}, std::chrono::day{d}};
  if (!day.ok()) return std::nullopt;
  return duration_cast<microseconds>(sys_days{day}.time_since_epoch()).count();
}

/// "Samenwerking De Kempen" -> "samenwerkingdekempen-3fa9c1": readable, and not to be guessed.
std::string id_for(const std::string& title) {
  auto id = exchange::folder::folded(title).substr(0, 24);
  std::erase_if(id, [](char c) { return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'); });
  const auto tail = new_pseudonym("-");
  return (id.empty() ? "traject" : id) + tail.substr(0, 9);
}

/// A new row in the store with this log, and its maker as facilitator.
Outcome<MadeStudy> put_down(Desk& desk, const Asker& who, const Study& study, Problems problems) {
  const auto& title = study.head.title.nl.empty() ? study.head.id : study.head.title.nl;
  const store::StudyRow row{.id = id_for(title), .created_us = desk.now_us()};
  if (!store::add_study(desk.store, row)) return refused(Fault::Kind::conflict);
  store::Batch batch{row.id, "made-" + row.id, desk.now_us(), {}};
  for (const auto& event : log_of(study)) batch.events.push_back(event_for(event.what, who.person));
  if (auto stored = append(desk, batch); !stored) return tl::unexpected(stored.error());
  store::set_membership(desk.store, {row.id, who.person, std::string(word_of(Role::facilitator)), ""});
  return MadeStudy{row.id, std::move(problems)};
}

Outcome<MadeStudy> put_down_reading(Desk& desk, const Asker& who, exchange::StudyReading reading) {
  if (reading.study.partners.empty()) return refused(std::move(reading.problems));
  return put_down(desk, who, reading.study, std::move(reading.problems));
}

/// Records of a reading that are new to a study or say something else than it does. What a respondent handed in
/// through the poll is not changed by a file; that is told.
std::vector<const Happening*> news_in(const exchange::StudyReading& reading, const LiveStudy& live,
                                      ImportPreview& preview) {
  std::map<std::string, const CurrentRecord*> current;
  for (const auto& record : live.records) current[record->key] = record.get();
  std::vector<const Happening*> news;
  for (const auto& event : reading.log) {
    const auto found = current.find(key_of(event.what));
    const bool known = found != current.end();
    const auto text = exchange::folder::record_text(event.what);
    if (known && text == exchange::folder::record_text(found->second->what)) {
      ++preview.same;
    } else if (known && is_of_respondent(event.what)) {
      auto told = problem_of({"service.answers-fixed", "", exchange::folder::subject_of(event.what)});
      told.where = exchange::folder::origin_of(event.what);
      told.severity = Severity::warning;
      preview.problems.push_back(std::move(told));
    } else {
      ++(known ? preview.changed : preview.fresh);
      news.push_back(&event.what);
    }
  }
  return news;
}

std::vector<std::pair<std::string, int>> counts_of(const std::vector<Event>& log) {
  std::vector<std::pair<std::string, int>> counts;
  for (const auto& event : log) {
    const auto name = event_name(event.what);
    if (counts.empty() || counts.back().first != name) counts.emplace_back(name, 0);
    ++counts.back().second;
  }
  return counts;
}

/// A table that refers to partners may come without study.yaml: then the study's own head and partners stand in.
exchange::StudyFiles completed(const Desk& desk, const LiveStudy& live, exchange::StudyFiles files) {
  if (files.contains("study.yaml")) return files;
  auto own = exchange::study_files(live.study, desk.pack, Language::nl);
  for (auto& [name, bytes] : own)
    if (name == "study.yaml" || name == "partners.csv" || name == "taken.csv" || name == "pakketten.csv" ||
        name == "respondenten.csv")
      files.try_emplace(name, std::move(bytes));
  return files;
}

exchange::StudyReading read_for(const Desk& desk, const LiveStudy& live, const exchange::StudyFiles& files) {
  return exchange::read_study_files(completed(desk, live, files), desk.pack, desk.reference.reference);
}

std::filesystem::path example_folder(const Desk& desk, const std::string& example) {
  const bool plain = example.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
  return plain && !example.empty() && example.size() <= 64 ? desk.examples / example : std::filesystem::path();
}

}  // namespace

Asker asker_in(store::Store& store, const store::Person& person, const std::string& study) {
  Asker who{.person = person.id, .manager = person.manager};
  for (const auto& membership : store::memberships_of(store, person.id))
    if (membership.study == study) who.role = role_of(membership.role), who.partner = membership.partner;
  return who;
}

Outcome<MadeStudy> make_study(Desk& desk, const Asker& who, const NewStudyOrder& order) {
  if (!may(who, Action::make_study)) return refused(Fault::Kind::forbidden);
  if (order.title.empty()) return refused(Problems{problem_of({"service.title-missing", "title"})});
  if (order.partners.size() < 2) return refused(Problems{problem_of({"service.partners-missing", "partners"})});
  auto study = exchange::new_study(order.partners, order.date.empty() ? today(desk) : order.date, desk.pack,
                                   desk.reference.reference);
  if (!study) return refused(std::move(study.error()));
  study->head.title = {order.title, order.title};
  study->head.question = {order.question, order.question};
  return put_down(desk, who, *study, {});
}

Outcome<MadeStudy> make_from_example(Desk& desk, const Asker& who, const std::string& example) {
  if (!may(who, Action::make_study)) return refused(Fault::Kind::forbidden);
  const auto folder = example_folder(desk, example);
  if (!std::filesystem::exists(folder / "study.yaml")) return refused(Fault::Kind::unknown);
  return put_down_reading(desk, who, exchange::read_study(folder, desk.pack, desk.reference.reference));
}

Outcome<MadeStudy> make_from_files(Desk& desk, const Asker& who, const exchange::StudyFiles& files) {
  if (!may(who, Action::make_study)) return refused(Fault::Kind::forbidden);
  return put_down_reading(desk, who, exchange::read_study_files(files, desk.pack, desk.reference.reference));
}

Outcome<MadeStudy> make_copy(Desk& desk, const Asker& who, const std::string& study, const std::string& title) {
  if (!may(who, Action::make_study)) return refused(Fault::Kind::forbidden);
  if (!may(asker_in(desk.store, *store::find_person(desk.store, who.person), study), Action::see_study))
    return refused(Fault::Kind::unknown);
  const auto live = desk.shelf.get(desk.store, study);
  if (!live) return refused(Fault::Kind::unknown);
  Study copy;
  copy.head = live->study.head;
  copy.head.title = {title, title};
  copy.head.date = today(desk);
  copy.partners = live->study.partners;
  copy.gross_list = live->study.gross_list;
  copy.packages = live->study.packages;
  copy.cost_keys = live->study.cost_keys;
  copy.team_rules = live->study.team_rules;
  return put_down(desk, who, copy, {});
}

std::vector<Example> examples(const Desk& desk) {
  std::vector<Example> all;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(desk.examples, none)) {
    if (!std::filesystem::exists(entry.path() / "study.yaml")) continue;
    const auto reading = exchange::read_study(entry.path(), desk.pack, desk.reference.reference);
    all.push_back({entry.path().filename().string(), reading.study.head.title});
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return all;
}

Outcome<ImportPreview> preview_import(Desk& desk, const Asker& who, const std::string& study,
                                      const exchange::StudyFiles& files) {
  const auto live = desk.shelf.get(desk.store, study);
  if (!live || !may(who, Action::see_study)) return refused(Fault::Kind::unknown);
  if (!may(who, Action::manage_study)) return refused(Fault::Kind::forbidden);
  auto reading = read_for(desk, *live, files);
  ImportPreview preview{.problems = std::move(reading.problems), .counts = counts_of(reading.log)};
  (void)news_in(reading, *live, preview);
  return preview;
}

Outcome<Accepted> import_files(Desk& desk, const Asker& who, const std::string& study,
                               const exchange::StudyFiles& files, const std::string& client_id) {
  const auto live = desk.shelf.get(desk.store, study);
  if (!live || !may(who, Action::see_study)) return refused(Fault::Kind::unknown);
  if (!may(who, Action::manage_study)) return refused(Fault::Kind::forbidden);
  const auto reading = read_for(desk, *live, files);
  ImportPreview preview{.problems = reading.problems};
  store::Batch batch{study, client_id, desk.now_us(), {}};
  for (const auto* what : news_in(reading, *live, preview)) batch.events.push_back(event_for(*what, who.person));
  if (batch.events.empty()) return Accepted{.sequence = live->sequence, .problems = std::move(preview.problems)};
  auto accepted = append(desk, batch);
  if (accepted) accepted->problems = std::move(preview.problems);
  return accepted;
}

Outcome<std::string> export_zip(Desk& desk, const Asker& who, const std::string& study, Language language) {
  const auto live = desk.shelf.get(desk.store, study);
  if (!live || !may(who, Action::see_study)) return refused(Fault::Kind::unknown);
  if (!may(who, Action::manage_study)) return refused(Fault::Kind::forbidden);
  const auto seen = answers_hidden(desk, study) ? without_open_answers(live->study) : live->study;
  std::vector<exchange::ArchivePart> parts;
  for (auto& [name, bytes] : exchange::study_files(seen, desk.pack, language))
    parts.push_back({name, std::move(bytes)});
  return exchange::write_archive(parts);
}

Outcome<void> keep_until(Desk& desk, const Asker& who, const std::string& study, const std::string& date) {
  if (!may(who, Action::see_study)) return refused(Fault::Kind::unknown);
  if (!may(who, Action::manage_study)) return refused(Fault::Kind::forbidden);
  const auto day = day_of(date);
  if (!date.empty() && !day) return refused(Problems{problem_of({"service.not-a-date", "date"})});
  store::set_retention(desk.store, study, day.value_or(0));
  return {};
}

Outcome<void> put_away(Desk& desk, const Asker& who, const std::string& study, bool away) {
  if (!may(who, Action::see_study)) return refused(Fault::Kind::unknown);
  if (!may(who, Action::manage_study)) return refused(Fault::Kind::forbidden);
  const auto row = store::find_study(desk.store, study);
  // Opened now it would be put away again within a day, with its addresses gone.
  const bool past = row && row->erase_after_us != 0 && row->erase_after_us <= desk.now_us();
  if (!away && past) return refused(Problems{problem_of({"service.retention-past", "retention"})});
  store::archive_study(desk.store, study, away ? desk.now_us() : 0);
  desk.tell({study, 0, {"study"}});
  return {};
}

}  // namespace koepel::service
