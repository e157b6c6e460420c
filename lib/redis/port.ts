import { away } from "@/lib/errors";
import { storeBudgetLeft, withTimeout, StoreTimeoutError } from "@/lib/store-timeout";
import { script, type ScriptName } from "@/lib/redis/lua";
import { singleton } from "@/lib/singleton";

/** The commands that are used outside of scripts. With either client, strings are returned as strings. */
export interface RedisCommands {
  ping(): Promise<unknown>;
  get(key: string): Promise<string | null>;
  getdel(key: string): Promise<string | null>;
  set(key: string, value: string, seconds: number): Promise<unknown>;
  publish(channel: string, message: string): Promise<unknown>;
  /** Members of a sorted set from the highest score down, each followed by its score. */
  highest(key: string, from: number, to: number): Promise<string[]>;
}

/** A Redis client, before scripts, time limits and errors are added. */
export interface RedisAdapter extends RedisCommands {
  evalsha(digest: string, keys: string[], args: string[]): Promise<unknown>;
  eval(text: string, keys: string[], args: string[]): Promise<unknown>;
}

/**
 * Redis for both processes. A request waits for it only briefly.
 * Every method throws ApiError `away` when Redis does not answer or cannot execute commands now.
 */
export interface RedisPort extends RedisCommands {
  /** Runs a script of `lib/redis/lua/`. */
  runScript(name: ScriptName, keys: string[], args: string[]): Promise<unknown>;
}

/** How long (ms) a request waits for one command, and for how long no request tries Redis after a timeout. */
const COMMAND_TIMEOUT_MS = 900;
const BACK_OFF_MS = 2_000;

const backOff = singleton("redis-back-off", () => ({ until: 0 }));

/** Errors of a Redis that cannot execute commands now: it is full, loading, busy, or a replica. */
export const REDIS_REFUSES =
  /^(OOM|LOADING|BUSY|READONLY|MISCONF|MASTERDOWN|NOREPLICAS|CLUSTERDOWN|TRYAGAIN|UNKILLABLE)\b/;

/** Adds scripts, the time limit and a single error for "unavailable" to a client. */
export function createPort(adapter: RedisAdapter): RedisPort {
  return {
    ping: () => ask(() => adapter.ping()),
    get: (key) => ask(() => adapter.get(key)),
    getdel: (key) => ask(() => adapter.getdel(key)),
    set: (key, value, seconds) => ask(() => adapter.set(key, value, seconds)),
    publish: (channel, message) => ask(() => adapter.publish(channel, message)),
    highest: (key, from, to) => ask(() => adapter.highest(key, from, to)),
    runScript: (name, keys, args) => ask(() => runOn(adapter, name, keys, args)),
  };
}

/** Runs it by its digest, which Redis knows once the script has run there. */
async function runOn(adapter: RedisAdapter, name: ScriptName, keys: string[], args: string[]): Promise<unknown> {
  const { text, digest } = script(name);
  try {
    return await adapter.evalsha(digest, keys, args);
  } catch (error) {
    if (!(error instanceof Error) || !/\bNOSCRIPT\b/.test(error.message)) throw error;
    return adapter.eval(text, keys, args);
  }
}

/** While Redis does not answer, only one request per interval waits for it; work outside of requests has no limit. */
async function ask<T>(command: () => Promise<T>): Promise<T> {
  const isRequest = storeBudgetLeft() !== null;
  if (isRequest && performance.now() < backOff().until)
    throw away(new StoreTimeoutError("Redis has just not answered"));
  try {
    return await (isRequest ? withTimeout("Redis", command(), COMMAND_TIMEOUT_MS) : command());
  } catch (error) {
    if (error instanceof StoreTimeoutError) backOff().until = performance.now() + BACK_OFF_MS;
    throw isFault(error) ? error : away(error);
  }
}

/** Whether Redis answered that the command itself is wrong. */
function isFault(error: unknown): boolean {
  return error instanceof Error && error.name === "ReplyError" && !REDIS_REFUSES.test(error.message);
}
