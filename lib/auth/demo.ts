import { env } from "@/lib/env";
import { isLocalCall, isLoopback } from "@/lib/http/address";

/** The demo town's visitor. */
export const DEMO_HANDLE = "maple";

/**
 * Whether a caller may use the demo's visitor without a password: only on a start with the demo town, whose public
 * address is this machine, and from this machine itself.
 */
export function demoOpenTo(headers: Headers): boolean {
  const { BARKER_DEMO, BARKER_ORIGIN, NEXTAUTH_URL } = env();
  if (BARKER_DEMO !== "on") return false;
  const addresses = [BARKER_ORIGIN, NEXTAUTH_URL ?? BARKER_ORIGIN];
  return addresses.every((address) => isLoopback(new URL(address).hostname)) && isLocalCall(headers);
}

/** Whether somebody is the demo's visitor, whom everybody who looks around shares. */
export function isDemoVisitor({ handle }: { handle: string }): boolean {
  return env().BARKER_DEMO === "on" && handle === DEMO_HANDLE;
}
