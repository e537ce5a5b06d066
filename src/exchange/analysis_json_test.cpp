// SPDX-License-Identifier: EUPL-1.2
#include "exchange/analysis_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "exchange/json_values.h"

namespace koepel::exchange {
namespace {

Json parsed(const Analysis& analysis) { return Json::parse(to_json(analysis)); }

Analysis with_receipt() {
  Analysis analysis;
  analysis.receipt = {"0.1.0", "koepel@1", "p", "s", "r", 18446744073709551615u, 10000, ""};
  return analysis;
}

TEST(AnalysisJson, TellsTheSchemaFirst) {
  EXPECT_EQ(to_json({}).rfind("{\n \"schema\": \"koepel-analysis/1\"", 0), 0u);
}

TEST(AnalysisJson, EachStepIsALineOfItsOwn) {
  Analysis analysis = with_receipt();
  analysis.partners = {Partner{.id = "GM0770", .name = "Eersel\n\"noord\""}, Partner{.id = "GM1724"}};
  analysis.trace = {Step{.id = "a", .what = {"x", {number("n", 1)}}, .value = number("", 2), .rule = {}},
                    Step{.id = "b", .what = {}, .value = {}, .rule = {}, .from = {"a"}}};
  const std::string text = to_json(analysis);
  for (const auto& step : analysis.trace) EXPECT_NE(text.find("\n  " + json_of(step).dump()), std::string::npos);
  EXPECT_EQ(Json::parse(text)["partners"][0]["name"], "Eersel\n\"noord\"");
  EXPECT_EQ(Json::parse(text)["trace"], list_of(analysis.trace));
}

TEST(AnalysisJson, WhatIsUnknownIsNullNotZero) {
  Analysis analysis;
  analysis.partners = {Partner{.id = "GM0770"}};
  analysis.factors.factors = {{.factor = "respect"}};
  analysis.approach.enough = false;
  analysis.forms.subjects = {{.subject = "U01"}};
  analysis.spending.rows = {{.partner = "GM0770", .task_field = "0.4"}};
  const Json json = parsed(analysis);
  EXPECT_TRUE(json["partners"][0]["inhabitants"].is_null());
  EXPECT_TRUE(json["factors"]["factors"][0]["score"].is_null());
  EXPECT_TRUE(json["approach"]["approach"].is_null());
  EXPECT_TRUE(json["forms"]["subjects"][0]["form"].is_null());
  EXPECT_TRUE(json["forms"]["subjects"][0]["today"].is_null());
  EXPECT_TRUE(json["spending"]["rows"][0]["per_inhabitant"].is_null());
  EXPECT_TRUE(json["spending"]["rows"][0]["comparable_median"].is_null());
}

TEST(AnalysisJson, AProtectedFigureOfThePollIsNotThereAtAll) {
  Analysis analysis;
  analysis.survey.items = {{"Q1", {{.cut = {"GM0770", "official"}, .shown = survey::Shown::withheld, .numbers = {}}}}};
  EXPECT_EQ(parsed(analysis)["survey"]["items"][0]["cuts"][0],
            Json::parse(R"({"partner": "GM0770", "role": "official", "shown": "withheld"})"));
}

TEST(AnalysisJson, EachKindOfValueHasItsOwnName) {
  EXPECT_EQ(json_of(number("n", 1.5, 1)), Json::parse(R"({"name": "n", "number": 1.5, "decimals": 1})"));
  EXPECT_EQ(json_of(percent("", 0.25)), Json::parse(R"({"share": 0.25, "decimals": 0})"));
  EXPECT_EQ(json_of(money("", 1234)), Json::parse(R"({"cents": 1234})"));
  EXPECT_EQ(json_of(date("", "2026-01-15")), Json::parse(R"({"date": "2026-01-15"})"));
  EXPECT_EQ(json_of(term("", "task", "U01")), Json::parse(R"({"term": "task/U01"})"));
  EXPECT_EQ(json_of(terms("", "task", {"U01"})), Json::parse(R"({"list": [{"term": "task/U01"}]})"));
  EXPECT_EQ(json_of(nested("", {"a.b", {}})), Json::parse(R"({"message": {"key": "a.b"}})"));
}

TEST(AnalysisJson, NumbersReadBackExactly) {
  Analysis analysis;
  analysis.approach.d = 0.1 + 0.2;
  EXPECT_EQ(parsed(analysis)["approach"]["d"].get<double>(), 0.1 + 0.2);
}

TEST(AnalysisJson, AReceiptReadsBack) {
  const auto receipt = read_receipt(to_json(with_receipt()));
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->engine, "0.1.0");
  EXPECT_EQ(receipt->reference_hash, "r");
  EXPECT_EQ(receipt->seed, 18446744073709551615u);
  EXPECT_EQ(receipt->draws, 10000);
}

TEST(AnalysisJson, SomethingElseIsAProblemThatCanBeRead) {
  for (const std::string text : {"", "no json", "[]", "{}", R"({"receipt": 3})", R"({"receipt": {}})",
                                 R"({"receipt": {"engine": 1}})", "\xff\x00\x1b[31m"}) {
    const auto receipt = read_receipt(text);
    ASSERT_FALSE(receipt) << text;
    EXPECT_EQ(receipt.error()[0].code, "stored.not-an-analysis");
    for (const char c : receipt.error()[0].found) EXPECT_TRUE(c >= ' ' && c <= '~') << text;
  }
}

TEST(AnalysisJson, TheHashOfAResultLeavesItselfOut) {
  Analysis analysis = with_receipt();
  const std::string hash = result_hash(analysis);
  EXPECT_EQ(hash, sha256(to_json(analysis)));
  analysis.receipt.result_hash = hash;
  EXPECT_EQ(result_hash(analysis), hash);
  analysis.warnings = {{"no-poll", {"analysis.warning.no_poll", {}}}};
  EXPECT_NE(result_hash(analysis), hash);
}

}  // namespace
}  // namespace koepel::exchange
