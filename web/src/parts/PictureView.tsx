// SPDX-License-Identifier: EUPL-1.2
import "./PictureView.css";
import type { JSX } from "preact";
import { useEffect, useId, useRef } from "react";
import type { Picture } from "../api/types";
import { text } from "../texts/text";
import { Disclosure } from "./Disclosure";
import { safeSvg } from "./safeSvg";
import { StepLink, Traced } from "./StepLink";
import { TableScroll } from "./Table";

/**
 * A picture of the analysis with its description in words and its numbers as a table. With a study its figures open to
 * where they come from; a picture of what is only imagined has none.
 */
export function PictureView({ picture, wide, study }: { picture: Picture; wide?: boolean; study?: string | undefined }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const prefix = `${useId()}-`;
  useEffect(() => {
    const svg = safeSvg(picture.svg, prefix);
    place.current?.replaceChildren(...(svg ? [svg] : []));
  }, [picture.svg, prefix]);
  return (
    <figure className={`picture${wide ? " picture--wide" : ""}`}>
      <figcaption className="picture__title">{picture.title}</figcaption>
      <div className="picture__scroll" tabIndex={0} role="group" aria-label={picture.title}><div ref={place} className="picture__svg" /></div>
      <p className="quiet">{study && picture.step ? <Traced study={study} step={picture.step}>{picture.description}</Traced> : picture.description}</p>
      {picture.rows.length > 0 && (
        <Disclosure title={text("picture.table")}>
          <TableScroll label={picture.title}>
            <table className="table">
              <caption className="unseen">{picture.title}</caption>
              <thead><tr>{picture.columns.map((title, i) => <th key={i} scope="col">{title}</th>)}</tr></thead>
              <tbody>{picture.rows.map((row, i) => <tr key={i}>{row.map((cell, j) => j === 0 ? <th key={j} scope="row">{cell.text}</th> : <td key={j}>{study && cell.step ? <StepLink study={study} step={cell.step} what={`${row[0]?.text ?? ""}, ${picture.columns[j] ?? ""}`}>{cell.text}</StepLink> : cell.text}</td>)}</tr>)}</tbody>
            </table>
          </TableScroll>
        </Disclosure>
      )}
    </figure>
  );
}
