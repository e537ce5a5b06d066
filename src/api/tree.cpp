// SPDX-License-Identifier: EUPL-1.2
// The decision tree as screens show it: what everybody answered and what follows, and what a walk of one's own comes to
// before anything is stored.
#include "tree/tree.h"

#include <algorithm>

#include "api/body.h"
#include "api/routes.h"
#include "api/shapes.h"

namespace koepel::api {

namespace {

using Kind = service::Fault::Kind;
using service::Told;

Json given_json(const Told& told, const std::string& subject, const std::string& question, Language language) {
  Json out = Json::array();
  for (const auto& walk : told.seen.tree_answers) {
    if (walk.subject != subject) continue;
    const auto* respondent = find_respondent(told.seen, walk.respondent);
    for (const auto& [id, answers] : walk.answers)
      if (id == question)
        out.push_back({{"partner", walk.partner},
                       {"partnerName", name_of(told, "partner", walk.partner, language)},
                       {"role", respondent == nullptr ? "" : respondent->role},
                       {"answers", answers},
                       {"key", key_of(walk)}});
  }
  return out;
}

Json question_json(const Told& told, const std::string& subject, const Criterion& criterion, const Question& question,
                   Language language) {
  const auto answer = [&](const Answer& a) {
    return Json{{"id", a.id},
                {"text", a.text.in(language)},
                {"principle", a.principle.in(language)},
                {"reason", a.reason.in(language)},
                {"delta", a.delta}};
  };
  return {{"id", question.id},
          {"criterion", criterion.id},
          {"criterionName", criterion.name.in(language)},
          {"text", question.text.in(language)},
          {"help", question.help.in(language)},
          {"several", question.multi},
          {"answers", exchange::list_of(question.answers, answer)},
          {"given", given_json(told, subject, question.id, language)}};
}

Json questions_json(const App& app, const Told& told, const std::string& subject, Language language) {
  Json out = Json::array();
  for (const auto& criterion : app.desk.pack.tree.criteria)
    for (const auto& question : criterion.questions)
      out.push_back(question_json(told, subject, criterion, question, language));
  return out;
}

const forms::SubjectAdvice* advice_on(const Told& told, const std::string& subject) {
  for (const auto& one : told.analysis.forms.subjects)
    if (one.subject == subject) return &one;
  return nullptr;
}

const Answer* answer_named(const App& app, const std::string& question, const std::string& answer) {
  const auto* known = find_question(app.desk.pack.tree, question);
  return known == nullptr ? nullptr : find_answer(*known, answer);
}

/// The laws and rules that rule a form out, in the words of the answers that do.
Json reasons_json(const App& app, const tree::Outcome& outcome, const std::string& form, Language language) {
  std::vector<std::string> reasons;
  for (const auto* excluded : {&outcome.excluded, &outcome.outside_force})
    for (const auto& one : *excluded)
      for (const auto& reason : one.form == form ? one.reasons : std::vector<tree::KnockOut>{})
        if (const auto* answer = answer_named(app, reason.question, reason.answer);
            answer != nullptr && std::ranges::find(reasons, answer->reason.in(language)) == reasons.end())
          reasons.push_back(answer->reason.in(language));
  return reasons;
}

Json forms_json(const App& app, const Told& told, const forms::SubjectAdvice& advice, Language language) {
  Json out = Json::array();
  const auto share_of = [&](const std::string& form) {
    for (const auto& one : advice.shares)
      if (one.form == form) return one.share;
    return 0.0;
  };
  for (const auto& form : app.desk.pack.tree.forms) {
    auto reasons = reasons_json(app, advice.outcome, form.id, language);
    const double share = share_of(form.id);
    if (share == 0 && reasons.empty()) continue;
    out.push_back({{"form", form.id},
                   {"name", told.phrases.name("form", form.id, language)},
                   {"share", share},
                   {"knockedOut", !reasons.empty()},
                   {"reasons", std::move(reasons)}});
  }
  return out;
}

Json principles_json(const App& app, const tree::Outcome& outcome, Language language) {
  Json out = Json::array();
  for (const auto& principle : outcome.principles)
    if (const auto* answer = answer_named(app, principle.question, principle.answer))
      out.push_back(answer->principle.in(language));
  return out;
}

/// The agreed answers in the order of the tree, each with how far it moves the position.
Json path_json(const App& app, const forms::SubjectAdvice& advice, Language language) {
  Json out = Json::array();
  for (const auto& criterion : app.desk.pack.tree.criteria)
    for (const auto& question : criterion.questions) {
      const auto agreed = advice.agreed.find(question.id);
      if (agreed == advice.agreed.end()) continue;
      for (const auto& id : agreed->second)
        if (const auto* answer = find_answer(question, id))
          out.push_back({{"question", question.id},
                         {"text", question.text.in(language)},
                         {"answer", answer->text.in(language)},
                         {"delta", answer->delta}});
    }
  return out;
}

Json bands_json(const Told& told, const forms::SubjectAdvice& advice, Language language) {
  return exchange::list_of(advice.bands, [&](const forms::PositionBand& band) {
    return Json{{"partner", band.partner},
                {"partnerName", name_of(told, "partner", band.partner, language)},
                {"voices", band.voices},
                {"position", band_json(band.position)}};
  });
}

Json functions_json(const Told& told, const std::string& subject, Language language) {
  Json out = Json::array();
  for (const auto& wish : told.seen.functions)
    if (wish.subject == subject)
      out.push_back({{"motive", wish.motive},
                     {"name", told.phrases.name("motive", wish.motive, language)},
                     {"importance", wish.importance},
                     {"partner", wish.partner},
                     {"statement", wish.statement}});
  return out;
}

Json tree_json(App& app, const Told& told, const std::string& subject, Language language) {
  Json out{{"subject", subject},
           {"name", told.phrases.name("subject", subject, language)},
           {"questions", questions_json(app, told, subject, language)},
           {"function", functions_json(told, subject, language)},
           {"bands", Json::array()},
           {"forms", Json::array()},
           {"principles", Json::array()},
           {"path", Json::array()}};
  if (const auto* advice = advice_on(told, subject)) {
    out["bands"] = bands_json(told, *advice, language);
    out["path"] = path_json(app, *advice, language);
    if (!advice->bands.empty()) out["position"] = band_json(advice->bands.front().position);
    out["forms"] = forms_json(app, told, *advice, language);
    out["principles"] = principles_json(app, advice->outcome, language);
    out["answered"] = advice->outcome.answered, out["total"] = advice->outcome.total;
    if (!advice->missing.empty()) out["missing"] = told.phrases.say(advice->missing, language);
  }
  if (const auto* finding = find_finding(told.analysis, "form." + subject))
    out["finding"] = finding_json(told, *finding, language);
  for (const auto& picture : service::pictures_of(app.desk, told, language))
    if (picture.id == "tree." + subject) out["picture"] = picture_json(picture);
  return out;
}

Json subject_json(const Told& told, const std::string& subject, bool is_package, Language language) {
  Json out{{"subject", subject},      {"name", told.phrases.name("subject", subject, language)},
           {"isPackage", is_package}, {"form", ""},
           {"formName", ""},          {"answers", 0}};
  if (const auto* advice = advice_on(told, subject)) {
    out["form"] = advice->form, out["formName"] = name_of(told, "form", advice->form, language);
    if (!advice->bands.empty()) out["position"] = band_json(advice->bands.front().position);
    out["answers"] = advice->bands.empty() ? 0 : advice->bands.front().voices;
    if (advice->today) out["today"] = *advice->today;
  }
  return out;
}

bool is_subject(const Told& told, const std::string& subject) {
  const auto& tasks = told.analysis.priorities.tasks;
  return find_package(told.seen, subject) != nullptr ||
         std::ranges::find(tasks, subject, &priorities::TaskPriority::task) != tasks.end();
}

// --- a walk of one's own ---

/// One answered question of the body; `part` tells what is wrong with it.
void take_answer(const App& app, Body& part, tree::Answers& answers) {
  const auto id = part.needed_text("question");
  const auto given = part.texts("answers");
  if (!part.fine()) return;
  const auto* question = find_question(app.desk.pack.tree, id);
  if (question == nullptr) return part.tell("question", "question");
  if (given.size() > 1 && !question->multi) part.tell("answers", "one_answer");
  for (const auto& answer : given)
    if (find_answer(*question, answer) == nullptr) part.tell("answers", "answer");
  if (!given.empty()) answers[id] = given;
}

tree::Answers answers_in(const App& app, const Json& json, Body& body) {
  tree::Answers answers;
  const auto parts = body.objects("answers");
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Body part(parts[i], "answers/" + std::to_string(i) + "/");
    take_answer(app, part, answers);
    body.take(part);
  }
  if (!json.contains("answers")) body.tell("answers", "objects");
  return answers;
}

/// Forms that remain, best first, then those that are ruled out.
Json walked_forms(const App& app, const Told& told, const tree::Outcome& outcome, Language language) {
  Json out = Json::array();
  const auto add = [&](const std::string& form, Json more) {
    out.push_back({{"form", form}, {"name", told.phrases.name("form", form, language)}});
    out.back().update(more);
  };
  for (const auto& one : outcome.ranking) add(one.form, {{"score", one.score}, {"reasons", Json::array()}});
  for (const auto& form : app.desk.pack.tree.forms)
    if (auto reasons = reasons_json(app, outcome, form.id, language); !reasons.empty())
      add(form.id, {{"reasons", std::move(reasons)}});
  return out;
}

/// What would turn the first form, as question and answer; absent when two changes are not enough.
Json flip_json(const App& app, const Told& told, const tree::Answers& answers, Language language) {
  const auto flip = tree::smallest_flip(app.desk.pack.tree, answers);
  if (!flip) return nullptr;
  Json changes = Json::array();
  for (const auto& [id, chosen] : flip->changes) {
    const auto* question = find_question(app.desk.pack.tree, id);
    std::string words;
    for (const auto& one : chosen)
      words += (words.empty() ? "" : "; ") + find_answer(*question, one)->text.in(language);
    changes.push_back({{"question", question->text.in(language)}, {"answer", words}});
  }
  return {{"changes", std::move(changes)}, {"becomes", told.phrases.name("form", flip->becomes, language)}};
}

Json walked_json(const App& app, const Told& told, const tree::Answers& answers, Language language) {
  const auto outcome = tree::walk(app.desk.pack.tree, answers);
  Json out{{"position", outcome.position},
           {"answered", outcome.answered},
           {"total", outcome.total},
           {"forms", walked_forms(app, told, outcome, language)},
           {"principles", principles_json(app, outcome, language)}};
  if (!answers.empty())
    if (auto flip = flip_json(app, told, answers, language); !flip.is_null()) out["flip"] = std::move(flip);
  return out;
}

}  // namespace

http::Response list_subjects(App& app, const Call& call) {
  return shown(app, call, [&](const Told& told) {
    Json out = Json::array();
    for (const auto& package : told.seen.packages) out.push_back(subject_json(told, package.id, true, call.language));
    for (const auto& task : told.analysis.priorities.tasks)
      out.push_back(subject_json(told, task.task, false, call.language));
    return json(out);
  });
}

http::Response get_tree(App& app, const Call& call) {
  return shown(app, call, [&](const Told& told) {
    const auto& subject = call.id(1);
    if (!is_subject(told, subject)) return problem(app, call, Kind::unknown);
    return json(tree_json(app, told, subject, call.language));
  });
}

http::Response walk_tree(App& app, const Call& call) {
  return shown(app, call, [&](const Told& told) {
    if (!is_subject(told, call.id(1))) return problem(app, call, Kind::unknown);
    Body body(call.body);
    const auto answers = answers_in(app, call.body, body);
    if (!body.fine()) return problem(app, call, {.problems = body.problems()});
    return json(walked_json(app, told, answers, call.language));
  });
}

}  // namespace koepel::api
