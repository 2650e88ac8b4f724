// Why a use came in a cell, in the words of `puzzel explain --cell`, and its figures.

const FEW = 3; // prices of a use that are named in a sentence

async function cellWhy(run, grid, cell) {
  const { came, second } = await worthHere(run, grid, cell);
  came.parts = await partsHere(run.why, came.code, cell);
  if (second) second.parts = await partsHere(run.why, second.code, cell);
  const two = second ? [came, second] : [came];
  const factors = two.flatMap(({ parts }) => parts).map(factorTable);
  return [
    el("div", { class: "why" }, whySentences(came, second).map((text) => el("p", {}, text))),
    foldedFigures("page.cell.points", pointsTable(two)),
    factors.length ? foldedFigures("page.cell.factors", factors) : [],
  ];
}

function foldedFigures(key, ...children) {
  return el("details", { class: "figures" }, el("summary", {}, say(key)), ...children);
}

function whySentences(came, second) {
  const use = useName(came.code);
  const told = [capital(say(came.code ? "why.came" : "why.stays", { use, worth: points(came.total) }))];
  told.push(say("why.parts", { points: points(came.points), rows: rowsText(came.rows), edges: edgesText(came.edges) }));
  return [...told, ...came.parts.map(suitsText), nextSentence(came, second)];
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function rowsText(rows) {
  const heavy = byWeight(rows);
  const told = heavy.slice(0, FEW).map((row) => say("why.row", { points: points(row.points), name: said(row.name) }));
  const others = heavy.slice(FEW).reduce((sum, row) => sum + row.points, 0);
  if (heavy.length > FEW) told.push(say("why.rest", { points: points(others) }));
  return told.join("");
}

function byWeight(rows) {
  const heavy = [...rows].sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
  return heavy.filter((row) => Math.abs(row.points) >= 0.05);
}

function edgesText(edges) {
  return edges ? say("why.edges", { points: points(edges) }) : "";
}

function suitsText({ label, mean, factors, worth }) {
  const heavy = [...factors].sort((one, other) => other.weight - one.weight);
  const told = heavy.map((one) =>
    say("why.factor", {
      name: said(one.label),
      worth: digits(one.worth),
      weight: digits(one.weight),
      value: measured(one),
    }),
  );
  return say("why.suits", { use: said(label), worth: digits(worth), mean: say(`why.${mean}`), factors: told.join(", ") });
}

function nextSentence(came, second) {
  if (!second) return say("why.only");
  const less = Number(fixed(came.total - second.total, 1)) + 0;
  const key = (less ? (less > 0 ? "next" : "better") : "equal") + (second.code ? "" : "_stays");
  const told = points(Math.abs(less));
  return say(`why.${key}`, { use: useName(second.code), less: told, more: told });
}

// Every row that counts for one of the uses, and what it gives to each.
function pointsTable(two) {
  const names = [...new Set(two.flatMap(({ rows }) => byWeight(rows)).map(({ name }) => name))];
  const of = (use, name) => use.rows.find((row) => row.name === name)?.points ?? 0;
  const line = (name, give) => [name, ...two.map((use) => points(give(use)))];
  const rows = [
    line(say("page.cell.by_itself"), (use) => use.points),
    ...names.map((name) => line(said(name), (use) => of(use, name))),
    line(say("page.cell.edges"), (use) => use.edges),
  ];
  return plainTable(["", ...two.map(({ code }) => useName(code))], rows, line(say("page.cell.together"), (use) => use.total));
}

function factorTable({ label, factors }) {
  const heads = ["factor", "suits", "weight"].map((key) => say(`page.cell.${key}`));
  const rows = factors.map((one) => [
    [said(one.label), el("small", {}, `${one.layer.name}: ${measured(one)}`), el("small", {}, one.text)],
    digits(one.worth),
    digits(one.weight),
  ]);
  return [el("h5", {}, said(label)), plainTable(heads, rows)];
}

function plainTable(heads, rows, total) {
  const line = ([name, ...values]) =>
    el("tr", {}, el("th", { scope: "row" }, name), values.map((value) => el("td", { class: "figure" }, value)));
  const [first, ...others] = heads;
  const head = [first ? el("th", { scope: "col" }, first) : el("td"), others.map((text) => el("th", { scope: "col", class: "figure" }, text))];
  return el(
    "table",
    { class: "plain" },
    el("thead", {}, el("tr", {}, head)),
    el("tbody", {}, rows.map(line)),
    total ? el("tfoot", {}, line(total)) : null,
  );
}

function useName(code) {
  return said(head.uses[code].label);
}

function measured({ value, layer }) {
  if (value === null) return say("why.unknown");
  if (typeof value === "string") return value;
  return digits(fourFigures(value)) + (["", "1"].includes(layer.unit) ? "" : ` ${layer.unit}`);
}
