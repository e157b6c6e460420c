import { decode, encode } from "cborg";
import { Locks } from "@/lib/messenger/locks";
import type { MessengerStorage } from "@/lib/messenger/ports";
import type { RecordOf } from "@/lib/messenger/records";

/** The key up to its last slash. */
const folderOf = (key: string) => key.slice(0, key.lastIndexOf("/") + 1);

/** What is loaded at the start. Messages and files are loaded when they are first needed. */
const LAZY = ["message/", "file/", "group/", "entry/"];

/**
 * The records of the device, in memory as far as they were loaded. Records are never changed in place: `Work` collects
 * new versions, and shows them to nobody else until they are durable.
 */
export class RecordStore {
  /** By everything up to the last slash of the key, then by key. */
  readonly #loaded = new Map<string, Map<string, unknown>>();
  readonly #prefixes = new Set<string>();
  readonly #locks = new Locks();

  private constructor(readonly storage: MessengerStorage) {}

  static async open(storage: MessengerStorage): Promise<RecordStore> {
    const store = new RecordStore(storage);
    const kinds = [
      "device",
      "counter",
      "log",
      "archive",
      "chain/",
      "package/",
      "conversation/",
      "reading/",
      "outgoing/",
      "archived/",
    ];
    await Promise.all([...kinds, "claim/", "alarm/"].map((prefix) => store.load(prefix)));
    return store;
  }

  /** Reads all records whose key begins with a prefix, unless they are in memory. */
  async load(prefix: string): Promise<void> {
    if (this.#prefixes.has(prefix)) return;
    await this.#locks.run(prefix, async () => {
      if (this.#prefixes.has(prefix)) return;
      for (const [key, value] of await this.storage.list(prefix)) {
        const folder = this.#folder(key);
        if (!folder.has(key)) folder.set(key, decode(value));
      }
      this.#prefixes.add(prefix);
    });
  }

  get<Key extends string>(key: Key): RecordOf<Key> | undefined {
    return this.#loaded.get(folderOf(key))?.get(key) as RecordOf<Key> | undefined;
  }

  /** A record that is not kept in memory. */
  async fetch<Key extends string>(key: Key): Promise<RecordOf<Key> | undefined> {
    const value = await this.storage.get(key);
    return value && (decode(value) as RecordOf<Key>);
  }

  /** All loaded records whose key begins with a prefix, by ascending key. */
  all<Prefix extends string>(prefix: Prefix): RecordOf<`${Prefix}x`>[] {
    return this.entries(prefix).map(([, value]) => value);
  }

  entries<Prefix extends string>(prefix: Prefix): [key: string, value: RecordOf<`${Prefix}x`>][] {
    const exact = this.#loaded.get(prefix);
    const folders = exact
      ? [exact]
      : [...this.#loaded].flatMap(([name, folder]) => (name.startsWith(prefix) ? [folder] : []));
    const found = folders.flatMap((folder) => [...folder]);
    return found.toSorted(([a], [b]) => (a < b ? -1 : 1)) as [string, RecordOf<`${Prefix}x`>][];
  }

  /** Makes changes durable together, and only then visible. */
  async write(changes: ReadonlyMap<string, unknown>): Promise<void> {
    if (changes.size === 0) return;
    const encoded = [...changes].map(([key, value]): [string, Uint8Array | null] => [
      key,
      value === null ? null : encode(value),
    ]);
    await this.storage.write(new Map(encoded));
    for (const [key, value] of changes) {
      if (value === null) this.#folder(key).delete(key);
      else if (!LAZY.some((prefix) => key.startsWith(prefix)) || this.#isLoaded(key)) this.#folder(key).set(key, value);
    }
  }

  async clear(): Promise<void> {
    await this.storage.clear();
    this.#loaded.clear();
  }

  #isLoaded(key: string): boolean {
    return this.#prefixes.has(folderOf(key));
  }

  #folder(key: string): Map<string, unknown> {
    const name = folderOf(key);
    const folder = this.#loaded.get(name) ?? new Map<string, unknown>();
    this.#loaded.set(name, folder);
    return folder;
  }
}

/** Changes that become durable together. Reads through it see them already. */
export class Work {
  readonly #changes = new Map<string, unknown>();
  readonly #after: (() => void)[] = [];

  constructor(readonly store: RecordStore) {}

  get<Key extends string>(key: Key): RecordOf<Key> | undefined {
    if (this.#changes.has(key)) return (this.#changes.get(key) ?? undefined) as RecordOf<Key> | undefined;
    return this.store.get(key);
  }

  put<Key extends string>(key: Key, value: RecordOf<Key>): void {
    this.#changes.set(key, value);
  }

  /** Replaces some fields of a record that exists. */
  patch<Key extends string>(key: Key, fields: Partial<RecordOf<Key>>): void {
    const before = this.get(key);
    if (before !== undefined) this.#changes.set(key, { ...(before as object), ...fields });
  }

  delete(key: string): void {
    this.#changes.set(key, null);
  }

  /** Runs when the changes are durable. */
  after(act: () => void): void {
    this.#after.push(act);
  }

  get isEmpty(): boolean {
    return this.#changes.size === 0;
  }

  async commit(): Promise<void> {
    await this.store.write(this.#changes);
    this.#changes.clear();
    for (const act of this.#after.splice(0)) act();
  }
}
