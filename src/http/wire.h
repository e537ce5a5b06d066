// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <ctime>
#include <string>

#include "http/message.h"

// Answers as they go over the wire.

namespace koepel::http {

/// Wed, 26 Nov 2026 20:02:43 GMT, in every locale.
[[nodiscard]] std::string http_date(std::time_t time);

/// May an answer with this status have a body?
[[nodiscard]] bool has_body(int status);

/// Status line and headers, up to and with the empty line: the answer's own, Date, Content-Length (not for a stream)
/// and `Connection: close` unless it is kept alive. A line break in a value becomes a space, so that nobody can write
/// headers of his own through a file name.
[[nodiscard]] std::string head_text(const Response& response, bool keep_alive);

/// An answer that this layer gives itself: a problem document with the headers of every answer. Statuses: 400, 405,
/// 408, 413, 414, 417, 431, 500, 503.
[[nodiscard]] Response own_problem(int status);

}  // namespace koepel::http
