import { createHmac } from "node:crypto";
import { toWords } from "@/lib/archive/recovery";
import { env } from "@/lib/env";

/**
 * The 24 recovery words of the demo's visitor. Every browser in which somebody tries the demo is a device of this one
 * account, and opens its messages with these words, so its messages are not private. Nobody else's words are known here.
 */
export function demoWords(): string[] {
  return toWords(createHmac("sha256", env().BARKER_SECRET).update("demo recovery words").digest()).split(" ");
}
