// SPDX-License-Identifier: EUPL-1.2
// A status in; the problem document that this layer itself answers with, out.
#include <algorithm>
#include <array>

#include "http/wire.h"

namespace koepel::http {

namespace {

/// Both languages at once: what cannot be read does not tell its language either.
struct Sentences {
  int status;
  const char* title;
  const char* detail;
};

constexpr std::array sentences{
    Sentences{400, "De aanvraag klopt niet / Malformed request",
              "De aanvraag is geen geldig HTTP of kan op twee manieren worden gelezen. / The request is not valid "
              "HTTP, or can be read in two ways."},
    Sentences{405, "Deze methode bestaat hier niet / Method not allowed",
              "Gebruik GET, HEAD, POST, PUT, PATCH of DELETE. / Use GET, HEAD, POST, PUT, PATCH or DELETE."},
    Sentences{408, "De aanvraag kwam te langzaam / Request timed out",
              "De aanvraag was niet op tijd compleet; stuur hem opnieuw. / The request was not complete in time; send "
              "it again."},
    Sentences{413, "De aanvraag is te groot / Request too large", "Stuur minder tegelijk. / Send less at a time."},
    Sentences{414, "Het adres is te lang / Address too long", "Gebruik een korter adres. / Use a shorter address."},
    Sentences{417, "Deze verwachting kan niet / Expectation failed",
              "Alleen 'Expect: 100-continue' wordt begrepen. / Only 'Expect: 100-continue' is understood."},
    Sentences{431, "De kopregels zijn te lang / Headers too long",
              "Stuur minder of kortere kopregels, bijvoorbeeld minder cookies. / Send fewer or shorter headers, fewer "
              "cookies for example."},
    Sentences{500, "Er ging iets mis / Something went wrong",
              "De beheerder vindt de oorzaak in het logboek. / The operator finds the cause in the log."},
    Sentences{503, "Te veel verbindingen / Too many connections",
              "Probeer het over enkele seconden opnieuw. / Try again in a few seconds."}};

const Sentences& sentences_of(int status) {
  const auto found =
      std::find_if(sentences.begin(), sentences.end(), [&](const auto& s) { return s.status == status; });
  return found == sentences.end() ? sentences.front() : *found;
}

}  // namespace

Response own_problem(int status) {
  const auto& said = sentences_of(status);
  Response response{status, safe_headers(), "", nullptr};
  response.headers.emplace_back("Content-Type", "application/problem+json");
  if (status == 405) response.headers.emplace_back("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE");
  if (status == 503) response.headers.emplace_back("Retry-After", "5");
  // The sentences above hold nothing that JSON would want escaped.
  response.body = R"({"type":"about:blank","title":")" + std::string(said.title) + R"(","status":)" +
                  std::to_string(status) + R"(,"detail":")" + said.detail + "\"}";
  return response;
}

}  // namespace koepel::http
