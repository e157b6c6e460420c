import { toBase64 } from "@/lib/bytes/encoding";
import type { Witness } from "@/lib/keylog/log/policy";
import { log } from "@/lib/log";
import { cosignedAt, encodeNote, parseNote, type Note, type NoteSignature } from "@/lib/transparency/note";
import { proveConsistency, type HashReader } from "@/lib/transparency/tree";

/** How long (ms) a witness may take. */
const TIMEOUT_MS = 1_000;

/** A witness has seen another log than ours: this one was rolled back, and must not be signed. */
export class RolledBackError extends Error {
  override readonly name = "RolledBackError";
}

/** What each witness cosigned last, by its address; 0 when it is not known. A wrong guess costs one more request. */
const seen = new Map<string, number>();

/**
 * Asks a witness to cosign a checkpoint (C2SP tlog-witness).
 * @returns its signature; null when it does not answer or refuses
 * @throws RolledBackError
 */
export async function cosignature(
  witness: Witness,
  note: Note,
  { size, read }: { size: number; read: HashReader },
): Promise<NoteSignature | null> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const from = Math.min(seen.get(witness.address) ?? 0, size);
    const proof = await proveConsistency(from, size, read);
    const answer = await ask(witness, [`old ${from}`, ...proof.map(toBase64), "", encodeNote(note)].join("\n"));
    if (answer?.status === 200) {
      seen.set(witness.address, size);
      return signatureIn(witness, note, answer.text);
    }
    const { name } = witness.key;
    if (answer?.status === 422) throw new RolledBackError(`${name} has seen other leaves among the first ${from}`);
    if (answer?.status !== 409) return null;
    const newest = Number(answer.text.trim());
    if (!Number.isSafeInteger(newest) || newest < 0) return null;
    if (newest > size) throw new RolledBackError(`${name} has seen ${newest} leaves, and we have ${size}`);
    if (newest === from) throw new RolledBackError(`${name} has seen other leaves among the first ${size}`);
    seen.set(witness.address, newest);
  }
  return null;
}

async function ask({ address, key }: Witness, body: string): Promise<{ status: number; text: string } | null> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(`${address}/add-checkpoint`, { method: "POST", body, signal, redirect: "error" });
    const text = (await answer.text()).slice(0, 10_000);
    if (!answer.ok && answer.status !== 409) {
      log().error({ witness: key.name, status: answer.status, text: text.slice(0, 200) }, "a witness refused");
    }
    return { status: answer.status, text };
  } catch (error) {
    log().debug({ err: error, witness: key.name }, "a witness did not answer");
    return null;
  }
}

/** The signature in a witness's answer, if it is this witness's and valid. */
function signatureIn({ key }: Witness, note: Note, text: string): NoteSignature | null {
  try {
    const { signatures } = parseNote(`${note.text}\n${text}`);
    const isValid = (signature: NoteSignature) =>
      cosignedAt({ text: note.text, signatures: [signature] }, key) !== null;
    return signatures.find(isValid) ?? null;
  } catch (error) {
    log().warn({ err: error, witness: key.name }, "a witness answered something else than a signature");
    return null;
  }
}
