// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <unordered_map>

#include "base/message.h"
#include "base/text.h"
#include "model/pack.h"
#include "model/study.h"

namespace koepel {

/// Says messages in Dutch or English: finds the sentence in the pack's texts and fills in "{name}".
/// "{n|gemeente|gemeenten}" chooses singular or plural by argument n. Terms get their name from pack and study;
/// numbers are written the Dutch way (1.234,5) or the English way (1,234.5). A sentence that starts with a term
/// gets a capital. A missing key is said as "[key]": `koepel check-pack` and a test prove there are none.
class Phrasebook {
 public:
  Phrasebook(const MethodPack& pack, const Study& study);
  /// A phrasebook without a study: for problems in input that never became one.
  explicit Phrasebook(const MethodPack& pack);

  [[nodiscard]] std::string say(const Message& message, Language language) const;
  [[nodiscard]] std::string say(const Arg& arg, Language language) const;
  /// The name of "task/U01", "form/bvo", "partner/GM1724" ...; the id itself when unknown.
  [[nodiscard]] std::string name(const std::string& kind, const std::string& id, Language language) const;
  /// A fixed text by key.
  [[nodiscard]] std::string text(const std::string& key, Language language) const;

 private:
  const std::map<std::string, Text>* texts_;
  std::unordered_map<std::string, Text> names_;
};

/// A number in the language's own notation: write_number(1234.5, 1, nl) == "1.234,5". A negative sign is "-" (U+2212 is
/// not read by every screen reader). Rounds half away from zero on the decimal text.
[[nodiscard]] std::string write_number(double value, int decimals, Language language);
/// "€ 1.234.567" or, with cents that are not zero, "€ 12,34"; English: "€1,234,567".
[[nodiscard]] std::string write_money(std::int64_t cents, Language language);
/// "23 november 2026" / "23 November 2026" from an ISO date; the text itself when it is not one.
[[nodiscard]] std::string write_date(const std::string& iso, Language language);

}  // namespace koepel
