import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

import { build } from "esbuild";

import { dist, root } from "./launcher/places.mjs";

/** Each process that is not Next's own build, and where it begins. */
const entries = {
  web: "web/main.ts",
  sidecar: "sidecar/main.ts",
  bridge: "local/bridge/main.ts",
  schema: "local/schema/main.ts",
  operator: "local/operator/main.ts",
  "town-fill": "local/town/fill.ts",
  "town-live": "local/town/live.ts",
};

/** "server-only" throws outside of Next's bundler, and here everything is the server. */
const serverOnly = {
  name: "server-only",
  /** @param {import("esbuild").PluginBuild} builder */
  setup(builder) {
    builder.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "nothing" }));
    builder.onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "" }));
  },
};

const asked = process.argv.slice(2);
const wanted = Object.entries(entries).filter(
  ([name, file]) => (asked.length === 0 || asked.includes(name)) && existsSync(join(root, file)),
);

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(wanted),
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  // Chunks of a bundle made alone must not replace those the others share.
  chunkNames: asked.length === 0 ? "chunk-[hash]" : `${asked.join("-")}-[hash]`,
  bundle: true,
  splitting: true,
  sourcemap: true,
  metafile: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  tsconfig: "tsconfig.json",
  plugins: [serverOnly],
  logLevel: "warning",
});

if (asked.length === 0) {
  const made = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
  for (const name of readdirSync(dist)) if (/\.mjs(\.map)?$/.test(name) && !made.has(name)) rmSync(join(dist, name));
}
