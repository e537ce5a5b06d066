// SPDX-License-Identifier: EUPL-1.2
// The canned answers: real municipalities, records and statements from this repository, the rest made up.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const csv = (name) => {
  const [head, ...rows] = readFileSync(root + name, "utf8").trim().split(/\r?\n/).map((line) => line.split(";"));
  return rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i] ?? ""])));
};

const neighbours = new Map();
for (const { a, b } of csv("data/reference/neighbours.csv")) {
  neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
}
const municipalities = csv("data/reference/municipalities.csv").map((row) => ({
  id: row.code, name: row.name, province: row.province, inhabitants: Number(row.inhabitants), dwellings: Number(row.dwellings),
  landAreaHa: Number(row.land_area_ha), urbanity: Number(row.urbanity), x: Number(row.lon) * 67, y: (54 - Number(row.lat)) * 111, neighbours: neighbours.get(row.code) ?? [],
}));
const nameOf = new Map(municipalities.map((one) => [one.id, one.name]));
const tasks = csv("method/koepel/tasks.csv").map((row) => ({ id: row.task ?? row.id ?? row.code, name: row.nl ?? row.name_nl, group: row.group ?? row.list, explanation: "" }));
const items = csv("method/koepel/items.csv").map((row) => ({ id: row.item, text: row.nl, construct: row.construct, roles: row.audience.split("|") }));
const roles = [["administrator", "bestuurder"], ["official", "ambtenaar"], ["council_member", "raadslid"], ["works_council", "lid van de ondernemingsraad"]].map(([id, name]) => ({ id, name }));

const column = (id, label, kind, need = "may") => ({ id, label, kind, need, explanation: "" });
const tables = [
  { kind: "partner-joined", name: "Partners", explanation: "", columns: [column("municipality", "Gemeente", "municipality", "must"), column("name", "Naam", "text"), column("inhabitants", "Inwoners", "count"), column("dwellings", "Woningen", "count"), column("land_area_ha", "Land (ha)", "number"), column("source", "Bron", "text")] },
  { kind: "figures-entered", name: "Cijfers", explanation: "", columns: [column("partner", "Partner", "partner", "must"), column("task", "Taak", "task", "must"), column("fixed_cost", "Vaste kosten (€)", "amount"), column("variable_cost", "Variabele kosten (€)", "amount"), column("fte", "Fte", "number"), column("volume", "Volume", "count"), column("unit", "Eenheid", "text"), column("year", "Jaar", "year"), column("source", "Bron", "text")] },
];

let sequence = 40;
const record = (kind, key, cells, label) => ({ kind, key, sequence: ++sequence, time: "2026-10-05T09:00:00Z", actor: "p1", actorName: "Anne de Vries", cells, label });
const figure = { partner: "partner", taak: "task", "vaste kosten": "fixed_cost", "variabele kosten": "variable_cost", fte: "fte", volume: "volume", eenheid: "unit", jaar: "year", bron: "source" };
const records = [
  ...csv("cases/kempen/partners.csv").map(({ gemeente, naam }) => record("partner-joined", gemeente, { municipality: gemeente, name: naam }, naam)),
  ...csv("cases/kempen/cijfers.csv").map((row) => {
    const cells = Object.fromEntries(Object.entries(figure).map(([from, to]) => [to, (row[from] ?? "").replace(",", ".")]));
    return record("figures-entered", `${row.partner}/${row.taak}/${row.jaar}`, cells, `${nameOf.get(row.partner)}, ${row.taak}`);
  }),
];
const partners = csv("cases/kempen/partners.csv").map(({ gemeente, naam }) => ({ id: gemeente, name: naam }));
const title = "Samenwerking Kempengemeenten: verdieping van de intentieverklaring";
const line = { id: "kempen", title, role: "facilitator", partners: partners.map((one) => one.name), phase: "zero", changed: "2026-10-05T09:00:00Z", archived: false, invented: "Antwoorden en oordelen zijn verzonnen." };
const study = {
  ...line, question: "Welke taken gaan Bergeijk, Bladel, Eersel, Oirschot en Reusel-De Mierden samen doen, in welke volgorde en in welke vorm?", sequence, retention: "2027-10-05",
  invented: "Inwoners en uitgaven per taakveld zijn echt; antwoorden, oordelen en andere cijfers zijn verzonnen.",
  phases: ["0-fase", "Aanpak", "Instrumenten", "Conferentie", "Besluit", "Uitvoering"].map((name, i) => ({ id: ["zero", "approach", "instruments", "conference", "decision", "running"][i], name, state: i === 0 ? "now" : "later" })),
  gates: [
    { id: "g1", phase: "zero", text: "Alle gemeenten staan in de studie", done: true, by: "facilitator", screen: "partners" },
    { id: "g2", phase: "zero", text: "Van elke gemeente deden bestuurders en ambtenaren mee aan de peiling", done: false, by: "facilitator", screen: "poll" },
    { id: "g3", phase: "zero", text: "De bestaande samenwerkingen zijn in kaart", done: true, by: "official", screen: "partnerships" },
    { id: "g4", phase: "zero", text: "Van tien taken zijn de kosten van alle gemeenten bekend", done: false, by: "official", screen: "partners" },
  ],
  actions: [
    { text: "Nodig bestuurders van Oirschot uit voor de peiling. Zonder hen kan er geen advies over de aanpak komen.", screen: "poll", role: "facilitator", urgent: true },
    { text: "Controleer de cijfers die Bladel gisteren invulde", screen: "partners", role: "facilitator", urgent: false },
    { text: "Vul de kosten van de gladheidsbestrijding in", screen: "partners", role: "official", urgent: false },
  ],
  missing: [
    { text: "Antwoorden van bestuurders uit Oirschot", screen: "poll", who: "procesbegeleider" },
    { text: "Kosten van 12 taken in Reusel-De Mierden", screen: "partners", who: "ambtenaar van Reusel-De Mierden" },
  ],
  members: [],
};
const poll = {
  state: "open", items: items.slice(0, 24).map((item) => item.id), intro: "De vijf colleges willen weten hoe u over samenwerking denkt. Met uw antwoorden kiezen zij in november hun aanpak.", minimum: 3,
  anonymity: "anonymous",
  anonymityText: "Uw naam en e-mailadres staan los van uw antwoorden. Niemand kan ze weer bij elkaar brengen, ook de beheerder niet. Een groep met minder dan 3 antwoorden wordt nooit apart getoond.",
  coverage: partners.flatMap(({ id, name }, i) => roles.slice(0, 2).map((role, j) => ({ partner: id, partnerName: name, role: role.id, roleName: role.name, invited: i === 3 && j === 0 ? 0 : 5 + j * 3, answered: i === 3 && j === 0 ? 0 : Math.min(5 + j * 3, 2 + i + j * 2) }))),
};
const invitations = [
  { id: "i1", partner: "GM1724", role: "administrator", email: "burgemeester@bergeijk.example", state: "done", isCode: false, usesLeft: 0, sent: 1, expires: "2026-11-01T08:00:00Z" },
  { id: "i2", partner: "GM1728", role: "official", email: "secretaris@bladel.example", state: "open", isCode: false, usesLeft: 1, sent: 1, expires: "2026-11-01T08:00:00Z" },
  { id: "i3", partner: "GM0770", role: "official", state: "open", isCode: true, usesLeft: 11, sent: 1, expires: "2026-11-01T08:00:00Z" },
];
const cell = (partner, role, mean, n) => ({ partner, role, mean, low: mean - 0.7, high: mean + 0.6, n, tooFew: n < 3 });
const results = {
  published: true,
  constructs: ["Elkaars kracht benutten", "Afstemming met derden", "Versnelling van projecten", "Specialisatie", "Schaalvoordeel"].map((name, k) => ({
    id: `c${k}`, name, kind: "motive",
    cells: partners.flatMap(({ id }, i) => [cell(id, "administrator", 2.4 + ((k + i) % 5) * 0.45, i === 3 ? 2 : 5), cell(id, "official", 3.9 - ((k * 2 + i) % 4) * 0.4, 8)]).concat([cell(undefined, "administrator", 3.1, 20), cell(undefined, "official", 3.4, 40)]),
  })),
  items: items.slice(0, 24).map((item, i) => ({ id: item.id, text: item.text, roles: [{ role: "administrator", mean: 2.5 + (i % 4) * 0.5, n: 22, counts: [2, 4, 6, 7, 3], tooFew: false }, { role: "official", mean: 3.9 - (i % 3) * 0.5, n: 40, counts: [3, 6, 9, 14, 8], tooFew: false }] })),
  gaps: [{ id: "gap1", kind: "observation", says: "Ambtenaren verwachten meer van specialisatie dan bestuurders.", why: ["Ambtenaren geven gemiddeld 3,9, bestuurders 2,7.", "Het verschil is in vier van de vijf gemeenten te zien."], whyNot: [], flip: "Geven de bestuurders gemiddeld een half punt meer, dan is er geen verschil meer.", steps: ["motive.gap.specialisation"] }],
};
const step = { id: "motive.gap", what: "Verschil bij specialisatie", value: "1,2 punt", rule: "Het gemiddelde van de ambtenaren min dat van de bestuurders.", source: "peiling van oktober 2026", from: [{ id: "a", what: "Gemiddelde van de ambtenaren", value: "3,9" }, { id: "b", what: "Gemiddelde van de bestuurders", value: "2,7" }], inputs: ["62 ingeleverde vragenlijsten"], parameters: [{ id: "p", text: "Een verschil telt vanaf 0,5 punt", source: "methode" }] };
const respondent = () => ({
  studyTitle: title, intro: poll.intro, state: "open", roleName: "bestuurder", partnerName: "Bergeijk", anonymityText: poll.anonymityText,
  scale: ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"].map((text, i) => ({ value: i + 1, text })),
  items: items.slice(0, 12).map(({ id, text }) => ({ id, text })), answers: drafts, nextSteps: "Op 3 november sluit de peiling. Op 12 november bespreken de colleges de uitkomsten. U krijgt dan het verslag.",
});
let drafts = {};
let loggedIn = process.env.LOGGED_IN !== "0";
const repeated = new Set();

const problems = (status, title, errors = []) => ({ status, body: { type: "about:blank", title, status, errors } });

function saveChanges({ clientId, changes }) {
  const errors = changes.flatMap((change, i) => Object.entries(change.cells)
    .filter(([id, value]) => ["fte", "fixed_cost", "variable_cost", "volume"].includes(id) && value && !/^[-\d.,]+$/.test(value))
    .map(([id, found]) => ({ code: "not-a-number", severity: "error", line: i + 1, column: id, found, expected: "een getal", repair: "Schrijf alleen cijfers, zoals 0,7. Weet u het niet, laat de cel dan leeg." })));
  if (errors.length) return problems(400, "Niet alles klopt", errors);
  if (!repeated.has(clientId)) {
    repeated.add(clientId);
    for (const change of changes) {
      const key = change.kind === "partner-joined" ? change.cells.municipality : `${change.cells.partner}/${change.cells.task}/${change.cells.year}`;
      const at = records.findIndex((one) => one.kind === change.kind && one.key === key);
      if (change.withdraw) records.splice(at, 1);
      else if (at < 0) records.push(record(change.kind, key, change.cells, key));
      else records[at] = record(change.kind, key, change.cells, records[at].label);
    }
  }
  return { body: { sequence, repeated: false, problems: [] } };
}

const fixed = {
  "GET /municipalities": () => municipalities,
  "GET /method": () => ({ id: "koepel", version: "1", roles, motives: [], factors: [], criteria: [], groups: [], bodies: [], forms: [], tasks, items, tables }),
  "GET /studies": () => (process.env.EMPTY ? [] : [line, { ...line, id: "noord", title: "Verkenning afval Noord", partners: ["Loppersum", "Delfzijl"], phase: "approach", invented: undefined }]),
  "GET /examples": () => [{ id: "kempen", title: "Kempengemeenten: vijf gemeenten, ontwerpaanpak" }, { id: "noord", title: "Noord: vijf gemeenten, ontwikkelaanpak" }],
  "GET /studies/kempen": () => study,
  "GET /studies/kempen/poll": () => poll,
  "GET /studies/kempen/invitations": () => invitations,
  "GET /studies/kempen/results": () => ({ ...results, published: poll.state === "closed" }),
};

export function answers(method, url, body, headers) {
  const path = decodeURIComponent(url.pathname.slice("/api/v1".length));
  const asked = `${method} ${path}`;
  if (asked === "GET /session") return { body: { ...(loggedIn ? { person: { id: "p1", name: "Anne de Vries", email: "anne@bureau.example", manager: true } } : {}), csrf: "c", language: "nl", hasSecondFactor: false } };
  if (asked === "POST /session") {
    if (body.password === "fout") return problems(401, "Onjuist");
    if (body.password === "twee" && !body.code) return { status: 401, body: { type: "https://koepel.example/problems/second-factor-needed", title: "Code nodig", status: 401 } };
    loggedIn = true;
    return {};
  }
  if (asked === "POST /session/_link") { loggedIn = body.token === "goed"; return loggedIn ? {} : problems(401, "Link verlopen"); }
  if (asked === "DELETE /session") { loggedIn = false; return { status: 204 }; }
  if (asked === "POST /poll/_begin") return body.code.replace(/[^A-Za-z0-9]/g, "").toUpperCase() === "KEMP1234" ? { body: { token: "t" } } : problems(401, "Onbekend");
  if (path === "/poll" || path.startsWith("/poll/")) {
    if (headers.authorization === "Bearer oud") return problems(401, "Verlopen");
    if (headers.authorization === "Bearer dicht") return { body: { ...respondent(), state: "closed" } };
    if (method === "PUT") { drafts = body.answers; return { status: 204 }; }
    if (method === "POST") return { body: { thanks: "Dank u wel. Uw antwoorden zijn ontvangen.", nextSteps: respondent().nextSteps } };
    return { body: respondent() };
  }
  if (asked === "POST /studies") return { status: 201, body: { id: "kempen", problems: [] } };
  if (asked === "GET /studies/kempen/records") return { body: records.filter((one) => !url.searchParams.get("kind") || one.kind === url.searchParams.get("kind")) };
  if (asked === "POST /studies/kempen/events") return saveChanges(body);
  if (asked === "PUT /studies/kempen/poll") { Object.assign(poll, body); return { status: 200, body: poll }; }
  const move = /^POST \/studies\/kempen\/poll\/_(open|close|reopen)$/.exec(asked);
  if (move) { poll.state = move[1] === "close" ? "closed" : "open"; return { body: poll }; }
  if (asked === "POST /studies/kempen/invitations") return { status: 201, body: [...body.invitations.map((one, i) => ({ id: `n${i}`, link: `https://koepel.example/answer#${"abcdefgh".repeat(4)}${i}`, ...one })), ...body.codes.map((one, i) => ({ id: `m${i}`, code: "KEMP-1234", ...one }))] };
  if (asked.endsWith("/_resend")) return { body: { link: "https://koepel.example/answer#nieuw" } };
  if (asked === "POST /studies/kempen/files/_preview") return { body: { problems: [{ code: "unknown-name", severity: "error", file: "cijfers.xlsx", sheet: "cijfers", line: 14, column: "taak", found: "Gladheidsbestr.", expected: "de code of naam van een taak", repair: "Schrijf U31 of ‘gladheidsbestrijding’." }, { code: "year-old", severity: "warning", file: "cijfers.xlsx", sheet: "cijfers", line: 20, column: "jaar", found: "2019", expected: "een jaar vanaf 2023", repair: "Neem nieuwere cijfers als die er zijn." }], counts: [{ kind: "figures-entered", name: "Cijfers", count: 43 }], changes: { new: 12, changed: 5, same: 26 } } };
  if (asked === "POST /studies/kempen/files") return { body: { sequence: 99, problems: [] } };
  if (path.startsWith("/studies/kempen/steps/")) return { body: { ...step, id: path.split("/").pop() } };
  if (asked in fixed) return { body: fixed[asked]() };
  return method === "GET" ? problems(404, "Niet gevonden") : { status: 204 };
}
