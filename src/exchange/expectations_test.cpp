// SPDX-License-Identifier: EUPL-1.2
#include "exchange/expectations.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "content/pack_reader.h"

namespace koepel::exchange {
namespace {

const MethodPack& pack() {
  static const MethodPack read = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel").value();
  return read;
}

scale::TaskScale saving_of(const std::string& task, double low, double mid, double high, double loss_chance) {
  scale::TaskScale out;
  out.task = task;
  out.model = scale::CostModel{};
  out.saving.band = {low, mid, high};
  out.saving.loss_chance = loss_chance;
  return out;
}

void add_scale(Analysis& a) {
  a.scale.tasks = {saving_of("V01", -5000, 60000, 120000, 0.12), saving_of("U33", -90000, -40000, -1000, 0.95)};
  a.scale.tasks.emplace_back().task = "O26";
  a.scale.tasks[0].conditions = {{"GM0770", "V01", "min_saving", 0.05, 0.08, "", scale::Met::yes, {}},
                                 {"GM1724", "V01", "min_saving", 0.05, 0.01, "", scale::Met::no, {}},
                                 {"GM1728", "V01", "max_payback", 3.0, {}, "", scale::Met::unknown, {}},
                                 {"GM0823", "V01", "statement", {}, {}, "Samen.", scale::Met::shown, {}}};
  scale::CollectionCase waste;
  waste.task = "U22";
  waste.needed = 42800;
  waste.needed_surely = 70900;
  scale::CollectionCandidate neighbour;
  neighbour.area.municipality = "GM0858";
  neighbour.area.name = "Valkenswaard";
  neighbour.conditions = {{"GM0858", "U22", "max_unit_cost", 56.0, 54.0, "", scale::Met::yes, {}}};
  waste.candidates = {neighbour};
  waste.groups = {{{"GM0770", "GM0858"}, false, {}, 0, 0, 0, 0}};
  a.scale.collections = {waste};
}

void add_gains(Analysis& a) {
  gains::SubjectGains p1;
  p1.subject = "P1";
  p1.saving = {15741500};
  p1.judged_keys = {{"inhabitants", {"GM0770"}, false, {"GM0770", "GM0823"}, {}, {}},
                    {"own_cost", {}, true, {}, {}, {}}};
  settlement::ComparedKey key;
  key.key.id = "inhabitants";
  key.rows = {{"GM0770", 0.2, {9000000}, {}, {}, {}, {}, ""}};
  p1.keys.keys = {key};
  p1.teams.teams = {{{"GM1724", "GM0770"}, {}}, {{"GM1728"}, {}}};
  a.gains.subjects = {p1};
}

void add_strengths(Analysis& a) {
  benchmark::FieldEfficiency field;
  field.task_field = "7.3";
  field.lead.leader = "GM1724";
  a.efficiency.fields = {field};
  a.efficiency.tasks.resize(2);
  a.efficiency.tasks[0].task = "V03";
  a.efficiency.tasks[0].lead.leader = "GM0770";
  a.efficiency.tasks[1].task = "V06";
  third_parties::Dealings corporation;
  corporation.third_party = "corporatie";
  corporation.partners = 4;
  corporation.saving.partner_hours = {80, 140, 180};
  a.third_parties.rows = {corporation};
  projects::WeighedProject plan;
  plan.project = "plan";
  plan.cost_alone = {20000000};
  plan.cost_together = {15000000};
  plan.in_time_alone = false;
  plan.in_time_together = true;
  projects::WeighedProject open = plan;
  open.project = "open";
  open.in_time_alone.reset();
  open.in_time_together.reset();
  a.projects.projects = {plan, open};
}

/// A small outcome of every kind.
Analysis outcome() {
  Analysis a;
  a.approach.approach = approach::Approach::hybrid;
  for (const auto& [id, name] : {std::pair{"GM0770", "Eersel"}, {"GM1724", "Bergeijk"}, {"GM1728", "Bladel"}}) {
    a.partners.emplace_back().id = id;
    a.partners.back().name = name;
  }
  add_scale(a), add_gains(a), add_strengths(a);
  a.priorities.tasks.resize(2);
  a.priorities.tasks[0].task = "U01";
  a.priorities.tasks[0].package = priorities::Package::base;
  a.priorities.tasks[1].task = "D08";
  a.priorities.tasks[1].package = priorities::Package::not_now;
  forms::SubjectAdvice advised;
  advised.subject = "U01";
  advised.form = pack().tree.forms[3].id;
  advised.bands = {{"", 4, {40, 50.004, 60}}};
  forms::SubjectAdvice open;
  open.subject = "D08";
  open.missing = {"forms.no_answers", {}};
  a.forms.subjects = {advised, open};
  a.partner_set.matrices = {
      {"conflict", {{"GM0823", "GM1724", 0.45, {}, {}, {}}, {"GM0770", "GM1724", {}, {}, {}, {}}}, 0.45, {}}};
  a.factors.factors = {{.factor = "practical", .light = factors::Light::weak}, {.factor = "respect"}};
  a.findings = {{.id = "preference.U01.1", .kind = "observation", .says = {"analysis.map.missing", {}}}};
  a.warnings = {{"function-missing", {"analysis.map.missing", {}}}};
  return a;
}

Expectation judged(const std::string& line) {
  const auto found = compare(line, outcome(), Phrasebook(pack()));
  EXPECT_EQ(found.size(), 1u) << line;
  return found.empty() ? Expectation{} : found[0];
}

void holds(const std::string& line) {
  const auto found = judged(line);
  EXPECT_TRUE(found.met) << line << " -> " << found.found;
  EXPECT_EQ(found.found, "");
}

/// It does not hold, and the reader is told what does.
void fails(const std::string& line, const std::string& instead) {
  const auto found = judged(line);
  EXPECT_FALSE(found.met) << line;
  EXPECT_NE(found.found.find(instead), std::string::npos) << line << " -> " << found.found;
}

TEST(Expectations, Approach) {
  holds("aanpak is hybrid");
  holds("aanpak is gemengde aanpak");
  holds("aanpak is Gemengde aanpak");
  fails("aanpak is ontwerpaanpak", "gemengde aanpak");
  fails("aanpak is g", "gemengde aanpak");
}

TEST(Expectations, ApproachThatWasNotAdvised) {
  Analysis a = outcome();
  a.approach.enough = false;
  EXPECT_FALSE(compare("aanpak is hybrid", a, Phrasebook(pack()))[0].met);
}

TEST(Expectations, Package) {
  holds("pakket van U01 is basispakket");
  holds("pakket van D08 is nu niet");
  holds("pakket van D08 is not_now");
  fails("pakket van U01 is pluspakket", "basispakket");
  fails("pakket van U99 is basispakket", "U99");
}

TEST(Expectations, Form) {
  const auto& form = pack().tree.forms[3];
  holds("vorm van U01 is " + form.id);
  holds("vorm van U01 is " + form.name.nl);
  fails("vorm van U01 is " + pack().tree.forms[5].id, form.name.nl);
  fails("vorm van D08 is " + form.id, "");
  fails("vorm van U99 is " + form.id, "U99");
}

TEST(Expectations, NoForm) {
  holds("geen vorm voor D08");
  holds("geen vorm voor U99");
  fails("geen vorm voor U01", pack().tree.forms[3].name.nl);
}

TEST(Expectations, Position) {
  holds("plaats van U01 ligt tussen 45 en 65");
  holds("plaats van U01 ligt tussen 50,0 en 50,1");
  fails("plaats van U01 ligt tussen 51 en 65", "50,00");
  fails("plaats van U01 ligt tussen 10 en 49,9", "50,00");
  fails("plaats van D08 ligt tussen 0 en 100", "geen plaats");
}

TEST(Expectations, Pair) {
  holds("conflict van GM1724 en GM0823 ligt tussen 0,2 en 0,6");
  holds("conflict van GM0823 en GM1724 ligt tussen 0.2 en 0.6");
  fails("conflict van GM1724 en GM0823 ligt tussen 0,5 en 0,6", "0,45");
  fails("conflict van GM1724 en GM0770 ligt tussen 0 en 1", "onbekend");
  fails("conflict van GM1724 en GM9999 ligt tussen 0 en 1", "niet");
  fails("kinship van GM1724 en GM0823 ligt tussen 0 en 1", "niet");
}

TEST(Expectations, Factor) {
  holds("factor practical is zwak");
  holds("factor respect is onbekend");
  for (const auto& factor : pack().factors)
    if (factor.id == "practical") holds("factor " + factor.name.nl + " is zwak");
  fails("factor practical is sterk", "zwak");
  fails("factor luck is zwak", "niet");
}

TEST(Expectations, Finding) {
  holds("melding preference.U01.1 is er");
  holds("melding preference.U01.1 noemt «samenwerkingsverbanden»");
  fails("melding preference.U01.2 is er", "preference.U01.2");
  fails("melding preference.U01.1 noemt «gemeenschappelijke organisatie»", "samenwerkingsverbanden");
  fails("melding preference.U01.2 noemt «iets»", "preference.U01.2");
}

TEST(Expectations, Warning) {
  holds("waarschuwing function-missing");
  holds("geen waarschuwing no-poll");
  fails("waarschuwing no-poll", "no-poll");
  fails("geen waarschuwing function-missing", "function-missing");
}

TEST(Expectations, Saving) {
  holds("besparing van V01 ligt tussen 50.000 en 200.000");
  holds("besparing van V01 ligt tussen 59.999,5 en 60000");
  holds("besparing van P1 ligt tussen 157.000 en 158.000");
  fails("besparing van V01 ligt tussen 100.000 en 200.000", "60.000");
  fails("besparing van P1 ligt tussen 0 en 10", "157.415");
  fails("besparing van O26 ligt tussen 0 en 1", "O26");
}

TEST(Expectations, SavingThatMayBeZero) {
  holds("besparing van V01 kan nul zijn");
  fails("besparing van U33 kan nul zijn", "-90.000");
  fails("besparing van O26 kan nul zijn", "O26");
}

TEST(Expectations, NoSaving) {
  holds("geen besparing bij U33");
  fails("geen besparing bij V01", "120.000");
  fails("geen besparing bij O26", "O26");
}

TEST(Expectations, ChanceOfALoss) {
  holds("kans dat V01 meer kost ligt tussen 0,1 en 0,2");
  fails("kans dat V01 meer kost ligt tussen 0,2 en 0,3", "0,12");
  fails("kans dat O26 meer kost ligt tussen 0 en 1", "O26");
}

TEST(Expectations, Key) {
  holds("sleutel naar ingebracht budget houdt iedereen bij P1");
  holds("sleutel ingebracht budget houdt iedereen bij P1");
  holds("sleutel inwoners houdt niet iedereen bij P1");
  fails("sleutel inwoners houdt iedereen bij P1", "Eersel");
  fails("sleutel own_cost houdt niet iedereen bij P1", "houdt iedereen");
  fails("sleutel fte houdt iedereen bij P1", "niet berekend");
  fails("sleutel inwoners houdt iedereen bij P9", "niet berekend");
}

TEST(Expectations, WhomAKeyHarms) {
  holds("sleutel inwoners schaadt Eersel bij P1");
  holds("sleutel inwoners schaadt GM0770 bij P1");
  holds("sleutel own_cost schaadt niemand bij P1");
  fails("sleutel inwoners schaadt Bladel bij P1", "Eersel");
  fails("sleutel inwoners schaadt niemand bij P1", "Eersel");
  fails("sleutel own_cost schaadt Eersel bij P1", "niemand");
}

TEST(Expectations, WhatAPartnerPays) {
  holds("Eersel betaalt met sleutel inwoners bij P1 tussen 80.000 en 100.000");
  fails("Eersel betaalt met sleutel inwoners bij P1 tussen 10 en 20", "90.000");
  fails("Bladel betaalt met sleutel inwoners bij P1 tussen 10 en 20", "niet berekend");
}

TEST(Expectations, Team) {
  holds("team bij P1 is Eersel en Bergeijk");
  holds("team bij P1 is Bladel");
  fails("team bij P1 is Eersel", "Bladel");
  fails("team bij P9 is Eersel", "geen teams");
}

TEST(Expectations, WhoIsWithWhom) {
  holds("Eersel en Bergeijk zitten samen bij P1");
  holds("Eersel en Bladel zitten niet samen bij P1");
  fails("Eersel en Bladel zitten samen bij P1", "Bladel");
  fails("Eersel en Bergeijk zitten niet samen bij P1", "Bladel");
  fails("Eersel en Amsterdam zitten niet samen bij P1", "Bladel");
}

TEST(Expectations, ConnectionsNeeded) {
  holds("nodig voor U22 ligt tussen 40.000 en 50.000");
  holds("zeker nodig voor U22 ligt tussen 70.000 en 71.000");
  fails("nodig voor U22 ligt tussen 1 en 2", "42.800");
  fails("zeker nodig voor U22 ligt tussen 1 en 2", "70.900");
  fails("nodig voor U23 ligt tussen 1 en 2", "U23");
}

TEST(Expectations, CollectionGroup) {
  holds("groep bij U22 is Valkenswaard, Eersel");
  fails("groep bij U22 is Eersel, Bladel", "Valkenswaard");
  fails("groep bij U23 is Eersel", "U23");
}

TEST(Expectations, Condition) {
  holds("voorwaarde van Valkenswaard bij U22 is vervuld");
  holds("voorwaarde van Eersel bij V01 is vervuld");
  holds("voorwaarde van Bergeijk bij V01 is niet vervuld");
  holds("voorwaarde van Bladel bij V01 is niet te toetsen");
  fails("voorwaarde van Bergeijk bij V01 is vervuld", "niet vervuld");
  fails("voorwaarde van GM0823 bij V01 is vervuld", "geen voorwaarde");
}

TEST(Expectations, Leader) {
  holds("koploper bij 7.3 is Bergeijk");
  holds("koploper bij V03 is GM0770");
  fails("koploper bij V03 is Bergeijk", "Eersel");
  fails("koploper bij V06 is Bergeijk", "geen koploper");
  fails("koploper bij V99 is Bergeijk", "geen koploper");
}

TEST(Expectations, ThirdParty) {
  holds("derde corporatie komt bij 4 partners");
  holds("derde corporatie bespaart tussen 100 en 150 uur");
  fails("derde corporatie komt bij 5 partners", "4");
  fails("derde corporatie bespaart tussen 1 en 2 uur", "140");
  fails("derde politie komt bij 4 partners", "is er niet");
}

TEST(Expectations, Project) {
  holds("project plan kost samen tussen 140.000 en 160.000");
  holds("project plan kost alleen tussen 190.000 en 210.000");
  holds("project plan is samen op tijd");
  holds("project plan is alleen niet op tijd");
  fails("project plan kost samen tussen 1 en 2", "150.000");
  fails("project plan is samen niet op tijd", "op tijd");
  fails("project plan is alleen op tijd", "niet op tijd");
  fails("project open is samen op tijd", "geen einddatum");
  fails("project niets kost samen tussen 1 en 2", "niet te wegen");
}

TEST(Expectations, ALineThatIsNotUnderstoodIsNotMet) {
  for (const char* line :
       {"aanpak", "de zon schijnt", "plaats van U01 ligt tussen 45", "plaats van U01 ligt tussen laag en hoog",
        "plaats van U01 ligt tussen 45x en 65", "plaats van U01 ligt tussen 1e999 en 2",
        "besparing van V01 ligt tussen 1.00 en veel", "voorwaarde van Eersel bij V01 is mooi", "nodig voor U22"})
    fails(line, "niet te begrijpen");
}

TEST(Expectations, RemarksAndEmptyLinesAreNoExpectationsButLinesKeepTheirNumber) {
  const auto found = compare("# een studie\n\n  geen waarschuwing no-poll  # want er is gepeild\r\n\naanpak is hybrid",
                             outcome(), Phrasebook(pack()));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].line, 3);
  EXPECT_EQ(found[0].text, "geen waarschuwing no-poll");
  EXPECT_TRUE(found[0].met);
  EXPECT_EQ(found[1].line, 5);
}

TEST(Expectations, AnEmptyFileExpectsNothing) { EXPECT_TRUE(compare("", outcome(), Phrasebook(pack())).empty()); }

}  // namespace
}  // namespace koepel::exchange
