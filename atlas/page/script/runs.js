// The list of runs of `puzzel view`: to search, to open, to choose and compare; and the
// runs under way.

const NEWS_MS = 2000;
const MOST_RUNS = 4;

async function startRuns(root) {
  const state = { runs: [], busy: [], folder: "", chosen: new Set(), text: "", lost: false };
  const list = el("div");
  const busy = el("section", { "aria-live": "polite" });
  const tools = el("div", { class: "tools" });
  const main = el("main", { id: "content", tabindex: "-1" }, busy, tools, list);
  root.replaceChildren(
    skipLink(),
    pageHeader(() => say("page.view.title"), () => []),
    main,
  );
  const where = el("p", { class: "note" });
  main.prepend(where);
  const draw = () => {
    where.textContent = state.folder;
    busy.replaceChildren(...busyParts(state));
    list.replaceChildren(runsTable(state, fill));
    fill();
  };
  const fill = () => {
    const { length } = [...state.chosen];
    const link = el(
      "a",
      {
        class: "button",
        href: length >= 2 && length <= MOST_RUNS ? compareAddress(state.chosen) : null,
        "aria-disabled": length >= 2 && length <= MOST_RUNS ? null : "true",
        role: "link",
      },
      say("page.view.compare"),
    );
    const count = el("span", { class: "note", role: "status" });
    count.textContent = length ? say("page.view.chosen", { n: length }) : say("page.view.choose");
    actions.replaceChildren(link, count);
  };
  const actions = el("span", { class: "tools" });
  every(() => {
    const id = newId("find");
    tools.replaceChildren(
      el("label", { for: id }, say("page.view.filter")),
      el("input", {
        id,
        type: "search",
        value: state.text,
        "data-keep": "find",
        oninput: (event) => {
          state.text = event.target.value;
          list.replaceChildren(runsTable(state, fill));
        },
      }),
      actions,
    );
    draw();
  });
  const ask = async () => {
    let found;
    try {
      found = await (await fetch("api/runs")).json();
      state.lost = false;
    } catch {
      state.lost = true;
      found = { busy: [] };
    }
    const changed = JSON.stringify(found.runs) !== JSON.stringify(state.runs);
    Object.assign(state, found);
    if (changed) {
      const known = new Set(state.runs.map(({ id }) => id));
      state.chosen = new Set([...state.chosen].filter((id) => known.has(id)));
      draw();
    } else busy.replaceChildren(...busyParts(state));
  };
  await ask();
  setInterval(() => document.hidden || ask(), NEWS_MS);
}

function compareAddress(chosen) {
  return `compare?${[...chosen].map((id) => `run=${encodeURIComponent(id)}`).join("&")}`;
}

function busyParts({ busy, lost }) {
  if (lost) return [el("p", { class: "problems" }, say("page.view.lost"))];
  if (!busy.length) return [];
  const rows = busy.map(({ name, stage, seconds, incumbent, bound, gap }) => {
    const parts = [say("page.view.stage", { stage: say(`page.stage.${stage}`) })];
    if (seconds !== null) parts.push(`${number(seconds, 1)} s`);
    if (incumbent !== null) parts.push(`${say("page.search.plan")} ${figures(Number(incumbent.toPrecision(5)))}`);
    if (bound !== null) parts.push(`${say("page.search.bound")} ${figures(Number(bound.toPrecision(5)))}`);
    if (gap !== null) parts.push(percent(gap));
    return el("li", {}, el("strong", {}, name), ` · ${parts.join(" · ")}`);
  });
  return [el("h2", {}, say("page.view.busy")), el("ul", { class: "busy" }, rows)];
}

function runsTable(state, onChoose) {
  if (!state.runs.length) return el("p", {}, say("page.view.none", { folder: state.folder }));
  const asked = state.text.trim().toLowerCase();
  const rows = state.runs
    .filter((run) => `${run.name} ${run.id} ${run.province}`.toLowerCase().includes(asked))
    .map((run) => runRow(run, state, onChoose));
  const heads = ["", say("page.view.run"), say("page.view.status"), say("page.view.gap"), say("page.view.cell"), say("page.view.made"), ""];
  return el(
    "div",
    { class: "table" },
    el(
      "div",
      { class: "scroll", tabindex: "0", role: "group", "aria-label": say("page.view.title") },
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, heads.map((text) => (text ? el("th", { scope: "col", class: "plain-head" }, text) : el("td"))))),
        el("tbody", {}, rows),
      ),
    ),
  );
}

function runRow(run, state, onChoose) {
  const box = el("input", {
    type: "checkbox",
    checked: state.chosen.has(run.id),
    disabled: !run.has_map,
    "aria-label": say("page.view.choose_run", { name: run.name }),
    onchange: (event) => {
      if (event.target.checked) state.chosen.add(run.id);
      else state.chosen.delete(run.id);
      onChoose();
    },
  });
  const when = run.made ? new Date(run.made) : null;
  const made = when && !Number.isNaN(when.getTime())
    ? new Intl.DateTimeFormat(LOCALES[settings.lang], { dateStyle: "medium", timeStyle: "short" }).format(when)
    : run.made;
  const known = head.words[settings.lang][`status.${run.status}`];
  return el(
    "tr",
    {},
    el("td", {}, el("span", { class: "check" }, box)),
    el("th", { scope: "row" }, clipped(run.name), el("small", { class: "note" }, run.id)),
    el("td", {}, known ?? run.status),
    el("td", { class: "figure" }, run.gap === null ? "–" : percent(run.gap)),
    el("td", { class: "figure" }, typeof run.cell_m === "number" ? `${number(run.cell_m)} m` : "–"),
    el("td", {}, made),
    el("td", {}, el("a", { href: `run/${encodeURIComponent(run.id)}` }, say("page.view.open"), el("span", { class: "hidden" }, ` ${run.name}`))),
  );
}
