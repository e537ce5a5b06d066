// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string_view>

#include "api/answer.h"
#include "api/body.h"

namespace koepel::api {

using Operation = http::Response (*)(App&, const Call&);

/// Who may call at all; what he may do in a study is service/rights.h.
enum class Door { open, visitor };

struct Route {
  std::string_view id;  ///< operationId in schema/openapi.yaml
  std::string_view method;
  std::string_view path;  ///< below /api/v1; "{...}" takes one segment
  Door door;
  Operation operation;
};

/// Every operation of the contract; a test compares it with schema/openapi.yaml.
[[nodiscard]] std::span<const Route> routes();

// The operations, by the screen that uses them.
http::Response get_contract(App&, const Call&);

http::Response get_session(App&, const Call&);
http::Response open_session(App&, const Call&);
http::Response open_session_by_link(App&, const Call&);
http::Response begin_provider_login(App&, const Call&);
http::Response finish_provider_login(App&, const Call&);
http::Response close_session(App&, const Call&);
http::Response change_account(App&, const Call&);
http::Response begin_second_factor(App&, const Call&);
http::Response confirm_second_factor(App&, const Call&);
http::Response drop_second_factor(App&, const Call&);

http::Response list_people(App&, const Call&);
http::Response add_person(App&, const Call&);
http::Response erase_person(App&, const Call&);
http::Response make_person_link(App&, const Call&);
http::Response list_audit(App&, const Call&);

http::Response list_municipalities(App&, const Call&);
http::Response get_method(App&, const Call&);
http::Response list_examples(App&, const Call&);

http::Response list_studies(App&, const Call&);
http::Response make_study(App&, const Call&);
http::Response get_study(App&, const Call&);
http::Response archive_study(App&, const Call&);
http::Response unarchive_study(App&, const Call&);
http::Response set_retention(App&, const Call&);
http::Response list_members(App&, const Call&);
http::Response add_member(App&, const Call&);
http::Response change_member(App&, const Call&);
http::Response end_member(App&, const Call&);

http::Response list_records(App&, const Call&);
http::Response list_events(App&, const Call&);
http::Response add_events(App&, const Call&);
http::Response undo_event(App&, const Call&);
http::Response open_stream(App&, const Call&);
http::Response preview_files(App&, const Call&);
http::Response import_files(App&, const Call&);
http::Response export_files(App&, const Call&);

http::Response get_analysis(App&, const Call&);
http::Response get_table(App&, const Call&);
http::Response get_picture(App&, const Call&);
http::Response get_step(App&, const Call&);
http::Response list_differences(App&, const Call&);
http::Response what_if(App&, const Call&);

http::Response get_gross_list(App&, const Call&);
http::Response list_subjects(App&, const Call&);
http::Response get_tree(App&, const Call&);
http::Response walk_tree(App&, const Call&);
http::Response get_partner_page(App&, const Call&);
http::Response get_comparison(App&, const Call&);
http::Response list_partnerships(App&, const Call&);
http::Response get_results(App&, const Call&);

http::Response get_poll(App&, const Call&);
http::Response set_poll(App&, const Call&);
http::Response open_poll(App&, const Call&);
http::Response close_poll(App&, const Call&);
http::Response list_invitations(App&, const Call&);
http::Response add_invitations(App&, const Call&);
http::Response resend_invitation(App&, const Call&);
http::Response revoke_invitation(App&, const Call&);

http::Response get_questionnaire(App&, const Call&);
http::Response save_answers(App&, const Call&);
http::Response hand_in(App&, const Call&);
http::Response begin_poll(App&, const Call&);

http::Response list_documents(App&, const Call&);
http::Response get_document(App&, const Call&);
http::Response get_document_file(App&, const Call&);

/// A cookie that scripts cannot read and other sites cannot use; `seconds` 0 takes it away.
void set_cookie(const App& app, http::Response& response, const std::string& name, const std::string& value,
                int seconds);
[[nodiscard]] std::string cookie_name(const App& app, const std::string& name);
/// Who logged in, with the cookie of the session.
[[nodiscard]] http::Response opened(const App& app, const Call& call, const service::OpenSession& session);

/// The address of a link that logs this person in once.
[[nodiscard]] std::string login_link(App& app, const std::string& person);
/// Writes down who did what to which thing, and whether it was done.
void audit(App& app, const Call& call, const std::string& action, const std::string& object, bool done = true);

/// A number in the query; `otherwise` when it is not there, none when it is no number from 0 up.
[[nodiscard]] std::optional<std::int64_t> query_number(const Call& call, std::string_view name, std::int64_t otherwise);

[[nodiscard]] Problem wrong_number(const char* parameter);

/// The asker of a call, seen from the study in its path.
[[nodiscard]] service::Asker asker(const App& app, const Call& call);
/// A study's analysis for whoever may see it.
[[nodiscard]] service::Outcome<std::shared_ptr<const service::Told>> told_for(App& app, const Call& call);
/// What `shape` makes of the analysis, or why this caller may not see it.
template <class Shape>
[[nodiscard]] http::Response shown(App& app, const Call& call, Shape shape) {
  const auto seen = told_for(app, call);
  if (!seen) return problem(app, call, seen.error());
  return shape(**seen);
}

}  // namespace koepel::api
