import { afterAll, describe, expect, it } from "vitest";
import { killing, killingAll, type Fault } from "@/bench/faults/faults";
import { driver } from "@/lib/neo4j";
import { seeded } from "@/lib/seeded";
import { befriend } from "@/testing/attacked";
import { isFull } from "@/testing/full";
import { openPocket } from "@/testing/messengers";
import { textsOf, type Pocket } from "@/testing/pockets";
import { until } from "@/testing/until";

const MESSAGES = 200;
const RECOVERY_MS = 90_000;
const faults: Fault[] = isFull
  ? [killing("web"), killing("sidecar"), killing("redis"), killing("neo4j"), killingAll]
  : [killing("web"), killing("sidecar"), killing("redis"), killing("neo4j")];
const random = seeded(21);

afterAll(() => driver().close());

const settle = ({ running }: Pocket) => running.settle().catch(() => undefined);

async function enrolled(): Promise<Pocket> {
  const pocket = await openPocket();
  await until(async () => {
    const state = await pocket.running.messenger.enrol("Phone").catch(() => null);
    return state?.phase === "ready";
  }, RECOVERY_MS);
  await settle(pocket);
  return pocket;
}

describe("encrypted messages", () => {
  it(
    `are neither lost nor doubled when ${faults.map(({ name }) => name).join(", ")}`,
    { timeout: 300_000 },
    async () => {
      const [fern, otter] = [await enrolled(), await enrolled()];
      await befriend(fern, otter);
      const id = await fern.running.messenger.create([otter.person.id], null);
      await settle(otter);
      const texts: string[] = [];
      const perFault = MESSAGES / faults.length;
      for (const [round, fault] of faults.entries()) {
        const strikeAt = round * perFault + Math.floor(random() * (perFault / 2));
        let isOver = () => true;
        for (let at = round * perFault; at < (round + 1) * perFault; at += 1) {
          const writer = random() < 0.5 ? fern : otter;
          texts.push(`message ${at}`);
          await writer.running.messenger.send(id, { text: `message ${at}` });
          if (at === strikeAt) isOver = await fault.strike();
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        await until(() => Promise.resolve(isOver()), RECOVERY_MS);
        await until(async () => {
          await Promise.all([settle(fern), settle(otter)]);
          const counts = await Promise.all([textsOf(fern, id), textsOf(otter, id)]);
          const { messages } = await fern.running.messenger.messages(id, { limit: 1_000 });
          return (
            counts.every(({ length }) => length >= texts.length) && messages.every(({ status }) => status !== "sending")
          );
        }, RECOVERY_MS);
      }
      const [left, right] = [await textsOf(fern, id), await textsOf(otter, id)];
      expect(left.toSorted()).toEqual(texts.toSorted());
      expect(right).toEqual(left);
      for (const pocket of [fern, otter]) {
        const state = await pocket.running.messenger.state();
        expect(state).toMatchObject({ phase: "ready", log: { alarms: [] } });
      }
    },
  );
});
