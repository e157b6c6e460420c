import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { env } from "@/lib/env";

/** A mail that the demo keeps instead of sending it. `at` in Unix ms. */
const KeptMail = z.object({ at: z.number(), to: z.string(), subject: z.string(), text: z.string() });
export type KeptMail = z.infer<typeof KeptMail>;

/** How mails leave this town: by a mail server, into a folder of the demo, or not at all. */
export function mailWay(): "server" | "folder" | "none" {
  if (env().BARKER_SMTP_URL !== "") return "server";
  return env().BARKER_DEMO === "on" ? "folder" : "none";
}

/** The folder in which the demo keeps mails. */
export function mailFolder(): string {
  return resolve(env().BARKER_DATA, "mail");
}

/** The mails that the demo keeps, newest first. */
export async function keptMails(): Promise<KeptMail[]> {
  const folder = mailFolder();
  const files = await readdir(folder).catch(() => []);
  const mails = await Promise.all(
    files
      .toSorted((a, b) => b.localeCompare(a))
      .map(async (file) => {
        // The oldest may be removed meanwhile.
        const text = await readFile(join(folder, file), "utf8").catch(() => null);
        return text === null ? [] : [KeptMail.parse(JSON.parse(text))];
      }),
  );
  return mails.flat();
}
