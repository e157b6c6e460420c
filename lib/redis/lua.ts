import { readFileSync } from "node:fs";
import { join } from "node:path";

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
  | "start_epoch"
  | "order_note"
  | "home_merge"
  | "home_remove";

/** The text of a script; ones that share the delivery of one event include it by name. */
export function lua(name: ScriptName): string {
  return file(name).replace(/^-- include (\w+)$/gm, (_, shared: string) => file(shared));
}

function file(name: string): string {
  return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), "lib/redis/lua", `${name}.lua`), "utf8");
}
