// SPDX-License-Identifier: EUPL-1.2
// The table of columns and the pack's texts in; the study folder explained to the official who fills it in, as
// Markdown, out.
#include <algorithm>

#include "exchange/columns.h"
#include "exchange/study_folder.h"

namespace koepel::exchange {

namespace {

using namespace folder;

class Guide {
 public:
  Guide(const MethodPack& pack, Language language) : pack_(pack), language_(language) {}

  std::string write() {
    out_ = "# " + say("study.guide.title") + "\n\n" + say("study.guide.intro") + "\n\n";
    section("study.guide.tolerance.title", "study.guide.tolerance");
    section("study.guide.strict.title", "study.guide.strict");
    section("study.guide.yaml.title", "study.guide.yaml");
    columns(study_keys(), "study", "study.guide.key");
    out_ += say("study.guide.weights") + "\n\n";
    columns(weight_keys(), "weight", "study.guide.key");
    for (const auto& table : all_tables()) describe(table);
    section("study.guide.kinds.title", "study.guide.kinds");
    kinds();
    return std::move(out_);
  }

 private:
  std::string say(const std::string& key) const {
    const auto text = pack_.texts.find(key);
    return text == pack_.texts.end() ? "[" + key + "]" : text->second.in(language_);
  }
  std::string say(std::string_view prefix, std::string_view name) const {
    return say(std::string(prefix).append(".").append(name));
  }

  void section(const std::string& title, const std::string& text) {
    out_ += "## " + say(title) + "\n\n" + say(text) + "\n\n";
  }

  /// A column may have its own explanation in one table, or one for all tables.
  std::string explanation(std::string_view table, std::string_view column) const {
    const auto own = std::string("study.column.").append(table).append(".").append(column);
    return pack_.texts.count(own) > 0 ? say(own) : say("study.column", column);
  }

  void columns(const std::vector<Column>& all, std::string_view table, const std::string& what) {
    out_ += "| " + say(what) + " (nl) | " + say(what) + " (en) | " + say("study.guide.required") + " | " +
            say("study.guide.holds") + " | " + say("study.guide.meaning") + " |\n| --- | --- | --- | --- | --- |\n";
    for (const auto& column : all) {
      used_.insert(kind_name(column.kind));
      out_ += "| " + std::string(column.nl) + " | " + std::string(column.en) + " | " +
              (column.required() ? say("study.guide.yes") : "") + " | " +
              say("study.kind_name", kind_name(column.kind)) + " | " + explanation(table, column.id) + " |\n";
    }
    out_ += "\n";
  }

  void describe(const TableGuide& table) {
    out_ += "## " + std::string(file_base(table.name, language_)) + "\n\n";
    out_ += say("study.guide.file") + " `" + std::string(table.name.nl) + ".csv`";
    if (table.name.nl != table.name.id) out_ += " (`" + std::string(table.name.id) + ".csv`)";
    out_ += ". " + say("study.table", table.name.id) + "\n\n";
    columns(table.columns, table.name.id, "study.guide.column");
    if (table.long_form.empty()) return;
    out_ += say("study.guide.long_form") + "\n\n";
    columns(table.long_form, table.name.id, "study.guide.column");
  }

  void kinds() {
    for (const auto name : used_)
      out_ += "- **" + say("study.kind_name", name) + "**: " + say("study.kind", name) + "\n";
  }

  /// The kinds in the order in which they first occur.
  struct InOrder : std::vector<std::string_view> {
    void insert(std::string_view name) {
      if (std::find(begin(), end(), name) == end()) push_back(name);
    }
  };

  const MethodPack& pack_;
  Language language_;
  std::string out_;
  InOrder used_;
};

/// The codes of the method that cells may hold, each with its name.
class CodeList {
 public:
  CodeList(const MethodPack& pack, Language language) : pack_(pack), language_(language) {}

  std::string write() {
    out_ = "# " + say("study.codes.title") + "\n\n" + say("study.codes.intro") + "\n\n";
    list("study.codes.roles", pack_.roles);
    list("study.codes.motives", pack_.motives);
    list("study.codes.groups", pack_.groups);
    list("study.codes.forms", pack_.tree.forms);
    if (!pack_.quantities.empty()) list("study.codes.quantities", pack_.quantities);
    title("study.codes.indicators");
    for (const auto& indicator : pack_.approach.indicators) line(indicator.id, indicator.question);
    title("study.codes.items");
    for (const auto& item : pack_.items) line(item.id, item.text);
    title("study.codes.questions");
    for (const auto& criterion : pack_.tree.criteria)
      for (const auto& question : criterion.questions) describe(question);
    return std::move(out_);
  }

 private:
  std::string say(const std::string& key) const {
    const auto text = pack_.texts.find(key);
    return text == pack_.texts.end() ? "[" + key + "]" : text->second.in(language_);
  }

  void title(const std::string& key) { out_ += "\n## " + say(key) + "\n\n"; }
  void line(const std::string& code, const Text& text) { out_ += "- `" + code + "` " + text.in(language_) + "\n"; }

  template <class Things>
  void list(const std::string& key, const Things& things) {
    title(key);
    for (const auto& thing : things) line(thing.id, thing.name);
  }

  void describe(const Question& question) {
    out_ += "- `" + question.id + "` " + question.text.in(language_) +
            (question.multi ? " (" + say("study.codes.several") + ")" : "") + "\n";
    for (const auto& answer : question.answers) out_ += "  - `" + answer.id + "` " + answer.text.in(language_) + "\n";
  }

  const MethodPack& pack_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string study_guide(const MethodPack& pack, Language language) { return Guide(pack, language).write(); }

std::string study_codes(const MethodPack& pack, Language language) { return CodeList(pack, language).write(); }

}  // namespace koepel::exchange
