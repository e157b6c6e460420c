import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { settleAll, textsOf, type Pocket } from "@/testing/pockets";
import { attach, edit, react, save, unsend } from "../app/acts";
import { conversations, find, history, link, remove, say, sync, unlockWith, verify, words } from "../app/commands";
import { write } from "../app/sending";
import { openTerminal, type TestTerminal, type World } from "./terminal";

/** A terminal and a device of the app, of people who follow each other. */
async function friends(world: World): Promise<{ fern: TestTerminal; otter: Pocket }> {
  const fern = await openTerminal(world, await world.makePerson());
  const otter = await world.openPocket(await world.makePerson());
  await otter.running.messenger.enrol("Phone");
  await otter.running.settle();
  await world.befriend(fern.person, otter.person);
  return { fern, otter };
}

/** What devices of both clients do with each other, on any server. */
export function describeBoth(world: () => World): void {
  describe("a terminal and the app", { timeout: 120_000 }, () => {
    it("exchange messages, replies, reactions, edits and deletions, whoever begins", async () => {
      const { fern, otter } = await friends(world());
      await fern.run((client, terminal) => say(client, terminal, `@${otter.person.handle}`, "Hello from the terminal"));
      const [id = ""] = Object.values(fern.client.state.conversations)
        .filter(({ kind }) => kind === "direct")
        .map((each) => each.id);
      await settleAll(otter);
      expect(await textsOf(otter, id)).toEqual(["Hello from the terminal"]);

      const answer = await otter.running.messenger.send(id, { text: "Hello, terminal" });
      await settleAll(otter);
      await fern.run(sync);
      expect(fern.texts(id)).toEqual(["Hello from the terminal", "Hello, terminal"]);

      const [mine = ""] = fern.client.conversation(id).messages.map((message) => message.id);
      await otter.running.messenger.edit(id, answer, "Hello, dear terminal");
      await otter.running.messenger.react(id, mine, "🦦");
      await settleAll(otter);
      expect(await fern.run((client, terminal) => history(client, terminal, `@${otter.person.handle}`))).toEqual([
        expect.stringMatching(/: Hello from the terminal {2}🦦$/),
        expect.stringMatching(/: Hello, dear terminal \(edited\)$/),
      ]);

      await fern.run((client) => write(client, id, { kind: "reaction", emoji: "🌲", replyTo: answer }));
      await fern.run((client) =>
        write(client, id, { kind: "edit", text: "Hello from my terminal", files: [], replaces: mine }),
      );
      await settleAll(otter);
      const { messages } = await otter.running.messenger.messages(id, { limit: 10 });
      expect(messages.map(({ text, edited }) => [text, edited])).toEqual([
        ["Hello from my terminal", true],
        ["Hello, dear terminal", true],
      ]);
      expect(messages[1]?.reactions.map(({ emoji }) => emoji)).toEqual(["🌲"]);
      await fern.run((client) => write(client, id, { kind: "delete", replaces: mine }));
      await settleAll(otter);
      expect((await otter.running.messenger.messages(id, { limit: 10 })).messages[0]?.kind).toBe("deleted");
      expect(otter.warnings).toEqual([]);

      expect(await fern.run((client, terminal) => conversations(client, terminal))).toHaveLength(1);
      const checks = await fern.run((client, terminal) => verify(client, terminal, false));
      expect(checks.at(-1)).toMatch(/^the log of \d+ entries is right$/);
      fern.close();
    });

    it("know each other's later devices: linked by a code in both directions, and removed", async () => {
      const { fern, otter } = await friends(world());
      const id = await otter.running.messenger.create([fern.person.id], null);
      await otter.running.messenger.send(id, { text: "One" });
      await settleAll(otter);

      // The app's device of the same person, let in by the terminal.
      const phone = await world().openPocket(fern.person);
      await phone.running.messenger.enrol("Phone");
      const { code } = await phone.running.messenger.offerLink();
      await fern.run(sync);
      await fern.run((client, terminal) => link(client, terminal, code));
      await settleAll(phone, otter, phone);
      await otter.running.messenger.send(id, { text: "Two" });
      await settleAll(otter, phone);
      expect(await textsOf(phone, id)).toEqual(["Two"]);

      // A second terminal, let in by the app's device.
      const laptop = await openTerminal(world(), fern.person, "Laptop");
      const linking = laptop.run((client, terminal) => link(client, terminal, null));
      const shown = await untilPrinted(laptop, /BARKER1:/);
      await phone.running.messenger.acceptLink(shown.slice(shown.indexOf("BARKER1:")));
      await phone.running.settle();
      await linking;
      await settleAll(phone, otter);
      await laptop.run((client) => write(client, id, { kind: "text", text: "Three", files: [], replyTo: null }));
      await settleAll(otter, phone);
      await fern.run(sync);
      expect((await textsOf(otter, id)).at(-1)).toBe("Three");
      expect((await textsOf(phone, id)).at(-1)).toBe("Three");
      expect(fern.texts(id)).toEqual(["One", "Two", "Three"]);

      await fern.run((client, terminal) => remove(client, terminal, laptop.client.state.device.id));
      await settleAll(phone, otter);
      await otter.running.messenger.send(id, { text: "Four" });
      await settleAll(otter, phone);
      await fern.run(sync);
      expect(fern.texts(id).at(-1)).toBe("Four");
      await expect(laptop.run(sync)).rejects.toThrow(/refused|not let in/);
      expect(laptop.texts(id)).not.toContain("Four");
      fern.close();
      laptop.close();
    });

    it("show their history on a new device of the other kind, by the words", async () => {
      const { fern, otter } = await friends(world());
      const id = await otter.running.messenger.create([fern.person.id], null);
      await otter.running.messenger.send(id, { text: "Remember this" });
      await settleAll(otter);
      await fern.run(sync);
      await fern.run((client) => write(client, id, { kind: "text", text: "I will", files: [], replyTo: null }));
      const [, mine = ""] =
        (await fern.run((client, terminal) => words(client, terminal))).join("\n").split(":").at(-1)?.split("\n") ?? [];
      expect(mine.split(" ")).toHaveLength(24);
      const phone = await world().openPocket(fern.person);
      await phone.running.messenger.enrol("Phone");
      await phone.running.messenger.unlockWithWords(mine.split(" "));
      phone.running.nudge(null);
      await settleAll(phone, otter);
      expect(await textsOf(phone, id)).toEqual(["Remember this", "I will"]);

      const theirs = await otter.running.messenger.newWords();
      await otter.running.messenger.keepWords(theirs);
      otter.running.nudge(null);
      await settleAll(otter);
      const terminal = await openTerminal(world(), otter.person);
      const [said = ""] = await terminal.run((client, to) => unlockWith(client, to, theirs.join(" ")));
      expect(said).toMatch(/with [2-9] messages from the archive$/);
      expect(terminal.texts(id)).toEqual(["Remember this", "I will"]);
      // The other device adds this one when it hears of the change of keys.
      otter.running.nudge(null);
      await settleAll(otter);
      await terminal.run((client) => write(client, id, { kind: "text", text: "Back again", files: [], replyTo: null }));
      await fern.run(sync);
      expect(fern.texts(id).at(-1)).toBe("Back again");
      await expect(terminal.run((client, to) => unlockWith(client, to, mine))).rejects.toThrow("not the words");
      fern.close();
      terminal.close();
    });
  });
}

/** What they do less often. */
export function describeMore(world: () => World): void {
  describe("a terminal and the app also", { timeout: 120_000 }, () => {
    it("archive under the next key after a device has removed itself", async () => {
      const { fern, otter } = await friends(world());
      const id = await otter.running.messenger.create([fern.person.id], null);
      await otter.running.messenger.send(id, { text: "Before" });
      await settleAll(otter);
      await fern.run(sync);
      const printed = await fern.run((client, to) => words(client, to));
      const laptop = await openTerminal(world(), fern.person, "Laptop");
      await laptop.run((client, to) => unlockWith(client, to, printed.join("\n").split("\n").at(-1) ?? ""));
      await laptop.run((client, to) => remove(client, to, client.state.device.id));
      await expect(laptop.run(sync)).rejects.toThrow(/not let in|refused/);
      await fern.run(async (client) => {
        client.now = () => Date.now() + 11 * 60_000;
        await sync(client);
      });
      expect(fern.client.archiveKey?.epoch).toBe(1);
      await otter.running.messenger.send(id, { text: "After" });
      await settleAll(otter);
      await fern.run(sync);
      const phone = await world().openPocket(fern.person);
      await phone.running.messenger.enrol("Phone");
      await phone.running.messenger.unlockWithWords((printed.join("\n").split("\n").at(-1) ?? "").split(" "));
      phone.running.nudge(null);
      await settleAll(phone);
      expect(await textsOf(phone, id)).toEqual(["Before", "After"]);
      fern.close();
      laptop.close();
    });

    it("exchange pictures, and reactions to them", async () => {
      const { fern, otter } = await friends(world());
      const bytes = new Uint8Array(1000).map((_, at) => at);
      const id = await otter.running.messenger.create([fern.person.id], null);
      const picture = { bytes, mediaType: "image/webp", width: 40, height: 30, alt: "An otter", thumbhash: null };
      await otter.running.messenger.send(id, { text: "Look", attachments: [picture] });
      await settleAll(otter);
      const folder = mkdtempSync(join(tmpdir(), "barker-files-"));
      const [saved = ""] = await fern.run((client, to) => save(client, to, `@${otter.person.handle}`, folder));
      expect(new Uint8Array(readFileSync(saved))).toEqual(bytes);
      expect(fern.texts(id)).toEqual(["Look [image/webp: An otter]"]);
      await fern.run((client) => react(client, `@${otter.person.handle}`, "🦦"));

      const path = join(folder, "mine.png");
      writeFileSync(path, bytes.subarray(0, 500));
      await fern.run((client) => attach(client, `@${otter.person.handle}`, path, "A pond"));
      await settleAll(otter);
      const { messages } = await otter.running.messenger.messages(id, { limit: 10 });
      expect(messages[0]?.reactions.map(({ emoji }) => emoji)).toEqual(["🦦"]);
      expect(messages[1]?.attachments).toMatchObject([{ mediaType: "image/png", alt: "A pond", size: 500 }]);
      const received = await otter.running.messenger.attachment(id, messages[1]?.id ?? "", 0);
      expect(received.bytes).toEqual(bytes.slice(0, 500));
      await fern.run((client) => edit(client, `@${otter.person.handle}`, "A pond in the wood"));
      await settleAll(otter);
      expect((await otter.running.messenger.messages(id, { limit: 10 })).messages[1]?.text).toBe("A pond in the wood");
      await fern.run((client) => unsend(client, `@${otter.person.handle}`));
      await settleAll(otter);
      expect((await otter.running.messenger.messages(id, { limit: 10 })).messages[1]?.kind).toBe("deleted");
      fern.close();
    });

    it("talk in a group that has three people and a name", async () => {
      const { fern, otter } = await friends(world());
      const maple = await openTerminal(world(), await world().makePerson());
      await world().befriend(maple.person, otter.person);
      const id = await otter.running.messenger.create([fern.person.id, maple.person.id], "Otter watch");
      await otter.running.messenger.send(id, { text: "Who saw it?" });
      await settleAll(otter);
      await fern.run(sync);
      await fern.run((client) => write(client, id, { kind: "text", text: "I did", files: [], replyTo: null }));
      await maple.run(sync);
      expect(maple.texts(id).slice(-2)).toEqual(["Who saw it?", "I did"]);
      expect(maple.client.conversation(id).name).toBe("Otter watch");
      await settleAll(otter);
      expect(await textsOf(otter, id)).toEqual(["Who saw it?", "I did"]);
      expect(await maple.run(async (client) => find(client, id.slice(0, 12)))).toEqual([]);
      fern.close();
      maple.close();
    });
  });
}

async function untilPrinted(terminal: TestTerminal, wanted: RegExp): Promise<string> {
  let found = "";
  await expect
    .poll(() => (found = terminal.printed.find((line) => wanted.test(line)) ?? ""), { timeout: 20_000 })
    .not.toBe("");
  return found;
}
