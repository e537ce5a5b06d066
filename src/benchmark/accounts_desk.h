// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "benchmark/spending.h"

// What every comparison on imported accounts starts from: for benchmark itself, and for the scan of gains.

namespace koepel::benchmark {

/// Expenditure per task field and municipality; who filed nothing is not in it.
class Ledger {
 public:
  explicit Ledger(const Accounts& accounts);

  [[nodiscard]] const std::set<std::string>& codes() const { return codes_; }
  [[nodiscard]] bool filed(const std::string& municipality) const { return filed_.contains(municipality); }
  /// Cents; none when there is no figure.
  [[nodiscard]] std::optional<std::int64_t> cents(const std::string& municipality, const std::string& field) const;
  /// Euro per inhabitant; none when there is no figure.
  [[nodiscard]] std::optional<double> per_inhabitant(const Municipality& municipality, const std::string& field) const;

 private:
  std::set<std::string> codes_;
  std::set<std::string> filed_;
  std::map<std::string, std::map<std::string, std::int64_t>> cents_;
};

/// Everything the rows are made from.
struct Desk {
  const Study& study;
  const MethodPack& pack;
  const Reference& reference;
  const Accounts& accounts;
  Ledger ledger;
  std::vector<const Municipality*> candidates;  ///< filed and not in the study
};
[[nodiscard]] Desk desk_of(const Study& study, const MethodPack& pack, const Reference& reference,
                           const Accounts& accounts);

/// The newest actual accounts, else the newest budget; nullptr when nothing was imported.
[[nodiscard]] const Accounts* chosen_accounts(const Reference& reference);

/// The partner as a municipality: what the study gives goes before the reference table.
[[nodiscard]] Municipality as_municipality(const Partner& partner, const Reference& reference);

/// Task fields of the tasks on the list, as the accounts call them, in list order, each once.
[[nodiscard]] std::vector<std::string> fields_of(const Study& study, const MethodPack& pack, const Ledger& ledger,
                                                 std::vector<std::string>& unmatched);

[[nodiscard]] std::vector<const Municipality*> comparables_of(const Municipality& own, const Desk& desk);
/// The list with its step "<topic>.<partner>.comparables".
Comparables add_comparables(const std::string& topic, const Partner& partner,
                            const std::vector<const Municipality*>& like, const Desk& desk, Trace& trace);

}  // namespace koepel::benchmark
