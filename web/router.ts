import { routes, type RouteModule } from "@/app/api/routes";

/** An endpoint, and the parameters in its path. */
export interface Match {
  /** The path with the names of its parameters, for logs and metrics. */
  pattern: string;
  module: RouteModule;
  params: Record<string, string>;
}

interface Entry {
  pattern: string;
  segments: string[];
  module: RouteModule;
}

const exact = new Map<string, Match>();
const byLength = new Map<number, Entry[]>();
/** Those whose last parameter is the whole rest of the path: `[...path]`. */
const open: Entry[] = [];

for (const [pattern, module] of Object.entries(routes)) {
  if (!pattern.includes("[")) {
    exact.set(pattern, { pattern, module, params: {} });
    continue;
  }
  const segments = pattern.split("/");
  if (pattern.includes("[...")) {
    open.push({ pattern, segments, module });
    continue;
  }
  const entries = byLength.get(segments.length) ?? [];
  byLength.set(segments.length, [...entries, { pattern, segments, module }]);
}

/**
 * Addresses beside those of pages, and the endpoints that serve them: a parameter of an endpoint is a whole part of its
 * path, and below a handle all other paths are pages.
 */
const BESIDE_PAGES: [RegExp, string][] = [
  [/^\/@(\w+)\.(rss|atom)$/, "/feeds/person/$1/$2"],
  [/^\/@(\w+)\/tagged\/([^/]+)\.(rss|atom)$/, "/feeds/person-topic/$1/$2/$3"],
  [/^\/tags\/([^/]+)\.(rss|atom)$/, "/feeds/tag/$1/$2"],
  [/^\/@\w+\/(\d+)\/embed$/, "/embed/$1"],
];

/** Finds the endpoint of a path. A trailing slash does not matter; fixed paths win over parameters. */
export function match(pathname: string): Match | null {
  const path = pathname.length > 1 && pathname.endsWith("/") ? pathname.slice(0, -1) : pathname;
  const known = exact.get(path);
  if (known) return known;
  const [shown, endpoint] = BESIDE_PAGES.find(([pattern]) => pattern.test(path)) ?? [];
  const segments = (shown && endpoint ? path.replace(shown, endpoint) : path).split("/");
  for (const entry of [...(byLength.get(segments.length) ?? []), ...open]) {
    const params = paramsOf(entry.segments, segments);
    if (params) return { pattern: entry.pattern, module: entry.module, params };
  }
  return null;
}

function paramsOf(pattern: string[], segments: string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const [, dots, name] = /^\[(\.{3})?(\w+)\]$/.exec(part) ?? [];
    const segment = (dots ? segments.slice(index).join("/") : segments[index]) ?? "";
    if (dots && segment === "") return null;
    if (name === undefined) {
      if (part !== segment) return null;
      continue;
    }
    try {
      params[name] = decodeURIComponent(segment);
    } catch {
      return null;
    }
  }
  return params;
}
