import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
/** Kept between runs, so that only the first one compiles it. */
export const GO_MASTODON = resolve(".barker", "engines", "go-mastodon");

/** Compiles the client. @returns why it is not available, or null */
export async function buildGoMastodon(): Promise<string | null> {
  // What is there is used: another version of Go is not downloaded.
  const env = { ...process.env, GOTOOLCHAIN: "local" };
  try {
    await run("go", ["version"], { env });
  } catch {
    return "there is no go";
  }
  try {
    await run("go", ["build", "-o", GO_MASTODON, "."], { cwd: "testing/go-mastodon", env, timeout: 170_000 });
    return null;
  } catch (error) {
    const { stderr = "" } = error as { stderr?: string };
    // A registry that is missing, or a Go that is too old, is no fault of ours; code that does not compile is.
    if (/requires go >=|dial tcp|no such host|proxy/.test(stderr)) return "go-mastodon cannot be installed";
    throw error;
  }
}
