// SPDX-License-Identifier: EUPL-1.2
// Seed and stream name in, reproducible draws out.
#include "base/random.h"

#include <bit>
#include <cmath>

#include "base/ensure.h"

namespace koepel {

namespace {

std::uint64_t splitmix(std::uint64_t& x) {
  std::uint64_t z = (x += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

}  // namespace

Random::Random(std::uint64_t seed, std::string_view stream) : state_{} {
  std::uint64_t x = seed ^ (stream.empty() ? 0 : fnv1a(stream));
  for (auto& word : state_) word = splitmix(x);
}

std::uint64_t Random::bits() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t t = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= t;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

double Random::uniform() { return static_cast<double>(bits() >> 11) * 0x1.0p-53; }

std::uint32_t Random::below(std::uint32_t n) {
  ENSURE(n > 0);
  // Lemire's multiply-shift with rejection of the biased remainder.
  const std::uint32_t threshold = (0U - n) % n;
  for (;;) {
    const std::uint64_t product = (bits() >> 32) * n;
    if (static_cast<std::uint32_t>(product) >= threshold) return static_cast<std::uint32_t>(product >> 32);
  }
}

double Random::exponential() { return -std::log1p(-uniform()); }

void Random::simplex(std::span<double> weights) {
  double sum = 0;
  for (auto& w : weights) sum += (w = exponential());
  for (auto& w : weights) w /= sum;
}

}  // namespace koepel
