// One cell: what lies there, and per use how suitable it is and which rule keeps it out.

function valueText(layer, code) {
  if (layer.form === "codes") return said(layer.entries[code]?.label) || "–";
  if (code > 250) return "–";
  const value = layer.low + (code / 250) * (layer.high - layer.low);
  return `${figures(Number(value.toPrecision(3)))}${layer.unit ? ` ${layer.unit}` : ""}`;
}

// state: {cell, coordinate}; runs as in the head
function cellPanel(grid, runs, state, choose) {
  const box = el("section", { class: "cell", "aria-live": "polite", "aria-labelledby": "cell-title" });
  const draw = async () => {
    const title = el("h3", { id: "cell-title" }, say("page.cell"));
    const parts = await cellParts(grid, runs, state);
    box.replaceChildren(title, cellForm(choose), ...parts);
  };
  every(draw);
  return { box, draw };
}

function cellForm(choose) {
  const field = (name) => {
    const id = newId("rd");
    const input = el("input", {
      id, name, inputmode: "numeric", size: "9", autocomplete: "off", "data-keep": `rd-${name}`,
    });
    return [el("label", { for: id }, name.toUpperCase()), input];
  };
  const form = el(
    "form",
    {
      class: "rd",
      "aria-label": say("page.cell.goto"),
      onsubmit: (event) => {
        event.preventDefault();
        const [x, y] = ["x", "y"].map((name) =>
          Number(form.elements[name].value.replace(/[^\d-]/g, "")),
        );
        choose([x, y]);
      },
    },
    field("x"),
    field("y"),
    el("button", { type: "submit" }, say("page.cell.go")),
  );
  return form;
}

async function cellParts(grid, runs, { cell, coordinate }) {
  if (cell < 0 && !coordinate) return [el("p", { class: "note" }, say("page.cell.none"))];
  if (cell < 0) {
    const [x, y] = coordinate.map((value) => number(value));
    return [el("p", { class: "note" }, say("page.cell.outside", { x, y }))];
  }
  const where = el("p", { class: "where" }, place(...grid.middle(cell)));
  const parts = [];
  for (const [at, run] of runs.entries()) {
    const shared = at > 0 && run.layers.every((layer, index) => sameArray(layer, runs[0].layers[index]));
    parts.push(await cellFacts(run, cell, runs.length > 1 ? at : null, !shared));
    if (run.why) parts.push(...(await cellWhy(run, grid, cell)));
    if (!shared || !at) parts.push(await cellReasons(run, cell));
  }
  return [where, ...parts];
}

function sameArray(one, other) {
  return other && one.id === other.id && one.array.at === other.array.at;
}

async function cellFacts(run, cell, at, whole) {
  const code = (await array(run.allocation))[cell];
  const rows = [[say("page.cell.new"), said(head.uses[code].label)]];
  if (run.next) rows.push([say("page.cell.next"), await nextText(run.next, cell)]);
  if (whole) {
    if (run.zones) {
      const zone = (await array(run.zones.array))[cell];
      rows.push([say("page.municipality"), run.zones.labels[zone] ?? "–"]);
    }
    for (const layer of run.layers.filter(({ group }) => group === "land"))
      rows.push([layerName(layer), valueText(layer, (await array(layer.array))[cell])]);
  }
  return el(
    "div",
    { class: "facts" },
    at === null ? null : el("h4", {}, `${letter(at)}: ${run.name}`),
    el("dl", {}, rows.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
  );
}

// Which use came second, and by how many points.
async function nextText(next, cell) {
  const code = (await array(next.use))[cell];
  if (!code) return say("page.cell.next.none");
  const points = ((await array(next.margin))[cell] + next.low) / next.per_point;
  const key = points < 0 ? "page.cell.next.better" : "page.cell.next.less";
  return say(key, { use: said(head.uses[code - 1].label), points: number(Math.abs(points), 1) });
}

async function cellReasons(run, cell) {
  const uses = head.uses.map((use, code) => ({ use, code }));
  const per = new Map(uses.map(({ code }) => [code, {}]));
  const layers = run.layers.filter(({ use }) => use !== undefined);
  if (!layers.length) return el("p", { class: "note" }, say("page.cell.no_reasons"));
  for (const layer of layers) {
    const value = (await array(layer.array))[cell];
    if (layer.group === "excluded" && value) per.get(layer.use).rule = layer.entries[value];
    if (layer.group === "suitability" && value <= 250)
      per.get(layer.use).worth = layer.low + (value / 250) * (layer.high - layer.low);
    if (layer.heading) per.get(layer.use)[layer.group] = valueText(layer, value);
  }
  for (const { use, low, array: held } of run.why?.less ?? [])
    per.get(use).less = ((await array(held))[cell] + low) / 10;
  for (const [code, rules] of await excluding(run, cell)) {
    const one = per.get(code);
    // The first rule leads; where none excludes, the use may come whatever a rule says.
    if (one?.rule) one.others = rules.filter(({ rule }) => rule !== one.rule.rule);
  }
  const chosen = (await array(run.allocation))[cell];
  const known = uses.filter(({ code }) => per.get(code).less !== undefined || layers.some(({ use }) => use === code));
  known.sort(
    (one, other) =>
      (other.code === chosen) - (one.code === chosen) ||
      Boolean(per.get(one.code).rule) - Boolean(per.get(other.code).rule) ||
      (per.get(one.code).less ?? 0) - (per.get(other.code).less ?? 0) ||
      (per.get(other.code).worth ?? -1) - (per.get(one.code).worth ?? -1),
  );
  const more = new Map(layers.filter(({ heading }) => heading).map((layer) => [layer.group, said(layer.heading)]));
  const rows = known.map(({ use, code }) => {
    const { worth, rule, others = [], less } = per.get(code);
    const lacks = less === undefined || code === chosen ? "–" : lessText(less);
    return el(
      "tr",
      { class: code === chosen ? "chosen" : null },
      el("th", { scope: "row" }, clipped(said(use.label)), code === chosen ? say("page.cell.chosen") : ""),
      el("td", { class: "figure" }, worth === undefined ? "–" : number(worth, 2)),
      [...more.keys()].map((group) => el("td", { class: "figure" }, per.get(code)[group] ?? "–")),
      el("td", {}, rule ? [rule, ...others].map((one) => el("div", {}, ruleText(run, one))) : lacks),
    );
  });
  return el(
    "table",
    { class: "plain" },
    el("caption", {}, say("page.cell.per_use")),
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        ["use", "suitability"].map((key) => el("th", { scope: "col" }, say(`page.cell.${key}`))),
        [...more.values()].map((heading) => el("th", { scope: "col", class: "figure" }, heading)),
        el("th", { scope: "col" }, say(run.why?.less ? "page.cell.lacks" : "page.cell.excluded")),
      ),
    ),
    el("tbody", {}, rows),
  );
}

function lessText(less) {
  return less < 0 ? say("page.cell.more", { points: points(-less) }) : points(less);
}

// Per use, every rule that keeps it out of a cell.
async function excluding(run, cell) {
  const found = new Map();
  for (const one of run.excluding ?? [])
    if ((await array(one.array))[cell])
      for (const code of one.uses) found.set(code, [...(found.get(code) ?? []), one]);
  return found;
}

// The rule's name; its sentence of the programme to unfold.
function ruleText(run, entry) {
  const { quote, section } = run.rules[entry.rule] ?? {};
  if (!quote) return clipped(said(entry.label));
  const name = said(entry.label);
  return el("details", {}, el("summary", { title: name }, shortened(name)), el("blockquote", {}, quote), section ? el("cite", {}, section) : null);
}
