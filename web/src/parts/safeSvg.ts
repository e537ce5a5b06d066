// SPDX-License-Identifier: EUPL-1.2
// A drawing of the server made fit to stand in a page.

/** Elements and attributes that could run something or fetch something are taken out, although our own server drew it. */
const forbidden = "script, foreignObject, iframe, object, embed, image, style, a, animate, set, use[href^='http']";

/** Ids get the prefix, so that two drawings on one page do not meet. Null: it is no drawing. */
export function safeSvg(source: string, prefix: string): SVGElement | null {
  const parsed = new DOMParser().parseFromString(source, "image/svg+xml");
  const svg = parsed.documentElement;
  if (svg.localName !== "svg" || parsed.querySelector("parsererror")) return null;
  svg.querySelectorAll(forbidden).forEach((node) => node.remove());
  for (const node of [svg, ...svg.querySelectorAll("*")]) {
    for (const { name, value } of [...node.attributes]) {
      if (/^on|^style$/i.test(name)) node.removeAttribute(name);
      else if (value.includes("url(#")) node.setAttribute(name, value.replaceAll("url(#", `url(#${prefix}`));
      else if (/href$/.test(name) && value.startsWith("#")) node.setAttribute(name, `#${prefix}${value.slice(1)}`);
    }
  }
  for (const node of svg.querySelectorAll("[id]")) node.id = prefix + node.id; // two pictures on one page keep their own names
  const named = svg.getAttribute("aria-labelledby");
  if (named) svg.setAttribute("aria-labelledby", named.split(/\s+/).map((id) => prefix + id).join(" "));
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  return document.importNode(svg, true) as unknown as SVGElement;
}
