// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "exchange/reference_files.h"
#include "model/pack.h"
#include "service/cards.h"
#include "service/insight.h"
#include "service/shelf.h"
#include "store/store.h"

namespace koepel::service {

/// Told to everybody who watches a study.
struct Change {
  std::string study;
  std::int64_t sequence = 0;
  std::vector<std::string> kinds;  ///< kinds of events, or "poll", "members", "study"
};

/// What every use case works with. The one place that knows time, database and engine at once; who asks comes as an
/// argument.
struct Desk {
  store::Store& store;
  const MethodPack& pack;
  const exchange::ReferenceReading& reference;
  std::filesystem::path examples;           ///< folder of example studies
  std::function<std::int64_t()> now_us;     ///< microseconds since 1970, UTC
  std::function<void(const Change&)> tell;  ///< to the live streams; never blocks
  Shelf shelf{};
  Analyses analyses{};
  Cards cards{};
};

}  // namespace koepel::service
