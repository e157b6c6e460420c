import { describe, expect, it } from "vitest";
import { toHex } from "@/lib/bytes/encoding";
import { seeded } from "@/lib/seeded";
import { befriend, deviceOf } from "@/testing/attacked";
import { whereIs } from "@/testing/dumps";
import { isFull } from "@/testing/full";
import { enrolledPocket, linkedPocket, useKeyLog } from "@/testing/messengers";
import { settleAll, textsOf, type Pocket } from "@/testing/pockets";

const MESSAGES = isFull ? 1_000 : 100;
const random = seeded(13);
const pick = <T>(items: readonly [T, ...T[]]): T => items[Math.floor(random() * items.length)] ?? items[0];
const secret = (name: string) => `${name} ${toHex(crypto.getRandomValues(new Uint8Array(8)))}`;

useKeyLog();

/** A device dies between two requests, with what it had not stored, and is opened again. */
async function crash(pocket: Pocket): Promise<void> {
  let left = Math.floor(random() * 4);
  pocket.fate = () => ((left -= 1) > 0 ? "pass" : left === 0 ? "unanswered" : "lost");
  await pocket.running.settle().catch(() => undefined);
  await pocket.reopen();
}

/** A person's first device, and the others, which come and go. */
type Owner = { first: Pocket; others: Pocket[] };
const devicesOf = ({ first, others }: Owner): [Pocket, ...Pocket[]] => [first, ...others];

async function replaceDevice(owner: Owner): Promise<void> {
  const [gone, ...kept] = owner.others;
  if (!gone) return;
  // What it has not sent would go with it.
  await gone.running.settle().catch(() => undefined);
  await owner.first.running.settle().catch(() => undefined);
  await owner.first.running.messenger.removeDevice(deviceOf(gone));
  owner.others = [...kept, await linkedPocket(owner.first, "Another")];
}

describe("two people with three devices each", () => {
  it(
    `exchange ${MESSAGES} messages while devices crash, come and go, and the server can read none of them`,
    { timeout: isFull ? 900_000 : 120_000 },
    async () => {
      const owners: [Owner, Owner] = [
        { first: await enrolledPocket(), others: [] },
        { first: await enrolledPocket(), others: [] },
      ];
      const [fern, otter] = owners;
      await befriend(fern.first, otter.first);
      for (const owner of owners) {
        for (const name of ["Laptop", "Tablet"]) owner.others.push(await linkedPocket(owner.first, name));
      }
      const name = secret("Pond watchers");
      const id = await fern.first.running.messenger.create([otter.first.person.id], name);
      const everybody = () => owners.flatMap(devicesOf);
      await settleAll(...everybody());

      const texts: string[] = [];
      for (let at = 0; at < MESSAGES; at += 1) {
        const device = pick(devicesOf(pick(owners)));
        const text = secret(`message ${at}`);
        texts.push(text);
        await device.running.messenger.send(id, { text });
        if (random() < 0.3) await device.running.settle().catch(() => undefined);
        if (random() < 0.08) await crash(device);
        if (at % Math.floor(MESSAGES / 4) === 20) await replaceDevice(pick(owners));
      }
      const bytes = crypto.getRandomValues(new Uint8Array(4_000));
      const file = { bytes, mediaType: "image/webp", width: 4, height: 3, alt: secret("alt"), thumbhash: null };
      await settleAll(...everybody());
      texts.push(secret("Look"));
      await otter.first.running.messenger.send(id, { text: texts.at(-1) ?? "", attachments: [file] });
      await settleAll(...everybody());
      const [shown] = (await fern.first.running.messenger.messages(id, { limit: 1 })).messages;
      await fern.first.running.messenger.react(id, shown?.id ?? "", "🇻🇺");
      await settleAll(...everybody());

      const complete = await textsOf(fern.first, id);
      expect(complete.toSorted()).toEqual(texts.toSorted());
      for (const device of everybody()) {
        const there = await textsOf(device, id);
        // A device has everything from when it came, in the same order.
        expect(there).toEqual(complete.slice(complete.length - there.length));
        expect((await device.running.messenger.conversation(id)).name).toBe(name);
        const [last] = (await device.running.messenger.messages(id, { limit: 1 })).messages;
        expect(last).toMatchObject({ reactions: [{ emoji: "🇻🇺", count: 1 }], attachments: [{ alt: file.alt }] });
        expect((await device.running.messenger.state()).phase).toBe("ready");
      }
      expect(await textsOf(otter.first, id)).toEqual(complete);
      expect(await whereIs([...texts, name, file.alt, "🇻🇺", bytes.slice(100, 124)])).toEqual([]);
      // The search would find it.
      expect(await whereIs([fern.first.person.handle])).not.toEqual([]);
    },
  );
});
