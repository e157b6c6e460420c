import { toBase64Url, toHex } from "../bytes";
import { keyPair, random } from "../crypto";
import { Api, pause } from "./api";
import { catchUpArchive } from "./archive-epochs";
import { Client, handleOf, Problem } from "./client";
import { createConversation, differs } from "./groups";
import { archiveAll, load, upload } from "./history";
import { pull } from "./inbox";
import {
  acceptOffer,
  enrol,
  hasPackages,
  offerDevice,
  readOffer,
  refillPackages,
  removeDevice,
  setWords,
  unlock,
  veto,
} from "./keys";
import { linesOf, type Line } from "./messages";
import { send, write } from "./sending";
import type { Conversation, State, StateFile } from "./state";
import { compareClaims, replay, scan } from "./verify";

/* What the commands do. They print by `out`, and ask by `ask`. */

export interface Terminal {
  out: (line: string) => void;
  ask: (question: string) => Promise<string>;
  /** Lines that somebody types, until they end. */
  lines: () => AsyncIterable<string>;
}

/** Begins a state for a device of the person whose token this is, and enrols it. */
export async function register(
  file: StateFile,
  terminal: Terminal,
  options: { origin: string; token: string; name: string; host?: string },
): Promise<Client> {
  const { origin, token, name, host = new URL(origin).host } = options;
  const me = await new Api(origin, token).get("/api/v1/accounts/verify_credentials");
  const known = file.read();
  const { secret } = keyPair();
  const state: State = known ?? {
    version: 1,
    origin,
    token,
    host,
    person: me.at("id").string(),
    handle: me.at("acct").string(),
    device: { id: toHex(random(16)), name, secret: toBase64Url(secret), isListed: false },
    account: null,
    counter: 0,
    log: null,
    contacts: {},
    packages: {},
    conversations: {},
    archive: { isOn: false, keys: {}, waiting: [] },
    claims: [],
    alarms: [],
  };
  const client = new Client({ ...state, token }, file);
  client.save();
  const isIn = await enrol(client);
  terminal.out(
    isIn
      ? `@${state.handle} has this device now`
      : `@${state.handle} has devices already: let this one in by link or unlock`,
  );
  return client;
}

/** Opens the state of a device. @throws Problem when there is none */
export function openClient(file: StateFile, terminal: Terminal): Client {
  const state = file.read();
  if (state === null) throw new Problem("there is no state here yet: use register");
  const client = new Client(state, file);
  client.onNotice = (line) => terminal.out(`* ${line}`);
  return client;
}

/** Catches up: keys, inbox, what waits to be sent, the archive. */
export async function sync(client: Client): Promise<void> {
  client.requireListed();
  const chain = await client.lookUpAccount(client.account);
  client.requireListed();
  await pull(client);
  if (chain) await catchUpArchive(client, chain);
  await refillPackages(client);
  for (const { id, pending, outgoing, leaving } of Object.values(client.state.conversations)) {
    const isDue = pending !== null || outgoing.length > 0 || leaving.length > 0 || differs(client, id);
    if (isDue) await send(client, id);
  }
  await upload(client);
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 16).replace("T", " ");

export async function whoami(client: Client, { out }: Terminal): Promise<void> {
  const { state } = client;
  out(`@${state.handle} on ${state.origin}`);
  out(`account ${state.account ?? "none"}`);
  out(`device ${state.device.id} (${state.device.name}), ${state.device.isListed ? "listed" : "not let in"}`);
  if (state.log) out(`log of ${state.log.size} entries`);
}

export async function devices(client: Client, { out }: Terminal): Promise<void> {
  const chain = await client.lookUpAccount(client.account);
  const names = new Map(
    (await client.api.get("account"))
      .at("devices")
      .list()
      .map((json) => [json.at("device_id").id(), json.at("name").string()]),
  );
  for (const { id, addedSeq } of chain?.devices ?? []) {
    const own = id === client.state.device.id ? " (this one)" : "";
    out(`${id}  ${names.get(id) ?? "without a name"}${own}, since entry ${addedSeq}`);
  }
}

export async function link(client: Client, { out, ask }: Terminal, code: string | null, isSure = false): Promise<void> {
  if (code === null) {
    await offerDevice(client, (shown) => out(`On another device, use this code within five minutes:\n${shown}`));
    await sync(client);
    if (client.archiveKey) out(`${(await load(client)).read} messages from the archive`);
    return out("this device is in");
  }
  const offer = await readOffer(client, code);
  const isWanted =
    isSure ||
    /^y(es)?$/i.test((await ask(`Let "${offer.name}" into your account? It will read your messages. [y/N] `)).trim());
  if (!isWanted) return out("nothing was changed");
  await acceptOffer(client, offer);
  await hasPackages(client, offer.offer.device);
  for (const { id } of Object.values(client.state.conversations)) await send(client, id);
  out("it is in");
}

export async function unlockWith(client: Client, { out }: Terminal, typed: string): Promise<void> {
  await unlock(client, typed);
  await sync(client);
  const { read, refused } = client.archiveKey ? await load(client) : { read: 0, refused: 0 };
  out(`this device is in, with ${read} messages from the archive${refused > 0 ? `; ${refused} did not open` : ""}`);
}

export async function words(client: Client, { out }: Terminal): Promise<void> {
  await sync(client);
  const made = await setWords(client);
  archiveAll(client);
  await upload(client);
  out(
    `Write these 24 words down. They open your messages when all devices are lost, and nobody can show them again:\n${made}`,
  );
}

export async function conversations(client: Client, { out }: Terminal): Promise<void> {
  await sync(client);
  for (const conversation of Object.values(client.state.conversations)) {
    if (conversation.kind === "self") continue;
    const last = linesOf(client, conversation).at(-1);
    out(
      `${conversation.id.slice(0, 8)}  ${titleOf(client, conversation)}  ${last ? `${last.from}: ${last.text}` : ""}`,
    );
  }
}

function titleOf(client: Client, { kind, name, accounts, state }: Conversation): string {
  const others = accounts
    .filter((account) => account !== client.account)
    .map((account) => `@${handleOf(client, account)}`);
  return `${kind === "group" ? `${name ?? "group"} (${others.join(", ")})` : others.join("")}${state === "request" ? " [request]" : ""}`;
}

/** The conversation that somebody names by a handle, or by the beginning of its id. Begins one with a handle. */
export async function find(client: Client, name: string): Promise<string> {
  if (!name.startsWith("@")) {
    const found = Object.keys(client.state.conversations).filter((id) => id.startsWith(name));
    const [id] = found;
    if (id === undefined || found.length > 1) throw new Problem(`${found.length} conversations begin with "${name}"`);
    return id;
  }
  const person = await client.api.get("/api/v1/accounts/lookup", { acct: name.slice(1) });
  const contact = await client.api.get(`people/${person.at("id").string()}`);
  const account = contact.at("account_id").maybe((id) => id.id());
  if (account === null) throw new Problem(`${name} has no keys for encrypted messages`);
  await client.verifyContact(account, person);
  const existing = contact.at("conversation_id").maybe((id) => id.id());
  if (existing !== null) return existing;
  if (contact.at("contact").string() === "closed") throw new Problem(`${name} does not receive messages from you`);
  return createConversation(client, "direct", [client.account, account].toSorted());
}

const shown = ({ at, from, text, isEdited, reactions }: Line) =>
  `${dateOf(at)} @${from}: ${text}${isEdited ? " (edited)" : ""}${reactions.length > 0 ? `  ${reactions.join("")}` : ""}`;

export async function say(client: Client, { out }: Terminal, name: string, text: string): Promise<void> {
  await sync(client);
  await write(client, await find(client, name), { kind: "text", text, files: [], replyTo: null });
  await upload(client);
  out("sent");
}

export async function history(client: Client, { out }: Terminal, name: string): Promise<void> {
  await sync(client);
  if (client.state.archive.isOn && client.archiveKey) await load(client);
  const id = await find(client, name);
  const conversation = client.conversation(id);
  for (const line of linesOf(client, conversation)) out(shown(line));
  for (const { at, text } of conversation.notices) out(`${dateOf(at)} * ${text}`);
}

/** Shows what comes, and sends what is typed, until the input ends. */
export async function chat(client: Client, terminal: Terminal, name: string): Promise<void> {
  await sync(client);
  const id = await find(client, name);
  const printed = new Set<string>();
  const print = () => {
    for (const line of linesOf(client, client.conversation(id))) {
      const key = JSON.stringify(line);
      if (!printed.has(key)) terminal.out(shown(line));
      printed.add(key);
    }
  };
  let isOver = false;
  // One thing at a time: what is typed and what is fetched change the same state.
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) =>
    (turn = turn
      .then(work)
      .catch((error: unknown) => terminal.out(`! ${error instanceof Error ? error.message : String(error)}`)));
  const fetching = (async () => {
    while (!isOver) {
      await inTurn(async () => {
        await sync(client);
        print();
      });
      await pause(1000);
    }
  })();
  for await (const text of terminal.lines()) {
    if (text.trim() === "") continue;
    await inTurn(async () => {
      await write(client, id, { kind: "text", text, files: [], replyTo: null });
      print();
    });
  }
  isOver = true;
  await fetching;
}

/** All checks, and a replay of the whole log. */
export async function verify(client: Client, { out }: Terminal, accepts: boolean): Promise<boolean> {
  if (client.state.device.isListed) await pull(client);
  for (const [account] of Object.entries(client.state.contacts)) await client.lookUpAccount(account);
  const entries = await scan(client);
  const claims = await compareClaims(client);
  const { size, divergence } = await replay(client);
  out(
    `accounts looked up: ${Object.keys(client.state.contacts).length}; new entries of the log read: ${entries}; claims of others compared: ${claims}`,
  );
  out(
    divergence
      ? `the log is WRONG at entry ${divergence.position}: ${divergence.fault}`
      : `the log of ${size} entries is right`,
  );
  for (const { at, text } of client.state.alarms) out(`${dateOf(at)} ALARM: ${text}`);
  const isRight = client.state.alarms.length === 0;
  if (accepts && !isRight) {
    client.state.alarms = [];
    client.save();
    out("accepted: messages are sent again");
  }
  return isRight;
}

export async function remove(client: Client, { out }: Terminal, prefix: string): Promise<void> {
  const chain = await client.lookUpAccount(client.account);
  const found = (chain?.devices ?? []).filter(({ id }) => id.startsWith(prefix));
  const [device] = found;
  if (device === undefined || found.length > 1) throw new Problem(`${found.length} devices begin with "${prefix}"`);
  await pull(client);
  await removeDevice(client, device.id);
  out("removed");
}

/** Stops a reset, and forgets the alarm about it. */
export async function stopReset(client: Client, { out }: Terminal): Promise<void> {
  client.requireListed();
  await veto(client);
  client.state.alarms = client.state.alarms.filter(({ account }) => account !== client.account);
  client.save();
  out("the reset was stopped");
}
