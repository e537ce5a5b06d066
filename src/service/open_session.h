// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "service/accounts.h"

namespace koepel::service {

/// How somebody proved who he is.
struct Entry {
  std::string origin;          ///< network address
  std::int64_t used_step = 0;  ///< of a second factor's code
  std::string way = {};        ///< for the audit, behind the person; empty: password or link
};
/// A session for somebody as he was when he proved himself; a change meanwhile keeps him out.
[[nodiscard]] Outcome<OpenSession> open_for(store::Store& store, const store::Person& seen, const Entry& entry,
                                            std::int64_t now_us);

}  // namespace koepel::service
