// SPDX-License-Identifier: EUPL-1.2
// A pack that could be read in, everything that a schema cannot see out.
#include "content/check_pack.h"

#include "content/checks.h"

namespace koepel::content {

Problems check_pack(const MethodPack& pack) {
  Problems problems;
  check_ids(pack, problems);
  check_references(pack, problems);
  check_tree(pack, problems);
  // A tree with loose ends cannot be walked.
  const bool sound = problems.empty();
  check_languages(pack, problems);
  check_sentences(pack, problems);
  check_tasks(pack, problems);
  check_cost_model(pack, problems);
  check_approach(pack, problems);
  if (sound) {
    check_every_answer_leads_somewhere(pack, problems);
    check_worked_examples(pack, problems);
  }
  return problems;
}

}  // namespace koepel::content
