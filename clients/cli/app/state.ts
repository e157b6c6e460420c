import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Chain } from "../chain-rules";

/* What this client keeps, in one file. Bytes are base64url, ids hexadecimal, times Unix ms. */

export interface Contact {
  chain: Chain;
  /** Where the log has the account, in hexadecimal. */
  index: string;
  person: string;
  handle: string;
  /** When the chain was looked up. */
  at: number;
}

export interface KeptMessage {
  id: string;
  at: number;
  /** 0 when it is unknown. */
  number: number;
  account: string;
  device: string;
  /** The message as it was encrypted. */
  content: string;
  frank: string | null;
}

/** Something that is to be sent, or was sent without an answer. */
export interface Outgoing {
  id: string;
  content: string;
  silent: boolean;
  at: number;
  encrypted: { generation: number; epoch: number; message: string; hash: string } | null;
}

/** A commit of this device that is not known to have won. */
export interface Pending {
  target: "conversation" | "generation" | "commit";
  generation: number;
  epoch: number;
  commit: string | null;
  welcome: string | null;
  hash: string | null;
  next: string;
  roster: { account_id: string; device_id: string }[];
  accounts: string[];
}

export interface Conversation {
  id: string;
  kind: "direct" | "group" | "self";
  generation: number;
  /** The newest generation that the server named. */
  newest: number;
  cursor: number;
  accounts: string[];
  leaving: string[];
  state: string;
  name: string | null;
  /** Seconds after which new messages disappear. */
  timer: number | null;
  /** The group's state by generation. */
  groups: Record<string, string>;
  /** This device cannot follow the group, and starts another when it has something to send. */
  isBroken: boolean;
  pending: Pending | null;
  outgoing: Outgoing[];
  messages: KeptMessage[];
  /** When this device committed last, and how many messages it sent since. */
  committedAt: number;
  sentSince: number;
  /** One line each about what could not be shown. */
  notices: { at: number; text: string }[];
}

export interface Claim {
  size: number;
  root: string;
  account: string;
}

export interface State {
  version: 1;
  origin: string;
  token: string;
  host: string;
  person: string;
  handle: string;
  device: { id: string; name: string; secret: string; isListed: boolean };
  account: string | null;
  counter: number;
  /** `scanned`: how many entries were read; `peaks`: their subtrees; `versions`: of the indices found, by index. */
  log: {
    policy: unknown;
    size: number;
    root: string;
    scanned: number;
    peaks: string[];
    versions: Record<string, number>;
  } | null;
  contacts: Record<string, Contact>;
  /** Private parts of KeyPackages, by their refs. */
  packages: Record<string, { bytes: string; isLastResort: boolean; at: number }>;
  conversations: Record<string, Conversation>;
  archive: {
    isOn: boolean;
    keys: Record<string, string>;
    /** The key of an epoch that this device begins, until the other devices have been told. */
    begun?: { epoch: number; key: string; wrapped: string } | undefined;
    waiting: { conversation: string; id: string }[];
  };
  /** What others saw of the log. */
  claims: Claim[];
  /** Checks that failed; nothing is sent until somebody looked at them. */
  alarms: { at: number; text: string; account: string | null }[];
}

/** The file is used by another process. */
export class Locked extends Error {
  override readonly name = "Locked";
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Two processes with one state would use keys twice, so a file says whose it is. */
function lock(path: string): () => void {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (isAlive(Number(readFileSync(path, "utf8")))) throw new Locked("another process uses this state");
      rmSync(path, { force: true });
    }
  }
  throw new Locked("another process uses this state");
}

/** The state of one device, read from a file and written back as a whole. */
export class StateFile {
  readonly #unlock: () => void;

  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    this.#unlock = lock(`${path}.lock`);
  }

  /** Null when there is no file yet. */
  read(): State | null {
    try {
      return JSON.parse(readFileSync(this.path, "utf8")) as State;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }

  /** The state is on the disk when this returns: all of it, or still the one before. */
  write(state: State): void {
    const next = `${this.path}.next`;
    const file = openSync(next, "w", 0o600);
    try {
      writeSync(file, JSON.stringify(state));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(next, this.path);
  }

  close(): void {
    this.#unlock();
  }
}
