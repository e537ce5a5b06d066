// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "model/phrasebook.h"
#include "report/report.h"

namespace koepel::report {

/// A document in the making: what it is about, for whom, in which words, and the blocks so far.
struct Draft {
  const Input& input;
  Audience audience = Audience::college;
  Phrasebook phrases;
  std::vector<pictures::Picture> pictures;  ///< all that this analysis has; a document takes what it needs
  Document document;
  int headings = 0;
  int chapters = 0;
  int annexes = 0;

  [[nodiscard]] const Analysis& analysis() const { return input.analysis; }
  [[nodiscard]] const MethodPack& pack() const { return input.pack; }
};

using Args = std::vector<Arg>;

/// What a document says, and the step of the analysis that opens it on a screen; no step: a fixed text, or words of
/// the partners themselves.
struct Sentence {
  Sentence(std::string said, std::string opened_by = {}) : text(std::move(said)), step(std::move(opened_by)) {}
  std::string text;
  std::string step;
};
using Lines = std::vector<Sentence>;

/// Starts a document: title, cover lines, banner, footer, labels. `kind` is "decision", "zero_phase" ...: the texts
/// report.kind.<kind>.
[[nodiscard]] Draft begin(const Input& input, Audience audience, std::vector<pictures::Picture> pictures,
                          const std::string& kind);
/// "college" | "council" | "works_council" | "public": the id in texts and file names.
[[nodiscard]] const char* id_of(Audience audience);

// Words. `key` is without "report.".
[[nodiscard]] std::string say(const Draft& draft, const std::string& key, const Args& args = {});
[[nodiscard]] std::string say(const Draft& draft, const Message& message);
/// What the finding says, opened by its first step.
[[nodiscard]] Sentence say(const Draft& draft, const Finding& finding);
[[nodiscard]] Sentence say(const Draft& draft, const Warning& warning);
[[nodiscard]] Lines say_all(const Draft& draft, const std::vector<Message>& messages, const std::string& step,
                            std::size_t most = 99);
/// The value of a step of the analysis, opened by that step.
[[nodiscard]] Sentence value_of(const Draft& draft, const std::string& step);
/// The step that opens a finding; empty when it has none.
[[nodiscard]] std::string step_of(const Finding& finding);
/// A text of the pack in the document's language.
[[nodiscard]] const std::string& say(const Draft& draft, const Text& text);
[[nodiscard]] std::string name(const Draft& draft, const std::string& kind, const std::string& id);
[[nodiscard]] std::string write(const Draft& draft, double value, int decimals = 0);
[[nodiscard]] std::string write_percent(const Draft& draft, double share);
/// First letter as a capital, for a name that starts a cell or a line.
[[nodiscard]] std::string capital(std::string text);

// Blocks. What has no words is left out.
void chapter(Draft& draft, const std::string& key, bool page_break = true);
/// The first annex starts the chapter of annexes; on a new page where they are all there is.
void annex(Draft& draft, const std::string& key);
void section(Draft& draft, const std::string& text, bool in_contents = false, bool page_break = false);
void small_section(Draft& draft, const std::string& text);
void paragraph(Draft& draft, const Sentence& sentence, const std::string& style = {});
/// A paragraph of sentences that each open by their own step.
void sentences(Draft& draft, const Lines& lines, const std::string& style = {});
/// A paragraph that starts with bold words.
void named_paragraph(Draft& draft, const std::string& name, const Sentence& sentence);
void named_sentences(Draft& draft, const std::string& name, const Lines& lines);
void bullets(Draft& draft, const Lines& lines, bool numbered = false);
void table(Draft& draft, TableBlock block);
/// The picture with this id, its title and description as caption; nothing when there is none.
bool figure(Draft& draft, const std::string& id);
/// `parts` stand before the numbered points.
void box(Draft& draft, const std::string& kind, const std::string& title, const Lines& parts, const Lines& points = {});

// Cells.
[[nodiscard]] Cell cell(const Sentence& sentence);
/// Several figures in one cell, each opened by its own step.
[[nodiscard]] Cell cell_of(const Lines& lines);
[[nodiscard]] Cell number_cell(const Sentence& sentence);

}  // namespace koepel::report
