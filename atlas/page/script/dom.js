// Elements with attributes and children. Texts are only ever set as text: whatever a
// scenario is called, it cannot become markup.

function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function svg(tag, attributes = {}, ...children) {
  return filled(
    document.createElementNS("http://www.w3.org/2000/svg", tag),
    attributes,
    children,
  );
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== false));
  return node;
}

// A name that may be long, on a few lines; whole when it is pointed at.
function clipped(text) {
  return el("span", { class: /\S{26}/.test(text) ? "clip wild" : "clip", title: text.length > 60 ? text : null }, text);
}

function shortened(text) {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

let lastId = 0;
function newId(stem) {
  lastId += 1;
  return `${stem}-${lastId}`;
}

// A choice from a list: groups of [value, text].
function choice(label, groups, value, onchange, attributes = {}) {
  const id = newId("choice");
  const option = ([key, text]) =>
    el("option", { value: key, selected: key === value }, text);
  const list = groups.map(({ heading, options }) =>
    heading
      ? el("optgroup", { label: heading }, options.map(option))
      : options.map(option),
  );
  const select = el(
    "select",
    { id, ...attributes, onchange: (event) => onchange(event.target.value) },
    list,
  );
  return el("span", { class: "field" }, el("label", { for: id }, label), select);
}

function check(label, value, onchange, attributes = {}) {
  const box = el("input", {
    type: "checkbox",
    checked: value,
    ...attributes,
    onchange: (event) => onchange(event.target.checked),
  });
  return el("label", { class: "check" }, box, clipped(label));
}
