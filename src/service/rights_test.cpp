// SPDX-License-Identifier: EUPL-1.2
#include "service/rights.h"

#include <gmock/gmock.h>

#include <functional>
#include <map>
#include <sstream>
#include <vector>

namespace koepel::service {
namespace {

// The whole table, for who knows the work and not the code.
//   all   everything in the study, of every municipality and of all together
//   own   who speaks for one municipality: what is of that municipality; who speaks for all: everything
//   -     nothing
// "manager" manages the installation and takes no part in the study; "nobody" is logged in and takes no part either;
// "stranger" is not logged in.
constexpr std::string_view table = R"(
                 facilitator administrator official controller council_member works_council observer manager nobody stranger
make_study       all         -             -        -          -              -             -        all     -      -
see_study        all         all           all      all        all            all           all      -       -      -
see_documents    all         all           all      all        all            all           all      -       -      -
enter_figures    all         -             own      own        -              -             -        -       -      -
give_judgements  all         own           own      -          -              -             -        -       -      -
set_study        all         -             -        -          -              -             -        -       -      -
record_decisions all         -             -        -          -              -             -        -       -      -
run_poll         all         -             -        -          -              -             -        -       -      -
edit_documents   all         -             -        -          -              -             -        -       -      -
name_versions    all         -             -        -          -              -             -        -       -      -
manage_members   all         -             -        -          -              -             -        -       -      -
manage_study     all         -             -        -          -              -             -        -       -      -
manage_people    -           -             -        -          -              -             -        all     -      -
see_audit        -           -             -        -          -              -             -        all     -      -
)";

const std::vector<std::pair<std::string, Action>> actions{{"make_study", Action::make_study},
                                                          {"see_study", Action::see_study},
                                                          {"see_documents", Action::see_documents},
                                                          {"enter_figures", Action::enter_figures},
                                                          {"give_judgements", Action::give_judgements},
                                                          {"set_study", Action::set_study},
                                                          {"record_decisions", Action::record_decisions},
                                                          {"run_poll", Action::run_poll},
                                                          {"edit_documents", Action::edit_documents},
                                                          {"name_versions", Action::name_versions},
                                                          {"manage_members", Action::manage_members},
                                                          {"manage_study", Action::manage_study},
                                                          {"manage_people", Action::manage_people},
                                                          {"see_audit", Action::see_audit}};

const std::vector<std::string> roles{"facilitator",    "administrator", "official", "controller",
                                     "council_member", "works_council", "observer"};
const std::vector<std::string> partners{"", "0770", "1724"};

using Cells = std::map<std::string, std::map<std::string, std::string>>;  // who -> action -> cell

Cells cells() {
  std::istringstream lines{std::string(table)};
  std::string line, word;
  std::vector<std::string> heads;
  Cells found;
  std::getline(lines, line), std::getline(lines, line);
  for (std::istringstream head(line); head >> word;) heads.push_back(word);
  while (std::getline(lines, line)) {
    std::istringstream row(line);
    std::string action;
    row >> action;
    for (const auto& who : heads) row >> found[who][action];
  }
  return found;
}

Asker asker(const std::string& who, const std::string& partner) {
  return {
      .person = who == "stranger" ? "" : "p-1", .manager = who == "manager", .role = role_of(who), .partner = partner};
}

bool says(const std::string& cell, const std::string& own, const std::string& thing) {
  if (cell == "all") return true;
  return cell == "own" && (own.empty() || own == thing);
}

TEST(Rights, AreWhatTheTableSays) {
  const auto all = cells();
  ASSERT_EQ(all.size(), 10U);
  for (const auto& [who, row] : all) {
    ASSERT_EQ(row.size(), actions.size()) << who;
    for (const auto& [word, action] : actions)
      for (const auto& own : partners)
        for (const auto& thing : partners)
          EXPECT_EQ(may(asker(who, own), action, thing), says(row.at(word), own, thing))
              << who << " of '" << own << "' " << word << " of '" << thing << "'";
  }
}

/// Every asker there can be.
std::vector<Asker> everybody() {
  std::vector<Asker> all;
  for (const char* person : {"", "p-1"})
    for (const bool manager : {false, true})
      for (const auto& partner : partners) {
        all.push_back({person, manager, std::nullopt, partner});
        for (const auto& role : roles) all.push_back({person, manager, role_of(role), partner});
      }
  return all;
}

void for_everything(const std::function<void(const Asker&, Action, const std::string&)>& check) {
  for (const auto& who : everybody())
    for (const auto& [word, action] : actions)
      for (const auto& thing : partners) check(who, action, thing);
}

bool changes(Action what) { return what != Action::see_study && what != Action::see_documents; }
bool is_of_the_installation(Action what) {
  return what == Action::make_study || what == Action::manage_people || what == Action::see_audit;
}

TEST(Rights, OfWhoIsNotLoggedInAreNone) {
  for_everything([](Asker who, Action what, const std::string& thing) {
    who.person.clear();
    EXPECT_FALSE(may(who, what, thing));
  });
}

// A facilitator works for all: a municipality beside the role binds nobody.
TEST(Rights, OfWhoSpeaksForOneMunicipalityStopAtItsBorder) {
  for_everything([](const Asker& who, Action what, const std::string& thing) {
    if (who.partner.empty() || who.partner == thing || who.role == Role::facilitator) return;
    EXPECT_FALSE(changes(what) && !is_of_the_installation(what) && may(who, what, thing));
  });
}

TEST(Rights, NeverGrowByLosingARole) {
  for_everything([](const Asker& who, Action what, const std::string& thing) {
    auto less = who;
    less.role.reset();
    EXPECT_LE(may(less, what, thing), may(who, what, thing));
    less = who, less.manager = false;
    EXPECT_LE(may(less, what, thing), may(who, what, thing));
  });
}

TEST(Rights, NeverGrowByBeingBoundToOneMunicipality) {
  for_everything([](const Asker& who, Action what, const std::string& thing) {
    auto unbound = who;
    unbound.partner.clear();
    EXPECT_LE(may(who, what, thing), may(unbound, what, thing));
  });
}

TEST(Rights, OfAManagerInAStudyAreThoseOfTheRole) {
  for_everything([](const Asker& who, Action what, const std::string& thing) {
    if (!who.role || is_of_the_installation(what)) return;
    auto plain = who;
    plain.manager = false;
    EXPECT_EQ(may(who, what, thing), may(plain, what, thing));
  });
}

TEST(Roles, HaveTheirWordsThereAndBack) {
  for (const auto& word : roles) {
    ASSERT_TRUE(role_of(word));
    EXPECT_EQ(word_of(*role_of(word)), word);
  }
  EXPECT_FALSE(role_of(""));
  EXPECT_FALSE(role_of("Facilitator"));
  EXPECT_FALSE(role_of("manager"));
}

}  // namespace
}  // namespace koepel::service
