// The data that the page carries: a head with texts and tables, and arrays per cell
// that are inflated when they are first shown.

let head = { words: {} };
let packed = new Uint8Array();
const unpacked = new Map();

function bytesOf(id) {
  const holder = document.getElementById(id);
  const text = atob(holder.textContent);
  holder.remove();
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

async function inflate(bytes) {
  const stream = new Blob([bytes]).stream();
  const plain = stream.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

async function readPage() {
  head = JSON.parse(new TextDecoder().decode(await inflate(bytesOf("head"))));
  packed = bytesOf("arrays");
}

const TYPES = { uint8: Uint8Array, uint16: Uint16Array, uint32: Uint32Array, float32: Uint32Array };

function array(found) {
  if (!unpacked.has(found.at)) unpacked.set(found.at, unpackedArray(found));
  return unpacked.get(found.at);
}

async function unpackedArray({ at, bytes, type, delta }) {
  const raw = await inflate(packed.subarray(at, at + bytes));
  const Kind = TYPES[type];
  const values = new Kind((delta ? joined(raw, Kind.BYTES_PER_ELEMENT) : raw).buffer);
  if (delta) for (let cell = 1; cell < values.length; cell += 1) values[cell] += values[cell - 1];
  return type === "float32" ? new Float32Array(values.buffer) : values;
}

// First all first bytes, then all second ones: put together again.
function joined(planes, size) {
  if (size === 1) return planes;
  const bytes = new Uint8Array(planes.length);
  const n = planes.length / size;
  for (let byte = 0; byte < size; byte += 1)
    for (let cell = 0; cell < n; cell += 1) bytes[cell * size + byte] = planes[byte * n + cell];
  return bytes;
}

// Cells of the province by row and column, numbered from west to east, north to south.
async function makeGrid(frame) {
  const inside = await array(frame.inside);
  const number = new Int32Array(inside.length).fill(-1);
  let cells = 0;
  for (let at = 0; at < inside.length; at += 1) if (inside[at]) number[at] = cells++;
  const at = new Int32Array(cells);
  for (let from = 0; from < number.length; from += 1)
    if (number[from] >= 0) at[number[from]] = from;
  const { cell_m: size, west_m: west, north_m: north, rows, cols } = frame;
  const extent = [west, north - rows * size, west + cols * size, north];
  const grid = { size, west, north, rows, cols, number, at, cells, extent };
  grid.cellAt = ([x, y]) => {
    const col = Math.floor((x - west) / size);
    const row = Math.floor((north - y) / size);
    return col < 0 || row < 0 || col >= cols || row >= rows ? -1 : number[row * cols + col];
  };
  grid.middle = (cell) => [
    west + ((at[cell] % cols) + 0.5) * size,
    north - (Math.floor(at[cell] / cols) + 0.5) * size,
  ];
  return grid;
}
