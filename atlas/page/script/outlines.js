// Lines between cells: around areas of one use, along municipalities, around a cell.

// Edges between areas with different codes, where one of them is shown.
function drawOutlines(context, codes, grid, shown, window) {
  if (window.scale < 5 * window.ratio) return;
  const { left, top, scale } = window;
  const seen = (code) => (code > 0 && shown[code] ? code : 0);
  const at = (row, col) =>
    row < 0 || col < 0 || row >= grid.rows || col >= grid.cols
      ? 0
      : seen(codeAt(codes, grid, row, col));
  context.beginPath();
  for (let row = window.fromRow; row <= window.toRow; row += 1) {
    for (let col = window.fromCol; col <= window.toCol; col += 1) {
      const here = at(row, col);
      if (here !== at(row, col - 1)) {
        context.moveTo(left + col * scale, top + row * scale);
        context.lineTo(left + col * scale, top + (row + 1) * scale);
      }
      if (here !== at(row - 1, col)) {
        context.moveTo(left + col * scale, top + row * scale);
        context.lineTo(left + (col + 1) * scale, top + row * scale);
      }
    }
  }
  context.strokeStyle = "rgba(40,32,26,0.8)";
  context.lineWidth = Math.min(Math.max(0.09 * scale, 0.6), 1.8 * window.ratio);
  context.lineCap = "square";
  context.stroke();
}

// Pieces of straight border: row or column, from, to; the province's own apart.
function bordersOf(zones, grid) {
  const inner = [];
  const outer = [];
  const at = (row, col) =>
    row < 0 || col < 0 || row >= grid.rows || col >= grid.cols
      ? -1
      : zoneAt(zones, grid, row, col);
  const scan = (lines, length, here, there, add) => {
    for (let line = 0; line <= lines; line += 1) {
      let from = 0;
      let kind = 0;
      for (let step = 0; step <= length; step += 1) {
        const one = step < length ? here(line, step) : -1;
        const other = step < length ? there(line, step) : -1;
        const next = one === other ? 0 : one === -1 || other === -1 ? 2 : 1;
        if (next === kind) continue;
        if (kind) add(kind === 2 ? outer : inner, line, from, step);
        from = step;
        kind = next;
      }
    }
  };
  scan(
    grid.rows, grid.cols, (row, col) => at(row, col), (row, col) => at(row - 1, col),
    (list, row, from, to) => list.push(from, row, to, row),
  );
  scan(
    grid.cols, grid.rows, (col, row) => at(row, col), (col, row) => at(row, col - 1),
    (list, col, from, to) => list.push(col, from, col, to),
  );
  return { inner: Int32Array.from(inner), outer: Int32Array.from(outer) };
}

function zoneAt(zones, grid, row, col) {
  const cell = grid.number[row * grid.cols + col];
  return cell < 0 ? -1 : zones ? zones[cell] : 0;
}

function drawBorders(context, borders, window, shows) {
  const { left, top, scale, ratio } = window;
  const stroke = (pieces, colour, width) => {
    context.beginPath();
    for (let at = 0; at < pieces.length; at += 4) {
      context.moveTo(left + pieces[at] * scale, top + pieces[at + 1] * scale);
      context.lineTo(left + pieces[at + 2] * scale, top + pieces[at + 3] * scale);
    }
    context.strokeStyle = colour;
    context.lineWidth = width * ratio;
    context.lineCap = "square";
    context.stroke();
  };
  if (shows) stroke(borders.inner, "rgba(110,100,92,0.9)", 1);
  stroke(borders.outer, "rgb(74,69,65)", 1.4);
}

function drawChosen(context, grid, cell, window) {
  if (cell < 0) return;
  const { left, top, scale, ratio } = window;
  const x = left + (grid.at[cell] % grid.cols) * scale;
  const y = top + Math.floor(grid.at[cell] / grid.cols) * scale;
  const room = Math.max(0, 7 * ratio - scale) / 2;
  for (const [colour, width] of [["white", 5], ["rgb(20,20,20)", 2.2]]) {
    context.strokeStyle = colour;
    context.lineWidth = width * ratio;
    context.strokeRect(x - room, y - room, scale + 2 * room, scale + 2 * room);
  }
}
