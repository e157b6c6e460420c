import { describe, expect, it } from "vitest";
import { toBase64Url } from "@/lib/bytes/encoding";
import { createKeyPackage } from "@/lib/mls";
import { ownDevice } from "@/lib/messenger/engine";
import { accountOf, alarmsOf, devicesIn, noticesOf } from "@/testing/attacked";
import { craft, enrolledAt, plant, randomHex, twoAt } from "@/testing/attackers";
import { E2eeServer } from "@/testing/e2ee-server";
import { settleAll, textsOf, type Pocket } from "@/testing/pockets";

const DAY_MS = 86_400_000;
const text = (said: string) => ({ kind: "text" as const, text: said, attachments: [] });

/** Everything that a device shows of conversations. */
async function shownBy({ running }: Pocket) {
  const { open, requests } = await running.messenger.conversations();
  return [...open, ...requests].map(({ id }) => id);
}

describe("a Welcome", () => {
  it("to a conversation of two with a third person's device is refused, and blocks nothing else", async () => {
    const server = await E2eeServer.start();
    const { fern, otter, id } = await twoAt(server);
    const [mallory, trudy] = [await enrolledAt(server, "mallory"), await enrolledAt(server, "trudy")];
    const told = [accountOf(fern), accountOf(mallory)];
    const planted = randomHex();
    const devices = [fern, trudy];
    const group = await plant(mallory, { id: planted, kind: "direct", accounts: told, devices, told });
    await craft(mallory, group, { id: planted, content: text("Only you and me") });
    await otter.running.messenger.send(id, { text: "Honest" });
    await settleAll(otter, fern);
    expect(await textsOf(fern, id)).toEqual(["Honest"]);
    expect(await devicesIn(fern, planted)).toEqual([]);
    expect(JSON.stringify(await fern.running.messenger.conversations())).not.toContain("Only you and me");
    expect(fern.warnings.join()).toContain("wrong_group");
    // It is looked at once.
    const seen = fern.warnings.length;
    await settleAll(fern);
    expect(fern.warnings).toHaveLength(seen);
  });

  it("to a group of the own devices that has somebody else's is refused, and its archive key is not taken", async () => {
    const server = await E2eeServer.start();
    const { fern } = await twoAt(server);
    const mallory = await enrolledAt(server, "mallory");
    const planted = randomHex();
    const told = [accountOf(fern)];
    const group = await plant(mallory, { id: planted, kind: "group", accounts: told, devices: [fern], told });
    fern.lie = (_, path, answer) => {
      if (path !== `conversations/${planted}`) return answer;
      const { conversation } = answer.body as { conversation: object };
      return { ...answer, body: { conversation: { ...conversation, kind: "self" } } };
    };
    const key = crypto.getRandomValues(new Uint8Array(32));
    await craft(mallory, group, { id: planted, content: { kind: "archive_key", epoch: 7, key } });
    await settleAll(fern);
    expect(fern.running.engine.store.get("archive")).toBeUndefined();
    expect(await devicesIn(fern, planted)).toEqual([]);
    expect(fern.warnings.join()).toContain("wrong_group");
  });

  it("that would put somebody else into a conversation whose group is lost is refused", async () => {
    const server = await E2eeServer.start();
    const { fern, otter, id } = await twoAt(server);
    const mallory = await enrolledAt(server, "mallory");
    const record = fern.running.engine.store.get(`conversation/${id}`);
    if (!record) throw new Error("no conversation");
    await fern.running.engine.store.write(new Map([[`conversation/${id}`, { ...record, broken: true }]]));
    const told = [accountOf(fern), accountOf(mallory)];
    await plant(mallory, { id, kind: "direct", generation: 1, accounts: told, devices: [fern], told });
    await settleAll(fern);
    expect((await fern.running.messenger.conversation(id)).members).toMatchObject([{ accountId: accountOf(otter) }]);
    await fern.running.messenger.send(id, { text: "For Otter alone" });
    await settleAll(fern, otter, mallory);
    expect((await textsOf(mallory, id).catch(() => [])).join()).not.toContain("Otter");
    expect(await devicesIn(fern, id)).not.toContain(ownDevice(mallory.running.engine).deviceId);
  });
});

describe("key packages", () => {
  it("of another device raise an alarm, and nobody is added", async () => {
    const server = await E2eeServer.start();
    const { fern, otter, id } = await twoAt(server);
    const mallory = await enrolledAt(server, "mallory");
    const theirs = await createKeyPackage(ownDevice(mallory.running.engine).identity, {
      lastResort: false,
      now: Date.now(),
    });
    const group = await fern.running.messenger.create(["otter"], "Pond");
    await settleAll(fern, otter);
    fern.instead = (_, path) =>
      path === "key_packages/claim"
        ? {
            status: 200,
            body: { packages: [{ device_id: "", key_package: toBase64Url(theirs.keyPackage) }], missing: [] },
          }
        : null;
    await expect(fern.running.messenger.addMembers(group, ["mallory"])).resolves.toBeUndefined();
    await enrolledAt(server, "trudy");
    await expect(fern.running.messenger.addMembers(group, ["trudy"])).rejects.toThrow(/keys of another device/);
    expect(await alarmsOf(fern)).toEqual(["roster: key_package"]);
    expect(await fern.running.messenger.conversation(id)).toMatchObject({ blocked: true });
  });

  it("that are served twice for one device raise an alarm", async () => {
    const server = await E2eeServer.start();
    const [fern, otter] = [await enrolledAt(server, "fern"), await enrolledAt(server, "otter")];
    fern.lie = (_, path, answer) => {
      if (path !== "key_packages/claim") return answer;
      const { packages } = answer.body as { packages: unknown[] };
      return { ...answer, body: { packages: [...packages, ...packages], missing: [] } };
    };
    await expect(fern.running.messenger.create(["otter"], null)).rejects.toThrow(/keys of another device/);
    expect(await alarmsOf(fern)).toEqual(["roster: key_package"]);
    expect(await shownBy(fern)).toEqual([]);
    expect(await shownBy(otter)).toEqual([]);
  });

  it("that have expired are not used", async () => {
    const server = await E2eeServer.start();
    const [fern, otter] = [await enrolledAt(server, "fern"), await enrolledAt(server, "otter")];
    const old = await createKeyPackage(ownDevice(otter.running.engine).identity, {
      lastResort: false,
      now: Date.now() - 100 * DAY_MS,
    });
    fern.lie = (_, path, answer) =>
      path === "key_packages/claim"
        ? {
            status: 200,
            body: { packages: [{ device_id: "", key_package: toBase64Url(old.keyPackage) }], missing: [] },
          }
        : answer;
    await expect(fern.running.messenger.create(["otter"], null)).rejects.toThrow(/can be reached/);
    expect(await alarmsOf(fern)).toEqual([]);
    expect(await shownBy(fern)).toEqual([]);
  });

  it("that were given to two people lead to a notice in the second conversation", async () => {
    const server = await E2eeServer.start();
    const [fern, maple] = [await enrolledAt(server, "fern"), await enrolledAt(server, "maple")];
    const otter = await enrolledAt(server, "otter");
    let given: unknown = null;
    for (const pocket of [fern, maple]) {
      pocket.lie = (_, path, answer) =>
        path === "key_packages/claim" ? { ...answer, body: (given ??= answer.body) } : answer;
    }
    const first = await fern.running.messenger.create(["otter"], null);
    await settleAll(fern, otter);
    const second = await maple.running.messenger.create(["otter"], null);
    await maple.running.messenger.send(second, { text: "Cannot be opened" });
    await settleAll(maple, otter);
    expect(await noticesOf(otter, second)).toEqual([expect.stringMatching(/could not be decrypted/)]);
    maple.lie = null;
    await otter.running.messenger.send(second, { text: "What did you say?" });
    await settleAll(otter, maple);
    expect((await textsOf(maple, second)).at(-1)).toBe("What did you say?");
    expect(await textsOf(otter, first)).toEqual([]);
  });
});
