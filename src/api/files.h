// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "api/body.h"
#include "exchange/study_folder.h"

namespace koepel::api {

/// The files of a body: [{"name": "cijfers.csv", "base64": "..."}]; what is wrong with them is told in the body.
[[nodiscard]] exchange::StudyFiles files_in(Body& body);

}  // namespace koepel::api
