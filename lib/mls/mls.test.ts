import { expect, it } from "vitest";
import { encrypt, process, commit, members, groupInfo } from "@/lib/mls";
import { addDevices, groupOf, newDevice } from "@/testing/mls";

const text = (value: string) => new TextEncoder().encode(value);

it("lets two devices exchange messages, whose sender is known", async () => {
  const devices = [await newDevice(), await newDevice()];
  const [a, b] = await groupOf(devices);
  if (!a || !b) throw new Error();
  const sent = await encrypt(a, text("hello"), text("tag"));
  const got = await process(b, sent.message);
  expect(got.kind).toBe("message");
  if (got.kind !== "message") return;
  expect(new TextDecoder().decode(got.content)).toBe("hello");
  expect(got.sender.deviceId).toEqual(devices[0]?.deviceId);
});

it("random", async () => {
  let groups = await groupOf([await newDevice()]);
  for (let i = 0; i < 60; i += 1) {
    const committer = Math.floor(Math.random() * groups.length);
    const roll = Math.random();
    if (roll < 0.4 && groups.length < 12) groups = await addDevices(groups, committer, [await newDevice()]);
    else {
      const by = groups[committer];
      if (!by) throw new Error();
      const victim = Math.floor(Math.random() * groups.length);
      const remove =
        roll < 0.65 && victim !== committer && groups[victim] ? [groups[victim].state.privatePath.leafIndex] : [];
      const made = await commit(by, { remove });
      const next = [];
      for (const [at, g] of groups.entries()) {
        if (at === committer) next.push(made.next);
        else {
          const r = await process(g, made.commit);
          if (!(remove.length && at === victim)) next.push(r.next);
        }
      }
      groups = next;
    }
    const s = Math.floor(Math.random() * groups.length);
    const sent = await encrypt(groups[s]!, text(`m${i}`));
    groups = await Promise.all(
      groups.map(async (g, at) => (at === s ? sent.next : (await process(g, sent.message)).next)),
    );
    expect(new Set(groups.map((g) => String(groupInfo(g).epoch))).size).toBe(1);
    expect(new Set(groups.map((g) => members(g).length))).toEqual(new Set([groups.length]));
  }
}, 60000);
