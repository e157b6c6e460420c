import { z } from "zod";
import { ApiError } from "@/lib/errors";
import { idAt, newId } from "@/lib/ids";
import { counted } from "@/lib/imports/rules";
import { ClaimedPart, Lines, type ImportState, type ImportLine } from "@/lib/imports/schema";
import { ACTS, undoLine, undoList, type PlannedLine } from "@/lib/imports/work/acts/writes";
import { barkPost, picturesOf, undoPost, type Hands } from "@/lib/imports/posts/writes";
import { withOutlook, withTargets } from "@/lib/imports/work/reads";
import { applyLimit } from "@/lib/limits/writes";
import { log } from "@/lib/log";
import { IdRow, write } from "@/lib/neo4j";

/** How many imports a worker works on at a time. */
const AT_ONCE = 4;
/** How long (ms) a claim holds: then another worker repeats the part of one that stopped. */
const CLAIM_MS = 30_000;
/** A worker begins nothing in the last part (ms) of its claim, so that it does not act beside the next one. */
const SPARE_MS = 8_000;
/** How long (ms) an import waits when its owner has followed as many people as they may, or after a failure. */
const WAIT_MS = { limit: 45_000, failure: 3_000 };
/** After so many failures in a row an import stops. */
const FAILURES = 5;
/** Of the follows that somebody may make in a quarter of an hour, these are left for their own hand. */
const LEFT_TO_THE_HAND = 50;

const Planned = z.object({ lines: Lines });

/** Work that has to wait, for a reason that is no failure. */
class Postponed extends Error {
  /** @param ms for how long; 0 when another worker can go on at once */
  constructor(readonly ms: number) {
    super("postponed");
  }
}

interface Work extends Omit<ClaimedPart, "lines"> {
  hands: Hands;
  lines: ImportLine[];
  /** When (Unix ms) the claim ends. */
  until: number;
}

/**
 * Processes the next part of each import that is due. Any number of workers may do this at once. What a part adds has ids
 * that are stored before, so that another worker can repeat the part of one that stopped, and undoing knows what to remove.
 * @returns how many parts were claimed
 */
export async function workOnImports(hands: Hands, now = Date.now()): Promise<number> {
  const until = now + CLAIM_MS;
  const claimed = await write("imports/claim_due", { now, until, limit: AT_ONCE }, ClaimedPart);
  await Promise.all(claimed.map((part) => workOn(hands, part, until)));
  return claimed.length;
}

async function workOn(hands: Hands, part: ClaimedPart, until: number): Promise<void> {
  const { id, state } = part.import;
  try {
    const lines = await process({ ...part, hands, lines: Lines.parse(part.lines), until });
    const isLast = part.place + 1 >= part.parts;
    const what = {
      id,
      state,
      place: part.place,
      number: part.number,
      lines: JSON.stringify(lines),
      tally: JSON.stringify(counted(part.import.tally, lines)),
      at: Date.now(),
      next: isLast ? NEXT[state] : state,
    };
    const [saved] = await write("imports/save", what, IdRow);
    // Its owner undoes it; that begins at once, now that nothing is added any more.
    if (!saved) await write("imports/release", { id, at: Date.now(), until }, IdRow);
    else if (isLast && state === "running" && part.archive !== null) await removeSoon(hands, part.archive);
  } catch (error) {
    await postpone(part, until, error);
  }
}

/** Removes an archive that is not needed any more. If that fails, it is removed when its time is over. */
async function removeSoon(hands: Hands, archive: string): Promise<void> {
  await hands.removeArchive(archive).catch((error: unknown) => log().debug({ err: error }, "an archive stays for now"));
}

/** What an import is when its last part was processed. */
const NEXT: Record<ImportState, ImportState> = {
  checking: "ready",
  running: "done",
  undoing: "undone",
  ready: "ready",
  done: "done",
  undone: "undone",
  stopped: "stopped",
};

/** Has a part be tried again later. A store that does not answer is no failure of the import. */
async function postpone({ import: { id, state }, place }: ClaimedPart, until: number, error: unknown): Promise<void> {
  const isFailure = !(error instanceof Postponed) && !(error instanceof ApiError && error.code === "away");
  if (isFailure) log().warn({ err: error, id }, "a part of an import failed");
  const at = Date.now() + (error instanceof Postponed ? error.ms : WAIT_MS.failure);
  const waits = error instanceof Postponed && error.ms > 0;
  const what = { id, state, place, at, waits, failed: isFailure ? 1 : 0, most: FAILURES };
  // When this fails too, the claim ends by itself.
  try {
    const [row] = await write("imports/postpone", what, IdRow);
    if (!row) await write("imports/release", { id, at: Date.now(), until }, IdRow);
  } catch (cause) {
    log().debug({ err: cause, id }, "an import waits for its stores");
  }
}

function process(work: Work): Promise<ImportLine[]> {
  if (work.import.state === "undoing") return undo(work);
  return work.import.state === "running" ? carryOut(work) : check(work);
}

async function check({ personId, import: { kind }, lines }: Work): Promise<ImportLine[]> {
  return withOutlook(personId, kind, await withTargets(personId, kind, lines));
}

async function carryOut(work: Work): Promise<ImportLine[]> {
  const { personId } = work;
  const { kind } = work.import;
  const lines = await withOutlook(personId, kind, await plan(work));
  const files = kind === "posts" ? await picturesOf(work.hands, work.archive, lines) : null;
  const done: ImportLine[] = [];
  for (const line of lines) {
    if (line.result !== "new" || !isPlanned(line)) {
      done.push(line);
      continue;
    }
    stayInTime(work);
    if (kind === "follows") await mayFollow(personId);
    if (kind !== "posts") done.push({ ...line, ...(await ACTS[kind](personId, line)) });
    else done.push({ ...line, result: await barkPost(work.hands, personId, line, files ?? new Map()) });
  }
  return done;
}

/** The lines of a part with the ids of what they will add: those that another worker stored, if one did. */
async function plan({ import: { id }, number, lines }: Work): Promise<ImportLine[]> {
  const planned = lines.map((line) => ({ ...line, ...(line.target !== undefined && idsOf(line)) }));
  const [row] = await write("imports/plan", { id, number, lines: JSON.stringify(planned) }, Planned);
  if (!row) throw new Postponed(0);
  return row.lines;
}

/** Barks of the past have ids of their time, those of a thread one after the other. */
function idsOf({ list, post }: ImportLine): Pick<ImportLine, "id" | "listId" | "barks"> {
  return {
    id: newId(),
    ...(list !== undefined && { listId: newId() }),
    ...(post && { barks: post.texts.map((_, index) => idAt(post.at + index)) }),
  };
}

async function undo(work: Work): Promise<ImportLine[]> {
  const { personId, hands } = work;
  const { kind } = work.import;
  const done: ImportLine[] = [];
  for (const line of work.lines) {
    if (!isPlanned(line)) {
      done.push(line);
      continue;
    }
    stayInTime(work);
    const wasThere = kind === "posts" ? await undoPost(hands, personId, line) : await undoLine(personId, kind, line);
    const isOurs = ["added", "requested", "partly"].includes(line.result);
    done.push(wasThere ? { ...line, result: "undone" } : isOurs ? { ...line, result: "changed" } : line);
  }
  for (const line of done) if (line.made === true) await undoList(personId, line);
  return done;
}

/** Whether there is something to carry out, or to undo. */
function isPlanned(line: ImportLine): line is PlannedLine {
  return line.target !== undefined && line.id !== undefined;
}

/** @throws Postponed when the claim is about to end: what was done so far is recognised by the next worker */
function stayInTime({ until }: Work): void {
  if (Date.now() > until - SPARE_MS) throw new Postponed(0);
}

/**
 * Follows of an import count as those by hand, and leave some for the hand.
 * @throws Postponed when none is left
 */
async function mayFollow(personId: string): Promise<void> {
  try {
    const { "x-ratelimit-remaining": left } = await applyLimit("follow", personId);
    if (left !== undefined && Number(left) < LEFT_TO_THE_HAND) throw new Postponed(WAIT_MS.limit);
  } catch (error) {
    throw error instanceof ApiError && error.code === "too_many" ? new Postponed(WAIT_MS.limit) : error;
  }
}
