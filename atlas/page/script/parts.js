// Parts that both pages have: heading, contents, what could not be read.

function pageHeader(title, lines) {
  const box = el("header", { class: "top" });
  const words = el("div");
  const bar = settingsBar();
  every(() => {
    words.replaceChildren(el("h1", {}, title()), ...lines().filter(Boolean).map((line) => el("p", {}, line)));
  });
  box.append(words, bar);
  return box;
}

function contents(list) {
  const box = el("nav");
  every(() => {
    box.setAttribute("aria-label", say("page.sections"));
    box.replaceChildren(
      el("ul", {}, list().map(([id, text]) => el("li", {}, el("a", { href: `#${id}` }, text)))),
    );
  });
  return box;
}

function problemsPart() {
  const box = el("div");
  every(() => {
    if (!head.problems.length) return;
    box.replaceChildren(
      el(
        "section",
        { class: "problems", "aria-labelledby": "problems-title" },
        el("h2", { id: "problems-title" }, say("page.problems")),
        el("ul", {}, head.problems.map((text) => el("li", {}, said(text)))),
      ),
    );
  });
  return box;
}

// A section whose heading follows the language.
function part(id, key, ...children) {
  const title = el("h2", { id: `${id}-title` });
  every(() => (title.textContent = say(key)));
  return el("section", { id, "aria-labelledby": `${id}-title` }, title, ...children);
}

// A section that is folded until it is asked for; what is folded is not printed.
function folded(id, key, ...children) {
  const title = el("h2");
  every(() => (title.textContent = say(key)));
  return el("details", { id, class: "folded" }, el("summary", {}, title), ...children);
}

function licencesPart() {
  const box = folded("licences", "page.licences", el("pre", { tabindex: "0" }, head.licences));
  return box;
}

function unfold() {
  const open = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.tagName === "DETAILS") target.open = true;
  };
  window.addEventListener("hashchange", open);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("nav a")) setTimeout(open);
  });
  open();
}
