// SPDX-License-Identifier: EUPL-1.2
#include "exchange/json_values.h"

namespace koepel::exchange {

Json json_of(const Text& text) { return {{"nl", text.nl}, {"en", text.en}}; }

Json json_of(const Origin& origin) {
  Json out{{"file", origin.file}};
  if (!origin.sheet.empty()) out["sheet"] = origin.sheet;
  if (origin.line > 0) out["line"] = origin.line;
  if (!origin.column.empty()) out["column"] = origin.column;
  return out;
}

Json json_of(const Arg& arg) {
  Json out = Json::object();
  if (!arg.name.empty()) out["name"] = arg.name;
  switch (arg.kind) {
    case Arg::Kind::word:
      out["word"] = arg.word;
      break;
    case Arg::Kind::number:
      out["number"] = arg.number;
      break;
    case Arg::Kind::percent:
      out["share"] = arg.number;
      break;
    case Arg::Kind::money:
      out["cents"] = arg.cents;
      break;
    case Arg::Kind::date:
      out["date"] = arg.word;
      break;
    case Arg::Kind::term:
      out["term"] = arg.word;
      break;
    case Arg::Kind::list:
      out["list"] = list_of(arg.parts);
      break;
    case Arg::Kind::message:
      out["message"] = json_of(Message{arg.word, arg.parts});
      break;
  }
  if (arg.kind == Arg::Kind::number || arg.kind == Arg::Kind::percent) out["decimals"] = arg.decimals;
  return out;
}

Json json_of(const Message& message) {
  if (message.empty()) return nullptr;
  Json out{{"key", message.key}};
  if (!message.args.empty()) out["args"] = list_of(message.args);
  return out;
}

Json json_of(const Band& band) { return {{"low", band.low}, {"mid", band.mid}, {"high", band.high}}; }

Json json_of(const Step& step) {
  Json out{{"id", step.id}, {"what", json_of(step.what)}, {"value", json_of(step.value)}, {"rule", json_of(step.rule)}};
  if (!step.from.empty()) out["from"] = step.from;
  if (!step.inputs.empty()) out["inputs"] = list_of(step.inputs);
  if (!step.parameters.empty()) out["parameters"] = step.parameters;
  if (!step.source.empty()) out["source"] = step.source;
  return out;
}

Json json_of(const tree::KnockOut& out) { return {{"question", out.question}, {"answer", out.answer}}; }

Json json_of(const tree::Flip& flip) {
  return {{"changes", pairs_of(flip.changes, "question", "answers")}, {"becomes", flip.becomes}};
}

Json json_of(const tree::Outcome& outcome) {
  const auto excluded = [](const tree::Excluded& e) { return Json{{"form", e.form}, {"reasons", list_of(e.reasons)}}; };
  const auto principle = [](const tree::Principle& p) {
    return Json{{"criterion", p.criterion}, {"question", p.question}, {"answer", p.answer}};
  };
  const auto relaxation = [](const tree::Relaxation& r) {
    return Json{{"answer", json_of(r.answer)}, {"frees", r.frees}};
  };
  return {{"position", outcome.position},
          {"ranking", list_of(outcome.ranking,
                              [](const auto& r) {
                                return Json{{"form", r.form}, {"score", r.score}};
                              })},
          {"excluded", list_of(outcome.excluded, excluded)},
          {"outside_force", list_of(outcome.outside_force, excluded)},
          {"not_in_scope", outcome.not_in_scope},
          {"carriers", outcome.carriers},
          {"principles", list_of(outcome.principles, principle)},
          {"conflict", list_of(outcome.conflict, relaxation)},
          {"declaration_first", outcome.declaration_first},
          {"tension", outcome.tension},
          {"institution", outcome.institution},
          {"answered", outcome.answered},
          {"total", outcome.total}};
}

const char* word_of(Basis basis) {
  switch (basis) {
    case Basis::measured:
      return "measured";
    case Basis::judged:
      return "judged";
    case Basis::preset:
      return "preset";
    case Basis::missing:
      break;
  }
  return "missing";
}

}  // namespace koepel::exchange
