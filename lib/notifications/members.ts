import { type Alert, ALERT_KINDS, type AlertKind } from "@/lib/notifications/schema";

/**
 * The encoding of an alert in Redis: "id kind actor bark emoji", so that members sort by id. One letter for the kind
 * and base 36 for ids keep most within the 64 bytes up to which a sorted set is stored compactly.
 */
const LETTERS = {
  mention: "m",
  quote: "q",
  rebark: "r",
  like: "l",
  reaction: "e",
  follow: "f",
  ask: "a",
  edit: "u",
  bark: "b",
  poll: "p",
  warning: "w",
};

const KIND = new Map(ALERT_KINDS.map((kind): [string, AlertKind] => [LETTERS[kind], kind]));
/** The id of a bark alert is the bark's, unless an edit of the bark added it. */
const OF_ITS_OWN = new Set<AlertKind>(["mention", "quote", "bark"]);

/** Encodes an alert as a member of a sorted set. */
export function encodeAlert(alert: Alert): string {
  const bark = alert.barkId === alert.id ? "" : pack(alert.barkId);
  return [alert.id, LETTERS[alert.kind], pack(alert.actorId), bark, alert.emoji ?? ""].join(" ").trimEnd();
}

/** Decodes a member; null for malformed ones. */
export function decodeAlert(member: string): Alert | null {
  const [id = "", letter = "", actor = "", bark = "", emoji = ""] = member.split(" ");
  const kind = KIND.get(letter);
  const ofItsOwn = bark === "" && OF_ITS_OWN.has(kind ?? "like");
  const [actorId, barkId] = [unpack(actor), ofItsOwn ? id : unpack(bark)];
  return kind && actorId ? { id, kind, actorId, barkId, emoji: emoji || null } : null;
}

/** The encoded part behind the id of an alert that is about no bark. */
export function alertSuffix({ kind, actorId }: Pick<Alert, "kind" | "actorId">): string {
  return ` ${LETTERS[kind]} ${pack(actorId)}`;
}

function pack(id: string | null): string {
  return id === null ? "" : BigInt(id).toString(36);
}

function unpack(packed: string): string | null {
  if (!/^[0-9a-z]{1,13}$/.test(packed)) return null;
  let id = 0n;
  for (const digit of packed) id = id * 36n + BigInt(parseInt(digit, 36));
  return id.toString();
}
