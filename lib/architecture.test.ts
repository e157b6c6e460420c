import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { files, sources, type Source } from "@/testing/sources";

/** The folders that each folder may import from, besides itself. */
const LAYERS: Record<string, string[]> = {
  lib: [],
  app: ["lib"],
  web: ["lib", "app/api"],
  sidecar: ["lib"],
  local: ["lib"],
};
const code = sources(Object.keys(LAYERS));

/** Infrastructure that features use. It knows only the schemas of the features whose data it carries. */
const INFRASTRUCTURE = new Set([
  "archive",
  "auth",
  "bytes",
  "delivery",
  "drawings",
  "http",
  "keychain",
  "limits",
  "mail",
  "message-content",
  "mls",
  "neo4j",
  "outbound",
  "realtime",
  "redis",
  "text",
  "transparency",
]);
/** The feature a file of lib/ belongs to, or null for infrastructure. */
const feature = (path: string) => {
  const [, folder = "", inside] = /^lib\/([^/]+)(\/.+)?$/.exec(path) ?? [];
  return inside === undefined || INFRASTRUCTURE.has(folder) ? null : folder;
};
/** The doors of a feature. */
const DOOR = /^lib\/\w+\/(reads|rules|schema|view)$/;

const STORES = /^(neo4j-driver|ioredis|@upstash\/.*|lib\/neo4j(\/.*)?|lib\/redis(\/(tcp|upstash|port))?)$/;
/** `cache` holds structures in Redis, `graph` lists of ids and rows from Neo4j; `reads` and `writes` are made of them. */
const MAY_USE_STORES = /^lib\/(neo4j|redis|auth)\/|\/(reads|writes|cache|graph)\.ts$/;

/** The layers of the browser code, and what each may import. Only pages may import from all of them. */
const FLOORS: Record<string, RegExp> = {
  _words: /^app\/_words\//,
  _client: /^(app\/(_client|_words)|lib)\//,
  _worker: /^(app\/(_worker|_client|_words)|lib)\//,
  _messages: /^(app\/(_messages|_client)|lib)\//,
  _ui: /^(app\/(_ui|_words)|lib)\//,
  _features: /^(app\/(_features|_ui|_client|_words)|lib)\//,
};

/** A file with fewer lines should be merged with the one that is always read with it. */
const FRAGMENT = 15;

/** Every import that violates a rule, as "file → target". */
const offences = (wrong: (source: Source, target: Source["imports"][number]) => boolean) =>
  code.flatMap((source) =>
    source.imports.filter((target) => wrong(source, target)).map(({ target }) => `${source.file} → ${target}`),
  );

describe("the code", () => {
  it("is found by this test", () => {
    expect(code.length).toBeGreaterThan(100);
    expect(code.find(({ file }) => file === "lib/people/writes.ts")?.imports.map(({ target }) => target)).toContain(
      "lib/neo4j",
    );
    expect(
      offences(
        (_, { own, target }) =>
          own &&
          !target.startsWith(".") &&
          ![".ts", ".tsx", "/index.ts", "/index.tsx"].some((end) => existsSync(target + end)),
      ),
    ).toEqual([]);
  });

  it("imports in one direction: app, web, sidecar and local from lib", () => {
    expect(
      offences(({ file }, { own, target }) => {
        if (!own || target.startsWith(".")) return false;
        const layer = file.split("/")[0] ?? "";
        return ![layer, ...(LAYERS[layer] ?? [])].some((folder) => target.startsWith(`${folder}/`));
      }),
    ).toEqual([]);
  });

  it("in the browser imports from features down to ui and client, and from all of them down to lib", () => {
    expect(
      offences(({ file }, { own, target }) => {
        const allowed = FLOORS[/^app\/(_\w+)\//.exec(file)?.[1] ?? ""];
        return own && allowed !== undefined && !allowed.test(target);
      }),
    ).toEqual([]);
  });

  it("has no markup in app/_client", () => {
    expect(code.filter(({ file }) => /^app\/_client\/.*\.tsx$/.test(file)).map(({ file }) => file)).toEqual([]);
  });

  it("imports other features only by their reads, rules, schema and view", () => {
    expect(
      offences(({ file }, { target }) => {
        const [from, to] = [feature(file), feature(target)];
        return from !== null && to !== null && from !== to && !DOOR.test(target);
      }),
    ).toEqual([]);
  });

  it("in infrastructure imports only types from features", () => {
    expect(
      offences(({ file }, { target, typeOnly }) => {
        const infrastructure = file.startsWith("lib/") && feature(file) === null;
        return infrastructure && feature(target) !== null && !(typeOnly && target.endsWith("/schema"));
      }),
    ).toEqual([]);
  });

  it("keeps rules and views pure: no store, no reads, no writes, no request", () => {
    expect(
      offences(({ file }, { target, typeOnly }) => {
        const pure = feature(file) !== null && /\/(rules|view|schema)\.ts$/.test(file);
        return (
          pure &&
          !typeOnly &&
          (STORES.test(target) ||
            /\/(reads|writes)$/.test(target) ||
            target.startsWith("lib/http/") ||
            target.startsWith("node:"))
        );
      }),
    ).toEqual([]);
  });

  it("touches Neo4j and Redis only in reads, writes, cache and graph", () => {
    const lib = offences(
      ({ file }, { target, typeOnly }) =>
        file.startsWith("lib/") && !typeOnly && STORES.test(target) && !MAY_USE_STORES.test(file),
    );
    expect(lib).toEqual([]);
  });

  it("opens no store for screens, endpoints and the web process itself", () => {
    expect(offences(({ file }, { target }) => /^(app|web)\//.test(file) && STORES.test(target))).toEqual([]);
  });

  it("contains queries only in cypher/", () => {
    const asked = /\b(MATCH|MERGE|UNWIND|CREATE|DETACH DELETE)\b\s*[([a-z]/;
    expect(
      code.filter(({ file, text }) => !file.startsWith("local/") && asked.test(text)).map(({ file }) => file),
    ).toEqual([]);
    const queries = offences(
      ({ file }, { target, names }) =>
        /^(app|web|sidecar)\//.test(file) && target.startsWith("lib/neo4j") && names.some((name) => name !== "driver"),
    );
    expect(queries).toEqual([]);
  });

  it("imports ts-mls only in lib/mls, which avoids its faults", () => {
    const importers = code.filter(({ imports }) => imports.some(({ target }) => /^ts-mls(\/|$)/.test(target)));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.map(({ file }) => file).filter((file) => !file.startsWith("lib/mls/"))).toEqual([]);
  });

  it("uses nothing that browsers lack in the libraries of encrypted messages", () => {
    const everywhere = code.filter(({ file }) =>
      /^lib\/(bytes|keychain|transparency|mls|message-content|archive)\//.test(file),
    );
    expect(everywhere.length).toBeGreaterThan(15);
    const lacking = /\bBuffer\.|\bprocess\.|from "node:/;
    expect(everywhere.filter(({ text }) => lacking.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it("shares nothing with the second client, which was written from docs/protocol alone", () => {
    const client = sources(["clients"]);
    const allowed = /^(\.|node:|ts-mls\/|@noble\/|@scure\/bip39|@hpke\/core$|cborg$)/;
    expect(client.length).toBeGreaterThan(20);
    expect(
      client.flatMap(({ file, imports }) =>
        imports.filter(({ target }) => !allowed.test(target)).map(({ target }) => `${file} → ${target}`),
      ),
    ).toEqual([]);
    expect(offences((_, { target }) => /(^|\/)clients\//.test(target))).toEqual([]);
  });

  it("never imports what only tests use", () => {
    expect(offences((_, { target }) => /\.test$|(^|\/)testing\/|^vitest|^fast-check/.test(target))).toEqual([]);
  });

  it("makes accounts for lists in one place, where the rule of who is in a list is asked", () => {
    // A view shows people as part of something else, which its reader was found to be allowed to see.
    const others = offences(
      ({ file }, { names }) => names.includes("toAccount") && !/^lib\/people\/|\/view\.ts$/.test(file),
    );
    expect(others).toEqual([]);
  });

  it("has no cycles", () => {
    const edges = new Map(
      code.map(({ file, imports }) => [
        file.replace(/(\/index)?\.tsx?$/, ""),
        imports.filter(({ own, typeOnly }) => own && !typeOnly).map(({ target }) => target),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: string[]) => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (done.has(file) || path.includes(file)) return;
      for (const next of edges.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of edges.keys()) walk(file, []);
    expect(cycles).toEqual([]);
  });

  it("lets a like cross at most 22 files, 8 of them the browser's, as docs/entrypoints.md lists them", () => {
    const rows = readFileSync("docs/entrypoints.md", "utf8").matchAll(/^\| \d+ \| `([^`]+)` \|/gm);
    const path = [...rows].map(([, file = ""]) => file);
    expect(path.filter((file) => !existsSync(file))).toEqual([]);
    expect(path.length).toBeGreaterThan(15);
    expect(path.length).toBeLessThanOrEqual(22);
    expect(path.filter((file) => file.startsWith("app/_")).length).toBeLessThanOrEqual(8);
  });

  it("is in files of at most 300 lines, and at most one in ten is a fragment", () => {
    const written = code.filter(({ text }) => !text.startsWith("// Generated"));
    const lengths = written.map(({ file, text }) => ({ file, lines: text.split("\n").length - 1 }));
    const others = [".ts", ".tsx", ".mjs"]
      .flatMap((ending) => files([...Object.keys(LAYERS), "bench", "bin", "clients", "e2e", "testing"], ending))
      .filter((file) => !code.some((source) => source.file === file))
      .map((file) => ({ file, lines: readFileSync(file, "utf8").split("\n").length - 1 }));
    expect([...lengths, ...others].filter(({ lines }) => lines > 300)).toEqual([]);
    for (const all of [lengths, lengths.filter(({ file }) => file.startsWith("app/"))]) {
      const fragments = all.filter(({ lines }) => lines < FRAGMENT);
      expect(fragments.length, "files under 15 lines").toBeLessThanOrEqual(all.length / 10);
    }
  });
});
