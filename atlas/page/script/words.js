// Texts, numbers, and coordinates in the language of the reader.

const LOCALES = { nl: "nl-NL", en: "en-GB" };

function say(key, values = {}) {
  const text = head.words[settings.lang][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

// A text that has both languages, or is the same in both.
function said(text) {
  return typeof text === "string" ? text : (text?.[settings.lang] ?? "");
}

function number(value, digits = 0) {
  return new Intl.NumberFormat(LOCALES[settings.lang], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

// Few figures for a number of any size: 1.235, 12,3, 0,0412.
function figures(value) {
  if (Number.isInteger(value)) return number(value);
  const size = Math.abs(value);
  if (size >= 100) return number(value);
  if (size >= 0.1) return number(value, size >= 10 ? 1 : 2);
  return new Intl.NumberFormat(LOCALES[settings.lang], {
    maximumSignificantDigits: 3,
  }).format(value);
}

function percent(value) {
  return new Intl.NumberFormat(LOCALES[settings.lang], {
    style: "percent",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(value);
}

function hectares(value) {
  return `${number(value, 1)}\u00a0ha`;
}

function place(x, y) {
  return `X ${number(x)} Y ${number(y)}`;
}

function letter(run) {
  return String.fromCharCode(65 + run);
}
