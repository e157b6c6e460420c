import { device } from "@/app/_client/device";
import { agentName } from "@/lib/auth/agent";

/** Whether this browser has keys already, by the person's id. */
const ENROLLED_KEY = "messages-enrolled";

/**
 * Gives this browser keys for encrypted messages, so that others can write to its person. Once; does nothing in
 * browsers that cannot keep keys, and where the person has to let the device in first.
 */
export async function enrolQuietly(personId: string): Promise<void> {
  if (device.get(`${ENROLLED_KEY}:${personId}`) !== null || !isSecureContext || !navigator.onLine) return;
  if (typeof Worker === "undefined" || !("locks" in navigator) || !("databases" in indexedDB)) return;
  const { messages } = await import("@/app/_client/messages");
  try {
    const { phase } = await messages().state();
    if (phase === "absent") await messages().enrol(agentName(navigator.userAgent));
    const { openDemo } = await import("@/app/_client/messages/demo");
    await openDemo();
    device.set(`${ENROLLED_KEY}:${personId}`, "1");
  } catch {
    // It is tried again with the next page.
  }
}
