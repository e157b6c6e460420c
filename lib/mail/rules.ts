import type { MailFault } from "@/lib/mail/schema";

/** The address of a mail server; null when it is not a valid one, as with a "/" in the password. */
export function mailServerOf(given: string): URL | null {
  if (!URL.canParse(given)) return null;
  const url = new URL(given);
  // A password with "/" or "#" can also leave a shorter address that is valid by itself.
  const isWhole = url.hostname !== "" && /^\/?$/.test(url.pathname) && url.hash === "" && !url.search.includes("@");
  return isWhole && isEncoded(url.username) && isEncoded(url.password) ? url : null;
}

/** Whether every "%" begins an encoded character. */
function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The address of the mail server cannot be read. */
export class MailAddressError extends Error {
  constructor() {
    super(
      "The address of the mail server in BARKER_SMTP_URL is not valid. Special characters of the password are to be percent-encoded.",
    );
  }
}

/** Why a mail was not sent, by the error of nodemailer or of the connection. */
export function faultOf(error: unknown): MailFault {
  if (error instanceof MailAddressError) return "invalid";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = error instanceof Error ? error.message : "";
  if (code === "EAUTH" || code === "ENOAUTH") return "login";
  if (code === "EENVELOPE") return "address";
  if (code === "ETLS" || /certificate|self.signed|ssl|tls/i.test(`${code} ${said}`)) return "certificate";
  if (/^(EDNS|ECONNECTION|ESOCKET|ETIMEDOUT|ETIME|ECONNREFUSED|ECONNRESET|ENOTFOUND|EHOSTUNREACH)$/.test(code))
    return "unreachable";
  return "refused";
}
