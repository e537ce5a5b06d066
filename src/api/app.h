// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/rate.h"
#include "api/theme.h"
#include "exchange/json_values.h"
#include "http/message.h"
#include "model/phrasebook.h"
#include "service/accounts.h"
#include "service/desk.h"
#include "service/oidc.h"
#include "service/studies.h"

// The API of schema/openapi.yaml. handle() is a function of a request: it needs no socket, so contract tests call it.

namespace koepel::api {

using exchange::Json;

struct Settings {
  bool secure_cookies = true;                                  ///< false: plain HTTP on this machine only
  std::string site;                                            ///< "https://koepel.example.nl": what links begin with
  std::string_view contract = "{}";                            ///< openapi.json
  std::string security_contact = "mailto:security@localhost";  ///< of who runs this installation
  service::Oidc* provider = nullptr;  ///< where the organisation's own people log in; null: with a password only
  std::string provider_name;          ///< "Gemeente Eersel": as its users call it
  Theme theme = {};
};

/// What all operations share.
struct App {
  service::Desk& desk;
  Settings settings;
  Phrasebook phrases{desk.pack};  ///< for what is of no study
  Rates rates = {};
};

/// 32 hexadecimal digits, each time others.
[[nodiscard]] std::string new_trace();

/// A request with what is known of who sends it.
struct Call {
  const http::Request& request;
  std::vector<std::string> ids;  ///< the parameters in the path, in order
  Language language = Language::nl;
  std::optional<service::Visitor> visitor;
  Json body;                        ///< parsed; null without one
  std::string trace = new_trace();  ///< by which the operator finds this request in the log

  [[nodiscard]] const std::string& id(std::size_t place = 0) const { return ids.at(place); }
};

/// Answers a request below /api/v1. What breaks becomes a problem (500, or 503 when the storage fails) and a line on
/// standard error with the trace that the answer names.
[[nodiscard]] http::Response handle(App& app, const http::Request& request);

/// An answer of the HTTP layer itself as the contract wants it told: see http::Adopt.
[[nodiscard]] http::Response adopt(const App& app, http::Response own, const std::string& path);

}  // namespace koepel::api
