// SPDX-License-Identifier: EUPL-1.2
// Any bytes in; read_csv must not crash, and what it read must survive being written and read again.
#include <cstdint>
#include <cstdlib>

#include "exchange/sheet.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace koepel::exchange;
  const auto reading = read_csv({reinterpret_cast<const char*>(data), size}, "fuzz.csv");
  if (reading.sheet.lines.size() != reading.sheet.rows.size()) std::abort();
  for (std::size_t i = 1; i < reading.sheet.lines.size(); ++i)
    if (reading.sheet.lines[i] <= reading.sheet.lines[i - 1]) std::abort();
  const auto again = read_csv(write_csv(reading.sheet.rows), "again.csv");
  if (again.sheet.rows != reading.sheet.rows) std::abort();
  return 0;
}
