// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "exchange/study_folder.h"
#include "service/changes.h"
#include "service/desk.h"
#include "service/fault.h"
#include "service/rights.h"
#include "store/people.h"

// Studies as wholes: making, copying, importing, exporting, putting away.

namespace koepel::service {

/// Who asks, seen from a study. Without a study: what the person is anywhere.
[[nodiscard]] Asker asker_in(store::Store& store, const store::Person& person, const std::string& study);

struct NewStudyOrder {
  std::string title;
  std::string question;
  std::string date;                   ///< ISO; empty: today
  std::vector<std::string> partners;  ///< codes or names
};
struct MadeStudy {
  std::string id;
  Problems problems;  ///< of an imported folder: what was right is in the study
};
/// The maker becomes its facilitator.
[[nodiscard]] Outcome<MadeStudy> make_study(Desk& desk, const Asker& who, const NewStudyOrder& order);
/// One of the delivered examples.
[[nodiscard]] Outcome<MadeStudy> make_from_example(Desk& desk, const Asker& who, const std::string& example);
/// A study folder: CSV files, workbooks and study.yaml, by name.
[[nodiscard]] Outcome<MadeStudy> make_from_files(Desk& desk, const Asker& who, const exchange::StudyFiles& files);
/// A template of a study: partners, gross list, packages, cost keys and rules; no person, no answer, no judgement, no
/// decision.
[[nodiscard]] Outcome<MadeStudy> make_copy(Desk& desk, const Asker& who, const std::string& study,
                                           const std::string& title);

struct Example {
  std::string id;
  Text title;
};
[[nodiscard]] std::vector<Example> examples(const Desk& desk);

/// What a folder would change in a study, before it does.
struct ImportPreview {
  Problems problems;
  std::vector<std::pair<std::string, int>> counts;  ///< kind of event -> records read
  int fresh = 0, changed = 0, same = 0;
};
[[nodiscard]] Outcome<ImportPreview> preview_import(Desk& desk, const Asker& who, const std::string& study,
                                                    const exchange::StudyFiles& files);
/// Records that are new or differ go into the log, with the cell they came from; what was wrong is told.
[[nodiscard]] Outcome<Accepted> import_files(Desk& desk, const Asker& who, const std::string& study,
                                             const exchange::StudyFiles& files, const std::string& client_id);
/// The study as a folder in a zip. Answers of an open poll stay out.
[[nodiscard]] Outcome<std::string> export_zip(Desk& desk, const Asker& who, const std::string& study,
                                              Language language);

/// After this ISO date the study's personal data may be erased; empty: no date.
[[nodiscard]] Outcome<void> keep_until(Desk& desk, const Asker& who, const std::string& study, const std::string& date);
[[nodiscard]] Outcome<void> put_away(Desk& desk, const Asker& who, const std::string& study, bool away);

}  // namespace koepel::service
