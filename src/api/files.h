// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/body.h"
#include "exchange/study_folder.h"
#include "service/changes.h"

namespace koepel::api {

/// The files of a body: [{"name": "cijfers.csv", "base64": "..."}]; what is wrong with them is told in the body.
[[nodiscard]] exchange::StudyFiles files_in(Body& body);

/// The changes of a body; what is wrong with their shape is told in the body.
[[nodiscard]] std::vector<service::TypedChange> changes_in(Body& body);

}  // namespace koepel::api
