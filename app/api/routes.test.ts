import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { files } from "@/testing/sources";

/** Served by Next alone: next-auth's own routes, the description made of the table, pictures, and the emoji. */
const NEXTS_OWN = [
  "app/api/auth/[...nextauth]/route.ts",
  "app/api/openapi.json/route.ts",
  "app/emoji/17/en/[file]/route.ts",
  "app/portraits/[key]/route.ts",
  "app/scenery/[key]/route.ts",
];

const modules = await Promise.all(
  files(["app"], "route.ts").map(async (file) => {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(process.cwd(), file));
    return { file, exported };
  }),
);
const ours = modules.filter(({ file }) => !NEXTS_OWN.includes(file));

describe("the table of routes", () => {
  it("is compared with every route file there is", () => {
    expect(ours.length).toBeGreaterThan(25);
    expect(modules.map(({ file }) => file)).toEqual(expect.arrayContaining(NEXTS_OWN));
  });

  it.each(ours)("mounts $file under its own path", ({ file, exported }) => {
    const path = file.replace(/^app/, "").replace(/\/route\.ts$/, "");
    expect(routes).toHaveProperty([path]);
    expect(Object.entries(routes[path] ?? {})).toEqual(Object.entries(exported));
  });

  it("mounts nothing else", () => {
    expect(Object.keys(routes)).toHaveLength(ours.length);
  });

  it("mounts only endpoints that say what they take and answer", () => {
    const handlers = Object.values(routes).flatMap((mounted) => Object.values(mounted));
    expect(handlers.filter(({ declaration }) => declaration.summary === "")).toEqual([]);
  });
});
