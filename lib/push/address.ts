import { BlockList, isIP } from "node:net";
import { env } from "@/lib/env";

/** Networks that contain no push service: this machine, private and shared networks, multicast, documentation, reserved. */
const INSIDE = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  INSIDE.addSubnet(network, prefix, "ipv4");
}
/** Of IPv6 only the public range (2000::/3) is allowed, without the prefixes that tunnel IPv4. */
const PUBLIC_IPV6 = new BlockList();
PUBLIC_IPV6.addSubnet("2000::", 3, "ipv6");
const TUNNELS = new BlockList();
TUNNELS.addSubnet("2001::", 23, "ipv6");
TUNNELS.addSubnet("2001:db8::", 32, "ipv6");
TUNNELS.addSubnet("2002::", 16, "ipv6");
TUNNELS.addSubnet("3fff::", 20, "ipv6");

/** Names of this machine or of private networks, whatever they resolve to. */
const INSIDE_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|home\.arpa|localdomain)$/;

/** Whether an IP address is public. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isPublicAddress(mapped);
  const family = isIP(address);
  if (family === 4) return !INSIDE.check(address, "ipv4");
  if (family === 6) return PUBLIC_IPV6.check(address, "ipv6") && !TUNNELS.check(address, "ipv6");
  return false;
}

/** Which endpoints this server accepts. */
export interface EndpointRules {
  /** Allows endpoints on this machine, also without TLS; for tests. */
  local: boolean;
  /** Allowed hosts, "*.example.com" for all subdomains; an empty list allows every public host. */
  hosts: readonly string[];
}

/** Whether a push endpoint is allowed. The address its name resolves to is checked on connecting. */
export function isAllowedEndpoint(endpoint: string, { local, hosts }: EndpointRules): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, username, password } = new URL(endpoint);
  if (username || password) return false;
  if (isLoopbackHost(hostname)) return local && (protocol === "https:" || protocol === "http:");
  if (protocol !== "https:") return false;
  const bare = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const open = isIP(bare) ? isPublicAddress(bare) : bare.includes(".") && !INSIDE_NAME.test(bare);
  return open && (hosts.length === 0 || hosts.some((host) => isHost(bare, host)));
}

/** The rules from the environment. */
export function endpointRules(): EndpointRules {
  const { BARKER_PUSH_LOCAL: local, BARKER_PUSH_HOSTS: hosts } = env();
  const named = hosts.toLowerCase().split(/[\s,]+/);
  return { local: local === "on", hosts: named.filter(Boolean) };
}

/** Whether a host is one of the usual names of this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

function isHost(hostname: string, allowed: string): boolean {
  return allowed.startsWith("*.") ? hostname.endsWith(allowed.slice(1)) : hostname === allowed;
}
