// From codes per cell to a picture of one pixel per cell, and that picture on a map:
// enlarged without blur, so that a cell stays a square.

const RAMP = [
  [255, 247, 214],
  [254, 217, 118],
  [253, 160, 67],
  [222, 93, 50],
  [140, 35, 50],
];
const NOTHING = [196, 196, 196];

function rampColour(share) {
  const place = Math.min(Math.max(share, 0), 1) * (RAMP.length - 1);
  const low = Math.min(Math.floor(place), RAMP.length - 2);
  return RAMP[low].map((part, at) => part + (place - low) * (RAMP[low + 1][at] - part));
}

function packedColour([red, green, blue]) {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

// Colour per code of a layer, ready to copy.
function tableOf(layer) {
  if (layer.form === "codes")
    return Uint32Array.from(layer.entries, ({ colour }) => packedColour(colour));
  const table = new Uint32Array(256);
  for (let code = 0; code < 256; code += 1)
    table[code] = packedColour(code > 250 ? NOTHING : rampColour(code / 250));
  return table;
}

// One pixel per cell; where `above` has a code that is shown, its colour, else that
// of the layer below.
function paint(canvas, grid, below, above) {
  canvas.width = grid.cols;
  canvas.height = grid.rows;
  const context = canvas.getContext("2d");
  const image = context.createImageData(grid.cols, grid.rows);
  const pixels = new Uint32Array(image.data.buffer);
  const { values, table } = below;
  for (let cell = 0; cell < grid.cells; cell += 1) {
    const code = above.values[cell];
    pixels[grid.at[cell]] = above.shown[code] ? above.table[code] : table[values[cell]];
  }
  context.putImageData(image, 0, 0);
}

// Draws cells of a picture as squares on the canvas of a map.
function drawCells(context, picture, grid, window) {
  context.save();
  context.imageSmoothingEnabled = window.scale < 1;
  context.imageSmoothingQuality = "high";
  context.setTransform(window.scale, 0, 0, window.scale, window.left, window.top);
  context.drawImage(picture, 0, 0);
  context.restore();
}

// Which rows and columns a canvas shows, and where and how large.
function windowOn(grid, extent, resolution, ratio, size) {
  const scale = (grid.size / resolution) * ratio;
  const left = ((grid.west - extent[0]) / resolution) * ratio;
  const top = ((extent[3] - grid.north) / resolution) * ratio;
  const clip = (value, most) => Math.min(Math.max(value, 0), most);
  return {
    scale,
    left,
    top,
    ratio,
    fromCol: clip(Math.floor(-left / scale), grid.cols),
    toCol: clip(Math.ceil((size[0] - left) / scale), grid.cols),
    fromRow: clip(Math.floor(-top / scale), grid.rows),
    toRow: clip(Math.ceil((size[1] - top) / scale), grid.rows),
  };
}

const patterns = new Map();

// A repeated tile with the lines of a hatch, dark on light colours and light on dark.
function hatchPattern(context, [form, space], colour, ratio) {
  const dark = colour[0] * 0.3 + colour[1] * 0.59 + colour[2] * 0.11 > 105;
  const key = `${form}${space}${dark}${ratio}`;
  if (!patterns.has(key)) {
    const tile = document.createElement("canvas");
    const edge = Math.round(space * ratio);
    tile.width = edge;
    tile.height = edge;
    drawHatch(tile.getContext("2d"), form, edge, ratio, dark);
    patterns.set(key, tile);
  }
  return context.createPattern(patterns.get(key), "repeat");
}

function drawHatch(context, form, edge, ratio, dark) {
  context.strokeStyle = dark ? "rgba(20,16,12,0.62)" : "rgba(255,255,255,0.8)";
  context.fillStyle = context.strokeStyle;
  context.lineWidth = 1.1 * ratio;
  const middle = edge / 2;
  const line = (x0, y0, x1, y1) => {
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  };
  // a diagonal runs over the corners, so that tiles join
  if ("/x".includes(form))
    for (const shift of [-edge, 0, edge]) line(shift, edge, shift + edge, 0);
  if ("\\x".includes(form))
    for (const shift of [-edge, 0, edge]) line(shift, 0, shift + edge, edge);
  if ("-+".includes(form)) line(0, middle, edge, middle);
  if ("|+".includes(form)) line(middle, 0, middle, edge);
  if (form === ".") {
    context.beginPath();
    context.arc(middle, middle, 1.3 * ratio, 0, 7);
    context.fill();
  }
}

// Hatches runs of cells with the same code, in the part that shows.
function drawHatches(context, codes, grid, uses, shown, window) {
  if (window.scale < 2) return;
  for (let row = window.fromRow; row < window.toRow; row += 1) {
    for (let col = window.fromCol; col < window.toCol; ) {
      const code = codeAt(codes, grid, row, col);
      let stop = col + 1;
      while (stop < window.toCol && codeAt(codes, grid, row, stop) === code) stop += 1;
      if (code > 0 && shown[code] && uses[code].hatch[0]) {
        const colour = colourOf(uses[code]);
        context.fillStyle = hatchPattern(context, uses[code].hatch, colour, window.ratio);
        context.fillRect(
          window.left + col * window.scale,
          window.top + row * window.scale,
          (stop - col) * window.scale,
          window.scale,
        );
      }
      col = stop;
    }
  }
}

function codeAt(codes, grid, row, col) {
  const cell = grid.number[row * grid.cols + col];
  return cell < 0 ? -1 : codes[cell];
}
