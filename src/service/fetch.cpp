// SPDX-License-Identifier: EUPL-1.2
// A question to another server in; its answer out.
#include "service/fetch.h"

#include <curl/curl.h>

#include <memory>

#include "base/ensure.h"
#include "service/url_text.h"

namespace koepel::service {

namespace {

constexpr std::size_t longest_answer = 512 * 1024;
constexpr long connect_s = 5;
constexpr long all_s = 10;

void start_curl() {
  static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  ENSURE(ready == CURLE_OK);
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// Ends the transfer when the answer is longer than any honest one.
std::size_t take(char* bytes, std::size_t one, std::size_t count, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + one * count > longest_answer) return 0;
  body.append(bytes, one * count);
  return one * count;
}

void set_bounds(CURL* curl, const std::string& url) {
  const bool here = is_loopback(url);
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, here ? "http,https" : "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_s);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, all_s);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  if (here) curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
}

void set_question(CURL* curl, const FetchOrder& order) {
  if (!order.form.empty()) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(order.form.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, order.form.c_str());
  }
  if (order.user.empty()) return;
  curl_easy_setopt(curl, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
  curl_easy_setopt(curl, CURLOPT_USERNAME, order.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, order.password.c_str());
}

Headers headers_of(const FetchOrder& order) {
  Headers headers(curl_slist_append(nullptr, "Accept: application/json"), curl_slist_free_all);
  if (order.bearer.empty() || order.bearer.find_first_of("\r\n") != std::string::npos) return headers;
  const auto line = "Authorization: Bearer " + order.bearer;
  headers.reset(curl_slist_append(headers.release(), line.c_str()));
  return headers;
}

std::optional<Fetched> fetch(const FetchOrder& order) {
  start_curl();
  const Handle curl(curl_easy_init(), curl_easy_cleanup);
  const auto headers = headers_of(order);
  Fetched answer;
  set_bounds(curl.get(), order.url);
  set_question(curl.get(), order);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer.body);
  if (curl_easy_perform(curl.get()) != CURLE_OK) return std::nullopt;
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  return answer;
}

}  // namespace

Fetch over_the_network() { return fetch; }

}  // namespace koepel::service
