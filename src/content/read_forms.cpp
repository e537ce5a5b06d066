// SPDX-License-Identifier: EUPL-1.2
// forms.yaml in, the legal forms from light to heavy out.
#include "content/parts.h"

namespace koepel::content {

namespace {

Form read_form(const Place& at) {
  at.only({"id",           "name",           "short_name", "position",   "heaviness",   "legal_person",
           "public_law",   "joint_employer", "powers",     "democratic", "flexibility", "efficiency",
           "setup_months", "setup_keur",     "what",       "staff",      "steering",    "exit",
           "tax",          "legal_basis",    "checked_on", "source"});
  Form form;
  form.id = at.text("id");
  form.name = at.both("name");
  form.short_name = at.both("short_name");
  form.position = at.number_or_null("position");
  form.heaviness = at.number("heaviness");
  form.legal_person = at.flag_or_null("legal_person");
  form.public_law = at.flag("public_law");
  form.joint_employer = at.flag("joint_employer");
  form.powers = at.text("powers");
  form.democratic = at.whole("democratic");
  form.flexibility = at.whole("flexibility");
  form.efficiency = at.whole("efficiency");
  form.setup_months = at.range("setup_months");
  form.setup_keur = at.range("setup_keur");
  form.what = at.both("what");
  form.staff = at.both("staff");
  form.steering = at.both("steering");
  form.exit = at.both("exit");
  form.tax = at.both("tax");
  form.legal_basis = at.words("legal_basis");
  form.checked_on = at.text("checked_on");
  form.source = at.text("source");
  return form;
}

}  // namespace

std::vector<Form> read_forms(const Place& root) {
  std::vector<Form> forms;
  for (const auto& place : root.list()) forms.push_back(read_form(place));
  return forms;
}

}  // namespace koepel::content
