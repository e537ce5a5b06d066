// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "pictures/picture.h"

// The document model: what a document is made of, apart from how it is written. Texts are final sentences in one
// language.

namespace koepel::report {

/// A piece of running text. `link` is "#id" of a heading or an address; `strong` is bold.
struct Span {
  std::string text;
  bool strong = false;
  bool emphasis = false;
  std::string link;
  std::string step = {};  ///< the step of the analysis that opens it on a screen; empty: a fixed text
};
using Spans = std::vector<Span>;

struct Heading {
  int level = 1;
  std::string text;
  std::string id;  ///< anchor, unique in the document
  bool page_break = false;
  bool in_contents = true;  ///< false: too small for the table of contents
};
struct Paragraph {
  Spans spans;
  std::string style;  ///< "" | "lead" | "note" | "source"
};
struct Bullets {
  std::vector<Spans> items;
  bool numbered = false;
};
/// A box that stands out: "what do you say yes to", a draft resolution, a warning.
struct Box {
  std::string kind;  ///< "yes" | "resolution" | "warning" | "invented"
  std::string title;
  std::vector<std::variant<Paragraph, Bullets>> body;
};
struct Cell {
  Spans spans;
  bool number = false;  ///< right aligned
};
struct TableBlock {
  std::string caption;
  std::vector<std::string> header;      ///< header row
  std::vector<std::vector<Cell>> rows;  ///< first cell of each row is its header
  std::vector<double> widths;           ///< relative; empty = equal
  std::string note;
};
struct Figure {
  pictures::Picture picture;
  std::string caption;
  bool table_too = false;  ///< also print the equivalent table below it
};

using Block = std::variant<Heading, Paragraph, Bullets, Box, TableBlock, Figure>;

/// The few fixed words that the writers need, in the document's language, from the pack's texts.
struct Labels {
  std::string kind;          ///< "Beslisdocument": stands small above the title
  std::string contents;      ///< "Inhoud"
  std::string page;          ///< "Pagina"
  std::string of;            ///< "van"
  std::string table;         ///< "Tabel"
  std::string figure;        ///< "Figuur"
  std::string skip;          ///< "Naar de inhoud van dit document"
  std::string figure_table;  ///< "De cijfers van deze figuur als tabel"
};

struct Document {
  std::string id;  ///< file name without ending
  std::string title;
  std::string subtitle;
  std::string subject;
  std::string author;
  std::string date;    ///< ISO
  std::string banner;  ///< stands on every page ("cijfers zijn echt, antwoorden verzonnen"); empty: none
  std::string footer;  ///< receipt in short
  Language language = Language::nl;
  Labels labels;
  /// Lines under the title: for whom, by whom, date, status.
  std::vector<std::pair<std::string, std::string>> cover;
  std::vector<Block> blocks;
};

}  // namespace koepel::report
