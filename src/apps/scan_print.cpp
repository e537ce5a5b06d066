// SPDX-License-Identifier: EUPL-1.2
// A scan of the country in; sentences and a short table on the terminal out.
#include "apps/scan_print.h"

#include <algorithm>
#include <array>
#include <iostream>

#include "apps/columns.h"
#include "apps/step_opener.h"
#include "apps/terminal.h"
#include "exchange/scan_files.h"

namespace koepel::apps {

namespace {

using gains::Scan;
using gains::ScanGroup;
using gains::ScanPlace;
using gains::ScanRow;

constexpr std::size_t best_shown = 10;
constexpr std::size_t names_shown = 12;
constexpr std::array outside_places{ScanPlace::not_filed,     ScanPlace::no_size,          ScanPlace::negative,
                                    ScanPlace::nothing_spent, ScanPlace::booked_elsewhere, ScanPlace::outlier,
                                    ScanPlace::no_neighbour};

double euro(Money money) { return static_cast<double>(money.cents) / 100; }

class Printer {
 public:
  Printer(const Scan& scan, const MethodPack& pack, const Reference& reference, const Phrasebook& phrases,
          Language language)
      : scan_(scan), pack_(pack), reference_(reference), phrases_(phrases), language_(language) {}

  void country() const {
    heading({"scan.title", {word("field", scan_.task_field), word("name", scan_.name)}});
    said({"scan.accounts",
          {term("kind", "text", "scan.accounts." + scan_.kind), word("year", std::to_string(scan_.year)),
           word("source", scan_.source)}});
    std::cout << "\n";
    bool basis = false;
    for (const auto& message : scan_.says) {
      if (!basis && is_basis(message)) {
        best_groups();
        heading({"scan.basis", {}});
        basis = true;
      }
      bullet(phrases_.say(message, language_));
    }
    evidence();
    outside();
    std::cout << "\n" << paint(Ink::faint, phrases_.text("scan.more", language_)) << "\n";
  }

  void municipality(const ScanRow& row) const {
    std::cout << "\n" << paint(Ink::bold, folded(phrases_.say(headline(row), language_))) << "\n";
    if (row.group) said(payback(scan_.groups[*row.group]));
    said(exchange::reason_of(scan_, row));
    options(row);
    heading({"scan.steps", {}});
    StepOpener opener([this](const std::string& id) { return find(id); }, {pack_, phrases_, language_, {}});
    opener.open(row.trace);
    if (row.group) opener.open(scan_.groups[*row.group].trace + ".ten_years");
    heading({"scan.basis", {}});
    for (const auto& message : scan_.says)
      if (is_basis(message)) bullet(phrases_.say(message, language_));
    evidence();
  }

 private:
  /// The sentences say the answer first; from the assumptions on they say what it rests on.
  static bool is_basis(const Message& message) {
    constexpr std::array answer{"scan.says.division",       "scan.says.nobody_gains",   "scan.says.saving",
                                "scan.says.pairs",          "scan.says.sizes",          "scan.says.no_saving",
                                "scan.says.ten_years_gain", "scan.says.ten_years_loss", "scan.says.house",
                                "scan.says.house_none",     "scan.says.worst",          "scan.says.no_saving_once"};
    return std::ranges::find(answer, message.key) == answer.end();
  }

  void said(const Message& message) const { std::cout << folded(phrases_.say(message, language_)) << "\n"; }
  void bullet(const std::string& text) const { std::cout << "- " << folded(text, 2) << "\n"; }
  void heading(const Message& message) const {
    std::cout << "\n" << paint(Ink::bold, phrases_.say(message, language_)) << "\n";
  }

  [[nodiscard]] const Step* find(const std::string& id) const {
    const auto step = std::ranges::find(scan_.trace, id, &Step::id);
    return step == scan_.trace.end() ? nullptr : &*step;
  }

  [[nodiscard]] std::string name(const std::string& code) const {
    const auto* known = find_municipality(reference_, code);
    return known == nullptr || known->name.empty() ? code : known->name;
  }

  [[nodiscard]] Arg names(const char* called, const std::vector<std::string>& codes,
                          const std::string& but = {}) const {
    Arg list{.name = called, .kind = Arg::Kind::list};
    for (const auto& code : codes)
      if (code != but) list.parts.push_back(word("", name(code)));
    return list;
  }

  [[nodiscard]] std::string amount(double value) const { return phrases_.say(about("", value), language_); }

  void best_groups() const {
    if (scan_.groups.empty()) return;
    const std::size_t shown = std::min(best_shown, scan_.groups.size());
    heading({"scan.best", {number("n", static_cast<double>(shown))}});
    std::vector<std::vector<std::string>> rows{split_columns(phrases_.text("scan.best_columns", language_))};
    rows.front().insert(rows.front().begin(), "");
    for (std::size_t g = 0; g < shown; ++g) {
      const auto& group = scan_.groups[g];
      rows.push_back({std::to_string(g + 1), amount(euro(group.saving)), amount(group.spread.band.low),
                      amount(group.spread.band.high),
                      phrases_.say(money("", group.saving.cents / std::max(group.inhabitants, 1)), language_),
                      amount(group.ten_years), phrases_.say(names("", group.members), language_)});
    }
    print_columns(rows);
  }

  void evidence() const {
    if (scan_.evidence.empty()) return;
    heading({"scan.evidence", {}});
    for (const auto& id : scan_.evidence) bullet(phrases_.name("evidence", id, language_));
  }

  void outside() const {
    const auto taking_part = std::ranges::count_if(scan_.rows, [](const auto& r) { return takes_part(r.place); });
    if (taking_part == static_cast<std::ptrdiff_t>(scan_.rows.size())) return;
    heading({"scan.outside", {}});
    for (const auto place : outside_places)
      if (const int n = scan_.count(place); n > 0)
        bullet(phrases_.say(Message{"scan.outside.line",
                                    {term("reason", "text", std::string("scan.place.") + word_of(place)),
                                     number("n", n), who_are(place)}},
                            language_));
  }

  [[nodiscard]] Arg who_are(ScanPlace place) const {
    std::vector<std::string> codes;
    for (const auto& row : scan_.rows)
      if (row.place == place) codes.push_back(row.municipality);
    if (codes.size() <= names_shown) return names("who", codes);
    const auto more = static_cast<double>(codes.size() - names_shown);
    codes.resize(names_shown);
    std::string first;
    for (const auto& code : codes) first += (first.empty() ? "" : ", ") + name(code);
    return nested("who", {"scan.outside.many", {word("who", first), number("n", more)}});
  }

  [[nodiscard]] Message headline(const ScanRow& row) const {
    std::vector<Arg> args{word("who", name(row.municipality)), number("people", row.inhabitants),
                          term("place", "text", std::string("scan.place.") + word_of(row.place))};
    if (!row.group) return {"scan.row.outside", std::move(args)};
    args.push_back(names("others", scan_.groups[*row.group].members, row.municipality));
    args.push_back(about("share", euro(row.share)));
    args.push_back(money("head", row.share.cents / std::max(row.inhabitants, 1)));
    args.push_back(about("low", row.range.low));
    args.push_back(about("high", row.range.high));
    return {"scan.row.grouped", std::move(args)};
  }

  [[nodiscard]] static Message payback(const ScanGroup& group) {
    if (!group.payback) return {"scan.row.never", {about("net", group.ten_years)}};
    return {"scan.row.payback", {number("year", *group.payback), about("net", group.ten_years)}};
  }

  void options(const ScanRow& row) const {
    if (row.options.empty()) return;
    heading({"scan.options", {}});
    for (const auto& option : row.options)
      bullet(phrases_.say(Message{"scan.option",
                                  {names("members", option.members), about("saving", euro(option.saving)),
                                   about("share", euro(option.share)), word("who", name(row.municipality))}},
                          language_));
  }

  const Scan& scan_;
  const MethodPack& pack_;
  const Reference& reference_;
  const Phrasebook& phrases_;
  Language language_;
};

}  // namespace

void print_scan(const Scan& scan, const MethodPack& pack, const Reference& reference, const Phrasebook& phrases,
                Language language) {
  Printer(scan, pack, reference, phrases, language).country();
}

void print_scan_row(const Scan& scan, const ScanRow& row, const MethodPack& pack, const Reference& reference,
                    const Phrasebook& phrases, Language language) {
  Printer(scan, pack, reference, phrases, language).municipality(row);
}

}  // namespace koepel::apps
