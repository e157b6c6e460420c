import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";

/** A message to one person. */
export interface Mail {
  to: string;
  subject: string;
  /** The plain text: paragraphs, with addresses written out. */
  text: string;
}

/** How long (ms) the mail server may take for each of its answers. */
const PATIENCE_MS = 10_000;

const transport = singleton("mail", () => {
  const url = new URL(env().BARKER_SMTP_URL);
  for (const name of ["connectionTimeout", "greetingTimeout", "socketTimeout"])
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(PATIENCE_MS));
  return createTransport(url.href);
});

/** Programs that answer mails by themselves leave these alone. */
const headers = { "Auto-Submitted": "auto-generated" };

/** Whether this town can send mail: `BARKER_SMTP_URL` is set. */
export function canSendMail(): boolean {
  return env().BARKER_SMTP_URL !== "";
}

/**
 * Sends a message by the mail server of `BARKER_SMTP_URL`, as plain text and as HTML.
 * @throws when the server does not take it
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  await transport().sendMail({
    from: sender(),
    to: { name: "", address: to },
    subject,
    headers,
    text,
    html: toHtml(text),
  });
}

/** `BARKER_MAIL_FROM`, or an address at the host of this town. */
function sender(): string {
  const { BARKER_MAIL_FROM: from, BARKER_ORIGIN: origin } = env();
  return from || `Barker <no-reply@${new URL(origin).hostname}>`;
}

/** Paragraphs with links, and nothing that a mail program would have to fetch. */
function toHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const linked = escaped.replace(/https?:\/\/\S+/g, (address) => `<a href="${address}">${address}</a>`);
  const paragraphs = linked.split("\n\n").map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`);
  return `<!doctype html><html><body style="font-family: sans-serif; line-height: 1.5">${paragraphs.join("")}</body></html>`;
}
