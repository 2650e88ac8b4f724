// Numbers as the command line writes them: halves go to the even digit.

function fixed(value, decimals) {
  const size = Math.abs(value);
  const text = size.toFixed(decimals);
  const half = /^50*$/.test(size.toFixed(60).split(".")[1].slice(decimals));
  const odd = half && Number(text.at(-1)) % 2;
  return (value < 0 ? "-" : "") + (odd ? (Number(text) - 10 ** -decimals).toFixed(decimals) : text);
}

// Signs of thousands and decimals of the reader's language.
function signed(text) {
  const [whole, part] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
  if (settings.lang !== "nl") return grouped;
  return grouped.replace(/[,.]/g, (sign) => (sign === "," ? "." : ","));
}

// Points with a decimal, where it is not 0.
function points(value) {
  const rounded = Number(fixed(value, 1)) + 0;
  return signed(Math.abs(rounded) < 10_000 ? fixed(rounded, 1).replace(/\.0$/, "") : fixed(rounded, 0));
}

// A number of any size with two decimals at most.
function digits(value) {
  const rounded = Number(fixed(value, 2)) + 0;
  return signed(Math.abs(rounded) < 100 ? fixed(rounded, 2).replace(/\.?0+$/, "") : fixed(rounded, 0));
}

function fourFigures(value) {
  if (Math.abs(value) < 1e-9) return 0; // no reader sees it
  const decimals = 3 - Math.floor(Math.log10(Math.abs(value)));
  return decimals >= 0 ? Number(fixed(value, decimals)) : Number(fixed(value * 10 ** decimals, 0)) / 10 ** decimals;
}
