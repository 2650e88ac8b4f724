// What the colours mean: uses with hectares, each to be shown or hidden, and the
// layer below them.

function swatch(colour, hatch) {
  const canvas = el("canvas", { class: "swatch", width: 44, height: 28, "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  context.fillStyle = `rgb(${colour.join(",")})`;
  context.fillRect(0, 0, 44, 28);
  if (hatch?.[0]) {
    context.fillStyle = hatchPattern(context, hatch, colour, 2);
    context.fillRect(0, 0, 44, 28);
  }
  return canvas;
}

// Uses that any run has; `runs` gives a column of hectares per run.
function usesLegend(uses, shown, runs, onChange) {
  const box = el("div", { class: "legend" });
  const amount = (ha) => (runs.length > 1 ? number(ha, runs.length > 2 ? 0 : 1) : hectares(ha));
  every(() => {
    const rows = uses.map((use, code) => {
      if (!code || !use.ha.some((ha) => ha > 0)) return null;
      const name = said(use.label);
      return el(
        "tr",
        {},
        el(
          "th",
          { scope: "row" },
          check(
            name,
            Boolean(shown[code]),
            (value) => {
              shown[code] = value ? 1 : 0;
              onChange();
            },
            { "aria-label": say("page.show_use", { name }), "data-keep": `use-${code}` },
          ),
        ),
        el("td", { class: "key" }, swatch(colourOf(use), settings.hatch ? use.hatch : null)),
        use.ha.map((ha) => el("td", { class: "figure" }, amount(ha))),
      );
    });
    const total = runs.map((_, run) => uses.slice(1).reduce((sum, use) => sum + use.ha[run], 0));
    const head = el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "col" }, say("page.cell.use")),
        el("th", { scope: "col" }, el("span", { class: "hidden" }, say("page.palette"))),
        runs.map((_, run) =>
          el("th", { scope: "col", class: "figure" }, runs.length > 1 ? `${letter(run)} [ha]` : "ha"),
        ),
      ),
    );
    const foot = el(
      "tfoot",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "row" }, say("page.total")),
        el("td"),
        total.map((ha) => el("td", { class: "figure" }, amount(ha))),
      ),
    );
    box.replaceChildren(
      el("h3", {}, say("page.legend")),
      el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": say("page.legend") },
        el("table", { class: "plain" }, head, el("tbody", {}, rows), foot)),
    );
  });
  return box;
}

// What the colours of the layer below mean.
function layerLegend(layer, values) {
  const title = el("h4", {}, layerName(layer));
  if (layer.form === "codes") {
    const present = new Set(values);
    const entries = layer.entries
      .map((entry, code) => ({ ...entry, code }))
      .filter(({ code, label }) => present.has(code) && said(label));
    return el(
      "div",
      {},
      title,
      el(
        "ul",
        { class: "keys" },
        entries.map(({ colour, label }) => el("li", {}, swatch(colour), el("span", {}, said(label)))),
      ),
    );
  }
  const ramp = el("canvas", { class: "ramp", width: 250, height: 1, "aria-hidden": "true" });
  const context = ramp.getContext("2d");
  for (let at = 0; at < 250; at += 1) {
    context.fillStyle = `rgb(${rampColour(at / 250).map(Math.round).join(",")})`;
    context.fillRect(at, 0, 1, 1);
  }
  const unit = layer.unit ? ` ${layer.unit}` : "";
  const ends = el(
    "p",
    { class: "ends" },
    el("span", {}, figures(layer.low)),
    el("span", {}, figures(layer.high) + unit),
  );
  const without = values.includes(255)
    ? el("ul", { class: "keys" }, el("li", {}, swatch(NOTHING), el("span", {}, say("page.unknown"))))
    : null;
  return el("div", {}, title, ramp, ends, without);
}

function layerName(layer) {
  if (layer.label) return said(layer.label);
  return `${groupName(layer)} ${said(head.uses[layer.use].label)}`;
}

// What layers per use have in common; a run may keep groups that no text here names.
function groupName({ group, heading }) {
  return heading ? `${said(heading)}:` : say(`page.group.${group}`);
}

// A choice of the layer below the new uses, by group.
function layerChoice(layers, value, onchange) {
  const names = new Map(layers.map((layer) => [layer.group, groupName(layer)]));
  const groups = [...names].map(([group, heading]) => ({
    heading,
    options: layers
      .filter((layer) => layer.group === group)
      .map((layer) => [layer.id, layerName(layer)]),
  }));
  return choice(
    say("page.layer"),
    groups.filter(({ options }) => options.length),
    value,
    onchange,
    { "data-keep": "layer" },
  );
}
