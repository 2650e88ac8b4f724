// Bundles OpenLayers for the pages, and writes down what is in it: every package with
// version, licence, and the registry's hash, and the hash of the bundle itself.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const { metafile } = await build({
  entryPoints: ["entry.js"],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "ol",
  target: "es2020",
  legalComments: "none",
  metafile: true,
  outfile: "ol.js",
});
const found = new Set(
  Object.keys(metafile.inputs)
    .map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1])
    .filter(Boolean),
);
const licence = (name) =>
  ["LICENSE.md", "LICENSE"]
    .map((file) => `node_modules/${name}/${file}`)
    .map((path) => {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return null;
      }
    })
    .find((text) => text);
const packages = [...found].sort().map((name) => {
  const { version, license, integrity } = lock[`node_modules/${name}`];
  return { name, version, license, integrity };
});
const texts = packages.map(
  ({ name, version }) => `${name} ${version}\n\n${licence(name).trim()}\n`,
);
writeFileSync("LICENSES.txt", texts.join("\n----------------------------------------\n\n"));
writeFileSync("ol.css", readFileSync("node_modules/ol/ol.css", "utf8"));
const hash = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");
const files = Object.fromEntries(
  ["ol.js", "ol.css", "LICENSES.txt"].map((file) => [file, hash(file)]),
);
writeFileSync("vendor.json", JSON.stringify({ packages, sha256: files }, null, 2) + "\n");
