// SPDX-License-Identifier: EUPL-1.2
// Any bytes in as the body of a request, the first byte choosing the operation: the answer is a refusal or a result,
// never a fault of the server.
#include <cstdlib>

#include "body_world.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static koepel::api::fuzz::World world;
  static const auto readers = koepel::api::fuzz::readers();
  if (size == 0) return 0;
  const std::string body(reinterpret_cast<const char*>(data + 1), size - 1);
  if (world.status(*readers[data[0] % readers.size()], body) >= 500) std::abort();
  return 0;
}
