// SPDX-License-Identifier: EUPL-1.2
// Every operation of the API: its name in the contract, method, path, and who may knock.
#include "api/routes.h"

#include <array>

namespace koepel::api {

namespace {

constexpr auto open = Door::open;
constexpr auto visitor = Door::visitor;

constexpr std::array table{
    Route{"getContract", "GET", "/openapi.json", open, get_contract},

    Route{"getSession", "GET", "/session", open, get_session},
    Route{"openSession", "POST", "/session", open, open_session},
    Route{"openSessionByLink", "POST", "/session/_link", open, open_session_by_link},
    Route{"beginProviderLogin", "POST", "/session/_begin", open, begin_provider_login},
    Route{"finishProviderLogin", "POST", "/session/_finish", open, finish_provider_login},
    Route{"closeSession", "DELETE", "/session", visitor, close_session},
    Route{"changeAccount", "PUT", "/account", visitor, change_account},
    Route{"beginSecondFactor", "POST", "/account/second-factor", visitor, begin_second_factor},
    Route{"confirmSecondFactor", "POST", "/account/second-factor/_confirm", visitor, confirm_second_factor},
    Route{"dropSecondFactor", "POST", "/account/second-factor/_remove", visitor, drop_second_factor},

    Route{"listPeople", "GET", "/people", visitor, list_people},
    Route{"addPerson", "POST", "/people", visitor, add_person},
    Route{"erasePerson", "DELETE", "/people/{person}", visitor, erase_person},
    Route{"makePersonLink", "POST", "/people/{person}/_link", visitor, make_person_link},
    Route{"listAuditLines", "GET", "/audit-lines", visitor, list_audit},

    Route{"listMunicipalities", "GET", "/municipalities", visitor, list_municipalities},
    Route{"getMethod", "GET", "/method", visitor, get_method},
    Route{"listExamples", "GET", "/examples", visitor, list_examples},

    Route{"listStudies", "GET", "/studies", visitor, list_studies},
    Route{"makeStudy", "POST", "/studies", visitor, make_study},
    Route{"getStudy", "GET", "/studies/{study}", visitor, get_study},
    Route{"archiveStudy", "POST", "/studies/{study}/_archive", visitor, archive_study},
    Route{"unarchiveStudy", "POST", "/studies/{study}/_unarchive", visitor, unarchive_study},
    Route{"setRetention", "PUT", "/studies/{study}/retention", visitor, set_retention},
    Route{"listMembers", "GET", "/studies/{study}/members", visitor, list_members},
    Route{"addMember", "POST", "/studies/{study}/members", visitor, add_member},
    Route{"changeMember", "PUT", "/studies/{study}/members/{person}", visitor, change_member},
    Route{"endMember", "DELETE", "/studies/{study}/members/{person}", visitor, end_member},

    Route{"listRecords", "GET", "/studies/{study}/records", visitor, list_records},
    Route{"listEvents", "GET", "/studies/{study}/events", visitor, list_events},
    Route{"addEvents", "POST", "/studies/{study}/events", visitor, add_events},
    Route{"undoEvent", "POST", "/studies/{study}/events/{sequence}/_undo", visitor, undo_event},
    Route{"openStream", "GET", "/studies/{study}/stream", visitor, open_stream},
    Route{"previewFiles", "POST", "/studies/{study}/files/_preview", visitor, preview_files},
    Route{"importFiles", "POST", "/studies/{study}/files", visitor, import_files},
    Route{"exportFiles", "GET", "/studies/{study}/files.zip", visitor, export_files},

    Route{"getAnalysis", "GET", "/studies/{study}/analysis", visitor, get_analysis},
    Route{"getTable", "GET", "/studies/{study}/tables/{table}", visitor, get_table},
    Route{"getPicture", "GET", "/studies/{study}/pictures/{picture}", visitor, get_picture},
    Route{"getStep", "GET", "/studies/{study}/steps/{step}", visitor, get_step},
    Route{"listDifferences", "GET", "/studies/{study}/differences", visitor, list_differences},
    Route{"whatIf", "POST", "/studies/{study}/what-if", visitor, what_if},

    Route{"getGrossList", "GET", "/studies/{study}/gross-list", visitor, get_gross_list},
    Route{"listSubjects", "GET", "/studies/{study}/subjects", visitor, list_subjects},
    Route{"getTree", "GET", "/studies/{study}/tree/{subject}", visitor, get_tree},
    Route{"walkTree", "POST", "/studies/{study}/tree/{subject}/_walk", visitor, walk_tree},
    Route{"getPartnerPage", "GET", "/studies/{study}/partners/{partner}", visitor, get_partner_page},
    Route{"getComparison", "GET", "/studies/{study}/partners/{partner}/comparison", visitor, get_comparison},
    Route{"listPartnerships", "GET", "/studies/{study}/partnerships", visitor, list_partnerships},
    Route{"getResults", "GET", "/studies/{study}/results", visitor, get_results},

    Route{"getPoll", "GET", "/studies/{study}/poll", visitor, get_poll},
    Route{"setPoll", "PUT", "/studies/{study}/poll", visitor, set_poll},
    Route{"openPoll", "POST", "/studies/{study}/poll/_open", visitor, open_poll},
    Route{"closePoll", "POST", "/studies/{study}/poll/_close", visitor, close_poll},
    Route{"reopenPoll", "POST", "/studies/{study}/poll/_reopen", visitor, open_poll},
    Route{"listInvitations", "GET", "/studies/{study}/invitations", visitor, list_invitations},
    Route{"addInvitations", "POST", "/studies/{study}/invitations", visitor, add_invitations},
    Route{"resendInvitation", "POST", "/studies/{study}/invitations/{invitation}/_resend", visitor, resend_invitation},
    Route{"revokeInvitation", "DELETE", "/studies/{study}/invitations/{invitation}", visitor, revoke_invitation},

    Route{"getQuestionnaire", "GET", "/poll", open, get_questionnaire},
    Route{"saveAnswers", "PUT", "/poll/answers", open, save_answers},
    Route{"handIn", "POST", "/poll/_submit", open, hand_in},
    Route{"beginPoll", "POST", "/poll/_begin", open, begin_poll},

    Route{"listDocuments", "GET", "/studies/{study}/documents", visitor, list_documents},
    Route{"getDocument", "GET", "/studies/{study}/documents/{document}", visitor, get_document},
    Route{"getDocumentFile", "GET", "/studies/{study}/documents/{document}/files/{format}", visitor,
          get_document_file}};

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace koepel::api
