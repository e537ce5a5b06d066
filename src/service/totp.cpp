// SPDX-License-Identifier: EUPL-1.2
// Codes of the second factor (RFC 6238: SHA-1, 30 seconds, six digits), as authenticator apps make them.
#include <liboath/oath.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <memory>

#include "service/secrets.h"
#include "service/sodium_start.h"
#include "service/url_text.h"

namespace koepel::service {

namespace {

constexpr std::int64_t step_s = 30;

void start() {
  static const int ready = oath_init();
  ENSURE(ready == OATH_OK);
}

struct Freed {
  void operator()(char* text) const { std::free(text); }
};
using Owned = std::unique_ptr<char, Freed>;

std::string binary_of(const std::string& secret) {
  char* bytes = nullptr;
  std::size_t size = 0;
  if (oath_base32_decode(secret.data(), secret.size(), &bytes, &size) != OATH_OK) return {};
  const Owned owned(bytes);
  return {bytes, size};
}

}  // namespace

std::string new_totp_secret() {
  start();
  start_sodium();
  std::array<char, 20> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  char* text = nullptr;
  std::size_t size = 0;
  ENSURE(oath_base32_encode(bytes.data(), bytes.size(), &text, &size) == OATH_OK);
  const Owned owned(text);
  return {text, size};
}

std::string totp_uri(const std::string& secret, const std::string& email) {
  return "otpauth://totp/Koepel:" + percent_encoded(email) + "?secret=" + secret + "&issuer=Koepel";
}

std::string totp_code(const std::string& secret, std::int64_t now_us) {
  start();
  const auto key = binary_of(secret);
  std::array<char, 7> code{};
  ENSURE(oath_totp_generate(key.data(), key.size(), static_cast<time_t>(now_us / 1'000'000), step_s, 0, 6,
                            code.data()) == OATH_OK);
  return code.data();
}

std::int64_t totp_step(const std::string& secret, const std::string& code, std::int64_t now_us, std::int64_t after) {
  start();
  if (code.size() != 6 || code.find_first_not_of("0123456789") != std::string::npos) return 0;
  const auto key = binary_of(secret);
  if (key.empty()) return 0;
  const auto now = static_cast<time_t>(now_us / 1'000'000);
  int distance = 0;
  std::uint64_t counter = 0;
  const int found =
      oath_totp_validate4(key.data(), key.size(), now, step_s, 0, 1, &distance, &counter, 0, code.c_str());
  const auto step = static_cast<std::int64_t>(counter);
  return found >= 0 && step > after ? step : 0;
}

}  // namespace koepel::service
