// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace koepel {

/// Own documented random generator, because the standard library's distributions differ between machines.
/// xoshiro256** (Blackman & Vigna 2018), state filled from the seed with splitmix64.
/// A stream name gives every use its own independent sequence, so that adding a computation never changes
/// the draws of another, and work can be spread over cores without changing a byte.
class Random {
 public:
  explicit Random(std::uint64_t seed, std::string_view stream = {});

  [[nodiscard]] std::uint64_t bits();
  /// Uniform on [0, 1), 53 random bits.
  [[nodiscard]] double uniform();
  /// Uniform on {0, ..., n-1}, unbiased; n > 0.
  [[nodiscard]] std::uint32_t below(std::uint32_t n);
  /// Exponential with mean 1.
  [[nodiscard]] double exponential();
  /// Fills `weights` uniformly on the simplex (sum 1): normalised exponentials, not normalised uniforms,
  /// which crowd the middle (Rubinstein 1982).
  void simplex(std::span<double> weights);

 private:
  std::uint64_t state_[4];
};

}  // namespace koepel
