import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestPerson } from "@/testing/people";
import type { Pocket } from "@/testing/pockets";
import type { Client } from "../app/client";
import { openClient, register } from "../app/commands";
import { linesOf } from "../app/messages";
import { StateFile } from "../app/state";

/** A server that both clients use: the real one, or one in memory. */
export interface World {
  /** A new person, and the address and token with which they are served. */
  makePerson: () => Promise<TestPerson>;
  access: (person: TestPerson) => Promise<{ origin: string; token: string }>;
  /** Makes two people follow each other. */
  befriend: (a: TestPerson, b: TestPerson) => Promise<void>;
  /** A device of the app without keys. */
  openPocket: (person: TestPerson) => Promise<Pocket>;
}

/** A terminal of a person, whose commands each begin with what is on the disk. */
export interface TestTerminal {
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
export async function openTerminal(world: World, person: TestPerson, name = "Terminal"): Promise<TestTerminal> {
  const { origin, token } = await world.access(person);
  const path = join(mkdtempSync(join(tmpdir(), "barker-cli-")), "state.json");
  const printed: string[] = [];
  const terminal = {
    out: (line: string) => void printed.push(line),
    ask: () => Promise.resolve("y"),
    lines: () => (async function* none() {})(),
  };
  let file = new StateFile(path);
  await register(file, terminal, { origin, token, name, host: "town.example" });
  const opened = () => {
    // Every command begins with what the one before left on the disk.
    file.close();
    file = new StateFile(path);
    return openClient(file, terminal);
  };
  const self: TestTerminal = {
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
