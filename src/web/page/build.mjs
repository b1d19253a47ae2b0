// Builds the page out of the module and the words that Maven has made: node src/web/page/build.mjs TARGET
// CodeMirror and the bundler come from the npm registry in the versions of package-lock.json.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createHash } from "node:crypto";
import { withShortFields } from "./fields.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, "../../..");
const TARGET = resolve(process.argv[2] ?? join(ROOT, "target"));
const WEB = join(TARGET, "web");
const WORK = join(TARGET, "web-build");
const VERSION = process.argv[3] ?? "0.1.0";
const POLICY = "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:";

function libraries() {
  mkdirSync(WORK, { recursive: true });
  cpSync(join(HERE, "package.json"), join(WORK, "package.json"));
  cpSync(join(HERE, "package-lock.json"), join(WORK, "package-lock.json"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  execFileSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: WORK,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
}

/** The programs of a page of the documentation, a lesson for each heading: the blocks under it without their outputs. */
function lessons(file) {
  const text = readFileSync(file, "utf8");
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const blocks = [...section.matchAll(/^```ag\n([\s\S]*?)^```/gm)].map(([, block]) =>
        block
          .split("\n")
          .map((line) => line.replace(/\s*# ->.*$/, (output) => (/^# ->/.test(line) ? "\0" : "")))
          .filter((line) => line !== "\0")
          .join("\n"),
      );
      return { name: section.split("\n")[0], text: blocks.join("\n") };
    })
    .filter((lesson) => lesson.text.trim());
}

function examples() {
  const folder = join(ROOT, "examples");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ag"))
    .sort()
    .map((name) => ({ name: name.replace(".ag", "").replaceAll("_", " "), text: readFileSync(join(folder, name), "utf8") }))
    .filter(({ text }) => !/\b(?:csv|load|import|describe)\b *[("]/.test(text));
}

/** A lesson may build on what was defined in those before it: it gets as many of them as it takes to run. */
function standing(all) {
  return all.map(({ name, text }, at) => {
    for (let first = at; first >= 0; first--) {
      const program = all.slice(first, at + 1).map((lesson) => lesson.text).join("\n");
      if (run(program).every(({ kind }) => kind !== "error")) {
        return { name, text: program.trimStart() };
      }
    }
    throw new Error(`the lesson '${name}' does not run`);
  });
}

const { run } = await import(pathToFileURL(join(WEB, "module/ag.js")).href);
const programs = [
  { name: "Tour", programs: standing(lessons(join(ROOT, "docs/tour.md"))) },
  { name: "Examples", programs: examples() },
];

libraries();
const esbuild = await import(pathToFileURL(join(WORK, "node_modules/esbuild/lib/main.js")).href);

function values(given) {
  return {
    name: "values",
    setup(build) {
      build.onResolve({ filter: /^ag-/ }, ({ path }) => ({ path, namespace: "ag" }));
      build.onLoad({ filter: /.*/, namespace: "ag" }, ({ path }) => ({ ...given[path], resolveDir: HERE }));
    },
  };
}

async function bundle(entry, format, given) {
  const result = await esbuild.build({
    entryPoints: [join(HERE, "src", entry)],
    bundle: true,
    minify: true,
    format,
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
    nodePaths: [join(WORK, "node_modules")],
    plugins: [values(given)],
  });
  return result.outputFiles[0].text;
}

const module = (
  await esbuild.transform(withShortFields(readFileSync(join(WEB, "module/ag.js"), "utf8")), { minify: true, format: "esm", target: "es2022", charset: "utf8" })
).code;
const worker = await bundle("worker.js", "iife", { "ag-module": { contents: module, loader: "js" } });
const given = {
  "ag-worker": { contents: worker, loader: "text" },
  "ag-words": { contents: readFileSync(join(TARGET, "web-words.json"), "utf8"), loader: "json" },
  "ag-programs": { contents: JSON.stringify(programs), loader: "json" },
};
const app = await bundle("app.js", "iife", given);
const cell = await bundle("cell.js", "iife", { ...given, "ag-style": { contents: readFileSync(join(HERE, "src/cell.css"), "utf8"), loader: "text" } });
const style = (await esbuild.transform(readFileSync(join(HERE, "src/page.css"), "utf8"), { loader: "css", minify: true })).code;

function page(policy, styles, script) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>ag: mathematics that remembers how it was made</title>
${styles}
</head>
<body>
<noscript>This page computes, and needs JavaScript.</noscript>
${script}
</body>
</html>
`;
}

// The service worker is a file of the page's own.
const own = POLICY.replace("script-src", "script-src 'self'").replace("worker-src", "worker-src 'self'").replace("style-src", "style-src 'self'") + "; connect-src 'self'";
const index = page(own, '<link id="style" rel="stylesheet" href="page.css">', '<script id="app" src="app.js"></script>');
const written = { "index.html": index, "app.js": app, "page.css": style, "ag-cell.js": cell, "ag.js": module };
const stamp = createHash("sha256").update(Object.values(written).join("")).digest("hex").slice(0, 12);
written["sw.js"] = readFileSync(join(HERE, "src/sw.js"), "utf8").replace("VERSION", stamp);
written["ag.d.ts"] = readFileSync(join(HERE, "../npm/ag.d.ts"), "utf8");
written["ag.html"] = page(POLICY, `<style id="style">${style}</style>`, `<script id="app">${app.replaceAll("</script", "<\\/script")}</script>`);
for (const [name, text] of Object.entries(written)) {
  writeFileSync(join(WEB, name), text);
}

const npm = join(WEB, "npm");
rmSync(npm, { recursive: true, force: true });
mkdirSync(npm);
const described = JSON.parse(readFileSync(join(HERE, "../npm/package.json"), "utf8"));
writeFileSync(join(npm, "package.json"), JSON.stringify({ ...described, version: VERSION.replace("-SNAPSHOT", "") }, null, 2) + "\n");
for (const name of ["ag.js", "ag.d.ts", "ag-cell.js"]) {
  cpSync(join(WEB, name), join(npm, name));
}
cpSync(join(HERE, "../npm/README.md"), join(npm, "README.md"));
cpSync(join(ROOT, "LICENSE"), join(npm, "LICENSE"));
