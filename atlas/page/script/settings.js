// What the reader chose: language, colours, appearance. A change redraws what listens.

const settings = {
  lang: "nl",
  palette: "plan",
  theme: "auto",
  hatch: false,
  outlines: true,
  borders: true,
  showNew: true,
};
const listeners = [];

function every(draw) {
  listeners.push(draw);
  draw();
}

function change(name, value) {
  settings[name] = value;
  const root = document.documentElement;
  root.lang = settings.lang;
  if (settings.theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
  const focus = document.activeElement?.dataset?.keep;
  for (const draw of listeners) draw();
  if (focus) document.querySelector(`[data-keep="${focus}"]`)?.focus();
}

function colourOf(use) {
  return settings.palette === "safe" ? use.safe : use.colour;
}

function settingsBar() {
  const bar = el("div", { class: "settings" });
  every(() => {
    const one = (options) => [{ options }];
    bar.replaceChildren(
      choice(
        say("page.language"),
        one([["nl", "Nederlands"], ["en", "English"]]),
        settings.lang,
        (value) => change("lang", value),
        { "data-keep": "lang" },
      ),
      head.kind === "runs" ? "" : choice(
        say("page.palette"),
        one([["plan", say("page.palette.plan")], ["safe", say("page.palette.safe")]]),
        settings.palette,
        (value) => {
          settings.hatch = value === "safe"; // more uses than colours: hatches tell
          change("palette", value);
        },
        { "data-keep": "palette" },
      ),
      choice(
        say("page.theme"),
        one(["auto", "light", "dark"].map((key) => [key, say(`page.theme.${key}`)])),
        settings.theme,
        (value) => change("theme", value),
        { "data-keep": "theme" },
      ),
    );
  });
  return bar;
}

// What maps show beside the cells.
function mapChecks(names) {
  return names.map((name) =>
    check(
      say(name === "showNew" ? "page.new" : `page.${name}`),
      settings[name],
      (value) => change(name, value),
      { "data-keep": name },
    ),
  );
}
