import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { env } from "@/lib/env";
import { call } from "@/testing/api";
import { cookieOf, type TestPerson } from "@/testing/people";
import { settleAll, textsOf } from "@/testing/pockets";
import { realWorld } from "./testing/real";

/* The program as people start it. */

let world: Awaited<ReturnType<typeof realWorld>>;
beforeAll(async () => {
  world = await realWorld();
});
afterAll(() => world.end());

interface Started {
  process: ChildProcess;
  /** What it printed so far. */
  printed: () => string;
  ended: Promise<number | null>;
}

function start(state: string, args: string[]): Started {
  const program = spawn(process.execPath, ["--import", "tsx", "clients/cli/main.ts", ...args, "--state", state]);
  let printed = "";
  for (const stream of [program.stdout, program.stderr]) stream.on("data", (bytes) => (printed += String(bytes)));
  const ended = new Promise<number | null>((resolve) => program.on("close", resolve));
  return { process: program, printed: () => printed, ended };
}

async function run(state: string, ...args: string[]): Promise<{ code: number | null; printed: string }> {
  const started = start(state, args);
  started.process.stdin?.end();
  return { code: await started.ended, printed: started.printed() };
}

const newState = () => join(mkdtempSync(join(tmpdir(), "barker-main-")), "state.json");

/** The code that the person is shown after they allowed the client whose address was printed. */
async function allow(person: TestPerson, printed: string): Promise<string> {
  const { searchParams } = new URL(/https?:\/\/\S+\/oauth\/authorize\S+/.exec(printed)?.[0] ?? "");
  expect(searchParams.get("scope")).toBe("messages read:accounts");
  const { json } = await call("POST", "/api/v1/barker/authorizations", {
    headers: { cookie: await cookieOf(person.id), origin: env().BARKER_ORIGIN },
    json: { ...Object.fromEntries(searchParams), granted: true },
  });
  return z.object({ code: z.string() }).parse(json).code;
}

it("a person registers, chats, is killed and goes on, reads what was written, and verifies", async () => {
  const state = newState();
  const [person, other] = [await world.makePerson(), await world.makePerson()];
  await world.befriend(person, other);
  const otter = await world.openPocket(other);
  await otter.running.messenger.enrol("Phone");
  await otter.running.settle();
  const { origin } = await world.access(person);
  const registered = start(state, ["register", origin, "--name", "Test", "--host", "town.example"]);
  await expect.poll(registered.printed, { timeout: 15_000 }).toContain("/oauth/authorize");
  registered.process.stdin?.end(`${await allow(person, registered.printed())}\n`);
  expect(await registered.ended, registered.printed()).toBe(0);
  expect(registered.printed()).toContain(`@${person.handle} has this device now\n`);
  expect(statSync(state).mode & 0o777).toBe(0o600);

  const chat = start(state, ["chat", `@${other.handle}`]);
  chat.process.stdin?.write("Hello from a process\n");
  await expect.poll(chat.printed, { timeout: 15_000 }).toContain(`@${person.handle}: Hello from a process`);
  await settleAll(otter);
  const [conversation] = (await otter.running.messenger.conversations()).open;
  const id = conversation?.id ?? "";
  expect(await textsOf(otter, id)).toEqual(["Hello from a process"]);
  await otter.running.messenger.send(id, { text: "Hello, process" });
  await settleAll(otter);
  await expect.poll(chat.printed, { timeout: 15_000 }).toContain(`@${other.handle}: Hello, process`);
  expect(await run(state, "whoami")).toEqual({ code: 1, printed: "another process uses this state\n" });
  chat.process.kill("SIGKILL");
  await chat.ended;

  expect(await run(state, "send", `@${other.handle}`, "Still", "here")).toEqual({ code: 0, printed: "sent\n" });
  await settleAll(otter);
  expect(await textsOf(otter, id)).toEqual(["Hello from a process", "Hello, process", "Still here"]);
  const history = await run(state, "history", id.slice(0, 8));
  expect(
    history.printed
      .trim()
      .split("\n")
      .map((line) => line.slice(17)),
  ).toEqual([
    `@${person.handle}: Hello from a process`,
    `@${other.handle}: Hello, process`,
    `@${person.handle}: Still here`,
  ]);
  const verified = await run(state, "verify");
  expect(verified.printed).toMatch(/the log of \d+ entries is right\n$/);
  expect(verified.code).toBe(0);
}, 120_000);
