// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useResource } from "../api/resource";
import type { Picture } from "../api/types";
import { Loaded } from "./Loaded";
import { PictureView } from "./PictureView";

/** A picture of the study's analysis by its id. One that cannot be drawn yet is left out. */
export function StudyPicture({ study, id, wide }: { study: string; id: string; wide?: boolean }): JSX.Element | null {
  const picture = useResource<Picture>(`/studies/${study}/pictures/${encodeURIComponent(id)}`);
  if (picture.error?.status === 404) return null;
  return <Loaded resource={picture}>{(data) => <PictureView study={study} picture={data} wide={!!wide} />}</Loaded>;
}
