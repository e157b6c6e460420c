import type { LookupAddress } from "node:dns";
import { Resolver } from "node:dns/promises";
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

/** How long (ms) a name may take to be resolved. */
const RESOLVING_MS = 2_500;

/** A resolver of names that is asked for one of them. Tests have one with a server of their own. */
type Ask = () => Resolver;
const ask: Ask = () => new Resolver({ timeout: 1_000, tries: 2 });

/**
 * The addresses of a name, all of which are public. They are asked for by DNS, apart from the threads in which Node
 * reads files: a slow name server would keep these from everybody.
 * @throws Error when there are none, when one is not public, or after `ms`
 */
export async function resolvePublic(hostname: string, resolving = ask, ms = RESOLVING_MS): Promise<LookupAddress[]> {
  const resolver = resolving();
  const late = setTimeout(() => resolver.cancel(), ms);
  try {
    const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const found = answers.flatMap((answer, index) =>
      answer.status === "rejected" ? [] : answer.value.map((address) => ({ address, family: index === 0 ? 4 : 6 })),
    );
    if (found.length === 0) throw new Error("no address");
    if (!found.every(({ address }) => isPublicAddress(address))) throw new Error("not public");
    return found;
  } finally {
    clearTimeout(late);
  }
}

/** `resolvePublic` for sockets, which connect to the addresses that were checked. */
export const lookupPublic: LookupFunction = (hostname, options, done) => {
  resolvePublic(hostname).then(
    (found) => {
      const [first] = found;
      if (options.all) done(null, found);
      else done(null, first?.address ?? "", first?.family);
    },
    (error: Error) => done(error, ""),
  );
};
