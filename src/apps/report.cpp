// SPDX-License-Identifier: EUPL-1.2
// koepel report: the documents of a study, in the formats asked for.
#include "report/report.h"

#include <iostream>

#include "apps/commands.h"
#include "apps/summary.h"
#include "apps/terminal.h"
#include "exchange/analysis_json.h"
#include "exchange/files.h"

namespace koepel::apps {

int report_study(const Options& options, const ReportOrder& order) {
  const auto session = open_study(options, order.folder);
  if (!session) return Exit::environment;
  if (is_empty_study(*session, options)) return Exit::problems;
  const Phrasebook phrases(session->pack, session->reading.study);
  print_reading_note(*session, order.folder, phrases, options.language);
  const Analysis analysis = analyse_session(*session);
  const report::Input input{analysis, session->reading.study, session->pack, session->reference.reference,
                            options.language};

  std::vector<report::Format> as;
  for (const auto& name : order.formats) as.push_back(*report::format_of(name));
  std::filesystem::create_directories(order.out);
  std::vector<Path> written{order.out / "analysis.json"};
  exchange::write_file(written.front(), exchange::to_json(analysis));
  Progress progress("koepel report", static_cast<int>(order.documents.size()));
  for (const auto& name : order.documents) {
    const auto document = report::compose(name, input, *report::audience_of(order.audience));
    const auto files = report::write_document(document, as, order.out, order.house_style);
    if (!files) return print_problems(files.error(), phrases, options), Exit::environment;
    written.insert(written.end(), files->begin(), files->end());
    progress.advance();
  }
  print_summary(analysis, phrases, options.language);
  std::cout << "\n" << paint(Ink::bold, phrases.text("app.report.files", options.language)) << "\n";
  for (const auto& path : written) std::cout << "  " << path.string() << "\n";
  return has_errors(session->reading.problems) ? Exit::problems : Exit::ok;
}

}  // namespace koepel::apps
