// Where plans differ: a map of the difference of two, of the agreement of more, and a
// table from use to use whose entries choose what the map shows.

// Same, other, only in the first, only in the last (Okabe and Ito 2008).
const DIFFERENCE = [
  [244, 242, 238],
  [165, 165, 165],
  [60, 50, 70],
  [213, 94, 0],
  [0, 114, 178],
];
const KINDS = ["stays", "same", "other", "first", "last"];
const AGREE = [
  [213, 94, 0],
  [240, 178, 100],
  [150, 196, 222],
  [0, 114, 178],
];

function kindOf(one, other) {
  if (one === other) return one ? 1 : 0;
  if (one && other) return 2;
  return one ? 3 : 4;
}

// pair: {first, last, ha, cells}; `chosen` is {from, to} or null
function makeDifference(grid, scenes, state) {
  const picture = document.createElement("canvas");
  const mode = scenes.length > 2 ? "agreement" : "difference";
  const found = { pair: head.pairs[0], chosen: null, mode, shownCells: 0 };
  const values = new Uint8Array(grid.cells);
  const all = { values: values, table: Uint32Array.of(0), shown: [0] };
  found.repaint = () => {
    const { first, last } = found.pair;
    const [one, other] = [scenes[first].codes, scenes[last].codes];
    let table = Uint32Array.from(DIFFERENCE, packedColour);
    found.shownCells = 0;
    if (found.mode === "agreement") {
      table = Uint32Array.from([DIFFERENCE[0], ...agreeColours()], packedColour);
      for (let cell = 0; cell < grid.cells; cell += 1) values[cell] = agreement(scenes, cell);
    } else if (found.chosen) {
      const { from, to } = found.chosen;
      const mark = head.uses[to].ha.some((ha) => ha > 0) && to ? colourOf(head.uses[to]) : [60, 50, 70];
      table = Uint32Array.from([[238, 236, 232], mark], packedColour);
      for (let cell = 0; cell < grid.cells; cell += 1) {
        values[cell] = one[cell] === from && other[cell] === to ? 1 : 0;
        found.shownCells += values[cell];
      }
    } else {
      for (let cell = 0; cell < grid.cells; cell += 1) values[cell] = kindOf(one[cell], other[cell]);
    }
    paint(picture, grid, { values, table }, all.values === values ? { ...all, values: none(grid) } : all);
  };
  const scene = {
    grid,
    codes: values,
    names: scenes[0].names,
    label: () => say("page.map.label", { name: say(found.mode === "agreement" ? "page.compare.agreement" : "page.compare.difference") }),
    status: (cell) =>
      scenes.map((one, at) => `${letter(at)}: ${one.status(cell)}`).join(" · "),
    onCell: state.choose,
    repaint: found.repaint,
    takeLayer: async () => {},
    draw: (context, window) => {
      drawCells(context, picture, grid, window);
      if (settings.outlines) drawOutlines(context, values, grid, new Uint8Array(256).fill(1), window);
      drawBorders(context, scenes[0].borders, window, settings.borders);
      drawChosen(context, grid, state.cell, window);
    },
  };
  every(found.repaint);
  return { found, scene };
}

const nothing = new Map();
function none(grid) {
  if (!nothing.has(grid)) nothing.set(grid, new Uint8Array(grid.cells));
  return nothing.get(grid);
}

function agreeColours() {
  const n = head.runs.length;
  return Array.from({ length: n }, (_, at) => AGREE[Math.round((at * (AGREE.length - 1)) / (n - 1))]);
}

// How many plans give the cell its most frequent use; 0 where all leave it as it is.
function agreement(scenes, cell) {
  let most = 0;
  let changed = false;
  for (const one of scenes) {
    const code = one.codes[cell];
    if (code) changed = true;
    let same = 0;
    for (const other of scenes) if (other.codes[cell] === code) same += 1;
    if (same > most) most = same;
  }
  return changed ? most : 0;
}

function differenceLegend(found) {
  const { first, last, ha } = found.pair;
  const sums = new Array(5).fill(0);
  ha.forEach((row, from) => row.forEach((value, to) => (sums[kindOf(from, to)] += value)));
  if (found.mode === "agreement") {
    const n = head.runs.length;
    return el(
      "ul",
      { class: "keys row" },
      agreeColours().map((colour, at) =>
        el("li", {}, swatch(colour), el("span", {}, say("page.compare.agree", { k: at + 1, n }))),
      ),
    );
  }
  const names = {
    same: say("compare.same"),
    other: say("compare.other"),
    first: say("compare.only", { name: letter(first) }),
    last: say("compare.only", { name: letter(last) }),
    stays: say("compare.stays"),
  };
  return el(
    "ul",
    { class: "keys row" },
    KINDS.map((kind, at) =>
      el("li", {}, swatch(DIFFERENCE[at]), el("span", {}, `${names[kind]} `, el("b", {}, hectares(sums[at])))),
    ),
  );
}

// The table whose entries choose what the map shows.
function fromToTable(found, onChoose) {
  const { first, last, ha, cells } = found.pair;
  const rows = head.uses.map((_, code) => code).filter((code) => ha[code].some((value, to) => value || cells[code][to]));
  const columns = head.uses.map((_, code) => code).filter((code) => ha.some((row, from) => row[code] || cells[from][code]));
  const name = (code) => said(head.uses[code].label);
  const entry = (from, to) => {
    const amount = ha[from][to];
    if (!cells[from][to]) return el("td", { class: "figure" }, "");
    const pressed = found.chosen?.from === from && found.chosen?.to === to;
    const values = { from: name(from), to: name(to), ha: hectares(amount) };
    return el(
      "td",
      { class: from === to ? "figure same" : "figure" },
      el(
        "button",
        {
          type: "button",
          "aria-pressed": pressed ? "true" : "false",
          "aria-label": say("page.compare.entry", values),
          "data-keep": `entry-${from}-${to}`,
          "data-cells": cells[from][to],
          onclick: () => onChoose(pressed ? null : { from, to }),
        },
        number(amount, 1),
      ),
    );
  };
  const corner = `${letter(first)} ↓ · ${letter(last)} →`;
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "group", "aria-label": say("page.compare.difference") },
    el(
      "table",
      { class: "from-to" },
      el("caption", { class: "hidden" }, say("page.compare.from", { first: letter(first), last: letter(last) })),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, corner), columns.map((to) => el("th", { scope: "col" }, clipped(name(to)))))),
      el(
        "tbody",
        {},
        rows.map((from) =>
          el("tr", {}, el("th", { scope: "row" }, clipped(name(from))), columns.map((to) => entry(from, to))),
        ),
      ),
    ),
  );
}
