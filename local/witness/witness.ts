import { equal, fromBase64, toBase64 } from "@/lib/bytes/encoding";
import { DecodeError } from "@/lib/bytes/tls";
import type { Signer } from "@/lib/keychain/signing";
import {
  cosignNote,
  encodeNote,
  parseCheckpoint,
  parseNote,
  verifyNote,
  type Checkpoint,
  type Note,
  type NoteKey,
} from "@/lib/transparency/note";
import { emptyRoot, verifyConsistency } from "@/lib/transparency/tree";
import type { Seen, SeenFile } from "@/local/witness/seen";

/** The answer to a request. */
export interface WitnessAnswer {
  status: number;
  text: string;
  type?: string;
}

interface Request {
  /** The size from which the proof begins. */
  old: number;
  proof: Uint8Array[];
  note: Note;
  checkpoint: Checkpoint;
}

const MAX_PROOF = 63;

/**
 * A witness of logs (C2SP tlog-witness): it cosigns a checkpoint only if it continues the one that it cosigned before,
 * so that a log cannot show two histories. It knows nothing of what is in the logs.
 */
export function createWitness({
  name,
  signer,
  logs,
  file,
}: {
  name: string;
  signer: Signer;
  /** The keys of the logs that it watches. */
  logs: NoteKey[];
  file: SeenFile;
}) {
  let seen: Seen | null = null;
  // One after the other: each compares with what the one before has stored.
  let queue: Promise<unknown> = Promise.resolve();

  async function add(body: string, now: number): Promise<WitnessAnswer> {
    seen ??= await file.read();
    const request = parsed(body);
    if (request === null) return { status: 400, text: "this is no checkpoint with a proof\n" };
    const { old, proof, note, checkpoint } = request;
    const key = logs.find((log) => log.name === checkpoint.origin);
    if (key === undefined) return { status: 404, text: "unknown log\n" };
    if (!verifyNote(note, key)) return { status: 403, text: "not signed by the log\n" };
    if (old > checkpoint.size) return { status: 400, text: "the old size is larger than the checkpoint's\n" };
    const before = seen[checkpoint.origin];
    const last = before ? { size: before.size, root: fromBase64(before.root) } : { size: 0, root: emptyRoot() };
    const conflict = { status: 409, text: `${last.size}\n`, type: "text/x.tlog.size" };
    if (old !== last.size) return conflict;
    if (checkpoint.size === last.size && !equal(checkpoint.root, last.root)) return conflict;
    if (!verifyConsistency(last, checkpoint, proof)) return { status: 422, text: "the proof is wrong\n" };
    const next = { ...seen, [checkpoint.origin]: { size: checkpoint.size, root: toBase64(checkpoint.root) } };
    // Stored before it is signed: what was signed can never be forgotten.
    await file.write(next);
    seen = next;
    const signature = await cosignNote(note.text, name, signer, Math.floor(now / 1_000));
    return { status: 200, text: encodeNote({ text: "", signatures: [signature] }).slice(1) };
  }

  return {
    /** Answers one `add-checkpoint`. @param now Unix ms */
    addCheckpoint(body: string, now = Date.now()): Promise<WitnessAnswer> {
      const answer = queue.then(() => add(body, now));
      queue = answer.catch(() => undefined);
      return answer;
    },
  };
}

/** The request, or null when it is malformed. */
function parsed(body: string): Request | null {
  const split = body.indexOf("\n\n");
  const [first = "", ...lines] = body.slice(0, split).split("\n");
  const digits = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  if (split < 0 || digits === undefined || lines.length > MAX_PROOF) return null;
  try {
    const proof = lines.map(fromBase64);
    if (proof.some(({ length }) => length !== 32)) return null;
    const note = parseNote(body.slice(split + 2));
    return { old: Number(digits), proof, note, checkpoint: parseCheckpoint(note.text) };
  } catch (error) {
    if (error instanceof DecodeError) return null;
    throw error;
  }
}
