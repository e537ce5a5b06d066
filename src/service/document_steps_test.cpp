// SPDX-License-Identifier: EUPL-1.2
// A figure or sentence on a screen opens to its origin: every step that a document names is there, and what a partner
// reads of itself has one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <regex>

#include "content/pack_reader.h"
#include "exchange/files.h"
#include "exchange/reference_files.h"
#include "exchange/study_folder.h"
#include "model/phrasebook.h"
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

  /// A name before a sentence opens with it.
  void hear(const report::Spans& spans, bool figure = false) {
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const auto& opens = spans[i].strong && i + 1 < spans.size() ? spans[i + 1] : spans[i];
      heard.push_back({spans[i].text, opens.step, figure});
    }
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
    heard.push_back({table.note, "", false});
  }
};

std::vector<Spoken> spoken(const report::Document& document) {
  Listener listener;
  for (const auto& block : document.blocks) std::visit(listener, block);
  return listener.heard;
}

std::string in_one_line(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (std::isspace(static_cast<unsigned char>(c)) == 0)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  return out;
}

/// A date is a day, and no figure that was computed.
std::string without_dates(const std::string& text) {
  static const std::regex date("[0-9]{1,2} [a-z]{3,9} (19|20)[0-9]{2}");
  return std::regex_replace(text, date, "");
}

/// All that is written down of the method, the task fields and a study: whoever wrote a figure there answers for it.
std::string written_down(const std::string& name, const Reference& reference) {
  const fs::path root = KOEPEL_SOURCE_DIR;
  std::string all;
  for (const auto& folder : {root / "method/koepel", root / "cases" / name})
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file()) all += in_one_line(exchange::read_file(entry.path())) + "\n";
  for (const auto& field : reference.task_fields) all += field.code + " " + field.name_nl + "\n";
  return all;
}

/// With what it was computed is told as it is.
bool is_receipt(const std::string& text) {
  static const std::regex hash("[0-9a-f]{12}"), version("koepel@");
  return std::regex_search(text, hash) || std::regex_search(text, version);
}

/// The figures of a text with the words around them, so that a figure that was filled in is no fixed text by chance.
std::vector<std::string> figures_in(std::string text) {
  while (text.ends_with('.') || text.ends_with(' ')) text.pop_back();
  constexpr std::size_t around = 8;
  std::vector<std::string> out;
  for (std::size_t i = text.find_first_of("0123456789"); i != std::string::npos;
       i = text.find_first_of("0123456789", i)) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789.,", i), text.size());
    const std::size_t from = i < around ? 0 : i - around;
    out.push_back(text.substr(from, end + around - from));
    i = end;
  }
  return out;
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

TEST_P(DocumentSteps, OpenEveryFigureThatIsNotWrittenDownAsItStands) {
  const Told study = told(GetParam());
  const std::string fixed = written_down(GetParam(), study.reference.reference);
  for (const auto& document : documents_of(study))
    for (const auto& one : spoken(document)) {
      if (!one.step.empty() || is_receipt(one.text)) continue;
      for (const auto& figure : figures_in(without_dates(one.text)))
        EXPECT_NE(fixed.find(figure), std::string::npos) << document.id << ": " << figure << ": " << one.text;
    }
}

/// No letters: an amount, a share, a count.
bool is_figure(const std::string& text) {
  const auto letter = [](unsigned char c) { return std::isalpha(c) != 0; };
  return text.find_first_of("0123456789") != std::string::npos && std::ranges::none_of(text, letter);
}

TEST_P(DocumentSteps, OpenEveryFigureInTheTableOfAPicture) {
  const Told study = told(GetParam());
  const Phrasebook phrases(study.pack, study.reading.study);
  for (const auto& picture :
       pictures::all_pictures({study.analysis, study.pack, study.reference.reference, phrases, Language::nl}))
    for (const auto& row : picture.rows)
      for (std::size_t c = 1; c < row.size(); ++c) {
        EXPECT_FALSE(is_figure(row[c].text) && row[c].step.empty()) << picture.id << ": " << row[c].text;
        EXPECT_TRUE(row[c].step.empty() || find_step(study.analysis, row[c].step) != nullptr)
            << picture.id << ": " << row[c].step;
      }
}

INSTANTIATE_TEST_SUITE_P(Cases, DocumentSteps,
                         ::testing::Values("afval", "kempen", "noord", "pragmatisch", "regio-19", "vier-op-een-rij"),
                         [](const auto& of) {
                           std::string name = of.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace koepel::service
