// SPDX-License-Identifier: EUPL-1.2
// A password in; its Argon2id hash, or whether it fits one, out.
#include <array>
#include <new>
#include <semaphore>

#include "service/secrets.h"
#include "service/sodium_start.h"

namespace koepel::service {

namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory = 64u << 20;

/// Each takes 64 MiB: a crowd at the door must not take the machine down.
std::counting_semaphore<2>& places() {
  static std::counting_semaphore<2> two(2);
  return two;
}

struct Place {
  Place() {
    start_sodium();
    places().acquire();
  }
  ~Place() { places().release(); }
};

}  // namespace

std::string hash_password(const std::string& password) {
  const Place place;
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory) != 0) throw std::bad_alloc();
  return hash.data();
}

bool is_password(const std::string& hash, const std::string& password) {
  const Place place;
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace koepel::service
