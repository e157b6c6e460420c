import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/log";
import { seeded } from "@/lib/seeded";
import { NOT_YET_FOLLOWED } from "@/local/town/cast";
import { MINUTE } from "@/local/town/clock";
import { laterList } from "@/local/town/later";
import { answerer } from "@/local/town/messages/answering";
import type { Diary } from "@/local/town/messages/diary";
import { openDevice, type Pal, type Surroundings } from "@/local/town/messages/device";
import { NEWS } from "@/local/town/messages/lines";
import { writeOpening } from "@/local/town/messages/opening";
import { fresh } from "@/local/town/messages/replies";
import { keepVisitor, prune } from "@/local/town/messages/visitor";
import { wit } from "@/local/town/replies";

/** The people of the demo whose devices run here. */
export interface Cast {
  visitor: { id: string; handle: string };
  pals: readonly { id: string; handle: string }[];
}

export interface Plan {
  cast: Cast;
  around: Surroundings;
  diary: Diary;
  /** The visitor's recovery words. */
  words: string[];
  /** How many times faster than people the townspeople are; 1 but in tests. */
  haste: number;
}

/** How often (ms) the town looks at what its devices already know; without a request. */
const TURN = 1_000;
const OPENED = "opening";
/** How long (ms) after a failure the opening continues. */
const AGAIN = 30_000;
/** How long (ms) until somebody writes of their own accord. */
const [SOONEST, LATEST] = [25 * MINUTE, 50 * MINUTE];
/** Nobody writes more of their own accord while so many messages of theirs are unanswered. */
const PATIENCE = 4;

/** Runs the townspeople's devices until the signal aborts: they write to the visitor, and answer everybody. */
export async function correspond({ cast, around, diary, words, haste }: Plan, stop: AbortSignal): Promise<void> {
  const random = seeded(Date.now());
  const later = laterList();
  const pals = new Map<string, Pal>();
  const changed = new Map<string, { pal: Pal; id: string }>();
  const pause = (ms: number) => sleep(ms / haste, undefined, { signal: stop });
  const { look } = answerer({
    pals,
    diary,
    later,
    wit: wit(random, { mayRepeat: true }),
    random,
    haste,
    now: Date.now,
  });
  const visitor = await keepVisitor(around, cast.visitor, words);
  const devices = [visitor.pal];
  let isComplete = false;
  let failure: unknown = null;
  let opening = false;
  let nextOpening = 0;
  let nextNews = Date.now() + soon();

  function soon(): number {
    return (SOONEST + random() * (LATEST - SOONEST)) / haste;
  }

  /** Opens the devices one after the other, so that a small machine can do something else meanwhile. */
  async function moveIn(): Promise<void> {
    for (const person of cast.pals) {
      if (stop.aborted) return;
      const pal = await openDevice(around, person);
      devices.push(pal);
      pal.running.subscribe((event) => {
        if (event.topic === "conversation") changed.set(`${pal.handle} ${event.id}`, { pal, id: event.id });
      });
      const { phase } = await pal.running.messenger.enrol("Phone");
      // A database that is older than the folder, for instance, has other keys of theirs.
      if (phase !== "ready") continue;
      pals.set(pal.handle, pal);
      // What arrived while it was closed.
      const { open, requests } = await pal.running.messenger.conversations();
      for (const { id } of [...open, ...requests]) changed.set(`${pal.handle} ${id}`, { pal, id });
      await pause(300);
    }
    isComplete = true;
  }

  /** Begins or continues the opening when the visitor has a device of their own. */
  async function writeFirst(): Promise<void> {
    if (opening || diary.get(OPENED) !== undefined || Date.now() < nextOpening || !(await visitor.hasCome())) return;
    opening = true;
    const stage = { pals, visitorId: cast.visitor.id, diary, isComplete, pause };
    writeOpening(stage)
      .then(async () => void (stage.isComplete && (await diary.note(OPENED, "written"))))
      .catch((error: unknown) => {
        nextOpening = Date.now() + AGAIN;
        if (!stop.aborted) log().debug({ err: error }, "the friends could not write yet");
      })
      .finally(() => (opening = false));
  }

  /** Has a friend write something of their own accord. */
  async function news(): Promise<void> {
    if (Date.now() < nextNews || diary.get(OPENED) === undefined) return;
    nextNews = Date.now() + soon();
    const pal = [...pals.values()][Math.floor(random() * pals.size)];
    const id = pal && diary.get(pal.handle);
    if (!id) return;
    const { state } = await pal.running.messenger.conversation(id);
    const { messages } = await pal.running.messenger.messages(id, { limit: 200 });
    const isIgnored = messages.length >= PATIENCE && messages.slice(-PATIENCE).every(({ sender }) => sender === "me");
    // Somebody whom the visitor does not follow may write once, until they are answered.
    const mayWrite = !NOT_YET_FOLLOWED.includes(pal.handle) || messages.some(({ sender }) => sender !== "me");
    if (isIgnored || !mayWrite || state === "request") return;
    const said = new Set(messages.map(({ text }) => text));
    await pal.running.messenger.send(id, { text: fresh(NEWS, said, random) });
  }

  async function turn(): Promise<void> {
    const looked = [...changed.values()];
    changed.clear();
    for (const { pal, id } of looked) await look(pal, id);
    for (const task of later.due()) await task();
    await writeFirst();
    await news();
    await prune(visitor);
  }

  const moving = moveIn().catch((error: unknown) => (failure = error));
  try {
    while (!stop.aborted) {
      if (failure !== null) throw failure;
      await turn().catch((error: unknown) => log().debug({ err: error }, "the town's messages wait"));
      await sleep(TURN / haste, undefined, { signal: stop }).catch(() => undefined);
    }
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    await moving;
    await Promise.all(devices.map((device) => device.close()));
  }
}
