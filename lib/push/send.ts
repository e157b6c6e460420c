import { createHash } from "node:crypto";
import { Agent as HttpAgent, request as requestPlain } from "node:http";
import { Agent as HttpsAgent, request as requestSecure } from "node:https";
import webPush from "web-push";
import { env } from "@/lib/env";
import { lookupPublic } from "@/lib/outbound/addresses";
import { endpointRules, isAllowedEndpoint, isLoopbackHost } from "@/lib/push/address";
import type { DeviceRow } from "@/lib/push/schema";
import { singleton } from "@/lib/singleton";

/** How long (ms) a push service may take to answer. */
const TIMEOUT_MS = 8_000;
/** Concurrent messages per push service, so that a slow one does not delay the others. */
const CONCURRENCY = 64;
/** The default pause (ms) after a service answers that it is overloaded. */
const OVERLOADED_PAUSE = 1_000;

/** A message to a device; its body is encrypted when sent. */
export interface PushMessage {
  payload: string;
  /** At the push service, a message replaces an earlier one with the same topic. */
  topic: string;
  urgency: "normal" | "high";
  /** How long (s) the push service may keep it. */
  ttl: number;
}

/** The outcome of a message; `pause`: how long (ms) the service asks to wait, if it said so. */
export type PushOutcome =
  | { what: "sent" | "gone" | "refused" }
  | { what: "crowded"; pause: number }
  | { what: "failed"; pause: number | null };

const agents = singleton("push-agents", () => {
  const options = { keepAlive: true, maxSockets: CONCURRENCY, maxFreeSockets: 4, timeout: 30_000 };
  return { "http:": new HttpAgent(options), "https:": new HttpsAgent(options) };
});
const busy = singleton("push-busy", () => new Map<string, number>());

/** Sends one message to a device's push service (RFC 8030, 8291, 8292). Never throws, never follows a redirect. */
export async function sendPush(device: DeviceRow, letter: PushMessage): Promise<PushOutcome> {
  if (!isAllowedEndpoint(device.endpoint, endpointRules())) return { what: "refused" };
  const { origin } = new URL(device.endpoint);
  const count = busy().get(origin) ?? 0;
  if (count >= CONCURRENCY) return { what: "crowded", pause: OVERLOADED_PAUSE };
  busy().set(origin, count + 1);
  try {
    return judge(await deliver(device, letter));
  } catch {
    return { what: "failed", pause: null };
  } finally {
    const left = (busy().get(origin) ?? 1) - 1;
    if (left > 0) busy().set(origin, left);
    else busy().delete(origin);
  }
}

function judge({ status, retryAfter }: Answer): PushOutcome {
  if (status >= 200 && status < 300) return { what: "sent" };
  if (status === 404 || status === 410) return { what: "gone" };
  if (status === 408 || status === 429 || status >= 500) return { what: "failed", pause: pauseOf(retryAfter) };
  return { what: "refused" };
}

interface Answer {
  status: number;
  retryAfter: string | undefined;
}

function deliver({ endpoint, p256dh, auth, standard }: DeviceRow, letter: PushMessage): Promise<Answer> {
  const { method, headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    letter.payload,
    {
      vapidDetails: vapid(),
      contentEncoding: standard ? "aes128gcm" : "aesgcm",
      TTL: letter.ttl,
      urgency: letter.urgency,
      topic: createHash("sha256").update(letter.topic).digest("base64url").slice(0, 32),
    },
  );
  const url = new URL(endpoint);
  const secure = url.protocol === "https:";
  const options = {
    method,
    headers,
    agent: agents()[secure ? "https:" : "http:"],
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(!isLoopbackHost(url.hostname) && { lookup: lookupPublic }),
  };
  return new Promise((resolve, reject) => {
    const asked = (secure ? requestSecure : requestPlain)(url, options, (response) => {
      response.on("error", () => undefined).resume();
      resolve({ status: response.statusCode ?? 500, retryAfter: response.headers["retry-after"] });
    });
    asked.on("error", reject).end(body);
  });
}

/** The VAPID keys, and the contact address that VAPID requires: a mailto: or an https: address. */
function vapid(): { subject: string; publicKey: string; privateKey: string } {
  const { BARKER_VAPID_PUBLIC_KEY, BARKER_VAPID_PRIVATE_KEY, BARKER_VAPID_SUBJECT, BARKER_ORIGIN } = env();
  const { protocol, hostname } = new URL(BARKER_ORIGIN);
  const subject = BARKER_VAPID_SUBJECT || (protocol === "https:" ? BARKER_ORIGIN : `mailto:barker@${hostname}`);
  return { subject, publicKey: BARKER_VAPID_PUBLIC_KEY ?? "", privateKey: BARKER_VAPID_PRIVATE_KEY ?? "" };
}

/** Parses `Retry-After`, in seconds or as a date, to ms. */
function pauseOf(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined) return null;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
