import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

import { build } from "esbuild";

import { dist, messagesWorker, root, serviceWorker } from "./launcher/places.mjs";
import { writeRoutes } from "./launcher/routes.mjs";

/** The entry point of each bundle that Next does not build. */
const entries = {
  web: "web/main.ts",
  sidecar: "sidecar/main.ts",
  schema: "local/schema/main.ts",
  operator: "local/operator/main.ts",
  "town-fill": "local/town/fill.ts",
  "town-live": "local/town/live.ts",
  warm: "local/warm/main.ts",
  witness: "local/witness/main.ts",
};

/** Replaces "server-only", which throws outside of Next's bundler: all of these bundles run on the server. */
const serverOnly = {
  name: "server-only",
  /** @param {import("esbuild").PluginBuild} builder */
  setup(builder) {
    builder.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "empty" }));
    builder.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
  },
};

/** Leaves out of browser bundles what they never use: messages of zod in other languages, hash functions but Argon2. */
const lean = {
  name: "lean",
  /** @param {import("esbuild").PluginBuild} builder */
  setup(builder) {
    builder.onResolve({ filter: /locales\/index\.js$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, "..", "locales", "en.js"),
    }));
    builder.onResolve({ filter: /^hash-wasm$/ }, () => ({
      path: join(root, "node_modules", "hash-wasm", "dist", "argon2.umd.min.js"),
    }));
  },
};

writeRoutes();

const asked = process.argv.slice(2);
const wanted = Object.entries(entries).filter(
  ([name, file]) => (asked.length === 0 || asked.includes(name)) && existsSync(join(root, file)),
);

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(wanted),
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  // Chunks of a partial build must not overwrite those that the other bundles share.
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
  for (const [folder, outfile] of Object.entries({ "app/_worker": serviceWorker, "app/_messages": messagesWorker })) {
    // Browsers compare it byte by byte, so it holds nothing that differs between two builds of the same sources.
    await build({
      absWorkingDir: root,
      entryPoints: [`${folder}/main.ts`],
      outfile,
      bundle: true,
      minify: outfile === messagesWorker,
      platform: "browser",
      format: "iife",
      target: ["chrome111", "firefox111", "safari16.4"],
      tsconfig: `${folder}/tsconfig.json`,
      plugins: [lean],
      legalComments: "none",
      logLevel: "warning",
    });
  }
  const made = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
  for (const name of readdirSync(dist)) if (/\.mjs(\.map)?$/.test(name) && !made.has(name)) rmSync(join(dist, name));
}
