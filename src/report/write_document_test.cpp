// SPDX-License-Identifier: EUPL-1.2
// Runs LibreOffice: the only slow tests of this folder.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/work_folder.h"
#include "report/compose.h"
#include "report/flat_odf.h"
#include "report/office.h"
#include "report/pdf.h"
#include "report/sample_input.h"
#include "report/structure_tree.h"

namespace koepel::report {

namespace {

namespace fs = std::filesystem;

std::string first_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(4, '\0');
  in.read(bytes.data(), 4);
  return bytes;
}

Document a_document() {
  const auto study = sample::make();
  return compose_decision_document(
      study.input(), Audience::college,
      {sample::picture("continuum"), sample::picture("opportunity"), sample::picture("network")});
}

std::vector<std::string> codes(const Problems& problems) {
  std::vector<std::string> out;
  for (const auto& problem : problems) out.push_back(problem.code);
  return out;
}

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

/// 8 to 20 pages, and what you say yes to on one page: the second.
void expect_length_and_first_pages(const fs::path& file) {
  QPDF pdf;
  pdf.processFile(file.c_str());
  const auto pages = QPDFPageDocumentHelper(pdf).getAllPages().size();
  EXPECT_GE(pages, 8U);
  EXPECT_LE(pages, 20U);
  int first = 0, second = 0;
  for (const auto& [title, page] : outline_of(file)) {
    if (title == "1. Waar zegt u ja tegen?") first = page;
    if (title.starts_with("2. ")) second = page;
  }
  EXPECT_EQ(first, 2);
  EXPECT_EQ(second, 3);
}

}  // namespace

TEST(WriteDocument, MakesFourFormatsThatPassTheChecksWithinTwentyPages) {
  const WorkFolder folder;
  const Document document = a_document();
  const auto files = write_document(document, {Format::odt, Format::pdf, Format::docx, Format::html}, folder.path);
  ASSERT_TRUE(files) << testing::PrintToString(codes(files.error()));
  ASSERT_EQ(files->size(), 4U);
  EXPECT_EQ(first_bytes((*files)[0]), "PK\x03\x04");
  EXPECT_EQ(first_bytes((*files)[1]), "%PDF");
  EXPECT_EQ(first_bytes((*files)[2]), "PK\x03\x04");
  EXPECT_EQ(first_bytes((*files)[3]), "<!DO");
  EXPECT_THAT(codes(check_pdf((*files)[1])), testing::IsEmpty());
  expect_length_and_first_pages((*files)[1]);
}

TEST(WriteDocument, FindsWhatLibreOfficeLeavesUndoneAndRepairsIt) {
  const WorkFolder folder;
  write(folder.path / "a.fodt", to_flat_odf(a_document()));
  const Conversion conversion{folder.path / "a.fodt", folder.path / "a.pdf", pdf_filter(), folder.path / "profile"};
  ASSERT_THAT(convert({conversion}, 90), testing::IsEmpty());
  EXPECT_THAT(codes(check_pdf(conversion.output)), testing::Contains("pdf.no-row-header"));
  repair_pdf(conversion.output, "nl-NL");
  EXPECT_THAT(codes(check_pdf(conversion.output)), testing::IsEmpty());
}

TEST(WriteDocument, TakesAHouseStyleThatLibreOfficeSaved) {
  const WorkFolder folder;
  Document document = a_document();
  document.blocks.resize(4);
  write(folder.path / "own.fodt", to_flat_odf(document));
  fs::create_directories(folder.path / "saved");
  const Conversion save{folder.path / "own.fodt", folder.path / "saved/own.fodt", "fodt:OpenDocument Text Flat XML",
                        folder.path / "profile"};
  ASSERT_THAT(convert({save}, 90), testing::IsEmpty());
  const auto files = write_document(document, {Format::pdf}, folder.path / "out", save.output);
  ASSERT_TRUE(files) << testing::PrintToString(codes(files.error()));
}

TEST(Convert, KillsLibreOfficeWhenTheTimeIsUp) {
  const WorkFolder folder;
  write(folder.path / "a.fodt", to_flat_odf(a_document()));
  const Conversion conversion{folder.path / "a.fodt", folder.path / "a.pdf", pdf_filter(), folder.path / "profile"};
  EXPECT_THAT(codes(convert({conversion}, 0)), testing::ElementsAre("document.office-slow"));
}

TEST(Convert, SaysWhenNothingCameOut) {
  const WorkFolder folder;
  const Conversion conversion{folder.path / "absent.fodt", folder.path / "absent.pdf", pdf_filter(),
                              folder.path / "profile"};
  EXPECT_THAT(codes(convert({conversion}, 90)), testing::ElementsAre("document.office-nothing"));
}

TEST(CheckPdf, FindsEverythingThatAnEmptyPdfLacks) {
  const WorkFolder folder;
  QPDF pdf;
  pdf.emptyPDF();
  QPDFWriter writer(pdf, (folder.path / "empty.pdf").c_str());
  writer.write();
  EXPECT_THAT(
      codes(check_pdf(folder.path / "empty.pdf")),
      testing::UnorderedElementsAre("pdf.not-tagged", "pdf.no-language", "pdf.no-title-shown", "pdf.no-title",
                                    "pdf.not-pdfa", "pdf.not-pdfua", "pdf.no-colour-intent", "pdf.no-headings"));
}

}  // namespace koepel::report
