// A map of cells in RD New, drawn by OpenLayers; maps that share a view move together.

const RD = new ol.Projection({
  code: "EPSG:28992",
  units: "m",
  extent: [-7000, 289000, 300000, 629000],
});
const MARGIN_PX = 18;

function sharedView(grid) {
  const middle = [
    (grid.extent[0] + grid.extent[2]) / 2,
    (grid.extent[1] + grid.extent[3]) / 2,
  ];
  return new ol.View({
    projection: RD,
    center: middle,
    resolution: grid.size,
    minResolution: grid.size / 80,
    maxResolution: (grid.cols * grid.size) / 200,
    enableRotation: false,
  });
}

// The rectangle of the cells that are there; a frame may be much wider.
function landExtent(grid) {
  let [west, east, north, south] = [grid.cols, 0, grid.rows, 0];
  for (const at of grid.at) {
    const col = at % grid.cols;
    const row = (at - col) / grid.cols;
    if (col < west) west = col;
    if (col >= east) east = col + 1;
    if (row < north) north = row;
    if (row >= south) south = row + 1;
  }
  const x = (col) => grid.west + col * grid.size;
  const y = (row) => grid.north - row * grid.size;
  return [x(west), y(south), x(east), y(north)];
}

// scene: {grid, label(), draw(context, window), names, status(cell), onCell(cell)}
function makeMap(view, scene) {
  const box = el("div", {
    class: "map",
    tabindex: "0",
    role: "application",
    "data-keep": newId("map"),
  });
  const status = el("p", { class: "map-status" }, "\u00a0");
  const cross = el("div", { class: "cross", "aria-hidden": "true" });
  const north = el("div", { class: "north", role: "img" });
  north.append(
    svg(
      "svg",
      { viewBox: "0 0 20 34", width: "20", height: "34", "aria-hidden": "true" },
      svg("path", { d: "M10 1 3 19 10 15Z", class: "ink" }),
      svg("path", { d: "M10 1 17 19 10 15Z", class: "paper" }),
      svg("text", { x: "10", y: "33", "text-anchor": "middle" }, "N"),
    ),
  );
  box.append(cross, north);
  const source = new ol.ImageCanvasSource({
    projection: RD,
    ratio: 1.4,
    canvasFunction: (extent, resolution, ratio, size) => {
      const canvas = document.createElement("canvas");
      canvas.width = size[0];
      canvas.height = size[1];
      const window = windowOn(scene.grid, extent, resolution, ratio, size);
      scene.draw(canvas.getContext("2d"), window);
      return canvas;
    },
  });
  const cells = new ol.ImageLayer({ source });
  const scale = new ol.ScaleLine({ minWidth: 90 });
  const map = new ol.Map({
    target: box,
    view,
    layers: [cells, namesLayer(scene)],
    controls: ol.controls({ attribution: false, rotate: false }).extend([scale]),
    interactions: ol.interactions({ altShiftDragRotate: false, pinchRotate: false }),
    keyboardEventTarget: box,
  });
  const choose = (coordinate) => scene.onCell(scene.grid.cellAt(coordinate), coordinate);
  map.on("click", (event) => choose(event.coordinate));
  map.on("pointermove", (event) => {
    if (event.dragging) return;
    const cell = scene.grid.cellAt(event.coordinate);
    status.textContent = cell < 0 ? "\u00a0" : `${place(...scene.grid.middle(cell))} · ${scene.status(cell)}`;
  });
  box.addEventListener("keydown", (event) => {
    if (event.target !== box || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    choose(view.getCenter());
  });
  const made = { box, map, status, cells, redraw: () => source.changed() };
  every(() => {
    box.setAttribute("aria-label", scene.label());
    box.setAttribute("aria-description", say("page.map.help"));
    north.setAttribute("aria-label", say("page.map.north"));
    for (const [name, key] of [["in", "page.zoom_in"], ["out", "page.zoom_out"]]) {
      const button = box.querySelector(`.ol-zoom-${name}`);
      button.title = say(key);
      button.setAttribute("aria-label", say(key));
    }
    source.changed();
  });
  return made;
}

function namesLayer(scene) {
  const features = scene.names.map(
    ({ name, x, y }) => new ol.Feature({ geometry: new ol.Point([x, y]), name }),
  );
  const layer = new ol.VectorLayer({
    source: new ol.VectorSource({ features }),
    declutter: true,
    style: (feature) =>
      new ol.Style({
        text: new ol.Text({
          text: feature.get("name").slice(0, 60),
          font: "600 12px system-ui, sans-serif",
          fill: new ol.Fill({ color: "#3c3631" }),
          stroke: new ol.Stroke({ color: "rgba(255,255,255,0.85)", width: 3 }),
        }),
      }),
  });
  every(() => layer.setVisible(settings.borders));
  return layer;
}

function fitWhole(view, grid, map) {
  const padding = [MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX];
  view.fit(landExtent(grid), { size: map.getSize(), padding });
}
