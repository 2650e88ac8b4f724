// Plans side by side.

async function startCompare(root) {
  const runs = head.runs;
  const grid = await makeGrid(head.frame);
  const state = sharedState(grid);
  for (const [at, run] of runs.entries()) {
    const label = () => say("page.map.label", { name: `${letter(at)}: ${run.name}` });
    state.scenes.push(await makeScene(grid, run, label, state));
  }
  const scenes = [...state.scenes];
  state.maps = scenes.map((scene) => makeMap(state.view, scene));
  const swipe = runs.length === 2 ? swipeMap(state, scenes) : null;
  const side = mapSide(grid, state, runs);
  const difference = differencePart(grid, scenes, state);
  const table = (key) => dataTable(() => head.tables[settings.lang][key]);
  const main = el(
    "main",
    { id: "content", tabindex: "-1" },
    problemsPart(),
    planList(runs),
    mapsPart(state, runs, swipe, side),
    difference,
    folded("from-to", "page.compare.as_table", table("from_to")),
    part("claims", "page.claims", table("claims"), table("uses")),
    part("indicators", "page.indicators", table("indicators")),
    part("scenarios", "page.compare.scenarios", table("changes"), table("rule_changes")),
    folded("origins", "page.origins", table("runs")),
    licencesPart(),
  );
  const names = () => [
    ["map", say("page.map")],
    ["difference", say("page.compare.difference")],
    ["claims", say("page.claims")],
    ["indicators", say("page.indicators")],
    ["scenarios", say("page.compare.scenarios")],
    ["origins", say("page.origins")],
  ];
  root.replaceChildren(
    skipLink(),
    pageHeader(() => say("page.compare", { n: runs.length }), () => []),
    contents(names),
    main,
    pageFooter(runs),
  );
  window.puzzel = { grid, state, scenes, swipe, difference: state.difference };
  state.start();
}

function planList(runs) {
  const box = el("ul", { class: "plans" });
  every(() => {
    box.replaceChildren(
      ...runs.map((run, at) =>
        el(
          "li",
          {},
          el("strong", {}, `${letter(at)}: ${run.name}`),
          el("span", { class: "note" }, said(run.captions).status),
        ),
      ),
    );
  });
  return part("summary", "page.summary", box);
}

function mapsPart(state, runs, swipe, side) {
  let mode = "side";
  const columns = state.maps.slice(0, runs.length).map((map, at) => {
    const caption = el("p", { class: "caption" }, `${letter(at)}: ${runs[at].name}`);
    return el("div", { class: "map-column" }, caption, map.box, map.status);
  });
  const beside = el("div", { class: `maps n${runs.length}` }, columns);
  const take = (value) => {
    mode = value;
    beside.hidden = mode === "swipe";
    swipe.box.hidden = mode !== "swipe";
    for (const { map } of state.maps) map.updateSize();
    swipe.map.map.updateSize();
  };
  const how = () =>
    choice(
      say("page.compare.how"),
      [{ options: ["side", "swipe"].map((key) => [key, say(`page.compare.${key}`)]) }],
      mode,
      take,
      { "data-keep": "how" },
    );
  const checks = ["showNew", "outlines", "hatch", "borders"];
  const controls = mapControls(state, runs[0].layers, checks, swipe ? [how] : []);
  if (swipe) swipe.box.hidden = true;
  const left = el("div", { class: "map-column" }, beside, swipe ? swipe.box : []);
  return part("map", "page.map", controls, el("div", { class: "map-and-side" }, left, side));
}

// Two plans on one map: the first to the left of a line, the last to the right.
function swipeMap(state, scenes) {
  const [first, last] = scenes;
  let share = 0.5;
  const line = el("div", { class: "swipe-line", "aria-hidden": "true" });
  const both = {
    ...first,
    label: () => `${first.label()} | ${last.label()}`,
    status: (cell) => `A: ${first.status(cell)} · B: ${last.status(cell)}`,
    draw: (context, window) => {
      const { width, height } = context.canvas;
      // the canvas is larger than the map by the ratio of its source, around its middle
      const edge = width / 2 + (share - 0.5) * (width / 1.4);
      for (const [scene, from, to] of [[first, 0, edge], [last, edge, width]]) {
        context.save();
        context.beginPath();
        context.rect(from, 0, to - from, height);
        context.clip();
        scene.draw(context, window);
        context.restore();
      }
    },
  };
  const map = makeMap(state.view, both);
  const id = newId("swipe");
  const label = el("label", { for: id, class: "hidden" });
  const slider = el("input", { id, type: "range", min: "0", max: "100", value: "50", "data-keep": "swipe" });
  const move = () => {
    share = slider.value / 100;
    line.style.left = `${slider.value}%`;
    map.redraw();
  };
  slider.addEventListener("input", move);
  every(() => (label.textContent = say("page.compare.swipe_label", { first: "A", last: "B" })));
  map.box.append(line);
  line.style.left = "50%";
  state.maps.push(map);
  const names = el("p", { class: "caption ends" }, el("span", {}, "A"), el("span", {}, "B"));
  return { box: el("div", {}, names, label, slider, map.box, map.status), map, slider };
}

function differencePart(grid, scenes, state) {
  const { found, scene } = makeDifference(grid, scenes, state);
  const map = makeMap(state.view, scene);
  state.maps.push(map);
  state.scenes.push(scene);
  state.difference = found;
  const several = scenes.length > 2;
  const legend = el("div");
  const table = el("div");
  const chosen = el("p", { class: "chosen-cells", role: "status" });
  const controls = el("div", { class: "controls" });
  const draw = () => {
    found.repaint();
    map.redraw();
    fill();
  };
  const choose = (entry) => {
    found.chosen = entry;
    if (entry) found.mode = "difference";
    const focus = document.activeElement?.dataset?.keep;
    draw();
    if (focus) document.querySelector(`[data-keep="${focus}"]`)?.focus();
  };
  const note = el("p", { class: "note" });
  const fill = () => {
    const { first, last } = found.pair;
    note.textContent = say("page.compare.from_to", { first: letter(first), last: letter(last) });
    legend.replaceChildren(differenceLegend(found));
    table.replaceChildren(fromToTable(found, choose));
    const pairs = head.pairs.map(({ first, last }, at) => [String(at), `${letter(first)} – ${letter(last)}`]);
    const modes = ["agreement", "difference"].map((key) => [key, say(`page.compare.${key}`)]);
    controls.replaceChildren(
      ...(several
        ? [
            choice(say("page.map"), [{ options: modes }], found.mode, (value) => {
              found.mode = value;
              found.chosen = null;
              draw();
            }, { "data-keep": "mode" }),
            choice(say("page.compare.difference"), [{ options: pairs }], String(head.pairs.indexOf(found.pair)), (value) => {
              found.pair = head.pairs[Number(value)];
              found.mode = "difference";
              found.chosen = null;
              draw();
            }, { "data-keep": "pair" }),
          ]
        : []),
      ...(found.chosen
        ? [el("button", { type: "button", onclick: () => choose(null) }, say("page.compare.all"))]
        : []),
    );
    const { from, to } = found.chosen ?? {};
    chosen.textContent = found.chosen
      ? say("page.compare.chosen", {
          from: said(head.uses[from].label),
          to: said(head.uses[to].label),
          cells: number(found.shownCells),
          ha: hectares(found.pair.ha[from][to]),
        })
      : found.mode === "agreement"
        ? say("page.compare.agreement.note", { n: scenes.length })
        : "\u00a0";
  };
  every(fill);
  const left = el("div", { class: "map-column" }, map.box, map.status, legend);
  const right = el("div", { class: "side wide" }, note, chosen, table);
  return part("difference", several ? "page.compare.agreement_and" : "page.compare.difference", controls, el("div", { class: "difference" }, left, right));
}
