// SPDX-License-Identifier: EUPL-1.2
// One Analysis in, its JSON out, as schema/analysis.schema.json describes it. The face is to_json().
#include "exchange/analysis_json.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "base/parallel.h"
#include "exchange/hash_in_order.h"
#include "exchange/json_values.h"
#include "exchange/quantities_json.h"
#include "exchange/step_text.h"

namespace koepel::exchange {

namespace {

// --- head, partners ---

Json weight_json(const MotiveWeight& weight) {
  return {{"motive", weight.motive},
          {"exact", json_of(weight.exact)},
          {"rank", json_of(weight.rank)},
          {"between", weight.between ? Json{weight.between->first, weight.between->second} : Json(nullptr)}};
}

Json head_json(const StudyHead& head) {
  return {{"id", head.id},
          {"title", json_of(head.title)},
          {"question", json_of(head.question)},
          {"date", head.date},
          {"occasion", json_of(head.occasion)},
          {"invented", json_of(head.invented)},
          {"seed", head.seed},
          {"draws", head.draws},
          {"facilitator", head.facilitator},
          {"council_elections", head.council_elections},
          {"weights", list_of(head.weights, weight_json)}};
}

Json partner_json(const Partner& partner) {
  return {{"id", partner.id},
          {"name", partner.name},
          {"province", partner.province},
          {"inhabitants", json_of(partner.inhabitants)},
          {"dwellings", json_of(partner.dwellings)},
          {"land_area_ha", json_of(partner.land_area_ha)},
          {"urbanity", json_of(partner.urbanity)},
          {"source", partner.source}};
}

// --- survey ---

const char* shown_word(survey::Shown shown) {
  switch (shown) {
    case survey::Shown::shown:
      return "shown";
    case survey::Shown::too_few:
      return "too_few";
    case survey::Shown::withheld:
      return "withheld";
    case survey::Shown::no_answers:
      break;
  }
  return "no_answers";
}

Json cut_json(const survey::CutResult& cut) {
  Json out{{"partner", cut.cut.partner}, {"role", cut.cut.role}, {"shown", shown_word(cut.shown)}};
  if (!cut.numbers) return out;
  const auto& n = *cut.numbers;
  out["n"] = n.n;
  out["counts"] = n.counts;
  out["mean"] = n.mean;
  out["median"] = n.median;
  out["deviation"] = n.deviation;
  out["agreement"] = n.agreement;
  out["consensus"] = n.consensus;
  return out;
}

Json difference_json(const survey::Difference& d) { return {{"delta", d.delta}, {"low", d.low}, {"high", d.high}}; }

Json construct_json(const survey::ConstructResult& c) {
  return {{"construct", c.construct},
          {"cuts", list_of(c.cuts, cut_json)},
          {"alpha", json_of(c.alpha)},
          {"roles", c.roles ? difference_json(*c.roles) : Json(nullptr)},
          {"divergence", json_of(c.divergence)}};
}

Json gap_json(const survey::Gap& gap) {
  const auto cut = [](const survey::Cut& c) { return Json{{"partner", c.partner}, {"role", c.role}}; };
  return {{"construct", gap.construct}, {"a", cut(gap.a)},      {"b", cut(gap.b)},
          {"mean_a", gap.mean_a},       {"mean_b", gap.mean_b}, {"difference", difference_json(gap.difference)},
          {"trace", gap.trace}};
}

Json survey_json(const survey::SurveyResult& s) {
  return {{"respondents", s.respondents},
          {"items", list_of(s.items,
                            [](const auto& i) {
                              return Json{{"item", i.item}, {"cuts", list_of(i.cuts, cut_json)}};
                            })},
          {"constructs", list_of(s.constructs, construct_json)},
          {"krippendorff", list_of(s.krippendorff,
                                   [](const auto& k) {
                                     return Json{{"partner", k.first}, {"alpha", json_of(k.second)}};
                                   })},
          {"gaps", list_of(s.gaps, gap_json)},
          {"opinion_groups",
           {{"groups", s.opinion_groups.groups},
            {"silhouette", s.opinion_groups.silhouette},
            {"stability", s.opinion_groups.stability},
            {"sizes", s.opinion_groups.sizes},
            {"why_none", json_of(s.opinion_groups.why_none)}}}};
}

// --- partner set, factors ---

Json matrix_json(const partners::PairMatrix& matrix) {
  const auto evidence = [](const partners::Evidence& e) {
    return Json{{"what", json_of(e.what)}, {"value", e.value}, {"weight", e.weight}};
  };
  const auto pair = [&](const partners::Pair& p) {
    return Json{{"a", p.a},
                {"b", p.b},
                {"value", json_of(p.value)},
                {"evidence", list_of(p.evidence, evidence)},
                {"missing", list_of(p.missing)},
                {"trace", p.trace}};
  };
  return {{"criterion", matrix.criterion},
          {"overall", json_of(matrix.overall)},
          {"says", json_of(matrix.says)},
          {"pairs", list_of(matrix.pairs, pair)}};
}

Json arrangement_json(const partners::MappedArrangement& m) {
  return {{"id", m.id},
          {"name", m.name},
          {"form", m.form},
          {"tasks", m.tasks},
          {"partners", m.partners},
          {"others", m.others},
          {"host", m.host},
          {"until", m.until},
          {"expires_soon", m.expires_soon},
          {"exactly_these", m.exactly_these},
          {"from_register", m.from_register},
          {"source", m.source}};
}

Json partner_set_json(const partners::PartnerSet& set) {
  return {
      {"matrices", list_of(set.matrices, matrix_json)},
      {"map", list_of(set.map, arrangement_json)},
      {"per_partner", pairs_of(set.per_partner, "partner", "partnerships")},
      {"congruence", set.congruence},
      {"overlaps", list_of(set.overlaps,
                           [](const auto& o) {
                             return Json{{"task", o.task}, {"arrangements", o.arrangements}, {"what", json_of(o.what)}};
                           })},
      {"hosts", list_of(set.hosts, [](const auto& h) {
         return Json{{"partner", h.partner}, {"task", h.task}, {"why", json_of(h.why)}};
       })}};
}

const char* light_word(factors::Light light) {
  switch (light) {
    case factors::Light::weak:
      return "weak";
    case factors::Light::mixed:
      return "mixed";
    case factors::Light::strong:
      return "strong";
    case factors::Light::unknown:
      break;
  }
  return "unknown";
}

Json factors_json(const factors::Factors& f) {
  const auto partner = [](const factors::PartnerScore& p) {
    return Json{{"partner", p.partner},
                {"administrators", json_of(p.administrators)},
                {"officials", json_of(p.officials)},
                {"all", json_of(p.all)},
                {"light", light_word(p.light)}};
  };
  const auto factor = [&](const factors::FactorResult& r) {
    return Json{{"factor", r.factor},
                {"score", json_of(r.score)},
                {"spread", json_of(r.spread)},
                {"light", light_word(r.light)},
                {"partners", list_of(r.partners, partner)},
                {"answers_say", list_of(r.answers_say)},
                {"facts_say", list_of(r.facts_say)},
                {"trace", r.trace}};
  };
  const auto article = [](const factors::ConductArticle& a) {
    return Json{{"factor", a.factor}, {"text", json_of(a.text)}, {"extra", a.extra}, {"why", json_of(a.why)}};
  };
  return {{"factors", list_of(f.factors, factor)}, {"code_of_conduct", list_of(f.code_of_conduct, article)}};
}

// --- approach, spending ---

Json approach_json(const approach::Advice& a) {
  const auto contribution = [](const approach::Contribution& c) {
    return Json{{"indicator", c.indicator}, {"raw", json_of(c.raw)}, {"x", c.x},
                {"weight", c.weight},       {"share", c.share},      {"basis", word_of(c.basis)}};
  };
  Json flip = nullptr;
  if (a.flip)
    flip = {{"indicator", a.flip->indicator},
            {"from", json_of(a.flip->from)},
            {"to", json_of(a.flip->to)},
            {"becomes", id_of(a.flip->becomes)}};
  return {
      {"approach", a.enough ? Json(id_of(a.approach)) : Json(nullptr)},
      {"d", a.d},
      {"coverage", a.coverage},
      {"rules", a.rules},
      {"contributions", list_of(a.contributions, contribution)},
      {"missing", a.missing},
      {"flip", flip},
      {"why", list_of(a.why)},
      {"why_not", list_of(a.why_not)},
      {"guards", list_of(a.guards, [](const auto& g) {
         return Json{
             {"id", g.id}, {"approach", g.approach}, {"pitfall", json_of(g.pitfall)}, {"measure", json_of(g.measure)}};
       })}};
}

Json spending_json(const benchmark::Spending& s) {
  const auto row = [](const benchmark::SpendingRow& r) {
    return Json{{"partner", r.partner},
                {"task_field", r.task_field},
                {"per_inhabitant", json_of(r.per_inhabitant)},
                {"comparable_median", r.comparables > 0 ? Json(r.comparable_median) : Json(nullptr)},
                {"comparable_low", r.comparables > 0 ? Json(r.comparable_low) : Json(nullptr)},
                {"comparable_high", r.comparables > 0 ? Json(r.comparable_high) : Json(nullptr)},
                {"comparables", r.comparables},
                {"outlier", r.outlier}};
  };
  return {{"year", s.year},
          {"kind", s.kind},
          {"comparables",
           list_of(s.comparables,
                   [](const auto& c) {
                     return Json{{"partner", c.partner}, {"municipalities", c.municipalities}, {"trace", c.trace}};
                   })},
          {"rows", list_of(s.rows, row)},
          {"not_filed", s.not_filed},
          {"unmatched", s.unmatched},
          {"missing", json_of(s.missing)}};
}

// --- priorities, forms ---

Json motive_json(const priorities::MotiveScore& m) {
  return {{"motive", m.motive}, {"value", m.value}, {"basis", word_of(m.basis)}, {"because", json_of(m.because)}};
}

Json task_json(const priorities::TaskPriority& t) {
  const auto part = [](const priorities::FeasibilityPart& p) {
    return Json{{"id", p.id}, {"value", p.value}, {"weight", p.weight}, {"basis", word_of(p.basis)}};
  };
  const auto view = [](const priorities::PartnerView& v) {
    return Json{{"partner", v.partner},
                {"motives", list_of(v.motives, motive_json)},
                {"value", v.value},
                {"feasibility", v.feasibility}};
  };
  Json flip = nullptr;
  if (t.flip)
    flip = {{"what", t.flip->what}, {"from", t.flip->from}, {"to", t.flip->to}, {"becomes", id_of(t.flip->becomes)}};
  return {{"task", t.task},
          {"group", t.group},
          {"motives", list_of(t.motives, motive_json)},
          {"value", t.value},
          {"value_band", json_of(t.value_band)},
          {"feasibility", t.feasibility},
          {"feasibility_parts", list_of(t.feasibility_parts, part)},
          {"partners", list_of(t.partners, view)},
          {"arrangements", t.arrangements},
          {"package", id_of(t.package)},
          {"membership", t.membership},
          {"rank", t.rank},
          {"rank_acceptability", t.rank_acceptability},
          {"why", list_of(t.why)},
          {"why_not", list_of(t.why_not)},
          {"flip", flip},
          {"statutory", t.statutory}};
}

Json priorities_json(const priorities::Priorities& p) {
  return {{"tasks", list_of(p.tasks, task_json)},
          {"left_out", p.left_out},
          {"weights", list_of(p.weights,
                              [](const auto& w) {
                                return Json{{"motive", w.first}, {"weight", json_of(w.second)}};
                              })},
          {"weights_note", json_of(p.weights_note)},
          {"draws", p.draws}};
}

Json preference_json(const forms::PreferenceCheck& p) {
  return {{"form", p.form},
          {"partner", p.partner},
          {"role", p.role},
          {"reason", p.reason},
          {"distance", json_of(p.distance)},
          {"same", p.same},
          {"would_need", json_of(p.would_need)},
          {"knocked_out", list_of(p.knocked_out)}};
}

Json form_shares_json(const std::vector<forms::FormShare>& shares) {
  return list_of(shares, [](const auto& s) { return Json{{"form", s.form}, {"share", s.share}}; });
}

Json subject_json(const forms::SubjectAdvice& s) {
  const auto band = [](const forms::PositionBand& b) {
    return Json{{"partner", b.partner}, {"voices", b.voices}, {"position", json_of(b.position)}};
  };
  const auto division = [](const forms::Division& d) {
    return Json{{"question", d.question}, {"shares", pairs_of(d.shares, "answer", "share")}};
  };
  const auto not_this = [](const forms::NotThisOne& n) {
    return Json{{"form", n.form},
                {"score_behind", n.score_behind},
                {"knocked_out", list_of(n.knocked_out)},
                {"why", json_of(n.why)}};
  };
  return {{"subject", s.subject},
          {"tasks", s.tasks},
          {"today", json_of(s.today)},
          {"today_per_partner", pairs_of(s.today_per_partner, "partner", "position")},
          {"function_recorded", s.function_recorded},
          {"functions", s.functions},
          {"asked", s.asked},
          {"bands", list_of(s.bands, band)},
          {"agreed", pairs_of(s.agreed, "question", "answers")},
          {"outcome", json_of(s.outcome)},
          {"form", s.form.empty() ? Json(nullptr) : Json(s.form)},
          {"shares", form_shares_json(s.shares)},
          {"robustness", form_shares_json(s.robustness)},
          {"no_form_share", s.no_form_share},
          {"divisions", list_of(s.divisions, division)},
          {"why", list_of(s.why)},
          {"why_not", list_of(s.why_not, not_this)},
          {"flip", json_of(s.flip)},
          {"preferences", list_of(s.preferences, preference_json)},
          {"missing", json_of(s.missing)}};
}

Json forms_json(const forms::Forms& f) {
  const auto statement = [](const forms::GuidingStatement& s) {
    return Json{{"criterion", s.criterion},
                {"lean", s.lean},
                {"statement", json_of(s.statement)},
                {"principles", list_of(s.principles, [](const auto& p) {
                   return Json{{"question", p.question}, {"answer", p.answer}};
                 })}};
  };
  const auto task_today = [](const forms::TaskToday& t) {
    return Json{{"task", t.task}, {"position", t.position}, {"trace", t.trace}};
  };
  return {{"subjects", list_of(f.subjects, subject_json)},
          {"today", list_of(f.today, task_today)},
          {"statements", list_of(f.statements, statement)},
          {"vision", list_of(f.vision)}};
}

// --- findings and the rest ---

Json finding_json(const Finding& f) {
  return {{"id", f.id},
          {"kind", f.kind},
          {"says", json_of(f.says)},
          {"why", list_of(f.why)},
          {"why_not", list_of(f.why_not)},
          {"flip", json_of(f.flip)},
          {"trace", f.trace}};
}

Json value_json(const TableCell& cell) { return json_of(cell.value); }
Json opened_by(const TableCell& cell) { return cell.step; }

Json table_json(const Table& t) {
  return {{"id", t.id},
          {"title", json_of(t.title)},
          {"columns", list_of(t.columns)},
          {"rows", list_of(t.rows, [](const auto& row) { return list_of(row, &value_json); })},
          {"trace", list_of(t.rows, [](const auto& row) { return list_of(row, &opened_by); })}};
}

Json decision_json(const Decision& d) {
  return {{"date", d.date}, {"body", d.body}, {"partner", d.partner}, {"subject", d.subject}, {"decision", d.decision}};
}

Json receipt_json(const Receipt& r) {
  return {{"engine", r.engine},
          {"pack", r.pack},
          {"pack_hash", r.pack_hash},
          {"study_hash", r.study_hash},
          {"reference_hash", r.reference_hash},
          {"seed", r.seed},
          {"draws", r.draws},
          {"result_hash", r.result_hash}};
}

Json warning_json(const Warning& w) { return {{"code", w.code}, {"says", json_of(w.says)}, {"trace", w.trace}}; }

Json assumption_json(const Assumption& s) {
  return {{"parameter", s.parameter}, {"value", s.value},   {"low", json_of(s.low)},
          {"high", json_of(s.high)},  {"task", s.task},     {"partner", s.partner},
          {"given_by", s.given_by},   {"source", s.source}, {"trace", s.trace}};
}

// --- the whole ---

/// Appends a value as text, members and elements on lines of their own for so many levels; deeper they stand on one
/// line. So every step, finding and row is one line: what changed can be found with the tools for text.
void add_lines(std::string& out, const Json& value, int levels, std::size_t margin) {
  if (levels == 0 || !value.is_structured() || value.empty()) {
    out += value.dump();
    return;
  }
  out += value.is_object() ? '{' : '[';
  const char* between = "";
  for (const auto& [key, member] : value.items()) {
    out.append(between).append(1, '\n').append(margin + 1, ' ');
    if (value.is_object()) out.append(Json(key).dump()).append(": ");
    add_lines(out, member, levels - 1, margin + 1);
    between = ",";
  }
  out.append(1, '\n').append(margin, ' ').append(1, value.is_object() ? '}' : ']');
}

std::string text_of(const Json& value) {
  std::string out;
  add_lines(out, value, 2, 1);
  return out;
}

/// Some bytes of the JSON, written on their own, so that cores can share the work.
using Piece = std::function<std::string()>;
using Pieces = std::vector<Piece>;

constexpr std::size_t block = 512;  ///< elements in a piece of a list

/// A list, one element at a time, each appended by `add`.
template <class List, class Add>
Pieces text_pieces(const List& values, Add add) {
  if (values.empty()) return {[] { return std::string("[]"); }};
  Pieces out;
  for (std::size_t first = 0; first < values.size(); first += block)
    out.push_back([&values, add, first] {
      const std::size_t end = std::min(first + block, values.size());
      std::string text;
      for (std::size_t i = first; i < end; ++i) add(text.append(i == 0 ? "[\n  " : ",\n  "), values[i]);
      return end == values.size() ? text.append("\n ]") : text;
    });
  return out;
}

/// Each element by way of a tree of its own: a tree of all elements takes ten times the memory of its text.
template <class List, class As>
Pieces list_pieces(const List& values, As as) {
  return text_pieces(values, [as](std::string& out, const auto& value) { out += as(value).dump(); });
}

Pieces one_piece(Piece piece) { return {std::move(piece)}; }

/// One part of the JSON, under its name.
struct Part {
  const char* name;
  Pieces pieces;
};

/// All parts, in the order of the schema; the longest, the steps, is last, so that cores end together.
std::vector<Part> parts_of(const Analysis& a, const Receipt& receipt) {
  return {{"schema", one_piece([&] { return text_of(a.schema); })},
          {"receipt", one_piece([&] { return text_of(receipt_json(receipt)); })},
          {"study", one_piece([&] { return text_of(head_json(a.head)); })},
          {"partners", list_pieces(a.partners, partner_json)},
          {"findings", list_pieces(a.findings, finding_json)},
          {"warnings", list_pieces(a.warnings, warning_json)},
          {"survey", one_piece([&] { return text_of(survey_json(a.survey)); })},
          {"partner_set", one_piece([&] { return text_of(partner_set_json(a.partner_set)); })},
          {"factors", one_piece([&] { return text_of(factors_json(a.factors)); })},
          {"approach", one_piece([&] { return text_of(approach_json(a.approach)); })},
          {"spending", one_piece([&] { return text_of(spending_json(a.spending)); })},
          {"priorities", one_piece([&] { return text_of(priorities_json(a.priorities)); })},
          {"forms", one_piece([&] { return text_of(forms_json(a.forms)); })},
          {"scale", one_piece([&] { return text_of(scale_json(a.scale)); })},
          {"gains", one_piece([&] { return text_of(gains_json(a.gains)); })},
          {"efficiency", one_piece([&] { return text_of(efficiency_json(a.efficiency)); })},
          {"third_parties", one_piece([&] { return text_of(third_parties_json(a.third_parties)); })},
          {"projects", one_piece([&] { return text_of(projects_json(a.projects)); })},
          {"decisions", list_pieces(a.decisions, decision_json)},
          {"tables", list_pieces(a.tables, table_json)},
          {"assumptions", list_pieces(a.assumptions, assumption_json)},
          {"trace", text_pieces(a.trace, add_text)}};
}

/// The whole, one piece after the other. Refers to the analysis and the receipt.
Pieces pieces_of(const Analysis& a, const Receipt& receipt) {
  Pieces out;
  for (auto& [name, pieces] : parts_of(a, receipt)) {
    out.push_back([opening = (out.empty() ? "{\n \"" : ",\n \"") + std::string(name) + "\": "] { return opening; });
    std::ranges::move(pieces, std::back_inserter(out));
  }
  out.push_back([] { return std::string("\n}\n"); });
  return out;
}

/// Whatever the file holds, a terminal can show it.
std::string readable(std::string bytes) {
  for (auto& c : bytes)
    if (c < ' ' || c > '~') c = '?';
  return bytes;
}

Problem broken_store(std::string found) {
  return {.code = "stored.not-an-analysis",
          .where = {},
          .found = std::move(found),
          .expected = {"app.stored.expected", {}},
          .repair = {"app.stored.repair", {}}};
}

}  // namespace

std::string to_json(const Analysis& a) {
  const Pieces pieces = pieces_of(a, a.receipt);
  std::vector<std::string> texts(pieces.size());
  in_parallel(pieces.size(), [&](std::size_t i) { texts[i] = pieces[i](); });
  std::string out;
  for (const auto& text : texts) out += text;
  return out;
}

Result<Receipt> read_receipt(const std::string& json) {
  const Json stored = Json::parse(json, nullptr, false);
  if (stored.is_discarded() || !stored.is_object() || !stored.contains("receipt"))
    return failure(broken_store(readable(json.substr(0, 80))));
  const Json& r = stored["receipt"];
  Receipt receipt;
  try {
    receipt = {r.at("engine"),           r.at("pack"),           r.at("pack_hash"),
               r.at("study_hash"),       r.at("reference_hash"), r.at("seed").get<std::uint64_t>(),
               r.at("draws").get<int>(), r.at("result_hash")};
  } catch (const Json::exception& wrong) {
    return failure(broken_store(wrong.what()));
  }
  return receipt;
}

std::string result_hash(const Analysis& analysis) {
  Receipt unsealed = analysis.receipt;
  unsealed.result_hash.clear();
  const Pieces pieces = pieces_of(analysis, unsealed);
  HashInOrder hash(pieces.size());
  in_parallel(pieces.size(), [&](std::size_t i) { hash.take(i, pieces[i]()); });
  return hash.hex();
}

}  // namespace koepel::exchange
