import { env } from "@/lib/env";
import { isPublicHost } from "@/lib/outbound/addresses";

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
  return isPublicHost(bare) && (hosts.length === 0 || hosts.some((host) => isHost(bare, host)));
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
