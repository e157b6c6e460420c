import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { completeEnrolment } from "@/lib/messenger/enrolment";
import { flushConversation } from "@/lib/messenger/sending";
import { createMessenger, type RunningMessenger } from "@/lib/messenger/messenger";
import { memoryStorage, storedKeys } from "@/lib/messenger/node-ports";
import type { ServedConversation } from "@/testing/e2ee-conversations";
import { E2eeServer } from "@/testing/e2ee-server";
import { until } from "@/testing/until";

interface Phone {
  running: RunningMessenger;
  warnings: string[];
  clock: { ahead: number };
}

async function open(
  server: E2eeServer,
  personId: string,
  name = "Phone",
  { host = "town.example", storage = memoryStorage() } = {},
): Promise<Phone> {
  const warnings: string[] = [];
  const clock = { ahead: 0 };
  const running = await createMessenger({
    transport: server.transport(personId),
    storage,
    keys: storedKeys(storage),
    host,
    personId,
    now: () => Date.now() + clock.ahead,
    warn: (message) => void warnings.push(message),
  });
  await running.messenger.enrol(name);
  await running.settle();
  return { running, warnings, clock };
}

async function texts({ running }: Phone, id: string): Promise<string[]> {
  const { messages } = await running.messenger.messages(id, { limit: 100 });
  return messages.filter(({ kind }) => kind === "text").map(({ text }) => text);
}

async function settle(...phones: Phone[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const { running } of phones) await running.settle();
}

describe("messengers", () => {
  it("of two people write to each other, also from a linked device", async () => {
    const server = await E2eeServer.start();
    const [fern, otter] = [await open(server, "fern"), await open(server, "otter")];
    const id = await fern.running.messenger.create(["otter"], null);
    await fern.running.messenger.send(id, { text: "Hello" });
    await settle(fern, otter);
    expect(await texts(otter, id)).toEqual(["Hello"]);
    const laptop = await open(server, "fern", "Laptop");
    expect(await laptop.running.messenger.state()).toMatchObject({ phase: "locked" });
    const { code } = await laptop.running.messenger.offerLink();
    expect(await fern.running.messenger.readLink(code)).toMatchObject({ deviceName: "Laptop" });
    await fern.running.messenger.acceptLink(code);
    await until(async () => (await laptop.running.messenger.state()).phase === "ready");
    await settle(fern, laptop, otter);
    await otter.running.messenger.send(id, { text: "To both" });
    await settle(otter, fern, laptop);
    expect(await texts(laptop, id)).toEqual(["To both"]);
    await laptop.running.messenger.send(id, { text: "From the laptop" });
    await settle(laptop, fern, otter);
    for (const phone of [fern, otter]) expect((await texts(phone, id)).at(-1)).toBe("From the laptop");
    expect([...fern.warnings, ...otter.warnings, ...laptop.warnings]).toEqual([]);
  });
});

describe("a device", () => {
  it("keeps the host of its credentials when the server is reached by another one", async () => {
    const server = await E2eeServer.start();
    const storage = memoryStorage();
    const [fern, otter] = [await open(server, "fern", "Phone", { storage }), await open(server, "otter")];
    const id = await fern.running.messenger.create(["otter"], null);
    await fern.running.messenger.send(id, { text: "Before" });
    await settle(fern, otter);
    const moved = await open(server, "fern", "Phone", { storage, host: "moved.example" });
    await moved.running.messenger.send(id, { text: "After" });
    await settle(moved, otter);
    expect(await texts(otter, id)).toEqual(["Before", "After"]);
    expect([...moved.warnings, ...otter.warnings]).toEqual([]);
  });

  it.each<[string, (conversation: ServedConversation) => void, string[]]>([
    ["", () => undefined, ["From the laptop", "To both"]],
    [
      ", also when the Welcome to that one cannot be opened",
      ({ envelopes }) => envelopes.forEach((one) => one.welcome !== null && (one.welcome = "AAAA")),
      ["From the laptop"],
    ],
    [
      ", also when the Welcome to that one is refused",
      (conversation) => void (conversation.kind = "group"),
      ["From the laptop"],
    ],
    [
      ", also when a commit of that one is refused afterwards",
      ({ envelopes }) => {
        const last = envelopes.findLast(({ kind, generation }) => kind === "commit" && generation === 0);
        if (!last) throw new Error("no commit");
        envelopes.push({
          ...last,
          epoch: last.epoch + 1,
          number: envelopes.length + 1,
          payload: "AAAA",
          welcome: null,
        });
      },
      ["From the laptop", "To both"],
    ],
  ])("goes on in the group that it began while somebody added it to the one before%s", async (_, damage, read) => {
    const server = await E2eeServer.start();
    const [fern, otter] = [await open(server, "fern"), await open(server, "otter")];
    const id = await fern.running.messenger.create(["otter"], null);
    await settle(fern, otter);
    const laptop = await open(server, "otter", "Laptop");
    const { code } = await laptop.running.messenger.offerLink();
    await otter.running.messenger.acceptLink(code);
    await until(async () => (await laptop.running.messenger.state()).phase === "ready");
    await laptop.running.settle();
    await laptop.running.messenger.send(id, { text: "From the laptop" });
    fern.clock.ahead = 61_000;
    await fern.running.messenger.send(id, { text: "To both" });
    await fern.running.settle();
    // It does not wait any longer, and hears of it while its new group is on its way.
    laptop.clock.ahead = 11_000;
    const served = server.conversations.all.get(id);
    if (!served) throw new Error("no conversation");
    const { kind } = served;
    damage(served);
    const { engine } = laptop.running;
    const sending = flushConversation(engine, id);
    await Promise.all([sending, engine.pull()]);
    served.kind = kind;
    expect(engine.store.get(`conversation/${id}`)).toMatchObject({ generation: 1, broken: false });
    await settle(laptop, fern, otter);
    expect((await texts(laptop, id)).toSorted()).toEqual(read);
    for (const phone of [fern, otter])
      expect((await texts(phone, id)).toSorted()).toEqual(["From the laptop", "To both"]);
  });

  it("that is in a group which was replaced finds out with the list of conversations, and begins a new one", async () => {
    const server = await E2eeServer.start();
    const [fern, otter] = [await open(server, "fern"), await open(server, "otter")];
    const id = await fern.running.messenger.create(["otter"], null);
    await settle(fern, otter);
    const replaced = server.conversations.all.get(id);
    if (!replaced) throw new Error("no conversation");
    replaced.generation = 1;
    await completeEnrolment(fern.running.engine);
    expect(fern.running.engine.store.get(`conversation/${id}`)).toMatchObject({ broken: true, serverGeneration: 1 });
    await fern.running.messenger.send(id, { text: "Still here" });
    await settle(fern, otter);
    expect(await texts(otter, id)).toEqual(["Still here"]);
    expect(fern.running.engine.store.get(`conversation/${id}`)).toMatchObject({ broken: false, generation: 2 });
  });

  it("tries less and less often to send what is refused again and again, however often it hears of something", async () => {
    const server = await E2eeServer.start();
    const [fern, otter] = [await open(server, "fern"), await open(server, "otter")];
    const id = await fern.running.messenger.create(["otter"], null);
    await settle(fern, otter);
    const served = server.conversations.all.get(id);
    if (!served) throw new Error("no conversation");
    const before = served.epoch;
    served.epoch += 9;
    const waits = vi.spyOn(globalThis, "setTimeout");
    const retries = () => waits.mock.calls.map(([, ms]) => ms).filter((ms) => [1_000, 2_000, 4_000].includes(ms ?? 0));
    fern.running.start();
    await fern.running.messenger.send(id, { text: "Hello" });
    for (let time = 0; time < 5; time += 1) {
      fern.running.nudge(id);
      await sleep(50);
    }
    await until(() => retries().includes(4_000));
    expect(retries()).toEqual([1_000, 2_000, 4_000]);
    served.epoch = before;
    fern.running.nudge(id);
    await until(async () => {
      await otter.running.settle();
      return (await texts(otter, id)).includes("Hello");
    });
    await fern.running.stop();
    waits.mockRestore();
  }, 60_000);

  it("says that it is gathering until it knows whom it shows", async () => {
    const server = await E2eeServer.start();
    const [fern, otter] = [await open(server, "fern"), await open(server, "otter")];
    await fern.running.messenger.create(["otter"], null);
    await settle(fern, otter);
    const { running } = await open(server, "fern", "Laptop");
    const seen: { gathering: boolean; people: string[] }[] = [];
    running.subscribe(() => {
      void running.messenger.conversations().then(
        ({ gathering, open: all }) => {
          seen.push({ gathering, people: all.flatMap(({ members }) => members.map(({ personId }) => personId)) });
        },
        (error: unknown) => expect(error).toMatchObject({ code: "not_ready" }),
      );
    });
    const { code } = await running.messenger.offerLink();
    await fern.running.messenger.acceptLink(code);
    await until(async () => seen.at(-1)?.gathering === false);
    expect(seen.some(({ gathering }) => gathering)).toBe(true);
    expect(seen.filter(({ gathering }) => !gathering).map(({ people }) => people)).toContainEqual(["otter"]);
    expect(seen.flatMap(({ gathering, people }) => (gathering ? [] : people))).not.toContain("");
  });

  it("has ended gathering when there is nothing to learn", async () => {
    const server = await E2eeServer.start();
    const fern = await open(server, "fern");
    expect(await fern.running.messenger.conversations()).toEqual({ open: [], requests: [], gathering: false });
  });
});

describe("an account", () => {
  it("that was never used is closed when its only device forgets its keys, and a new one is begun", async () => {
    const server = await E2eeServer.start();
    const fern = await open(server, "fern");
    const before = fern.running.engine.store.get("device")?.accountId ?? "";
    await fern.running.messenger.forget();
    expect(await fern.running.messenger.state()).toEqual({ phase: "absent" });
    expect(server.accounts.get(before)?.state).toMatchObject({ type: "close", devices: [] });
    await expect(fern.running.messenger.enrol("Phone")).rejects.toThrow(/signing out/);
    const again = await open(server, "fern");
    const after = again.running.engine.store.get("device");
    expect(after).toMatchObject({ phase: "ready" });
    expect(after?.accountId).not.toBe(before);
  });

  it("goes on without a device that forgets its keys, and others write to it no more", async () => {
    const server = await E2eeServer.start();
    const [fern, otter] = [await open(server, "fern"), await open(server, "otter")];
    const id = await fern.running.messenger.create(["otter"], null);
    const laptop = await open(server, "fern", "Laptop");
    const { code } = await laptop.running.messenger.offerLink();
    await fern.running.messenger.acceptLink(code);
    await until(async () => (await laptop.running.messenger.state()).phase === "ready");
    await settle(fern, laptop, otter);
    await laptop.running.messenger.forget();
    otter.clock.ahead = 61_000;
    await otter.running.messenger.send(id, { text: "Without the laptop" });
    await settle(otter, fern);
    expect(await texts(fern, id)).toEqual(["Without the laptop"]);
    expect(server.conversations.all.get(id)?.roster.size).toBe(2);
  });
});
