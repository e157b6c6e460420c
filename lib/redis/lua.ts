import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SCRIPT_CONSTANTS } from "@/lib/redis/keys";
import { singleton } from "@/lib/singleton";

/** The scripts of `lib/redis/lua/`; each begins with a description of its KEYS and ARGV. */
export type ScriptName =
  | "alerts_fill"
  | "alerts_page"
  | "alerts_settle"
  | "push_lock"
  | "push_queue"
  | "push_recall"
  | "push_commit"
  | "push_take"
  | "publish_event"
  | "publish_events"
  | "home_page"
  | "home_fill"
  | "recent_add"
  | "high_follower_announce"
  | "enqueue_job"
  | "deliver_bark"
  | "deliver_edit"
  | "deliver_deletion"
  | "popular_settle"
  | "popular_expire"
  | "trends_note"
  | "trends_top"
  | "connect"
  | "broadcast"
  | "start_epoch"
  | "order_note"
  | "refusal_note"
  | "mail_failed"
  | "home_merge"
  | "home_remove"
  | "limit_use";

/** A script as Redis gets it, and the digest by which Redis knows it once it has run. */
export interface LuaScript {
  text: string;
  digest: string;
}

const known = singleton("lua", () => new Map<ScriptName, LuaScript>());

/** A script with its includes, preceded by the constants of `keys.ts` that it names. */
export function script(name: ScriptName): LuaScript {
  let made = known().get(name);
  if (!made) {
    const text = assemble(file(name));
    made = { text, digest: createHash("sha1").update(text).digest("hex") };
    known().set(name, made);
  }
  return made;
}

/** Inserts included files and named constants into a script. */
export function assemble(source: string): string {
  const body = source.replace(/^-- include (\w+)$/gm, (_, shared: string) => file(shared));
  const named = new Set(body.match(/\b[A-Z][A-Z_]+\b/g));
  const used = Object.entries(SCRIPT_CONSTANTS).filter(([constant]) => named.has(constant));
  const prelude = used.map(([constant, value]) => `local ${constant} = ${JSON.stringify(value)}\n`);
  return prelude.join("") + body;
}

function file(name: string): string {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "lib/redis/lua", `${name}.lua`), "utf8");
}
