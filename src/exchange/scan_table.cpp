// SPDX-License-Identifier: EUPL-1.2
// A scan of the country in, a table with a row for every municipality out. The face is scan_table.
#include <algorithm>
#include <array>
#include <cmath>

#include "exchange/scan_files.h"

namespace koepel::exchange {

namespace {

using Row = std::vector<std::string>;

constexpr std::array columns{"code",       "municipality", "province",  "place",        "group",
                             "members",    "inhabitants",  "own",       "own_per_head", "saving",
                             "low",        "high",         "share",     "share_low",    "share_high",
                             "share_part", "gain_head",    "ten_years", "payback",      "reason"};

class TableWriter {
 public:
  TableWriter(const gains::Scan& scan, const Reference& reference, const Phrasebook& phrases, Language language)
      : scan_(scan), reference_(reference), phrases_(phrases), language_(language) {}

  [[nodiscard]] Row header() const {
    Row out;
    for (const char* column : columns) out.push_back(phrases_.text(std::string("scan.column.") + column, language_));
    return out;
  }

  [[nodiscard]] Row row(const gains::ScanRow& r) const {
    const auto* known = find_municipality(reference_, r.municipality);
    const auto* group = r.group ? &scan_.groups[*r.group] : nullptr;
    Row out{r.municipality, name(r.municipality), known ? known->province : "",
            phrases_.text(std::string("scan.place.") + word_of(r.place), language_)};
    out.push_back(r.group ? std::to_string(*r.group + 1) : "");
    out.push_back(group ? names(group->members) : "");
    out.push_back(std::to_string(r.inhabitants));
    out.push_back(r.own ? euro(*r.own) : "");
    out.push_back(r.own ? per_head(*r.own, r.inhabitants) : "");
    for (auto& cell : group ? amounts(r, *group) : Row(10)) out.push_back(std::move(cell));
    out.push_back(phrases_.say(reason_of(scan_, r), language_));
    return out;
  }

 private:
  [[nodiscard]] Row amounts(const gains::ScanRow& r, const gains::ScanGroup& group) const {
    return {euro(group.saving),
            euro(group.spread.band.low),
            euro(group.spread.band.high),
            euro(r.share),
            euro(r.range.low),
            euro(r.range.high),
            plain(100 * static_cast<double>(r.own->cents) / static_cast<double>(group.own.cents), 1),
            per_head(r.share, r.inhabitants),
            euro(group.ten_years),
            group.payback ? std::to_string(*group.payback) : phrases_.text("scan.payback.never", language_)};
  }

  [[nodiscard]] std::string plain(double value, int decimals) const {
    const double step = std::pow(10, decimals);
    std::string text = number_of(std::llround(std::abs(value) * step), decimals);
    return (value < 0 && std::llround(std::abs(value) * step) != 0 ? "-" : "") + text;
  }

  [[nodiscard]] std::string number_of(long long scaled, int decimals) const {
    std::string digits = std::to_string(scaled);
    const auto places = static_cast<std::size_t>(decimals);
    if (places == 0) return digits;
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    return digits.insert(digits.size() - places, language_ == Language::nl ? "," : ".");
  }

  [[nodiscard]] std::string euro(double value) const { return plain(value, 0); }
  [[nodiscard]] std::string euro(Money value) const { return plain(static_cast<double>(value.cents) / 100, 0); }
  [[nodiscard]] std::string per_head(Money value, int heads) const {
    return heads > 0 ? plain(static_cast<double>(value.cents) / 100 / heads, 2) : "";
  }

  [[nodiscard]] std::string name(const std::string& code) const {
    const auto* known = find_municipality(reference_, code);
    return known == nullptr || known->name.empty() ? code : known->name;
  }

  [[nodiscard]] std::string names(const std::vector<std::string>& codes) const {
    std::string out;
    for (const auto& code : codes) out += (out.empty() ? "" : ", ") + name(code);
    return out;
  }

  const gains::Scan& scan_;
  const Reference& reference_;
  const Phrasebook& phrases_;
  Language language_;
};

}  // namespace

Message reason_of(const gains::Scan& scan, const gains::ScanRow& row) {
  const auto step = std::ranges::find(scan.trace, row.trace, &Step::id);
  return step == scan.trace.end() ? Message{} : step->rule;
}

std::vector<std::vector<std::string>> scan_table(const gains::Scan& scan, const Reference& reference,
                                                 const Phrasebook& phrases, Language language) {
  const TableWriter writer(scan, reference, phrases, language);
  std::vector<Row> out{writer.header()};
  for (const auto& row : scan.rows) out.push_back(writer.row(row));
  return out;
}

}  // namespace koepel::exchange
