import { randomBytes } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { noteFailedMail } from "@/lib/mail/cache";
import { mailFolder, mailServer, mailWay, type KeptMail } from "@/lib/mail/reads";
import { faultOf, MailAddressError } from "@/lib/mail/rules";
import type { MailKind } from "@/lib/mail/schema";
import { toHtml } from "@/lib/mail/view";
import { singleton } from "@/lib/singleton";

/** A message to one person. */
export interface Mail {
  to: string;
  kind: MailKind;
  subject: string;
  /** The plain text: paragraphs, with addresses written out. */
  text: string;
  /** The address that ends mails of this kind when a mail program posts to it (RFC 8058). */
  unsubscribe?: string;
}

/** How long (ms) the mail server may take for each of its answers. */
const PATIENCE_MS = 10_000;
/** How many mails the folder of the demo keeps. */
const KEPT = 100;

const transport = singleton("mail", openTransport);

function openTransport() {
  const url = mailServer();
  if (!url) throw new MailAddressError();
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"])
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(PATIENCE_MS));
  return createTransport(url.href);
}

/** Whether this town can send mail: `BARKER_SMTP_URL` is set, or this is the demo, which keeps mails in a folder. */
export function canSendMail(): boolean {
  return mailWay() !== "none";
}

/**
 * Sends a message by the mail server of `BARKER_SMTP_URL`, as plain text and as HTML. The demo keeps it in a folder.
 * @throws when the server does not take it, which is noted for the town hall
 */
export async function sendMail(mail: Mail): Promise<void> {
  if (mailWay() === "folder") return keep(mail);
  const { to, subject, text } = mail;
  try {
    await transport().sendMail({
      from: sender(),
      to: { name: "", address: to },
      subject,
      headers: headersOf(mail),
      text,
      html: toHtml(text),
    });
  } catch (error) {
    await noteFailedMail(mail.kind, faultOf(error));
    throw error;
  }
}

/**
 * Makes and sends a message after the answer to a request, which does not wait for it; what fails is logged. Null when
 * there is nobody to send it to.
 * @param what is said in the log when it was not sent: "a changed password was not announced"
 */
export function sendMailLater(make: () => Mail | Promise<Mail | null>, what: string): void {
  setImmediate(() => {
    Promise.resolve()
      .then(make)
      .then((mail) => mail && sendMail(mail))
      .catch((error: unknown) => log().warn({ err: error }, what));
  });
}

/** Signs in at the mail server without sending anything. @throws when it does not answer, or refuses */
export async function tryMailServer(): Promise<void> {
  const trial = openTransport();
  try {
    await trial.verify();
  } finally {
    trial.close();
  }
}

/** Programs that answer mails by themselves leave these alone. */
function headersOf({ unsubscribe }: Mail): Record<string, string> {
  return {
    "Auto-Submitted": "auto-generated",
    ...(unsubscribe !== undefined && {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

/** `BARKER_MAIL_FROM`, or an address at the host of this town. */
function sender(): string {
  const { BARKER_MAIL_FROM: from, BARKER_ORIGIN: origin } = env();
  return from || `Barker <no-reply@${new URL(origin).hostname}>`;
}

/** The names of files begin with the time, so that they sort. */
async function keep({ to, subject, text }: Mail): Promise<void> {
  const folder = mailFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept: KeptMail = { at: Date.now(), to, subject, text };
  const name = `${String(kept.at).padStart(15, "0")}-${randomBytes(4).toString("hex")}.json`;
  await writeFile(join(folder, name), JSON.stringify(kept), { mode: 0o600 });
  const old = (await readdir(folder)).toSorted((a, b) => a.localeCompare(b)).slice(0, -KEPT);
  await Promise.all(old.map((file) => rm(join(folder, file), { force: true })));
}
