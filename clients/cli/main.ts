import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { ChainFault } from "./chain-rules";
import { LogFault } from "./log/lookup";
import { NoAnswer, Refused } from "./app/api";
import { Malformed } from "./bytes";
import { Unopenable } from "./crypto";
import { MlsFault } from "./mls/profile";
import {
  chat,
  conversations,
  devices,
  history,
  link,
  openClient,
  register,
  remove,
  say,
  stopReset,
  unlockWith,
  verify,
  whoami,
  words,
  type Terminal,
} from "./app/commands";
import { attach, edit, react, save, unsend } from "./app/acts";
import { Problem, type Client } from "./app/client";
import { authorise } from "./app/oauth";
import { Locked, StateFile } from "./app/state";

const USAGE = `Encrypted messages of Barker in the terminal. Usage: npx tsx clients/cli/main.ts COMMAND [--state FILE]

  register ORIGIN [--name NAME]    allow this client, and make it a device of your account
  whoami                           this device and its account
  devices                          the devices of your account
  link                             on a new device: show a code
  link CODE [--yes]                on an old device: let the device of a code in
  unlock                           let this device in with your 24 recovery words, read from the input
  words                            make 24 recovery words, and begin the archive
  conversations                    your conversations
  send @HANDLE TEXT                write to somebody
  chat @HANDLE                     write what you type, show what comes; ends with the input
  react @HANDLE EMOJI              give an emoji to the newest message of others
  edit @HANDLE TEXT                change your newest message
  delete @HANDLE                   take your newest message back
  attach @HANDLE FILE [TEXT]       send a file as it is, with an alternative text
  save @HANDLE FOLDER              save the files of a conversation
  history @HANDLE                  what was written, also from the archive
  verify [--accept]                make all checks, replay the log, and accept what was found
  remove device ID                 remove a device of your account, or this one (the beginning of its id)
  veto                             stop somebody who announced that they will replace all your devices

The state is in ~/.barker-messages.json, or in FILE or BARKER_STATE. BARKER_TOKEN is used instead of asking for one.`;

const lines = () => createInterface({ input: process.stdin });
const terminal: Terminal = {
  out: (line) => process.stdout.write(`${line}\n`),
  async ask(question) {
    process.stderr.write(question);
    const reader = lines();
    try {
      for await (const line of reader) return line;
      return "";
    } finally {
      reader.close();
    }
  },
  lines,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    state: { type: "string", default: process.env["BARKER_STATE"] ?? join(homedir(), ".barker-messages.json") },
    name: { type: "string", default: "Terminal" },
    host: { type: "string" },
    yes: { type: "boolean", default: false },
    accept: { type: "boolean", default: false },
  },
});

async function run(file: StateFile, command: string, [first, ...rest]: string[]): Promise<number> {
  if (command === "register" && first !== undefined) {
    const { origin } = new URL(first);
    const ask = (address: string) =>
      terminal.ask(`Open this address, allow the client, and paste the code:\n${address}\n`);
    const token = process.env["BARKER_TOKEN"] ?? (await authorise(origin, ask));
    await register(file, terminal, {
      origin,
      token,
      name: values.name,
      ...(values.host !== undefined && { host: values.host }),
    });
    return 0;
  }
  const client = openClient(file, terminal);
  switch (command) {
    case "whoami":
      await whoami(client, terminal);
      return 0;
    case "devices":
      await devices(client, terminal);
      return 0;
    case "link":
      await link(client, terminal, first ?? null, values.yes);
      return 0;
    case "unlock":
      await unlockWith(client, terminal, await terminal.ask("Your 24 words: "));
      return 0;
    case "words":
      await words(client, terminal);
      return 0;
    case "conversations":
      await conversations(client, terminal);
      return 0;
    case "veto":
      await stopReset(client, terminal);
      return 0;
    case "verify":
      return (await verify(client, terminal, values.accept)) ? 0 : 2;
  }
  return perform(client, command, first, rest);
}

/** The commands about a conversation or a device. */
async function perform(client: Client, command: string, first: string | undefined, rest: string[]): Promise<number> {
  const [second = "", ...more] = rest;
  if (command === "remove" && first === "device" && second !== "") await remove(client, terminal, second);
  else if (command === "send" && first !== undefined) await say(client, terminal, first, rest.join(" "));
  else if (command === "chat" && first !== undefined) await chat(client, terminal, first);
  else if (command === "history" && first !== undefined) await history(client, terminal, first);
  else if (command === "react" && first !== undefined && second !== "") await react(client, first, second);
  else if (command === "edit" && first !== undefined && second !== "") await edit(client, first, rest.join(" "));
  else if (command === "delete" && first !== undefined) await unsend(client, first);
  else if (command === "attach" && first !== undefined && second !== "")
    await attach(client, first, second, more.join(" "));
  else if (command === "save" && first !== undefined && second !== "") await save(client, terminal, first, second);
  else throw new Problem(`there is no command like this\n${USAGE}`);
  return 0;
}

const EXPECTED = [Problem, Locked, Refused, NoAnswer, LogFault, ChainFault, MlsFault, Malformed, Unopenable];

const [command, ...operands] = positionals;
if (command === undefined || command === "help") terminal.out(USAGE);
else {
  let file: StateFile | null = null;
  try {
    file = new StateFile(values.state);
    process.exitCode = await run(file, command, operands);
  } catch (error) {
    if (!EXPECTED.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    file?.close();
  }
}
