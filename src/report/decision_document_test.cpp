// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "report/compose.h"
#include "report/sample_input.h"
#include "report/sample_text.h"

namespace koepel::report {

namespace {

using testing::HasSubstr;
using testing::Not;

const std::vector<Audience> audiences{Audience::college, Audience::council, Audience::works_council,
                                      Audience::citizens};

Pictures some_pictures() {
  return {sample::picture("continuum"), sample::picture("opportunity"), sample::picture("map")};
}

/// Every document there is, for one study and language.
std::vector<Document> all_documents(const sample::Sample& study, Language language) {
  const Input input = study.input(language);
  std::vector<Document> out;
  for (const Audience audience : audiences) out.push_back(compose_decision_document(input, audience, some_pictures()));
  out.push_back(compose_zero_phase_report(input, some_pictures()));
  out.push_back(compose_gross_list(input, some_pictures()));
  out.push_back(compose_annex_book(input, some_pictures()));
  out.push_back(compose_vision(input, some_pictures()));
  out.push_back(compose_conduct(input, some_pictures()));
  return out;
}

const sample::Sample& full() {
  static const sample::Sample one = sample::make();
  return one;
}

const sample::Sample& bare() {
  static const sample::Sample one = sample::make_empty();
  return one;
}

std::vector<const Heading*> headings_of(const Document& document) {
  std::vector<const Heading*> out;
  for (const auto& block : document.blocks)
    if (const auto* heading = std::get_if<Heading>(&block)) out.push_back(heading);
  return out;
}

}  // namespace

TEST(Documents, SayEverySentenceInBothLanguages) {
  for (const auto* study : {&full(), &bare()})
    for (const Language language : {Language::nl, Language::en})
      for (const Document& document : all_documents(*study, language))
        for (const auto& text : sample::texts_of(document)) {
          EXPECT_THAT(text, Not(HasSubstr("["))) << document.id;
          EXPECT_THAT(text, Not(HasSubstr("{"))) << document.id;
        }
}

TEST(Documents, LeaveNoChapterEmpty) {
  for (const auto* study : {&full(), &bare()})
    for (const Document& document : all_documents(*study, Language::nl))
      for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const auto* heading = std::get_if<Heading>(&document.blocks[i]);
        if (heading == nullptr) continue;
        ASSERT_LT(i + 1, document.blocks.size()) << document.id << ": " << heading->text;
        const auto* next = std::get_if<Heading>(&document.blocks[i + 1]);
        EXPECT_TRUE(next == nullptr || next->level > heading->level) << document.id << ": " << heading->text;
      }
}

TEST(Documents, HaveHeadingsInOrderWithTheirOwnIds) {
  for (const Document& document : all_documents(full(), Language::nl)) {
    std::set<std::string> ids;
    int level = 0;
    for (const auto* heading : headings_of(document)) {
      EXPECT_TRUE(ids.insert(heading->id).second) << document.id << ": " << heading->text;
      EXPECT_LE(heading->level, level + 1) << document.id << ": " << heading->text;
      level = heading->level;
    }
  }
}

TEST(Documents, HaveTablesWithACaptionAndFullRows) {
  for (const Document& document : all_documents(full(), Language::nl))
    for (const auto& block : document.blocks)
      if (const auto* table = std::get_if<TableBlock>(&block)) {
        EXPECT_FALSE(table->caption.empty()) << document.id;
        for (const auto& row : table->rows) EXPECT_EQ(row.size(), table->header.size()) << table->caption;
      }
}

TEST(Documents, WriteNumbersAsTheReaderDoes) {
  const std::string dutch = sample::all_text(compose_decision_document(full().input(), Audience::college, {}));
  EXPECT_THAT(dutch, HasSubstr("€\u00a010.000"));
  EXPECT_THAT(dutch, HasSubstr("23 november 2026"));
  EXPECT_THAT(dutch, HasSubstr("-0,46"));
  const std::string english =
      sample::all_text(compose_decision_document(full().input(Language::en), Audience::college, {}));
  EXPECT_THAT(english, HasSubstr("€10,000"));
  EXPECT_THAT(english, HasSubstr("-0.46"));
}

TEST(Documents, CarryTheLineThatSaysWhatIsInvented) {
  for (const Document& document : all_documents(full(), Language::nl))
    EXPECT_THAT(document.banner, HasSubstr("verzonnen"));
  for (const Document& document : all_documents(bare(), Language::nl)) EXPECT_TRUE(document.banner.empty());
}

TEST(DecisionDocument, OpensWithWhatYouSayYesTo) {
  const Document document = compose_decision_document(full().input(), Audience::college, {});
  ASSERT_FALSE(headings_of(document).empty());
  EXPECT_EQ(headings_of(document).front()->text, "1. Waar zegt u ja tegen?");
  const auto* box = std::get_if<Box>(&document.blocks[1]);
  ASSERT_NE(box, nullptr);
  EXPECT_EQ(box->kind, "yes");
  EXPECT_THAT(std::get<Paragraph>(box->body.front()).spans.front().text, HasSubstr("informatiebeveiliging"));
}

TEST(DecisionDocument, GivesEachBodyItsOwnDraftResolution) {
  const auto resolutions = [](Audience audience) {
    std::vector<std::string> titles;
    for (const auto& block : compose_decision_document(full().input(), audience, {}).blocks)
      if (const auto* box = std::get_if<Box>(&block); box != nullptr && box->kind == "resolution")
        titles.push_back(box->title);
    return titles;
  };
  EXPECT_EQ(resolutions(Audience::college).size(), 3U);
  EXPECT_THAT(resolutions(Audience::council), testing::ElementsAre("Conceptbesluit van de gemeenteraad"));
  EXPECT_THAT(resolutions(Audience::works_council),
              testing::ElementsAre("Concept van de adviesaanvraag aan de ondernemingsraad"));
  EXPECT_TRUE(resolutions(Audience::citizens).empty());
}

TEST(DecisionDocument, AsksTheCouncilForPermissionOnlyWhenAnAdvisedFormIsAScheme) {
  const auto text = [](const sample::Sample& study) {
    return sample::all_text(compose_decision_document(study.input(), Audience::council, {}));
  };
  EXPECT_THAT(text(full()), HasSubstr("binnen acht weken"));
  EXPECT_THAT(text(bare()), Not(HasSubstr("binnen acht weken")));
}

TEST(DecisionDocument, GivesEveryPartnerAPartOfItsOwnInTheContents) {
  const Document document = compose_decision_document(full().input(), Audience::college, {});
  for (const auto& name : sample::partner_names) {
    const auto headings = headings_of(document);
    const auto found = std::ranges::find_if(headings, [&](const auto* heading) { return heading->text == name; });
    ASSERT_NE(found, headings.end()) << name;
    EXPECT_TRUE((*found)->in_contents);
  }
}

TEST(AnnexBook, HoldsAllTasksAndAssumptionsThatTheDecisionDocumentPointsTo) {
  const std::string decision = sample::all_text(compose_decision_document(full().input(), Audience::college, {}));
  EXPECT_THAT(decision, HasSubstr("«Bijlagen»"));
  const std::string book = sample::all_text(compose_annex_book(full().input(), {}));
  const Phrasebook phrases(full().pack, full().study);
  for (const auto& task : full().analysis.priorities.tasks) {
    const std::string name = phrases.say(term("", "task", task.task), Language::nl);
    EXPECT_THAT(book, HasSubstr(name.substr(1)));  // a row begins with a capital
  }
  EXPECT_THAT(book, HasSubstr(full().analysis.receipt.result_hash));
}

TEST(DecisionDocument, SaysThatMissingSpendingIsNotZero) {
  const std::string text = sample::all_text(compose_decision_document(full().input(), Audience::college, {}));
  EXPECT_THAT(text, HasSubstr("Oirschot leverde over 2024 geen bruikbare opgave aan"));
  EXPECT_THAT(text, HasSubstr("niet bekend"));
}

TEST(DecisionDocument, NamesNoFormWithoutAFunction) {
  const std::string text = sample::all_text(compose_decision_document(bare().input(), Audience::college, {}));
  EXPECT_THAT(text, HasSubstr("Er is dus geen vorm af te leiden."));
  EXPECT_THAT(text, Not(HasSubstr("Vorm voor")));
}

TEST(DecisionDocument, TellsCitizensInAFewBlocksWithoutLaw) {
  const Document document = compose_decision_document(full().input(), Audience::citizens, {});
  const std::string text = sample::all_text(document);
  for (const char* jargon : {"WOR", "Wgr", "zienswijze", "mandaat geven", "continuüm"})
    EXPECT_THAT(text, Not(HasSubstr(jargon)));
  EXPECT_LT(document.blocks.size(), 60U);
}

TEST(CodeOfConduct, NumbersItsArticlesThroughTheWholeCode) {
  const Document document = compose_conduct(full().input(), {});
  const std::string text = sample::all_text(document);
  const std::string last = "Artikel " + std::to_string(full().analysis.factors.code_of_conduct.size()) + ".";
  EXPECT_THAT(text, HasSubstr("Artikel 1."));
  EXPECT_THAT(text, HasSubstr(last));
}

TEST(GrossList, HasTheFourGroupsAndEveryTask) {
  const Document document = compose_gross_list(full().input(), {});
  std::size_t rows = 0;
  for (const auto& block : document.blocks)
    if (const auto* table = std::get_if<TableBlock>(&block); table != nullptr && table->header.front() == "Taak")
      rows += table->rows.size();
  EXPECT_EQ(rows, full().analysis.priorities.tasks.size());
}

}  // namespace koepel::report
