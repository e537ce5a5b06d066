// SPDX-License-Identifier: EUPL-1.2
import "@nl-design-system-candidate/button-css/button.css";
import "./Button.css";
import type { ComponentChildren, JSX } from "preact";
import { Link } from "../router/Link";
import { Icon, type IconName } from "./Icon";

type Look = "primary" | "secondary" | "subtle" | "danger";

const looks: Record<Look, string> = {
  primary: "nl-button nl-button--primary",
  secondary: "nl-button nl-button--secondary",
  subtle: "nl-button nl-button--subtle",
  danger: "nl-button nl-button--secondary nl-button--negative",
};

type Props = {
  children: ComponentChildren;
  look?: Look;
  type?: "button" | "submit";
  small?: boolean;
  icon?: IconName;
  /** Work is under way: the button stays where it is, says so and does nothing more. */
  busy?: boolean;
} & Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "size" | "type" | "children">;

export function Button({ children, look = "secondary", type = "button", small, icon, busy, onClick, ...rest }: Props): JSX.Element {
  return (
    <button
      {...rest}
      type={type}
      className={`${looks[look]}${small ? " button--small" : ""}`}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {(icon || busy) && <span className="nl-button__icon-start">{busy ? <span className="button__busy" aria-hidden="true" /> : icon && <Icon name={icon} />}</span>}
      <span className="nl-button__label">{children}</span>
    </button>
  );
}

/** A link that is the next step, and looks like it. */
export function ButtonLink({ to, children, look = "primary" }: { to: string; children: ComponentChildren; look?: Look }): JSX.Element {
  return <Link to={to} className={`${looks[look]} button-link`}>{children}</Link>;
}
