// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gtest/gtest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "service/url_text.h"

// For tests: keys and tokens as a provider makes them, honest and forged.

namespace koepel::service::samples {

using Json = nlohmann::json;

struct PrivateKey {
  std::string id;
  std::shared_ptr<EVP_PKEY> key;
  bool is_rsa = true;
};

inline PrivateKey rsa(const std::string& id, unsigned bits = 2'048) {
  return {id, {EVP_RSA_gen(bits), EVP_PKEY_free}, true};
}
inline PrivateKey curve(const std::string& id, const char* name = "P-256") {
  return {id, {EVP_EC_gen(name), EVP_PKEY_free}, false};
}

inline std::string number(const PrivateKey& key, const char* name) {
  BIGNUM* found = nullptr;
  EXPECT_EQ(EVP_PKEY_get_bn_param(key.key.get(), name, &found), 1);
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(found)), '\0');
  BN_bn2bin(found, reinterpret_cast<unsigned char*>(bytes.data()));
  BN_free(found);
  if (!key.is_rsa && bytes.size() < 32) bytes.insert(0, 32 - bytes.size(), '\0');
  return bytes;
}

/// The public half.
inline Json jwk(const PrivateKey& key) {
  if (key.is_rsa)
    return {{"kty", "RSA"},
            {"kid", key.id},
            {"use", "sig"},
            {"n", base64url(number(key, OSSL_PKEY_PARAM_RSA_N))},
            {"e", base64url(number(key, OSSL_PKEY_PARAM_RSA_E))}};
  return {{"kty", "EC"},
          {"kid", key.id},
          {"crv", "P-256"},
          {"x", base64url(number(key, OSSL_PKEY_PARAM_EC_PUB_X))},
          {"y", base64url(number(key, OSSL_PKEY_PARAM_EC_PUB_Y))}};
}

/// ES256's two numbers, from DER.
inline std::string two_numbers(const std::string& der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  ECDSA_SIG* pair = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size()));
  std::array<unsigned char, 64> bytes{};
  BN_bn2binpad(ECDSA_SIG_get0_r(pair), bytes.data(), 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(pair), bytes.data() + 32, 32);
  ECDSA_SIG_free(pair);
  return {bytes.begin(), bytes.end()};
}

inline std::string sign(const PrivateKey& key, const std::string& algorithm, const std::string& text) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_PKEY_CTX* context = nullptr;
  EXPECT_EQ(EVP_DigestSignInit(digest.get(), &context, EVP_sha256(), nullptr, key.key.get()), 1);
  if (algorithm == "PS256") {
    EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING);
    EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST);
  }
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t size = 0;
  EXPECT_EQ(EVP_DigestSign(digest.get(), nullptr, &size, bytes, text.size()), 1);
  std::string signature(size, '\0');
  EXPECT_EQ(EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, text.size()),
            1);
  signature.resize(size);
  return key.is_rsa ? signature : two_numbers(signature);
}

inline std::string said(const Json& header, const Json& claims) {
  return base64url(header.dump()) + "." + base64url(claims.dump());
}

/// A token signed as its header says, or as `how` says.
inline std::string token(const PrivateKey& key, const Json& header, const Json& claims, const std::string& how = "") {
  const auto text = said(header, claims);
  return text + "." + base64url(sign(key, how.empty() ? header.value("alg", "RS256") : how, text));
}

/// Signed with a secret that both sides know.
inline std::string shared_secret_token(const std::string& secret, const Json& header, const Json& claims) {
  const auto text = said(header, claims);
  std::array<unsigned char, 32> mac{};
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(), mac.data(), &size);
  return text + "." + base64url({reinterpret_cast<const char*>(mac.data()), mac.size()});
}

}  // namespace koepel::service::samples
