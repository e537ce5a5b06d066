// SPDX-License-Identifier: EUPL-1.2
import "./Loaded.css";
import type { ComponentChildren, JSX } from "preact";
import type { ApiError } from "../api/client";
import type { Resource } from "../api/resource";
import { text } from "../texts/text";
import { Alert } from "./Alert";
import { Button } from "./Button";

/** Shows what was read; while reading a quiet place-holder, and after a fault what it was and a way to try again. */
export function Loaded<T>({ resource, children }: { resource: Resource<T>; children: (data: T) => ComponentChildren }): JSX.Element {
  if (resource.data !== undefined) return <>{children(resource.data)}</>;
  if (resource.error) return <Fault error={resource.error} again={resource.reload} />;
  return <p className="loading" role="status">{text("loading")}</p>;
}

export const faultText = (error: ApiError): string => {
  if (error.offline) return text("fault.offline");
  if (error.status === 403) return text("fault.forbidden");
  if (error.status === 404) return text("fault.unknown");
  return error.message || text("fault.other");
};

export function Fault({ error, again }: { error: ApiError; again?: () => void }): JSX.Element {
  return (
    <Alert tone={error.offline ? "warning" : "error"} live>
      <p>{faultText(error)}</p>
      {again && error.status !== 403 && error.status !== 404 && <Button small onClick={again}>{text("fault.again")}</Button>}
    </Alert>
  );
}
