import { z } from "zod";
import { barkViews, readBark } from "@/lib/barks/reads";
import { cleanText, references, textFault, type TextFault } from "@/lib/barks/rules";
import { BarkRow, type Status } from "@/lib/barks/schema";
import { toStatus } from "@/lib/barks/view";
import { digest } from "@/lib/auth/secrets";
import { handOver } from "@/lib/delivery/writes";
import { newId } from "@/lib/ids";
import { isConflict, read, write } from "@/lib/neo4j";

interface BarkInput {
  text: string;
  audience?: "public" | "unlisted";
  language?: string | null;
  sensitive?: boolean;
  spoiler?: string;
  /** The name of the app it is sent from, shown to readers. */
  app?: string | null;
  /** The caller's Idempotency-Key: the same key within 24 h is the same bark. */
  idempotencyKey?: string | null;
}

type Created =
  | { ok: true; status: Status }
  | { ok: false; reason: "text"; fault: TextFault }
  | { ok: false; reason: "gone" };

const DAY = 24 * 60 * 60 * 1000;
const Id = z.object({ id: z.string() });
const Once = z.object({ id: z.string(), at: z.number() });

/**
 * Barks. The bark and its outbox entry commit together; delivery follows by itself.
 * @returns the bark, or why its text cannot be one; "gone" when the key's bark or its author is deleted
 */
export async function createBark(authorId: string, input: BarkInput): Promise<Created> {
  const text = cleanText(input.text);
  const fault = textFault(text);
  if (fault) return { ok: false, reason: "text", fault };
  const once = input.idempotencyKey ? digest(`${authorId} ${input.idempotencyKey}`) : null;
  const at = Date.now();
  const bark = {
    id: newId(),
    text,
    at,
    audience: input.audience ?? "public",
    language: input.language ?? null,
    sensitive: input.sensitive || null,
    spoiler: cleanText(input.spoiler ?? "") || null,
    app: input.app ?? null,
    once,
  };
  const outboxId = newId();
  try {
    const [row] = await write("barks/create", { authorId, bark, ...references(text), outboxId }, BarkRow);
    if (!row) return { ok: false, reason: "gone" };
    const status = toStatus(row);
    handOver({ outboxId, kind: "bark", actorId: authorId, subjectId: bark.id, status });
    return { ok: true, status };
  } catch (error) {
    if (!isConflict(error)) throw error;
    return afterConflict(authorId, input, once, bark.id, at);
  }
}

/** The constraint found the same bark there: sent twice, or committed before its answer got lost. */
async function afterConflict(
  authorId: string,
  input: BarkInput,
  once: string | null,
  id: string,
  at: number,
): Promise<Created> {
  const [earlier] = once === null ? [{ id, at }] : await read("barks/id_by_once", { once }, Once);
  if (earlier && earlier.at < at - DAY) {
    await write("barks/forget_once", { once, before: at - DAY }, Id);
    return createBark(authorId, input);
  }
  const status = earlier && (await readBark(earlier.id));
  return status && status !== "deleted" ? { ok: true, status } : { ok: false, reason: "gone" };
}

/** Takes one's own bark back. False when there is no such bark of theirs. */
export async function deleteBark(authorId: string, id: string): Promise<boolean> {
  const outboxId = newId();
  const [row] = await write("barks/delete", { authorId, id, at: Date.now(), outboxId }, Id);
  barkViews().forget(id);
  if (row) handOver({ outboxId, kind: "delete", actorId: authorId, subjectId: id });
  return row !== undefined;
}
