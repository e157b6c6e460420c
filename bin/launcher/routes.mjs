import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { writeAtomically } from "./files.mjs";
import { root, routesTable } from "./places.mjs";

/** Served by Next alone: next-auth's own routes, the description made of the table, drawings, and the emoji. */
const servedByNext = new Set([
  "app/api/auth/[...nextauth]/route.ts",
  "app/api/openapi.json/route.ts",
  "app/emoji/17/en/[file]/route.ts",
  "app/portraits/[key]/route.ts",
  "app/scenery/[key]/route.ts",
]);

/** The source of the table of endpoints, made from the `route.ts` files in app/. */
export function routesSource() {
  const modules = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
    .map((file) => `app/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith("/route.ts") && !servedByNext.has(file))
    .toSorted((a, b) => (byFixedFirst(a) < byFixedFirst(b) ? -1 : 1))
    .map((file, index) => ({ name: `r${index}`, module: file.slice(0, -".ts".length) }));
  return [
    "// Generated from the route.ts files in app/ whenever the processes are bundled (bin/launcher/routes.mjs).",
    `import type { Route } from "@/lib/http/route";`,
    ...modules.map(({ name, module }) => `import * as ${name} from "@/${module}";`),
    "",
    `type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";`,
    "/** What a route.ts of the API exports. */",
    "export type RouteModule = Partial<Record<Method, Route>>;",
    "",
    "/** Every endpoint by its path: web/router.ts mounts them, and the API description is made from them. */",
    "export const routes: Record<string, RouteModule> = {",
    ...modules.map(({ name, module }) => `  "${module.slice("app".length, -"/route".length)}": ${name},`),
    "};",
    "",
  ].join("\n");
}

/** Sorts a fixed segment before a parameter in its place, so that the router tries it first. @param {string} file */
function byFixedFirst(file) {
  return file.replaceAll("[", "~");
}

/** Writes the table when an endpoint was added, moved or removed. */
export function writeRoutes() {
  const source = routesSource();
  if (readFileSync(routesTable, { encoding: "utf8", flag: "a+" }) !== source) writeAtomically(routesTable, source);
}
