// Unpacks the data and starts the page that they are for.

async function start() {
  const root = document.getElementById("page");
  if (typeof DecompressionStream === "undefined") {
    root.textContent = root.dataset.old;
    return;
  }
  try {
    await readPage();
  } catch (error) {
    root.textContent = root.dataset.broken.replace("{why}", String(error?.message ?? error));
    return;
  }
  settings.lang = head.lang;
  try {
    await { report: startReport, compare: startCompare, runs: startRuns, sweep: startSweep }[head.kind](root);
  } catch (error) {
    root.textContent = say("page.broken", { why: String(error?.message ?? error) });
    throw error;
  }
  unfold();
  document.documentElement.dataset.ready = "";
}

start();
