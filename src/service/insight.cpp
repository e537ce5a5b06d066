// SPDX-License-Identifier: EUPL-1.2
// A study's log in; its analysis, kept while it is asked for, out. Faces: told, differences.
#include "service/insight.h"

#include <algorithm>

#include "base/hash.h"
#include "exchange/analysis_json.h"
#include "exchange/study_folder.h"
#include "service/desk.h"
#include "store/polls.h"

namespace koepel::service {

namespace {

std::shared_ptr<const Told> tell_of(Desk& desk, std::shared_ptr<const LiveStudy> live, bool hidden) {
  Study seen = hidden ? without_open_answers(live->study) : live->study;
  const auto hash = sha256(exchange::log_text(log_of(seen), exchange::Origins::left_out));
  auto analysis = analyse({seen, desk.pack, desk.reference.reference, hash, desk.reference.hash});
  analysis.receipt.result_hash = exchange::result_hash(analysis);
  Phrasebook phrases(desk.pack, seen);
  // A copy has no room to spare: a quarter less to keep.
  return std::make_shared<Told>(Told{std::move(live), std::move(seen), Analysis(analysis), std::move(phrases)});
}

bool reads_the_same(const Told& a, const Finding& x, const Told& b, const Finding& y) {
  const auto lines = [](const Told& told, const Finding& finding) {
    std::vector<std::string> all{told.phrases.say(finding.says, Language::nl),
                                 told.phrases.say(finding.flip, Language::nl)};
    for (const auto& why : finding.why) all.push_back(told.phrases.say(why, Language::nl));
    return all;
  };
  return lines(a, x) == lines(b, y);
}

}  // namespace

std::shared_ptr<const Told> Analyses::get(const Key& key, const Maker& make) {
  std::promise<std::shared_ptr<const Told>> promise;
  std::shared_future<std::shared_ptr<const Told>> future;
  bool mine = false;
  {
    const std::lock_guard lock(mutex_);
    auto& place = kept_[key];
    if (!place.valid()) place = promise.get_future().share(), mine = true;
    future = place;
    if (const auto made = steps_.find(key); made != steps_.end()) recent_.touch(key, made->second);
  }
  if (!mine) return future.get();
  places_.acquire();
  try {
    promise.set_value(made(key, make));
  } catch (...) {
    promise.set_exception(std::current_exception());
    forget(key);
  }
  places_.release();
  return future.get();
}

std::shared_ptr<const Told> Analyses::made(const Key& key, const Maker& make) {
  auto told = make();
  const std::lock_guard lock(mutex_);
  recent_.touch(key, steps_[key] = told->analysis.trace.size());
  while (const auto old = recent_.surplus()) kept_.erase(*old), steps_.erase(*old);
  return told;
}

void Analyses::forget(const Key& key) {
  const std::lock_guard lock(mutex_);
  kept_.erase(key), steps_.erase(key), recent_.drop(key);
}

const std::vector<pictures::Picture>& pictures_of(const Desk& desk, const Told& told, Language language) {
  auto& gallery = (*told.galleries)[language == Language::nl ? 0 : 1];
  std::call_once(gallery.drawn, [&] {
    gallery.pictures =
        pictures::all_pictures({told.analysis, desk.pack, desk.reference.reference, told.phrases, language});
  });
  return gallery.pictures;
}

bool is_from_poll(std::string_view respondent) { return respondent.starts_with("r-"); }

bool answers_hidden(Desk& desk, const std::string& study) {
  const auto poll = store::find_poll(desk.store, study);
  return poll && poll->state == "open";
}

Study without_open_answers(Study study) {
  std::erase_if(study.answers, [](const auto& sheet) { return is_from_poll(sheet.respondent); });
  std::erase_if(study.respondents, [](const auto& one) { return is_from_poll(one.id); });
  return study;
}

std::shared_ptr<const Told> told(Desk& desk, const std::string& study, std::int64_t at) {
  auto live = desk.shelf.get(desk.store, study);
  if (!live || at > live->sequence) return nullptr;
  if (at > 0 && at < live->sequence) live = std::make_shared<LiveStudy>(study_at(desk.store, study, at));
  const bool hidden = answers_hidden(desk, study);
  return desk.analyses.get({study, live->sequence, hidden}, [&] { return tell_of(desk, live, hidden); });
}

std::vector<FindingChange> differences(const Told& before, const Told& after) {
  std::vector<FindingChange> changes;
  for (const auto& finding : after.analysis.findings) {
    const auto* earlier = find_finding(before.analysis, finding.id);
    if (earlier == nullptr || !reads_the_same(before, *earlier, after, finding))
      changes.push_back({finding.id, earlier, &finding});
  }
  for (const auto& finding : before.analysis.findings)
    if (find_finding(after.analysis, finding.id) == nullptr) changes.push_back({finding.id, &finding, nullptr});
  return changes;
}

}  // namespace koepel::service
