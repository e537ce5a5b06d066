// SPDX-License-Identifier: EUPL-1.2
// A key set and a signature in; the keys that we trust, and whether one made it, out.
#include "service/signing_keys.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <nlohmann/json.hpp>

#include "service/url_text.h"

namespace koepel::service {

namespace {

using Json = nlohmann::json;

constexpr int fewest_bits = 2'048;
constexpr int most_bits = 8'192;  // longer ones only cost time
constexpr std::size_t most_keys = 50;
constexpr std::size_t half = 32;  // a number on P-256

template <auto free>
struct Freed {
  template <class T>
  void operator()(T* thing) const {
    free(thing);
  }
};
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freed<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freed<OSSL_PARAM_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Pair = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;
using Key = std::shared_ptr<EVP_PKEY>;

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

Number number_of(std::string_view bytes) {
  return Number(BN_bin2bn(raw(bytes), static_cast<int>(bytes.size()), nullptr));
}

/// A public key of its numbers, when they are one.
Key key_of(const char* kind, const Builder& builder) {
  const Params params(OSSL_PARAM_BLD_to_param(builder.get()));
  const Context maker(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
  EVP_PKEY* made = nullptr;
  if (!params || !maker || EVP_PKEY_fromdata_init(maker.get()) != 1 ||
      EVP_PKEY_fromdata(maker.get(), &made, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
    return nullptr;
  Key key(made, EVP_PKEY_free);
  const Context checker(EVP_PKEY_CTX_new_from_pkey(nullptr, made, nullptr));
  return checker && EVP_PKEY_public_check(checker.get()) == 1 ? key : nullptr;
}

Key rsa_key(const Json& jwk) {
  const auto modulus = from_base64url(text_in(jwk, "n")), exponent = from_base64url(text_in(jwk, "e"));
  if (modulus.size() > most_bits / 8 || exponent.empty() || exponent.size() > 8) return nullptr;
  const auto n = number_of(modulus), e = number_of(exponent);
  const Builder builder(OSSL_PARAM_BLD_new());
  if (BN_num_bits(n.get()) < fewest_bits) return nullptr;
  if (OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
      OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
    return nullptr;
  return key_of("RSA", builder);
}

Key curve_key(const Json& jwk) {
  const auto x = from_base64url(text_in(jwk, "x")), y = from_base64url(text_in(jwk, "y"));
  if (text_in(jwk, "crv") != "P-256" || x.size() != half || y.size() != half) return nullptr;
  const std::string point = '\x04' + x + y;  // 4: both coordinates follow
  const Builder builder(OSSL_PARAM_BLD_new());
  if (OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
      OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1)
    return nullptr;
  return key_of("EC", builder);
}

bool may_sign(const Json& jwk) {
  Signing any{};
  const auto use = text_in(jwk, "use"), algorithm = text_in(jwk, "alg");
  return (use.empty() || use == "sig") && (algorithm.empty() || is_allowed(algorithm, any));
}

SigningKey read_key(const Json& jwk) {
  if (!jwk.is_object() || !may_sign(jwk)) return {};
  SigningKey key{.id = text_in(jwk, "kid"), .algorithm = text_in(jwk, "alg"), .is_rsa = text_in(jwk, "kty") == "RSA"};
  if (key.is_rsa) key.key = rsa_key(jwk);
  if (text_in(jwk, "kty") == "EC") key.key = curve_key(jwk);
  return key;
}

/// ES256 writes two numbers of 32 bytes (RFC 7518, 3.4); OpenSSL wants them in DER.
std::string der_of(std::string_view signature) {
  if (signature.size() != 2 * half) return {};
  auto r = number_of(signature.substr(0, half)), s = number_of(signature.substr(half));
  const Pair pair(ECDSA_SIG_new());
  if (!pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return {};
  (void)r.release(), (void)s.release();  // the pair's now
  unsigned char* bytes = nullptr;
  const int size = i2d_ECDSA_SIG(pair.get(), &bytes);
  std::string der(reinterpret_cast<char*>(bytes), size > 0 ? static_cast<std::size_t>(size) : 0);
  OPENSSL_free(bytes);
  return der;
}

bool pad(EVP_PKEY_CTX* context, Signing how) {
  if (how == Signing::es256) return true;
  if (how == Signing::rs256) return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1;
}

}  // namespace

bool is_allowed(std::string_view algorithm, Signing& which) {
  if (algorithm == "RS256") return which = Signing::rs256, true;
  if (algorithm == "PS256") return which = Signing::ps256, true;
  if (algorithm == "ES256") return which = Signing::es256, true;
  return false;
}

SigningKeys read_signing_keys(std::string_view json) {
  const auto set = Json::parse(json, nullptr, false);
  SigningKeys keys;
  if (!set.is_object() || !set.contains("keys") || !set["keys"].is_array()) return keys;
  for (const auto& jwk : set["keys"]) {
    auto key = read_key(jwk);
    if (key.key && !key.id.empty() && keys.size() < most_keys) keys.push_back(std::move(key));
  }
  return keys;
}

bool is_signed_by(const SigningKey& key, Signing how, std::string_view text, std::string_view signature) {
  if (key.is_rsa == (how == Signing::es256)) return false;
  const auto proof = how == Signing::es256 ? der_of(signature) : std::string(signature);
  const Digest digest(EVP_MD_CTX_new());
  EVP_PKEY_CTX* context = nullptr;  // the digest's
  if (!digest || EVP_DigestVerifyInit(digest.get(), &context, EVP_sha256(), nullptr, key.key.get()) != 1) return false;
  return pad(context, how) && EVP_DigestVerify(digest.get(), raw(proof), proof.size(), raw(text), text.size()) == 1;
}

}  // namespace koepel::service
