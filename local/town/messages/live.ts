import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { createApp } from "@/lib/auth/writes";
import { demoWords } from "@/lib/auth/demo-words";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { read } from "@/lib/neo4j";
import { handleKey } from "@/lib/people/rules";
import { VISITOR } from "@/local/town/cast";
import { correspond, type Cast } from "@/local/town/messages/correspondence";
import { tokenConnections } from "@/local/town/messages/device";
import { openDiary } from "@/local/town/messages/diary";
import { PALS } from "@/local/town/messages/letters";

const AWAY = 15_000;
const Townsperson = z.object({ id: z.string(), handleKey: z.string() });

/**
 * Runs the townspeople's devices until the signal aborts, if the demo is open: nobody else's account may be run here, and
 * somebody who joined under such a handle is not one of them.
 */
export async function messagesOfTheTown(stop: AbortSignal): Promise<void> {
  if (env().BARKER_DEMO !== "on") return;
  let away = false;
  while (!stop.aborted) {
    try {
      await open(stop);
    } catch (error) {
      if (!away) log().warn({ err: error }, "the town's messages wait for Barker");
      away = true;
      await sleep(AWAY, undefined, { signal: stop }).catch(() => undefined);
    }
  }
}

async function open(stop: AbortSignal): Promise<void> {
  const cast = await gatherCast();
  if (!cast) {
    await sleep(AWAY, undefined, { signal: stop }).catch(() => undefined);
    return;
  }
  const { BARKER_DATA, BARKER_ORIGIN, HOST, PORT } = env();
  const folder = join(BARKER_DATA, "town-messages", cast.visitor.id);
  const diary = openDiary(join(folder, "diary.json"));
  const appId = await diary.once("app", async () => {
    const app = { name: "The demo town", website: null, redirectUris: [], scopes: ["messages"] };
    return (await createApp(app)).id;
  });
  const base = `http://${HOST.includes(":") ? `[${HOST}]` : HOST}:${PORT}`;
  const around = { host: new URL(BARKER_ORIGIN).host, folder, connect: tokenConnections(base, appId) };
  await correspond({ cast, around, diary, words: demoWords(), haste: 1 }, stop);
}

/** The visitor and the friends, as far as they exist. */
async function gatherCast(): Promise<Cast | null> {
  const handles = [VISITOR, ...PALS];
  const rows = await read("town/townspeople", { handleKeys: handles.map(handleKey) }, Townsperson);
  const people = handles.flatMap((handle) => {
    const row = rows.find((one) => one.handleKey === handleKey(handle));
    return row ? [{ id: row.id, handle }] : [];
  });
  const [visitor, ...pals] = people;
  return visitor?.handle === VISITOR ? { visitor, pals } : null;
}
