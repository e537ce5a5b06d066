// SPDX-License-Identifier: EUPL-1.2
#include "base/hash.h"

#include <openssl/evp.h>

#include <array>
#include <cassert>
#include <new>

namespace koepel {

struct Sha256::State {
  EVP_MD_CTX* digest = EVP_MD_CTX_new();
  State() {
    if (!digest || !EVP_DigestInit_ex(digest, EVP_sha256(), nullptr)) throw std::bad_alloc();
  }
  ~State() { EVP_MD_CTX_free(digest); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(state_->digest, bytes.data(), bytes.size()); }

std::string Sha256::hex() {
  std::array<unsigned char, 32> digest{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(state_->digest, digest.data(), &size);
  assert(size == digest.size());
  constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : digest) hex += {digits[byte >> 4], digits[byte & 15]};
  return hex;
}

std::string sha256(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

}  // namespace koepel
