import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PublishedCode } from "@/lib/keylog/log/schema";
import { VERSION } from "@/lib/version";

/** The bundle that holds keys and decrypts messages in browsers. */
const BUNDLE = join("public", "messages.js");

/** The code that this Barker gives to browsers, so that the log can say it to everybody alike; null: not built. */
export async function publishedCode(): Promise<PublishedCode | null> {
  try {
    const bytes = await readFile(join(/* turbopackIgnore: true */ process.cwd(), BUNDLE));
    return { semver: VERSION, sha256: createHash("sha256").update(bytes).digest() };
  } catch {
    return null;
  }
}
