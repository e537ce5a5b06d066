// SPDX-License-Identifier: EUPL-1.2
// Tokens, codes and pseudonyms. Passwords: passwords.cpp; codes of the second factor: totp.cpp.
#include "service/secrets.h"

#include <array>
#include <vector>

#include "service/sodium_start.h"
#include "service/url_text.h"

namespace koepel::service {

namespace {

std::string hex(const unsigned char* bytes, std::size_t size) {
  std::string text(2 * size + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, size);
  text.pop_back();
  return text;
}

/// BLAKE2b under a key that names the purpose, so that a hash for one purpose is never one for another.
std::string keyed_hash(std::string_view purpose, std::string_view text, std::size_t bytes) {
  start_sodium();
  std::array<unsigned char, crypto_generichash_KEYBYTES> key{};
  crypto_generichash(key.data(), key.size(), reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size(),
                     nullptr, 0);
  std::vector<unsigned char> out(bytes);
  crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                     key.data(), key.size());
  return hex(out.data(), out.size());
}

}  // namespace

std::string new_token() {
  start_sodium();
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return base64url({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

std::string new_short_code() {
  start_sodium();
  static constexpr std::string_view letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";  // no 0 O 1 I L
  std::string code;
  for (int i = 0; i < 8; ++i) {
    if (i == 4) code += '-';
    code += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
  }
  return code;
}

std::string new_pseudonym(std::string_view prefix) {
  start_sodium();
  std::array<unsigned char, 8> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return std::string(prefix) + hex(bytes.data(), bytes.size());
}

std::string token_hash(std::string_view token) { return keyed_hash("koepel token", token, 32); }

std::string code_hash(std::string_view code) {
  std::string plain;
  for (const char c : code) {
    if (c == ' ' || c == '-') continue;
    plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return keyed_hash("koepel code", plain, 32);
}

std::string respondent_pseudonym(std::string_view token, std::string_view study) {
  return "r-" + keyed_hash("koepel respondent " + std::string(study), token, 16);
}

}  // namespace koepel::service
