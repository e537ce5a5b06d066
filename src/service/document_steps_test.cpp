// SPDX-License-Identifier: EUPL-1.2
// A figure or sentence on a screen opens to its origin: every step that a document names is there, and what a partner
// reads of itself has one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "content/pack_reader.h"
#include "exchange/reference_files.h"
#include "exchange/study_folder.h"
#include "report/compose.h"

namespace koepel::service {

namespace {

namespace fs = std::filesystem;

/// An example study, analysed.
struct Told {
  MethodPack pack;
  exchange::ReferenceReading reference;
  exchange::StudyReading reading;
  Analysis analysis;

  [[nodiscard]] report::Input input() const {
    return {analysis, reading.study, pack, reference.reference, Language::nl};
  }
};

Told told(const std::string& name) {
  const fs::path root = KOEPEL_SOURCE_DIR;
  auto pack = content::read_pack(root / "method/koepel").value();
  auto reference = exchange::read_reference({exchange::delivered_reference(), root / "cases" / name / "data"});
  auto reading = exchange::read_study(root / "cases" / name, pack, reference.reference);
  auto analysis = analyse({reading.study, pack, reference.reference, reading.hash, reference.hash});
  return {std::move(pack), std::move(reference), std::move(reading), std::move(analysis)};
}

struct Spoken {
  std::string text, step;
  bool figure = false;
};

/// Every span of the document, with whether it is a figure in a table.
struct Listener {
  std::vector<Spoken> heard;

  void hear(const report::Spans& spans, bool figure = false) {
    for (const auto& span : spans) heard.push_back({span.text, span.step, figure});
  }
  void operator()(const report::Heading&) {}
  void operator()(const report::Figure&) {}
  void operator()(const report::Paragraph& paragraph) { hear(paragraph.spans); }
  void operator()(const report::Bullets& list) {
    for (const auto& item : list.items) hear(item);
  }
  void operator()(const report::Box& box) {
    for (const auto& part : box.body) std::visit(*this, part);
  }
  void operator()(const report::TableBlock& table) {
    for (const auto& row : table.rows)
      for (const auto& cell : row) hear(cell.spans, cell.number);
  }
};

std::vector<Spoken> spoken(const report::Document& document) {
  Listener listener;
  for (const auto& block : document.blocks) std::visit(listener, block);
  return listener.heard;
}

std::vector<report::Document> documents_of(const Told& study) {
  using report::Audience;
  const auto input = study.input();
  std::vector<report::Document> out;
  for (const auto audience : {Audience::college, Audience::council, Audience::works_council, Audience::citizens})
    out.push_back(compose_decision_document(input, audience, {}));
  out.push_back(compose_zero_phase_report(input, {}));
  out.push_back(compose_gross_list(input, {}));
  out.push_back(compose_annex_book(input, {}));
  out.push_back(compose_vision(input, {}));
  for (const auto& partner : study.analysis.partners) out.push_back(partner_page(input, partner.id));
  return out;
}

class DocumentSteps : public ::testing::TestWithParam<const char*> {};

}  // namespace

TEST_P(DocumentSteps, AreStepsOfTheAnalysis) {
  const Told study = told(GetParam());
  std::size_t opened = 0;
  for (const auto& document : documents_of(study))
    for (const auto& one : spoken(document)) {
      if (one.step.empty()) continue;
      ++opened;
      EXPECT_NE(find_step(study.analysis, one.step), nullptr) << document.id << ": " << one.step << ": " << one.text;
    }
  EXPECT_GT(opened, 100u);
}

TEST_P(DocumentSteps, OpenEveryFigureThatAPartnerReadsOfItself) {
  const Told study = told(GetParam());
  for (const auto& partner : study.analysis.partners)
    for (const auto& one : spoken(partner_page(study.input(), partner.id)))
      EXPECT_FALSE(one.figure && one.step.empty()) << partner.id << ": " << one.text;
}

INSTANTIATE_TEST_SUITE_P(Cases, DocumentSteps,
                         ::testing::Values("afval", "kempen", "noord", "pragmatisch", "regio-19", "vier-op-een-rij"),
                         [](const auto& of) {
                           std::string name = of.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace koepel::service
