// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/app.h"
#include "service/fault.h"

// Answers: JSON, or a problem by RFC 9457 with every fault at once.

namespace koepel::api {

/// What is not known is left out: no value is null.
[[nodiscard]] http::Response json(Json body, int status = 200);
[[nodiscard]] http::Response nothing();  ///< 204

/// What a fault becomes: one table gives each kind its status, problem type and sentences.
[[nodiscard]] http::Response problem(const App& app, const Call& call, const service::Fault& fault);
[[nodiscard]] http::Response problem(const App& app, const Call& call, service::Fault::Kind kind);
/// A body that lacks a field or has another type than the contract says.
[[nodiscard]] http::Response malformed(const App& app, const Call& call, const std::string& field,
                                       const std::string& expected);
/// Problems with the transport: 404 without a route, 405, 406, 415.
[[nodiscard]] http::Response plain_problem(const App& app, const Call& call, int status);

[[nodiscard]] Json problems_json(const App& app, const Problems& problems, Language language);

/// The answer of a use case: `shape` makes its JSON.
template <class T, class Shape>
[[nodiscard]] http::Response answer(const App& app, const Call& call, const service::Outcome<T>& outcome, Shape shape,
                                    int status = 200) {
  if (!outcome) return problem(app, call, outcome.error());
  return json(shape(*outcome), status);
}
[[nodiscard]] http::Response answer(const App& app, const Call& call, const service::Outcome<void>& outcome);

/// 2026-11-26T19:02:17Z, with a fraction where the time has one.
[[nodiscard]] std::string utc(std::int64_t time_us);
/// The moment that such a text says; none when it says none.
[[nodiscard]] std::optional<std::int64_t> time_of(std::string_view utc);

}  // namespace koepel::api
