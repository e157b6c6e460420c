import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Names of this machine, of private networks, and those that never resolve to anything public. */
const INSIDE_NAME =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|localdomain|arpa|onion|test|invalid|example)$/;

/** IPv6 addresses that anybody may route to are in this network; all others are special. */
const PUBLIC_IPV6 = ipaddr.IPv6.parse("2000::");
/** Networks that ipaddr.js takes for public ones although nobody is reached there. */
const RESERVED: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [
  [ipaddr.IPv4.parse("192.0.0.0"), 24],
  [ipaddr.IPv4.parse("192.88.99.0"), 24],
  [ipaddr.IPv4.parse("198.18.0.0"), 15],
  [ipaddr.IPv6.parse("2001::"), 23],
  [ipaddr.IPv6.parse("2001:db8::"), 32],
  [ipaddr.IPv6.parse("2002::"), 16],
  [ipaddr.IPv6.parse("3fff::"), 20],
];

/**
 * Whether an IP address is public: not of this machine, not of a private, shared, reserved or test network, no
 * multicast, and no IPv6 address behind which an IPv4 address is hidden (mapped, 6to4, Teredo, NAT64).
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(PUBLIC_IPV6, 3)) return false;
  return !RESERVED.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match([network, bits]));
}

/** Whether a host, as `URL` normalises it, may be public. What a name resolves to is checked on connecting. */
export function isPublicHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  return isIP(bare) ? isPublicAddress(bare) : bare.includes(".") && !INSIDE_NAME.test(bare);
}

/** Resolves a name, and fails when any of its addresses is not public. */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return done(error ?? new Error("no address"), "");
    if (!addresses.every(({ address }) => isPublicAddress(address))) return done(new Error("not public"), "");
    if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
};
