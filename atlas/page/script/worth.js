// What the use that came and the one that came second are worth in a cell: the same sums
// as the command line makes, in the same order and with the same roundings, so that both
// say the same.

// {came, second}: per use its code, points, rows, edges and total; second may be null.
async function worthHere(run, grid, cell) {
  const { why } = run;
  const codes = await array(run.allocation);
  const second = (await array(why.second))[cell] - 1;
  const charges = await chargesHere(why, cell);
  const beside = why.edge_cost ? neighbours(grid, cell).map((other) => codes[other]) : [];
  const one = async (code, at) => {
    const points = (await array(why.points[at]))[cell];
    const rows = rowsOf(why, charges, code);
    const edges = -beside.reduce((sum, other) => sum + why.edge_cost[code][other], 0) + 0;
    const total = rows.reduce((sum, row) => sum + row.points, points + edges);
    return { code, points, rows, edges, total };
  };
  const came = await one(codes[cell], 0);
  return { came, second: second < 0 ? null : await one(second, 1) };
}

// What every row with a price asks of a use here, in the order of its entries.
async function chargesHere({ partitions }, cell) {
  const found = [];
  for (const { zone, weight, charges } of partitions) {
    const here = charges[(await array(zone))[cell] - 1];
    if (!here) continue;
    const counts = (await array(weight))[cell];
    for (const [entry, row, price, coefficients] of here)
      found.push({ entry, row, price: -price * counts, coefficients });
  }
  return found.sort((one, other) => one.entry - other.entry);
}

function rowsOf(why, charges, code) {
  const rows = new Map();
  for (const { row, price, coefficients } of charges)
    for (const [use, coefficient] of coefficients)
      if (use === code) rows.set(row, (rows.get(row) ?? 0) + price * coefficient);
  return [...rows].filter(([, points]) => points).map(([row, points]) => ({ name: why.rows[row], points }));
}

function neighbours(grid, cell) {
  const at = grid.at[cell];
  const [col, row] = [at % grid.cols, Math.floor(at / grid.cols)];
  const sides = [[col + 1, row], [col, row + 1], [col - 1, row], [col, row - 1]];
  return sides
    .filter(([x, y]) => x >= 0 && y >= 0 && x < grid.cols && y < grid.rows)
    .map(([x, y]) => grid.number[y * grid.cols + x])
    .filter((other) => other >= 0);
}

// The parts of a use's suitability here: per factor its value, and what that is worth.
async function partsHere(why, code, cell) {
  const found = [];
  for (const { label, mean, factors } of why.parts[code] ?? []) {
    const told = [];
    for (const factor of factors) {
      const layer = why.layers[factor.layer];
      const raw = (await array(layer.array))[cell];
      const value = layer.labels ? (layer.labels[raw - 1] ?? null) : raw;
      told.push({ ...factor, layer, value, worth: curveWorth(factor.curve, value) });
    }
    found.push({ label, mean, factors: told, worth: meanWorth(told, mean) });
  }
  return found;
}

// Worths are single precision, as where the scores come from.
function curveWorth(curve, value) {
  const { form, low, peak, high } = curve;
  if (form === "classes") return Math.fround(curve.table[value] ?? curve.otherwise);
  if (form === "s_shaped") return Math.fround(sShaped((value - low) / (high - low)));
  if (form === "linear") return Math.fround(linear([...curve.points].sort(([one], [other]) => one - other), value));
  return Math.fround(linear([[low, 0], [peak, 1], [high, 0]], value));
}

function sShaped(part) {
  if (part <= 0) return 0;
  if (part >= 1) return 1;
  return part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) * (1 - part);
}

function linear(points, value) {
  const next = points.findIndex(([x]) => value < x);
  if (next === 0) return points[0][1];
  if (next < 0) return points.at(-1)[1];
  const [[x, y], [toX, toY]] = [points[next - 1], points[next]];
  return Math.max(0, y + (value - x) * ((toY - y) / (toX - x)));
}

function meanWorth(factors, mean) {
  if (factors.length === 1) return factors[0].worth;
  const total = factors.reduce((sum, { weight }) => sum + weight, 0);
  const geometric = mean === "geometric";
  const terms = factors.map(({ worth, weight }) => (weight / total) * (geometric ? Math.fround(Math.log(worth)) : worth));
  let sum = 0;
  const odd = terms.length % 2;
  if (odd) sum = Math.fround(terms[0]);
  for (let at = odd; at < terms.length; at += 2) sum = Math.fround(sum + (terms[at] + terms[at + 1]));
  return geometric ? Math.fround(Math.exp(sum)) : Math.min(1, sum);
}
