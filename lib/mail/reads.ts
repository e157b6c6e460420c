import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { env } from "@/lib/env";
import { failedMails } from "@/lib/mail/cache";
import { mailServerOf } from "@/lib/mail/rules";
import type { FailedMail } from "@/lib/mail/schema";
import { DAY_MS } from "@/lib/time";

/** A mail that the demo keeps instead of sending it. `at` in Unix ms. */
const KeptMail = z.object({ at: z.number(), to: z.string(), subject: z.string(), text: z.string() });
export type KeptMail = z.infer<typeof KeptMail>;

/** How mails leave this town: by a mail server, into a folder of the demo, or not at all. */
export function mailWay(): "server" | "folder" | "none" {
  if (env().BARKER_SMTP_URL !== "") return "server";
  return env().BARKER_DEMO === "on" ? "folder" : "none";
}

/** The address of the mail server; null when `BARKER_SMTP_URL` is not a valid one. */
export function mailServer(): URL | null {
  return mailServerOf(env().BARKER_SMTP_URL);
}

/** How many of the last failures the town hall lists. */
const LISTED = 10;

/** The last mails that could not be sent, newest first, and how many there were in the last 24 hours. */
export async function mailFailures(now = Date.now()): Promise<{ last: FailedMail[]; ofDay: number }> {
  const failed = await failedMails();
  return { last: failed.slice(0, LISTED), ofDay: failed.filter(({ at }) => at > now - DAY_MS).length };
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
