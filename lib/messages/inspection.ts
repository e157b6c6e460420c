import { sha256 } from "@noble/hashes/sha2.js";
import { DecodeError } from "@/lib/bytes/tls";
import { concat, equal, fromBase64Url, fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { ApiError } from "@/lib/errors";
import { groupIdOf, inspectMessage, MlsError, type Inspected, type KeyPackageSummary } from "@/lib/mls";
import { deviceKey } from "@/lib/messages/rules";

/** Length of a franking tag, in bytes. */
const TAG_BYTES = 32;

/** A request that contradicts itself or the profile: 422 with a code. */
export function refused(reason: string, message: string): ApiError {
  return new ApiError("invalid", { reason, message });
}

/** SHA-256 of what a client sent as base64url, in the same form. */
export const hashOf = (sent: string): string => toBase64Url(sha256(fromBase64Url(sent)));

/**
 * What everybody can see of a message, commit, welcome or KeyPackage.
 * @throws ApiError invalid with the reason of the MlsError
 */
async function inspect(sent: string): Promise<Inspected> {
  try {
    return await inspectMessage(fromBase64Url(sent));
  } catch (error) {
    if (error instanceof MlsError) throw refused(error.code, error.message);
    if (error instanceof DecodeError) throw refused("malformed", error.message);
    throw error;
  }
}

interface Place {
  conversationId: string;
  generation: number;
  epoch: number;
}

function requirePlace(inspected: { groupId: Uint8Array; epoch: bigint }, { conversationId, generation, epoch }: Place) {
  if (!equal(inspected.groupId, groupIdOf(fromHex(conversationId), generation)))
    throw refused("wrong_group", "It is meant for another group.");
  if (inspected.epoch !== BigInt(epoch)) throw refused("wrong_epoch", "It is of another epoch than the request says.");
}

/** The franking tag of an application message for a group and epoch. @throws ApiError invalid */
export async function inspectApplication(sent: string, place: Place): Promise<Uint8Array> {
  const inspected = await inspect(sent);
  if (inspected.kind !== "message") throw refused("wrong_kind", "It is no application message.");
  requirePlace(inspected, place);
  if (inspected.aad.length !== TAG_BYTES)
    throw refused("no_franking_tag", "Its authenticated data is no franking tag.");
  return inspected.aad;
}

/** A commit as the server sees it: the devices that it adds, in order, and the leaves that it removes. */
export interface InspectedCommit {
  sender: number;
  adds: { device: string; accountId: string; signatureKey: Uint8Array }[];
  removes: number[];
}

const nameOf = ({ accountId, deviceId, signatureKey }: KeyPackageSummary) => ({
  device: deviceKey(toHex(accountId), toHex(deviceId)),
  accountId: toHex(accountId),
  signatureKey,
});

/**
 * A commit and its welcome, which must be for the devices that it adds.
 * @throws ApiError invalid
 */
export async function inspectCommit(commit: string, welcome: string | null, place: Place): Promise<InspectedCommit> {
  const inspected = await inspect(commit);
  if (inspected.kind !== "commit") throw refused("wrong_kind", "It is no commit.");
  requirePlace(inspected, place);
  const now = Date.now();
  if (inspected.adds.some(({ notAfter }) => notAfter < now))
    throw refused("expired_key_package", "A KeyPackage that it adds has expired.");
  const greeted = welcome === null ? [] : await refsOf(welcome);
  const added = inspected.adds.map(({ ref }) => toHex(ref));
  if (greeted.toSorted().join() !== added.toSorted().join())
    throw refused("wrong_welcome", "The welcome is not for the devices that the commit adds.");
  return { sender: inspected.senderLeafIndex, adds: inspected.adds.map(nameOf), removes: inspected.removes };
}

async function refsOf(welcome: string): Promise<string[]> {
  const inspected = await inspect(welcome);
  if (inspected.kind !== "welcome") throw refused("wrong_kind", "It is no welcome.");
  return inspected.refs.map(toHex);
}

/** Identifies a request that begins a group, so that repeating it is recognised. */
export function originOf(device: string, generation: number, commit: string | null): string {
  const start = new TextEncoder().encode(`${device} ${generation} `);
  return toBase64Url(sha256(concat(start, commit === null ? new Uint8Array() : fromBase64Url(commit))));
}
