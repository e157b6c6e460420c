import { readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { env } from "@/lib/env";

/**
 * The secrets that belong to a town and not to its machine, by their names in `secrets.json`: with others, sessions,
 * pushes, reports or the key log would end. Passwords of stores are not among them.
 */
export const TownSecrets = z.object({
  barkerSecret: z.string(),
  nextAuthSecret: z.string(),
  vapidPublicKey: z.string().optional(),
  vapidPrivateKey: z.string().optional(),
  logKey: z.string().optional(),
  vrfKey: z.string().optional(),
  logOrigin: z.string().optional(),
  witnessKey: z.string().optional(),
});
export type TownSecrets = z.infer<typeof TownSecrets>;

/** The variables that give them to the processes; the witness gets its key from the launcher. */
const VARIABLES = {
  barkerSecret: "BARKER_SECRET",
  nextAuthSecret: "NEXTAUTH_SECRET",
  vapidPublicKey: "BARKER_VAPID_PUBLIC_KEY",
  vapidPrivateKey: "BARKER_VAPID_PRIVATE_KEY",
  logKey: "BARKER_LOG_KEY",
  vrfKey: "BARKER_VRF_KEY",
  logOrigin: "BARKER_LOG_ORIGIN",
} as const;

const fileIn = (data: string) => join(data, "secrets.json");

/** The secrets with which this Barker runs, from the environment and the data folder. */
export function townSecrets(): TownSecrets {
  const given = env();
  const kept = readKept(given.BARKER_DATA);
  const known = Object.entries(VARIABLES).map(([name, variable]) => [name, given[variable] || kept[name]]);
  return TownSecrets.parse({ ...Object.fromEntries(known), witnessKey: kept["witnessKey"] });
}

/** Writes secrets of a backup into the data folder, beside the passwords of its stores. */
export async function keepSecrets(secrets: TownSecrets): Promise<void> {
  const { BARKER_DATA } = env();
  const file = fileIn(BARKER_DATA);
  await mkdir(dirname(file), { recursive: true });
  const text = `${JSON.stringify({ ...readKept(BARKER_DATA), ...secrets }, null, 2)}\n`;
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

function readKept(data: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(fileIn(data), "utf8")));
  } catch (error) {
    // Processes that are started one by one have their secrets in the environment alone.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}
