import { env } from "@/lib/env";

/**
 * Whether a request with a cookie comes from our own pages. Browsers send `Sec-Fetch-Site` or `Origin` with every
 * request that changes something, and a page on another site cannot forge
 * either.
 */
export function isSameOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return isOwnOrigin(origin, headers.get("host"));
  return headers.get("sec-fetch-site") === "same-origin";
}

/** Whether an `Origin` header is this server's: its public address, or the requested host. */
export function isOwnOrigin(origin: string, host: string | null): boolean {
  if (origin === env().BARKER_ORIGIN) return true;
  if (!URL.canParse(origin) || host === null) return false;
  const url = new URL(origin);
  // Behind TLS the public address is known; plain http is used only on one's own machine.
  return url.host === host && url.protocol === new URL(env().BARKER_ORIGIN).protocol;
}

/** Whether the host of a full address (`maple@town.example`) is this server. */
export function isOwnHost(host: string): boolean {
  const own = new URL(env().BARKER_ORIGIN);
  return [own.host, own.hostname].includes(host.toLowerCase());
}
