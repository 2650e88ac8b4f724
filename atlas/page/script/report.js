// The report of one run.

async function startReport(root) {
  const [run] = head.runs;
  const table = (key, heading) => dataTable(() => head.tables[settings.lang][key], { heading });
  const has = (key) => Boolean(head.tables.nl[key]);
  const map = head.frame ? await mapPart(run) : null;
  const main = el(
    "main",
    { id: "content", tabindex: "-1" },
    problemsPart(),
    summaryPart(run),
    map ? map.box : part("map", "page.map", noMap()),
    part("claims", "page.claims", claimsChart(run.claims), table("claims"), has("supplies") ? table("supplies") : []),
    has("indicators") ? part("indicators", "page.indicators", table("indicators"), has("policy") ? table("policy") : []) : [],
    run.explained.length ? part("explained", "page.explained", run.explained.map((one) => answerPart(one, table(one.key, "none")))) : [],
    folded("rules", "page.rules", table("rules"), has("reach") ? table("reach") : []),
    folded("assumed", "page.assumed", table("assumed")),
    has("realisation") || has("from_to")
      ? part("municipalities", "page.municipalities", has("realisation") ? table("realisation") : [], has("from_to") ? table("from_to") : [])
      : [],
    has("patches")
      ? part("patches", "page.patches", run.patches ? patchesChart(head.uses, run.patches, head.sizes, head.frame.cell_m) : [], table("patches"))
      : [],
    run.convergence.length ? part("search", "page.search", searchChart(run.convergence)) : [],
    folded("origins", "page.origins", table("read_me"), table("layers"), table("provenance")),
    licencesPart(),
  );
  const names = () =>
    ["map", "claims", "indicators", "explained", "rules", "assumed", "municipalities", "patches", "search", "origins"]
      .filter((id) => main.querySelector(`#${id}`))
      .map((id) => [id, say(`page.${id}`)]);
  root.replaceChildren(
    skipLink(),
    pageHeader(() => run.name, () => [said(run.captions).status, said(run.description)]),
    contents(names),
    main,
    pageFooter([run]),
  );
  map?.start();
}

function skipLink() {
  const link = el("a", { href: "#content", class: "skip" });
  every(() => (link.textContent = say("page.skip")));
  return link;
}

function pageFooter(runs) {
  const box = el("footer");
  every(() => {
    box.replaceChildren(
      ...runs.map((run) => el("p", {}, `${said(run.captions).made} · ${run.folder}`)),
      ...[...new Set(runs.map((run) => said(run.captions).sources))].map((text) => el("p", {}, text)),
    );
  });
  return box;
}

function noMap() {
  const text = el("p");
  every(() => (text.textContent = say("page.no_map")));
  return text;
}

// What a council must know before it looks at the map.
function summaryPart(run) {
  const box = el("div");
  every(() => {
    const { gap, why, warnings } = said(run.captions);
    const list = (lines, name) => (lines.length ? el("ul", { class: name }, lines.map((line) => el("li", {}, line))) : []);
    box.replaceChildren(el("p", { class: "lead" }, gap), ...[list(why, "why"), list(run.sentences.map(said)), list(warnings, "mind")].flat());
  });
  return part("summary", "page.summary", box);
}

// One question that was asked of the plan: its sentences, then its table.
function answerPart({ key, sentences }, table) {
  const title = el("h3");
  const lines = el("div");
  every(() => {
    title.textContent = head.tables[settings.lang][key].title;
    lines.replaceChildren(sentences.length ? el("ul", {}, sentences.map((text) => el("li", {}, said(text)))) : "");
  });
  return el("details", { id: key, class: "folded answer" }, el("summary", {}, title), lines, table);
}

async function mapPart(run) {
  const grid = await makeGrid(head.frame);
  const state = sharedState(grid);
  const scene = await makeScene(grid, run, () => say("page.map.label", { name: run.name }), state);
  state.scenes = [scene];
  const map = makeMap(state.view, scene);
  state.maps = [map];
  const side = mapSide(grid, state, [run]);
  const controls = mapControls(state, run.layers, ["showNew", "outlines", "hatch", "borders"]);
  const column = el("div", { class: "map-column" }, map.box, map.status);
  const box = part("map", "page.map", controls, el("div", { class: "map-and-side" }, column, side));
  window.puzzel = { grid, state };
  return { box, start: state.start };
}
