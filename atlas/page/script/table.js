// Tables of the workbook: to sort, to search, and to copy to a spreadsheet.

const MANY_ROWS = 12;

function cellText(value, form) {
  if (value === null || value === "") return "";
  if (typeof value === "string") return value;
  if (form === "share") return percent(value);
  if (form === "ha") return number(value, 1);
  return figures(value);
}

// `find` gives the table in the language of the reader.
function dataTable(find, { heading = null } = {}) {
  const box = el("div", { class: "table" });
  const state = { column: -1, down: false, text: "" };
  every(() => {
    const table = find();
    if (!table) return box.replaceChildren();
    const body = el("tbody");
    const count = el("span", { class: "note", role: "status" });
    const headings = el("tr");
    const fill = () => {
      const rows = chosenRows(table, state);
      body.replaceChildren(...rows.map((row) => tableRow(table, row)));
      const all = number(table.rows.length);
      count.textContent =
        rows.length === table.rows.length
          ? say("page.rows", { n: all })
          : say("page.rows.some", { n: number(rows.length), all });
      headings.replaceChildren(
        ...table.columns.map((column, at) => headingCell(column, at, state, fill)),
      );
    };
    const tools = tableTools(table, state, fill);
    tools.append(count);
    fill();
    const title = heading === "none" ? null : el("h3", {}, table.title);
    box.replaceChildren(
      ...[
        title,
        el("p", { class: "note" }, table.note),
        tools,
        el(
          "div",
          { class: "scroll", tabindex: "0", role: "group", "aria-label": table.title },
          el(
            "table",
            {},
            el("caption", { class: "hidden" }, table.title),
            el("thead", {}, headings),
            body,
            table.total.length ? el("tfoot", {}, tableRow(table, table.total)) : null,
          ),
        ),
      ].filter(Boolean),
    );
  });
  return box;
}

function chosenRows(table, { column, down, text }) {
  const asked = text.trim().toLowerCase();
  const rows = asked
    ? table.rows.filter((row) => row.some((value) => String(value ?? "").toLowerCase().includes(asked)))
    : [...table.rows];
  if (column < 0) return rows;
  const order = new Intl.Collator(settings.lang, { numeric: true }).compare;
  const compare = (one, other) => {
    const [a, b] = [one[column], other[column]];
    if (a === null || a === "") return b === null || b === "" ? 0 : 1;
    if (b === null || b === "") return -1;
    const way = typeof a === "number" && typeof b === "number" ? a - b : order(String(a), String(b));
    return down ? -way : way;
  };
  return rows.sort(compare);
}

function tableRow(table, row) {
  return el(
    "tr",
    {},
    row.map((value, at) => {
      const { form, wide } = table.columns[at];
      const text = cellText(value, form);
      const figure = typeof value === "number" && form !== "any";
      const wild = /\S{26}/.test(text) && "wild";
      const name = figure ? "figure" : [wide >= 40 && "long", wild].filter(Boolean).join(" ") || null;
      return at ? el("td", { class: name }, text) : el("th", { scope: "row", class: name }, text);
    }),
  );
}

function headingCell(column, at, state, fill) {
  const sorted = state.column === at;
  const button = el(
    "button",
    {
      type: "button",
      title: say("page.sort", { name: column.heading }),
      onclick: (event) => {
        state.down = sorted && !state.down;
        state.column = at;
        const heads = event.currentTarget.closest("tr");
        fill();
        heads.children[at].firstChild.focus();
      },
    },
    column.heading,
    el("span", { "aria-hidden": "true" }, sorted ? (state.down ? " ▼" : " ▲") : ""),
  );
  const figure = ["number", "ha", "share"].includes(column.form);
  return el(
    "th",
    {
      scope: "col",
      class: figure ? "figure" : null,
      "aria-sort": sorted ? (state.down ? "descending" : "ascending") : null,
    },
    button,
  );
}

function tableTools(table, state, fill) {
  const tools = el("div", { class: "tools" });
  if (table.rows.length > MANY_ROWS) {
    const id = newId("find");
    tools.append(
      el("label", { for: id }, say("page.filter")),
      el("input", {
        id,
        type: "search",
        value: state.text,
        oninput: (event) => {
          state.text = event.target.value;
          fill();
        },
      }),
    );
  }
  const copy = el("button", {
    type: "button",
    onclick: async () => {
      await copyText(tableText(table, state));
      copy.textContent = say("page.copied");
      setTimeout(() => (copy.textContent = say("page.copy")), 2000);
    },
  });
  copy.textContent = say("page.copy");
  tools.append(copy);
  return tools;
}

// Tabs between columns, as a spreadsheet takes them; numbers without thousand signs.
function tableText(table, state) {
  const plain = (value) => {
    if (value === null) return "";
    if (typeof value !== "number") return value.replace(/[\t\r\n]+/g, " ");
    return settings.lang === "nl" ? String(value).replace(".", ",") : String(value);
  };
  const rows = chosenRows(table, state).map((row) => row.map(plain).join("\t"));
  return [table.columns.map(({ heading }) => heading).join("\t"), ...rows].join("\n");
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = el("textarea", { "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}
