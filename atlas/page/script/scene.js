// What a map of one run draws: its cells, what lies below them, and lines.

// state: {cell, shown}; the same for all maps of a page
async function makeScene(grid, run, label, state) {
  const codes = await array(run.allocation);
  const zones = run.zones ? await array(run.zones.array) : null;
  const borders = bordersOf(zones, grid);
  const picture = document.createElement("canvas");
  const below = { layer: run.layers[0], values: await array(run.layers[0].array) };
  const none = new Uint8Array(256);
  const seen = () => (settings.showNew ? state.shown : none);
  const scene = {
    grid,
    codes,
    borders,
    label,
    below,
    names: run.zones?.places ?? [],
    status: (cell) => said(head.uses[codes[cell]].label),
    onCell: state.choose,
    repaint: () => {
      const table = Uint32Array.from(head.uses, (use) => packedColour(colourOf(use)));
      const above = { values: codes, table, shown: seen().map((value, code) => (code ? value : 0)) };
      paint(picture, grid, { values: below.values, table: tableOf(below.layer) }, above);
    },
    draw: (context, window) => {
      drawCells(context, picture, grid, window);
      if (settings.hatch) drawHatches(context, codes, grid, head.uses, seen(), window);
      if (settings.outlines) drawOutlines(context, codes, grid, seen(), window);
      drawBorders(context, borders, window, settings.borders);
      drawChosen(context, grid, state.cell, window);
    },
    takeLayer: async (id) => {
      below.layer = run.layers.find((layer) => layer.id === id) ?? run.layers[0];
      below.values = await array(below.layer.array);
    },
  };
  every(scene.repaint);
  return scene;
}

// What all maps of a page share: the chosen cell, which uses are shown, and the view.
function sharedState(grid) {
  const state = {
    cell: -1,
    coordinate: null,
    layer: "background",
    shown: new Uint8Array(256).fill(1),
    view: sharedView(grid),
    maps: [],
    scenes: [],
    panel: null,
  };
  state.redraw = () => {
    for (const scene of state.scenes) scene.repaint();
    for (const map of state.maps) map.redraw();
  };
  state.choose = (cell, coordinate) => {
    state.panel.box.parentElement.scrollTop = 0;
    state.cell = cell;
    state.coordinate = coordinate;
    for (const map of state.maps) map.redraw();
    return state.panel.draw();
  };
  state.goto = (coordinate) => {
    const cell = grid.cellAt(coordinate);
    if (cell >= 0) state.view.animate({ center: grid.middle(cell), duration: 200 });
    return state.choose(cell, coordinate);
  };
  state.takeLayer = async (id) => {
    state.layer = id;
    await Promise.all(state.scenes.map((scene) => scene.takeLayer(id)));
    state.redraw();
    state.keys.replaceChildren(...state.layerKeys());
  };
  state.layerKeys = () => [layerLegend(state.scenes[0].below.layer, state.scenes[0].below.values)];
  state.whole = () => fitWhole(state.view, grid, state.maps[0].map);
  state.start = () => {
    for (const { map } of state.maps) map.updateSize();
    state.whole();
  };
  return state;
}

// Choices above the maps, and legend and cell beside them.
function mapControls(state, layers, checks, more = []) {
  const box = el("div", { class: "controls" });
  every(() => {
    box.replaceChildren(
      ...more.map((make) => make()),
      layerChoice(layers, state.layer, state.takeLayer),
      ...mapChecks(checks),
      el("button", { type: "button", onclick: state.whole }, say("page.map.whole")),
    );
  });
  return box;
}

function mapSide(grid, state, runs) {
  state.keys = el("div", { class: "legend" });
  state.panel = cellPanel(grid, runs, state, state.goto);
  every(() => state.keys.replaceChildren(...state.layerKeys()));
  const legend = usesLegend(head.uses, state.shown, runs, state.redraw);
  return el("div", { class: "side" }, state.panel.box, legend, state.keys);
}
