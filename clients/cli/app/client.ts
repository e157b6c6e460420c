import { fromBase64Url, toBase64Url, toHex } from "../bytes";
import type { ArchiveKey } from "../archive";
import type { Chain } from "../chain-rules";
import { keyPair, sha256, type KeyPair } from "../crypto";
import { checkLookup, LogFault, policyOf, type Answer } from "../log/lookup";
import { Json } from "../json";
import type { Authorise, Own } from "../mls/profile";
import { Api, pause, Refused } from "./api";
import type { Contact, Conversation, State, StateFile } from "./state";

/** Something that a person has to know or decide. */
export class Problem extends Error {
  override readonly name = "Problem";
}

const FRESH = 60_000;

/** One device: its state, and the way to its server. */
export class Client {
  readonly api: Api;

  constructor(
    readonly state: State,
    readonly file: Pick<StateFile, "write">,
  ) {
    this.api = new Api(state.origin, state.token);
  }

  now(): number {
    return Date.now();
  }

  save(): void {
    this.file.write(this.state);
  }

  get keys(): KeyPair {
    return keyPair(fromBase64Url(this.state.device.secret));
  }

  /** The account, if there is one. */
  get account(): string {
    if (this.state.account === null) throw new Problem("there is no account yet: use register");
    return this.state.account;
  }

  get own(): Own {
    const { host, device } = this.state;
    return { host, account: this.account, device: device.id, secret: fromBase64Url(device.secret) };
  }

  get archiveKey(): ArchiveKey | null {
    const epoch = Math.max(-1, ...Object.keys(this.state.archive.keys).map(Number));
    const key = this.state.archive.keys[epoch];
    return key === undefined ? null : { account: this.account, epoch, key: fromBase64Url(key) };
  }

  /** @throws Problem for one that this device does not know */
  conversation(id: string): Conversation {
    const known = this.state.conversations[id];
    if (!known) throw new Problem("this device does not know the conversation");
    return known;
  }

  requireListed(): void {
    if (!this.state.device.isListed) throw new Problem("this device is not let in yet: use link or unlock");
  }

  /** Nothing is sent while a check of the keys has failed. */
  requireNoAlarm(accounts: readonly string[] = []): void {
    const alarm = this.state.alarms.find(({ account }) => account === null || accounts.includes(account));
    if (alarm) throw new Problem(`a check failed: ${alarm.text}. Nothing is sent until "verify --accept"`);
  }

  alarm(text: string, account: string | null = null): void {
    const isKnown = this.state.alarms.some((alarm) => alarm.text === text && alarm.account === account);
    if (!isKnown) this.state.alarms.push({ at: this.now(), text, account });
    this.save();
  }

  /** The verified answer about a label, from which the log is remembered. @throws LogFault, which is remembered too */
  async #lookUp(label: string, chain: Chain | null): Promise<Answer> {
    const { log } = this.state;
    const policy = log?.policy ?? (await this.api.get("policy")).value;
    const query = { label, known_seq: chain?.seq ?? -1, since: log?.size ?? 0 };
    const answer = await this.api.get("lookup", query);
    const last = log && { size: log.size, root: fromBase64Url(log.root) };
    try {
      const known = { label, policy: policyOf(new Json(policy)), last, chain, version: null, now: this.now() };
      const checked = checkLookup(answer, known);
      const { size, root } = checked.head;
      this.state.log = { scanned: 0, peaks: [], versions: {}, ...log, policy, size, root: toBase64Url(root) };
      return checked;
    } catch (error) {
      if (error instanceof LogFault) this.alarm(error.message);
      throw error;
    }
  }

  /** The chain of an account as the log has it now; null for one without keys. */
  async lookUpAccount(account: string): Promise<Chain | null> {
    const known = this.state.contacts[account];
    const { chain, index } = await this.#lookUp(`acct:${account}`, known?.chain ?? null);
    if (chain === null) return null;
    if (known && chain.seq > known.chain.seq) await this.#noteChange(account, known, chain);
    const contact: Contact = { person: "", handle: "", ...known, chain, index: toHex(index), at: this.now() };
    this.state.contacts[account] = contact;
    this.save();
    return chain;
  }

  /** The same, unless it was looked up within the last minute. */
  async freshChain(account: string): Promise<Chain> {
    const known = this.state.contacts[account];
    const chain = known && this.now() - known.at < FRESH ? known.chain : await this.lookUpAccount(account);
    if (chain === null) throw new Problem("they have no keys for encrypted messages");
    return chain;
  }

  /** C9: what changed in somebody's chain is told, and a reset stops sending. */
  async #noteChange(account: string, { chain: before, handle }: Contact, chain: Chain): Promise<void> {
    const who = account === this.state.account ? "your account" : `@${handle}`;
    const had = new Set(before.devices.map(({ id }) => id));
    const isOther = before.devices.every(({ id }) => !chain.devices.some((device) => device.id === id));
    if (isOther && chain.type !== "close") this.alarm(`the keys of ${who} were replaced by a reset`, account);
    if (chain.pending && account === this.state.account) {
      this.alarm("somebody announced that they will replace all your devices: veto it, if it was not you", account);
    }
    const added = chain.devices.filter(({ id }) => !had.has(id) && id !== this.state.device.id);
    for (const { id } of added) this.tell(`${who}: device ${id.slice(0, 8)} was added`);
    for (const id of had) {
      if (!chain.devices.some((device) => device.id === id)) this.tell(`${who}: device ${id.slice(0, 8)} was removed`);
    }
    const isOut = account === this.state.account && !chain.devices.some(({ id }) => id === this.state.device.id);
    if (isOut && this.state.device.isListed) {
      this.state.device.isListed = false;
      this.tell("this device was removed from your account");
    }
  }

  /** Shows a line about keys. */
  tell(line: string): void {
    this.onNotice(line);
  }

  onNotice: (line: string) => void = () => {};

  /** The account that the log gives a handle to, or null. */
  async ownerOf(handle: string): Promise<string | null> {
    const { owner } = await this.#lookUp(`handle:${handle.toLowerCase()}`, null);
    this.save();
    return owner;
  }

  /** Verifies that an account is the one of its person's handle, and remembers who they are. */
  async verifyContact(account: string, person?: Json): Promise<void> {
    await this.freshChain(account);
    const about = person ?? (await this.api.find(`accounts/${account}`))?.at("account");
    // People who are suspended or leaving have no handle to compare; their devices are verified by the chain.
    if (!about) return;
    const handle = about.at("acct").string();
    const known = this.state.contacts[account];
    if (!known || known.handle === handle) return;
    // A handle that was changed a moment ago gets into the log some seconds later.
    let owner = await this.ownerOf(handle);
    for (let attempt = 0; attempt < 5 && owner !== account; attempt += 1) {
      await pause(1000);
      owner = await this.ownerOf(handle);
    }
    if (owner !== account) {
      this.alarm(`the log gives @${handle} another account than the server does`, account);
      throw new Problem(`the log gives @${handle} another account than the server does`);
    }
    this.state.contacts[account] = { ...known, handle, person: about.at("id").string() };
    this.save();
  }

  /** C10: whether the chain of a device's account lists it. */
  readonly authorise: Authorise = async (member, former) => {
    const isIn = (chain: Chain | null) =>
      chain !== null &&
      (chain.devices.some(({ id, key }) => id === member.device && key === member.key) ||
        (former && chain.removedKeys.includes(member.key)));
    return isIn(this.state.contacts[member.account]?.chain ?? null) || isIn(await this.lookUpAccount(member.account));
  };

  /** Sends a request that carries the device's counter. @throws Problem when the device was copied or removed */
  async post(path: string, body: Record<string, unknown>): Promise<Json> {
    this.state.counter += 1;
    this.save();
    try {
      return await this.api.post(path, { ...body, device_id: this.state.device.id, counter: this.state.counter });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === "unknown_device") throw new Problem("this device is no longer one of your account");
      if (error.code === "device_cloned") {
        this.state.device.isListed = false;
        this.save();
        throw new Problem("this state was used elsewhere too: remove this device and register anew");
      }
      throw error;
    }
  }
}

/** The hash by which the server names a message. */
export const hashOf = (bytes: Uint8Array): string => toBase64Url(sha256(bytes));
export const handleOf = ({ state }: Client, account: string): string =>
  account === state.account ? state.handle : state.contacts[account]?.handle || account.slice(0, 8);
