import { paths } from "@/lib/paths";

/** Where to go after signing in: a page of ours, never an address elsewhere. */
export function nextPath(asked: string | string[] | undefined): string {
  const path = Array.isArray(asked) ? asked[0] : asked;
  const ours = path !== undefined && /^\/(?![/\\])/.test(path) && !/[\u0000-\u001f\\]/.test(path);
  return ours ? path : paths.home;
}
