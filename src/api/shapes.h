// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "api/app.h"
#include "pictures/picture.h"
#include "report/document.h"
#include "service/changes.h"
#include "service/insight.h"

// What the engine and the log hold, as the shapes of schema/openapi.yaml, in the caller's language.

namespace koepel::api {

[[nodiscard]] Json finding_json(const service::Told& told, const Finding& finding, Language language);
[[nodiscard]] Json findings_json(const service::Told& told, const std::vector<Finding>& findings, Language language);
[[nodiscard]] Json table_json(const service::Told& told, const Table& table, Language language);
[[nodiscard]] Json picture_json(const pictures::Picture& picture);
[[nodiscard]] Json step_json(const App& app, const service::Told& told, const Step& step, Language language);
[[nodiscard]] Json block_json(const report::Block& block);
[[nodiscard]] Json blocks_json(const std::vector<report::Block>& blocks);
[[nodiscard]] Json says(const service::Told& told, const std::vector<Message>& messages, Language language);

[[nodiscard]] Json band_json(const Band& band);
/// A name in the words of the study; empty without an id.
[[nodiscard]] std::string name_of(const service::Told& told, const char* kind, const std::string& id,
                                  Language language);

/// A record as it stands. Nobody hands it what a respondent answered: that is seen in outcomes only.
[[nodiscard]] Json record_json(const App& app, const service::CurrentRecord& record, Language language);
[[nodiscard]] Json side_json(const App& app, const service::SideEvent& event, Language language);
/// Events of the log, records or not; without what respondents answered.
[[nodiscard]] Json events_json(const App& app, const Call& call, const std::vector<store::LoggedEvent>& events);

/// The name of who did something: a person's, a respondent as such, or "somebody who is no longer known".
[[nodiscard]] std::string actor_name(const App& app, const std::string& actor, Language language);

}  // namespace koepel::api
