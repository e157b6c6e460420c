import { paths } from "@/lib/paths";

const HERE = "http://here.invalid";

/** The path to open after signing in: a page of ours, never an address elsewhere. */
export function nextPath(asked: string | string[] | undefined): string {
  const path = Array.isArray(asked) ? asked[0] : asked;
  if (!path?.startsWith("/") || !URL.canParse(path, HERE)) return paths.home;
  // Browsers treat "//elsewhere" (also with backslashes) as another host, and so does this.
  const url = new URL(path, HERE);
  return url.origin === HERE ? url.pathname + url.search + url.hash : paths.home;
}
