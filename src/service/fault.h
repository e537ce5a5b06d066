// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "base/problem.h"
#include "store/log.h"

namespace koepel::service {

/// Why a use case did not happen, as its user should understand it. The API gives each kind one status and problem type
/// (api/problems.cpp).
struct Fault {
  enum class Kind {
    invalid,               ///< the input has problems; all of them are in `problems`
    not_logged_in,         ///< nobody, or a session that is over
    wrong_credentials,     ///< e-mail address, password or code; never says which
    second_factor_needed,  ///< the password was right, a code must come with it
    locked,                ///< too many attempts: try again later
    too_many,              ///< too many requests
    forbidden,             ///< known, but may not
    unknown,               ///< no such thing, or not for this person
    conflict,              ///< somebody else changed it meanwhile; `theirs` says what
    closed,                ///< the study is archived, the poll is closed, the link is used up
    gone,                  ///< the link or code is expired or revoked
    storage_full,          ///< the disk has no room: nothing of this request was stored
    storage_fails,         ///< the database is damaged or does not answer
    unavailable,           ///< another server that this needs does not answer, or not as it should
    failure                ///< something broke that nobody expected
  };
  Kind kind = Kind::invalid;
  Problems problems = {};
  std::vector<store::LoggedEvent> theirs = {};
};

template <class T>
using Outcome = tl::expected<T, Fault>;

[[nodiscard]] inline tl::unexpected<Fault> refused(Fault::Kind kind) { return tl::unexpected(Fault{.kind = kind}); }
[[nodiscard]] inline tl::unexpected<Fault> refused(Problems problems) {
  return tl::unexpected(Fault{.kind = Fault::Kind::invalid, .problems = std::move(problems)});
}

}  // namespace koepel::service
