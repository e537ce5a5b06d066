// SPDX-License-Identifier: EUPL-1.2
// Texts that stand in addresses, forms and tokens. Face: percent_encoded(), form_of(), from_base64url().
#include "service/url_text.h"

#include <algorithm>
#include <array>

#include "service/sodium_start.h"

namespace koepel::service {

namespace {

constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
         c == '_' || c == '~';
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    encoded += is_plain(c) ? std::string(1, c) : std::string{'%', digits[byte / 16], digits[byte % 16]};
  }
  return encoded;
}

std::string form_of(const Fields& fields) {
  std::string form;
  for (const auto& [name, value] : fields)
    form += (form.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
  return form;
}

bool is_loopback(std::string_view url) {
  static constexpr std::array<std::string_view, 6> hosts{"http://127.0.0.1",  "http://localhost",  "http://[::1]",
                                                         "https://127.0.0.1", "https://localhost", "https://[::1]"};
  return std::any_of(hosts.begin(), hosts.end(), [&](std::string_view host) {
    return url.starts_with(host) && (url.size() == host.size() || url[host.size()] == ':' || url[host.size()] == '/') &&
           url.find('@') == url.npos;
  });
}

std::string base64url(std::string_view bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    variant);
  text.resize(std::char_traits<char>::length(text.c_str()));
  return text;
}

std::string from_base64url(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                        &size, nullptr, variant) != 0)
    return {};
  bytes.resize(size);
  return bytes;
}

}  // namespace koepel::service
