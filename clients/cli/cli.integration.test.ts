import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { driver } from "@/lib/neo4j";
import { apiUrl } from "@/testing/api";
import { plantFollows } from "@/testing/follows";
import { enrolledPocket, openPocket, startKeyLog } from "@/testing/messengers";
import { settleAll, textsOf, type Pocket } from "@/testing/pockets";
import { makePerson, makeToken, type TestPerson } from "@/testing/people";
import type { Client } from "./app/client";
import {
  conversations,
  find,
  history,
  link,
  openClient,
  register,
  remove,
  say,
  sync,
  unlockWith,
  verify,
  words,
} from "./app/commands";
import { linesOf } from "./app/messages";
import { write } from "./app/sending";
import { StateFile } from "./app/state";

/* Devices of this client and of the app talk by the real server. */

let endLog: () => Promise<void>;
beforeAll(async () => {
  endLog = await startKeyLog();
});
afterAll(async () => {
  await endLog();
  await driver().close();
});

interface Terminal {
  person: TestPerson;
  client: Client;
  path: string;
  printed: string[];
  /** What it prints by a command. */
  run: (
    command: (
      client: Client,
      terminal: { out: (line: string) => void; ask: () => Promise<string>; lines: () => AsyncIterable<string> },
    ) => Promise<unknown>,
  ) => Promise<string[]>;
  /** The texts of a conversation as it shows them. */
  texts: (id: string) => string[];
  close: () => void;
}

/** A terminal of a person, with a state file of its own. */
async function openTerminal(person: TestPerson, name = "Terminal"): Promise<Terminal> {
  const { token } = await makeToken(person.id, ["messages", "read:accounts"]);
  const path = join(mkdtempSync(join(tmpdir(), "barker-cli-")), "state.json");
  const printed: string[] = [];
  const terminal = {
    out: (line: string) => void printed.push(line),
    ask: () => Promise.resolve("y"),
    lines: () => (async function* none() {})(),
  };
  let file = new StateFile(path);
  await register(file, terminal, { origin: await apiUrl(), token, name, host: "town.example" });
  const opened = () => {
    // Every command begins with what the one before left on the disk.
    file.close();
    file = new StateFile(path);
    return openClient(file, terminal);
  };
  const self: Terminal = {
    person,
    path,
    printed,
    client: opened(),
    async run(command) {
      self.client = opened();
      printed.length = 0;
      await command(self.client, terminal);
      return [...printed];
    },
    texts: (id) => linesOf(self.client, self.client.conversation(id)).map(({ text }) => text),
    close: () => file.close(),
  };
  return self;
}

const newTerminal = async () => openTerminal(await makePerson());

async function befriend(a: TestPerson, b: TestPerson): Promise<void> {
  await plantFollows(a.id, [b]);
  await plantFollows(b.id, [a]);
}

/** A terminal and a device of the app, of people who follow each other. */
async function friends(): Promise<{ fern: Terminal; otter: Pocket }> {
  const [fern, otter] = [await newTerminal(), await enrolledPocket()];
  await befriend(fern.person, otter.person);
  return { fern, otter };
}

describe("a terminal and the app", () => {
  it("exchange messages, replies, reactions, edits and deletions, whoever begins", async () => {
    const { fern, otter } = await friends();
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
    const { fern, otter } = await friends();
    const id = await otter.running.messenger.create([fern.person.id], null);
    await otter.running.messenger.send(id, { text: "One" });
    await settleAll(otter);

    // The app's device of the same person, let in by the terminal.
    const phone = await openPocket(fern.person);
    await phone.running.messenger.enrol("Phone");
    const { code } = await phone.running.messenger.offerLink();
    await fern.run(sync);
    await fern.run((client, terminal) => link(client, terminal, code));
    await settleAll(phone, otter, phone);
    await otter.running.messenger.send(id, { text: "Two" });
    await settleAll(otter, phone);
    expect(await textsOf(phone, id)).toEqual(["Two"]);

    // A second terminal, let in by the app's device.
    const laptop = await openTerminal(fern.person, "Laptop");
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
    const { fern, otter } = await friends();
    const id = await otter.running.messenger.create([fern.person.id], null);
    await otter.running.messenger.send(id, { text: "Remember this" });
    await settleAll(otter);
    await fern.run(sync);
    await fern.run((client) => write(client, id, { kind: "text", text: "I will", files: [], replyTo: null }));
    const [, mine = ""] =
      (await fern.run((client, terminal) => words(client, terminal))).join("\n").split(":").at(-1)?.split("\n") ?? [];
    expect(mine.split(" ")).toHaveLength(24);
    const phone = await openPocket(fern.person);
    await phone.running.messenger.enrol("Phone");
    await phone.running.messenger.unlockWithWords(mine.split(" "));
    await settleAll(phone, otter, phone);
    await expect
      .poll(async () => (await settleAll(phone), textsOf(phone, id)), { timeout: 20_000 })
      .toEqual(["Remember this", "I will"]);

    const theirs = await otter.running.messenger.newWords();
    await otter.running.messenger.keepWords(theirs);
    await settleAll(otter);
    const terminal = await openTerminal(otter.person);
    const [said = ""] = await terminal.run((client, to) => unlockWith(client, to, theirs.join(" ")));
    expect(said).toMatch(/with [2-9] messages from the archive$/);
    expect(terminal.texts(id)).toEqual(["Remember this", "I will"]);
    await terminal.run((client) => write(client, id, { kind: "text", text: "Back again", files: [], replyTo: null }));
    await fern.run(sync);
    expect(fern.texts(id).at(-1)).toBe("Back again");
    await expect(terminal.run((client, to) => unlockWith(client, to, mine))).rejects.toThrow("not the words");
    fern.close();
    terminal.close();
  });

  it("talk in a group that has three people and a name", async () => {
    const { fern, otter } = await friends();
    const maple = await newTerminal();
    await befriend(maple.person, otter.person);
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

async function untilPrinted(terminal: Terminal, wanted: RegExp): Promise<string> {
  let found = "";
  await expect
    .poll(() => (found = terminal.printed.find((line) => wanted.test(line)) ?? ""), { timeout: 20_000 })
    .not.toBe("");
  return found;
}
