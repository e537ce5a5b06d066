// SPDX-License-Identifier: EUPL-1.2
// The whole advice in five numbers; a number chosen shows only its tasks in the lists.
import type { JSX } from "preact";
import type { GrossTask } from "../../api/types";
import { number, textOr } from "../../texts/text";
import { packageName, packages } from "./PackageBadge";

export function PackageTiles({ tasks, only, choose }: { tasks: GrossTask[]; only: string; choose: (id: string) => void }): JSX.Element {
  return (
    <ul className="package-tiles">
      {packages.map((id) => (
        <li key={id}>
          <button type="button" className={`package-tile package-tile--${id}`} aria-pressed={only === id} onClick={() => choose(only === id ? "" : id)}>
            <span className="package-tile__number">{number(tasks.filter((task) => task.package === id).length)}</span>
            <span className="package-tile__name">{packageName(id)}</span>
            <span className="package-tile__says">{textOr(`package.says.${id}`, "")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
