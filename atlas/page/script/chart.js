// Charts as SVG; every figure in them stands in a table too.

function claimsChart(claims) {
  const box = el("div", { class: "chart" });
  every(() => {
    const list = claims.map((claim) => {
      const name = said(claim.label) + (claim.zone ? ` (${claim.zone})` : "");
      const missing = (claim.shortfall ?? 0) > 0;
      const amount = (value) => `${figures(Number(value.toPrecision(4)))} ${said(claim.unit)}`;
      const figure = claim.achieved === null ? "–" : amount(claim.achieved);
      return el(
        "li",
        { class: missing ? "short" : null },
        el("span", { class: "name" }, name),
        claimBar(claim),
        el(
          "span",
          { class: "figure" },
          figure,
          el("small", {}, claimAsked(claim, amount)),
          missing ? el("strong", {}, say("page.claims.short", { amount: amount(claim.shortfall) })) : null,
        ),
      );
    });
    box.replaceChildren(el("p", { class: "note" }, say("page.claims.note")), el("ul", { class: "bars" }, list));
  });
  return box;
}

function claimAsked({ least, most }, amount) {
  if (least !== null && most !== null) {
    const range = { least: figures(Number(least.toPrecision(4))), most: amount(most) };
    return say("page.claims.range", range);
  }
  if (least !== null) return say("page.claims.least", { least: amount(least) });
  return most === null ? "" : say("page.claims.most", { most: amount(most) });
}

function claimBar({ least, most, achieved, shortfall }) {
  const top = 1.12 * Math.max(least ?? 0, most ?? 0, achieved ?? 0) || 1;
  const x = (value) => (200 * value) / top;
  const from = x(least ?? 0);
  const to = most === null ? 200 : x(most);
  const tall = (shortfall ?? 0) > 0 ? "mark short" : "mark";
  return svg(
    "svg",
    { viewBox: "0 0 200 18", class: "bar", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { x: 0, y: 7, width: 200, height: 4, class: "track" }),
    svg("rect", { x: from, y: 3, width: Math.max(to - from, 1.5), height: 12, class: "asked" }),
    achieved === null ? [] : svg("rect", { x: x(achieved) - 1.2, y: 0, width: 2.4, height: 18, class: tall }),
  );
}

function patchesChart(uses, patches, sizes, cellM) {
  const box = el("div", { class: "chart" });
  every(() => {
    const names = sizes.map((least, at) => {
      if (at === sizes.length - 1) return say("page.patches.more", { least });
      if (least === 1 && sizes[1] === 2) return say("page.patches.one");
      return say("page.patches.size", { least, most: sizes[at + 1] - 1 });
    });
    const shade = (at) => rampColour((at + 0.35) / sizes.length).map(Math.round);
    const list = uses.map((use, code) => {
      const ha = patches[code];
      const total = ha.reduce((sum, value) => sum + value, 0);
      if (!code || !total) return null;
      let from = 0;
      const parts = ha.map((value, at) => {
        const width = (200 * value) / total;
        const part = svg(
          "rect",
          { x: from, y: 2, width, height: 14, fill: `rgb(${shade(at).join(",")})` },
          svg("title", {}, `${names[at]}: ${hectares(value)}`),
        );
        from += width;
        return part;
      });
      const bar = svg(
        "svg",
        { viewBox: "0 0 200 18", class: "bar", preserveAspectRatio: "none", "aria-hidden": "true" },
        parts,
      );
      const alone = percent(ha[0] / total);
      return el(
        "li",
        {},
        el("span", { class: "name" }, said(use.label)),
        bar,
        el("span", { class: "figure" }, hectares(total), el("small", {}, `${names[0]}: ${alone}`)),
      );
    });
    box.replaceChildren(
      el("p", { class: "note" }, say("page.patches.note", { cell: number(cellM) })),
      el(
        "ul",
        { class: "keys row" },
        names.map((name, at) => el("li", {}, swatch(shade(at)), el("span", {}, name))),
      ),
      el("ul", { class: "bars" }, list.filter(Boolean)),
    );
  });
  return box;
}

const WIDE = 640;
const HIGH = 220;

// Lines of bound and incumbent over time; the first, far-off plans fall below the edge.
function searchChart(steps) {
  const box = el("div", { class: "chart" });
  const plans = steps.filter(({ incumbent }) => incumbent !== null);
  every(() => {
    if (!plans.length) return box.replaceChildren();
    const bounds = steps.filter(({ bound, incumbent }) => bound !== null && incumbent !== null);
    const best = Math.max(...plans.map(({ incumbent }) => incumbent));
    const ceiling = bounds.length ? Math.min(...bounds.map(({ bound }) => bound)) : best;
    const reach = Math.max(6 * (ceiling - best), Math.abs(best) * 0.03, 1e-9);
    const [low, high] = [ceiling - reach, ceiling + 0.4 * reach];
    const last = Math.max(...steps.map(({ seconds }) => seconds), 0.001);
    const x = (seconds) => 70 + ((WIDE - 84) * seconds) / last;
    const y = (value) => 12 + ((HIGH - 48) * (high - Math.min(Math.max(value, low), high))) / (high - low);
    const line = (list, key) =>
      list.map((step, at) => `${at ? `H${x(step.seconds)}V` : `M${x(step.seconds)} `}${y(step[key])}`).join("");
    const ticks = [low, ceiling];
    box.replaceChildren(
      el("p", { class: "note" }, say("page.search.note")),
      svg(
        "svg",
        { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "lines", role: "img", "aria-label": say("page.search.note") },
        ticks.map((value) => [
          svg("line", { x1: 70, x2: WIDE - 14, y1: y(value), y2: y(value), class: "grid" }),
          svg("text", { x: 64, y: y(value) + 4, "text-anchor": "end" }, figures(Number(value.toPrecision(3)))),
        ]),
        svg("line", { x1: 70, x2: WIDE - 14, y1: HIGH - 36, y2: HIGH - 36, class: "axis" }),
        [0, last].map((value) =>
          svg("text", { x: x(value), y: HIGH - 20, "text-anchor": value ? "end" : "start" }, number(value, 1)),
        ),
        svg("text", { x: (WIDE + 70) / 2, y: HIGH - 6, "text-anchor": "middle" }, say("page.search.seconds")),
        svg("path", { d: line(bounds, "bound") + `H${x(last)}`, class: "bound" }),
        svg("path", { d: line(plans, "incumbent") + `H${x(last)}`, class: "plan" }),
      ),
      el(
        "ul",
        { class: "keys row" },
        el("li", {}, el("span", { class: "line bound" }), el("span", {}, say("page.search.bound"))),
        el("li", {}, el("span", { class: "line plan" }), el("span", {}, say("page.search.plan"))),
      ),
    );
  });
  return box;
}
