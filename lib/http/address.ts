import ipaddr from "ipaddr.js";

/** The header in which our server passes the caller's address to handlers; never accepted from outside. */
export const ADDRESS_HEADER = "x-barker-address";
/** The header that says whether the caller is a program on this machine, without a proxy in between ("yes", "no"). */
export const LOCAL_HEADER = "x-barker-local";

/** The key of a caller for limits by address. */
export function callerKey(headers: Headers): string {
  return addressKey(headers.get(ADDRESS_HEADER) ?? "unknown");
}

/**
 * The form of an address by which limits count: an IPv4 address normalised, and of an IPv6 address its /64 network,
 * because one subscriber has all addresses in it.
 */
export function addressKey(address: string): string {
  const bare = withoutPort(address.trim());
  if (!ipaddr.isValid(bare)) return bare;
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}

/** Whether the caller is on this machine. */
export function isLocalCall(headers: Headers): boolean {
  return headers.get(LOCAL_HEADER) === "yes";
}

/** Whether an address or a host name is a loopback one. */
export function isLoopback(host: string): boolean {
  const bare = withoutPort(host.trim().toLowerCase());
  if (bare === "localhost") return true;
  return ipaddr.isValid(bare) && ipaddr.process(bare).range() === "loopback";
}

/** Removes the port that some proxies append: "203.0.113.7:4711", "[2001:db8::1]:4711". */
function withoutPort(address: string): string {
  const bracketed = /^\[([^\]]+)\](:\d+)?$/.exec(address)?.[1];
  if (bracketed !== undefined) return bracketed;
  return address.replace(/^([^:]+):\d+$/, "$1");
}
