// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "service/fetch.h"
#include "service/signing_keys.h"

// What we know of the organisation's own provider: where to go and with which keys it signs. Asked for when needed,
// kept for an hour.

namespace koepel::service {

/// Where it answers (OpenID Connect Discovery 1.0).
struct ProviderPlaces {
  std::string authorization;
  std::string token;
  std::string keys;
  std::string user_info;      ///< or empty
  bool names_itself = false;  ///< tells its issuer when it sends somebody back (RFC 9207)
};
/// Nothing when the text is no such document, is another issuer's, or leads where we do not go (https, or this machine
/// when the issuer is on it).
[[nodiscard]] std::optional<ProviderPlaces> read_places(const std::string& json, const std::string& issuer);

/// Something asked for over the network and kept. Not asked again within `patience`, so that nobody makes us flood the
/// provider, and while it does not answer the old stays.
template <class T>
class Kept {
 public:
  static constexpr std::int64_t patience_us = 30'000'000;

  template <class Ask>
  std::shared_ptr<const T> get(std::int64_t now_us, std::int64_t keep_us, Ask ask) {
    const std::lock_guard lock(mutex_);
    const auto age = now_us - asked_us_;
    if (asked_ && (age < patience_us || (thing_ && age < keep_us))) return thing_;
    asked_ = true, asked_us_ = now_us;
    if (auto fresh = ask()) thing_ = std::make_shared<const T>(std::move(*fresh));
    return thing_;
  }

 private:
  std::mutex mutex_;
  std::shared_ptr<const T> thing_;
  std::int64_t asked_us_ = 0;
  bool asked_ = false;
};

class OidcProvider {
 public:
  OidcProvider(std::string issuer, Fetch fetch) : issuer_(std::move(issuer)), fetch_(std::move(fetch)) {}

  /// Null when it does not answer, or not as it should.
  [[nodiscard]] std::shared_ptr<const ProviderPlaces> places(std::int64_t now_us);
  /// `again`: a token names a key that we do not know.
  [[nodiscard]] std::shared_ptr<const SigningKeys> keys(std::int64_t now_us, bool again = false);
  [[nodiscard]] std::optional<Fetched> ask(const FetchOrder& order) const { return fetch_(order); }

 private:
  std::optional<std::string> document(const std::string& url) const;

  std::string issuer_;
  Fetch fetch_;
  Kept<ProviderPlaces> places_;
  Kept<SigningKeys> keys_;
};

}  // namespace koepel::service
