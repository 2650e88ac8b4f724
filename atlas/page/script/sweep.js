// Many runs of one scenario: from what is varied to what came, and every plan small.

async function startSweep(root) {
  const grid = head.frame ? await makeGrid(head.frame) : null;
  const state = { chosen: -1, redraw: [] };
  state.choose = (number) => {
    state.chosen = state.chosen === number ? -1 : number;
    for (const draw of state.redraw) draw();
  };
  const table = (key) => (head.tables.nl[key] ? dataTable(() => head.tables[settings.lang][key]) : []);
  const main = el(
    "main",
    { id: "content", tabindex: "-1" },
    problemsPart(),
    part("summary", "page.summary", sweepSummary()),
    part("lines", "page.sweep.lines", linesChart(state), table("runs")),
    grid ? part("maps", "page.sweep.maps", await smallMaps(grid, state), table("uses")) : [],
    grid ? part("frequency", "page.sweep.frequency", await frequencyMap(grid)) : [],
    head.tables.nl.regret ? part("regret", "page.sweep.regret", table("regret")) : [],
    folded("claims", "page.claims", table("claims")),
    licencesPart(),
  );
  const names = () =>
    [["lines", "page.sweep.lines"], ["maps", "page.sweep.maps"], ["frequency", "page.sweep.frequency"],
      ["regret", "page.sweep.regret"], ["claims", "page.claims"]]
      .filter(([id]) => main.querySelector(`#${id}`))
      .map(([id, key]) => [id, say(key)]);
  root.replaceChildren(
    skipLink(),
    pageHeader(() => say("page.sweep", { name: head.title, n: head.runs.length }), () => []),
    contents(names),
    main,
  );
  window.puzzel = { grid, state };
}

function sweepSummary() {
  const box = el("ul");
  every(() => {
    const counts = new Map();
    for (const run of head.runs) counts.set(said(run.said), (counts.get(said(run.said)) ?? 0) + 1);
    box.replaceChildren(...[...counts].map(([name, n]) => el("li", {}, `${name}: ${number(n)}`)));
  });
  return box;
}

const PLOT = { wide: 1120, high: 350, top: 76, low: 312, edge: 90 };

// One upright axis per value, one line per run; the chosen run stands out.
function linesChart(state) {
  const box = el("div", { class: "chart" });
  const { wide, high, top, low, edge } = PLOT;
  const x = (at) => edge + (at * (wide - 2 * edge)) / Math.max(1, head.axes.length - 1);
  const ends = head.axes.map(({ values }) => {
    const known = values.filter((value) => value !== null);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    return least < most ? [least, most] : [least - 1, most + 1];
  });
  const y = (at, value) => low - ((low - top) * (value - ends[at][0])) / (ends[at][1] - ends[at][0]);
  const draw = () => {
    const told = (axis, value) => axis.told[String(value)] ?? figures(Number(value.toPrecision(4)));
    const axes = head.axes.map((axis, at) => {
      const [least, most] = ends[at];
      const known = axis.values.filter((value) => value !== null);
      return svg(
        "g",
        { class: axis.varied ? "varied" : null },
        svg("line", { x1: x(at), x2: x(at), y1: top, y2: low, class: "axis" }),
        wrapped(said(axis.label), x(at), 14),
        known.length ? svg("text", { x: x(at), y: top - 6, "text-anchor": "middle" }, told(axis, Math.max(...known))) : [],
        known.length && least >= Math.min(...known)
          ? svg("text", { x: x(at), y: low + 16, "text-anchor": "middle" }, told(axis, Math.min(...known)))
          : [],
      );
    });
    const line = (run, place) => {
      const points = head.axes.map((axis, at) => [at, axis.values[place]]).filter(([, value]) => value !== null);
      if (points.length < 2) return [];
      const way = points.map(([at, value], n) => `${n ? "L" : "M"}${x(at)} ${y(at, value)}`).join("");
      const name = run.number === state.chosen ? "run chosen" : "run";
      return svg("path", { d: way, class: name, onclick: () => state.choose(run.number) }, svg("title", {}, `${run.number}: ${run.title}`));
    };
    const order = [...head.runs.entries()].sort(([, a], [, b]) => (a.number === state.chosen) - (b.number === state.chosen));
    box.replaceChildren(
      el("p", { class: "note" }, say("page.sweep.lines.note")),
      svg(
        "svg",
        { viewBox: `0 0 ${wide} ${high}`, class: "lines many", role: "img", "aria-label": say("page.sweep.lines.note") },
        axes,
        order.map(([place, run]) => line(run, place)),
      ),
    );
  };
  state.redraw.push(draw);
  every(draw);
  return box;
}

// A name on at most four lines, broken at points and spaces.
function wrapped(text, x, y) {
  const lines = [""];
  for (const word of text.split(/(?<=[ .])/)) {
    if ((lines[lines.length - 1] + word).length > 16 && lines.length < 4) lines.push("");
    lines[lines.length - 1] += word;
  }
  const short = (line) => (line.length > 20 ? `${line.slice(0, 19)}…` : line);
  return svg(
    "text",
    { "text-anchor": "middle", class: "name" },
    svg("title", {}, text),
    lines.map((line, at) => svg("tspan", { x, y: y + 13 * at }, short(line.trim()))),
  );
}

async function smallMaps(grid, state) {
  const [layer] = head.below;
  const below = { values: await array(layer.array), table: tableOf(layer) };
  const plans = head.runs.filter(({ allocation }) => allocation);
  const shown = new Uint8Array(256).fill(1);
  shown[0] = 0;
  const tiles = [];
  for (const run of plans) {
    const codes = await array(run.allocation);
    const canvas = el("canvas", { role: "img" });
    const name = el("span", {}, `${run.number}: ${run.title}`);
    const tile = el("button", { type: "button", class: "tile", onclick: () => state.choose(run.number) }, canvas, name);
    every(() => {
      canvas.setAttribute("aria-label", say("page.map.label", { name: run.title }));
      const table = Uint32Array.from(head.uses, (use) => packedColour(colourOf(use)));
      paint(canvas, grid, below, { values: codes, table, shown });
    });
    state.redraw.push(() => tile.setAttribute("aria-pressed", String(run.number === state.chosen)));
    tile.setAttribute("aria-pressed", "false");
    tiles.push(tile);
  }
  const keys = el("ul", { class: "keys row" });
  every(() => {
    const found = head.uses.filter((use, code) => code && use.ha.some((ha) => ha > 0));
    keys.replaceChildren(...found.map((use) => el("li", {}, swatch(colourOf(use)), el("span", {}, said(use.label)))));
  });
  const note = el("p", { class: "note" });
  every(() => (note.textContent = say("page.sweep.maps.note", { n: number(plans.length) })));
  return el("div", {}, note, keys, el("div", { class: "tiles" }, tiles));
}

// In which part of the plans a cell gets a use: what is chosen whatever is varied.
async function frequencyMap(grid) {
  const box = el("div");
  const canvas = el("canvas", { role: "img", class: "whole" });
  const [layer] = head.below;
  const below = { values: await array(layer.array), table: tableOf(layer) };
  const ramp = el("canvas", { class: "ramp", width: 251, height: 1, "aria-hidden": "true" });
  const pen = ramp.getContext("2d");
  for (let step = 0; step <= 250; step += 1) {
    pen.fillStyle = `rgb(${rampColour(step / 250).map(Math.round).join(",")})`;
    pen.fillRect(step, 0, 1, 1);
  }
  const table = tableOf({ form: "steps" });
  const shown = new Uint8Array(256).fill(1);
  shown[0] = 0;
  let chosen = 0;
  const draw = async () => {
    const found = head.frequency[chosen];
    if (!found) return;
    const values = await array(found.array);
    paint(canvas, grid, below, { values, table, shown });
    canvas.setAttribute("aria-label", say("page.sweep.frequency.label", { name: said(found.label) }));
    canvas.dataset.use = found.use;
  };
  const take = (value) => {
    chosen = Number(value);
    draw();
  };
  const n = head.runs.filter(({ allocation }) => allocation).length;
  every(() => {
    const options = head.frequency.map(({ label }, at) => [String(at), said(label)]);
    const list = choice(say("page.cell.use"), [{ options }], String(chosen), take, { "data-keep": "frequency" });
    const ends = el("div", { class: "ends" }, el("span", {}, `1/${n}`), el("span", {}, say("page.sweep.all", { n: number(n) })));
    box.replaceChildren(
      el("p", { class: "note" }, say("page.sweep.frequency.note")),
      el("div", { class: "controls" }, list, el("div", { class: "scale" }, ramp, ends)),
      canvas,
    );
    draw();
  });
  await draw();
  return box;
}
