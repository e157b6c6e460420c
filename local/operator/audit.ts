import { fromBase64Url, equal } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import { auditLog } from "@/lib/transparency/audit";
import { verifyCheckpoint } from "@/lib/transparency/checkpoint";
import { TransparencyError } from "@/lib/transparency/errors";
import { decodeLeaf } from "@/lib/transparency/leaves";
import { LogPolicy } from "@/lib/transparency/schema";
import { decodeBundle, tileIn, tilePath } from "@/lib/transparency/tiles";

const TIMEOUT_MS = 30_000;

/** What an audit found, in one sentence. */
export interface AuditResult {
  right: boolean;
  sentence: string;
}

/**
 * Replays the whole key log of a server from its public tiles, and compares the result with its checkpoint.
 * @param address of the server, with its scheme
 * @param now Unix ms
 * @throws Error when the server cannot be reached or has no key log
 */
export async function audit(address: string, now = Date.now()): Promise<AuditResult> {
  const base = address.replace(/\/+$/, "");
  const policy = LogPolicy.parse(await (await get(`${base}/api/v1/barker/e2ee/policy`)).json());
  try {
    const checkpoint = verifyCheckpoint(await (await get(`${base}/kt/checkpoint`)).text(), policy, now);
    let first: Uint8Array | undefined;
    const divergence = await auditLog(
      (async function* () {
        for await (const leaf of leavesOf(base, checkpoint.size)) {
          first ??= leaf;
          yield leaf;
        }
      })(),
      checkpoint,
    );
    if (divergence) return wrong(policy, `leaf ${divergence.position}: ${divergence.fault}`);
    if (!first || !isOf(policy, first)) return wrong(policy, "its first leaf contradicts its policy");
    const witnesses = `${checkpoint.witnesses} ${checkpoint.witnesses === 1 ? "witness" : "witnesses"}`;
    const size = checkpoint.size.toLocaleString("en");
    const sentence = `The key log ${policy.origin} is right: all its ${size} leaves lead to its checkpoint, which ${witnesses} cosigned.`;
    return { right: true, sentence };
  } catch (error) {
    if (error instanceof TransparencyError) return wrong(policy, error.message);
    if (error instanceof DecodeError) return wrong(policy, `a tile is malformed, ${error.message}`);
    throw error;
  }
}

function wrong({ origin }: LogPolicy, why: string): AuditResult {
  return { right: false, sentence: `The key log ${origin} is wrong (${why}).` };
}

function isOf(policy: LogPolicy, first: Uint8Array): boolean {
  const leaf = decodeLeaf(first);
  const key = fromBase64Url(policy.vrf_public_key);
  return leaf.kind === "config" && leaf.origin === policy.origin && equal(leaf.vrfPublicKey, key);
}

/** All leaves of a log of this size, from its tiles of entries. */
async function* leavesOf(base: string, size: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; ; index += 1) {
    const tile = tileIn(size, "entries", index);
    if (tile === null) return;
    const bytes = new Uint8Array(await (await get(`${base}/kt/${tilePath(tile)}`)).arrayBuffer());
    yield* decodeBundle(bytes, tile.width);
  }
}

async function get(url: string): Promise<Response> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer;
}
