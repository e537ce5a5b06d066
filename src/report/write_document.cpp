// SPDX-License-Identifier: EUPL-1.2
// A document and the wanted formats in, files out. The face is write_document.
//
// The table of contents needs page numbers, and only LibreOffice knows where a page ends. So the document is converted
// to PDF, its outline gives the page of each heading, and with those the final files are made side by side.
#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "base/work_folder.h"
#include "report/flat_odf.h"
#include "report/office.h"
#include "report/pdf.h"
#include "report/report.h"

namespace koepel::report {

namespace {

namespace fs = std::filesystem;

constexpr int seconds_per_conversion = 90;

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::string read_file(const fs::path& path) {
  if (path.empty()) return {};
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Heading> headings_of(const Document& document) {
  std::vector<Heading> out;
  for (const auto& block : document.blocks)
    if (const auto* heading = std::get_if<Heading>(&block)) out.push_back(*heading);
  return out;
}

Problem lost_headings(const Document& document, std::size_t found) {
  return {"document.headings-lost",
          Severity::error,
          {document.id + ".pdf", {}, 0, {}},
          std::to_string(found),
          {"report.problem.headings-lost", {number("expected", static_cast<double>(headings_of(document).size()))}},
          {"report.problem.headings-lost.repair", {}}};
}

/// The headings come in the same order in the document and in the outline; a broken conversion loses them.
Result<PageNumbers> page_numbers(const Document& document, const fs::path& pdf) {
  const auto headings = headings_of(document);
  const auto outline = outline_of(pdf);
  if (outline.size() != headings.size()) return failure(lost_headings(document, outline.size()));
  PageNumbers pages;
  for (std::size_t i = 0; i < headings.size(); ++i) pages[headings[i].id] = outline[i].second;
  return pages;
}

Conversion conversion_to(Format format, const fs::path& work, const std::string& id) {
  const char* ending = format == Format::odt ? "odt" : format == Format::docx ? "docx" : "pdf";
  const std::string filter = format == Format::odt    ? "odt:writer8"
                             : format == Format::docx ? "docx:MS Word 2007 XML"
                                                      : pdf_filter();
  return {work / (id + ".fodt"), work / (id + "." + ending), filter, work / (std::string("profile-") + ending)};
}

/// Final ODT, DOCX and PDF in the work folder, made side by side from one flat ODF file with page numbers.
Problems convert_all(const Document& document, const std::vector<Format>& formats, const fs::path& work,
                     const std::string& style) {
  const fs::path master = work / (document.id + ".fodt");
  const Conversion first = conversion_to(Format::pdf, work, document.id);
  write_file(master, flat_odf(document, style, {}));
  if (auto problems = convert({first}, seconds_per_conversion); !problems.empty()) return problems;
  const auto pages = page_numbers(document, first.output);
  if (!pages) return pages.error();
  write_file(master, flat_odf(document, style, *pages));
  std::vector<Conversion> all;
  for (const Format format : formats) {
    all.push_back(conversion_to(format, work, document.id));
    if (!fs::exists(all.back().profile)) fs::copy(first.profile, all.back().profile, fs::copy_options::recursive);
  }
  return convert(all, seconds_per_conversion);
}

Problems finish_pdf(const Document& document, const fs::path& pdf) {
  repair_pdf(pdf, document.language == Language::nl ? "nl-NL" : "en-GB");
  return check_pdf(pdf);
}

}  // namespace

Result<std::vector<fs::path>> write_document(const Document& document, const std::vector<Format>& formats,
                                             const fs::path& folder, const fs::path& house_style) {
  fs::create_directories(folder);
  std::vector<Format> by_office = formats;
  std::erase(by_office, Format::html);
  const WorkFolder work;
  if (!by_office.empty())
    if (auto problems = convert_all(document, by_office, work.path, read_file(house_style)); !problems.empty())
      return tl::unexpected<Problems>(std::move(problems));
  std::vector<fs::path> written;
  for (const Format format : formats) {
    if (format == Format::html) {
      written.push_back(folder / (document.id + ".html"));
      write_file(written.back(), to_html(document));
      continue;
    }
    const fs::path made = conversion_to(format, work.path, document.id).output;
    if (format == Format::pdf)
      if (auto problems = finish_pdf(document, made); !problems.empty())
        return tl::unexpected<Problems>(std::move(problems));
    written.push_back(folder / made.filename());
    fs::copy_file(made, written.back(), fs::copy_options::overwrite_existing);
  }
  return written;
}

}  // namespace koepel::report
