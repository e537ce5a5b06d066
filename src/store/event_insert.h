// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "store/log.h"

namespace koepel::store {

/// Inserts events, many rows in one statement: on PostgreSQL every statement is a round trip.
void insert_events(Database& database, const std::string& study, const std::vector<LoggedEvent>& events);

}  // namespace koepel::store
