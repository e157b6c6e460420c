import { domainToASCII } from "node:url";

/**
 * What a sign-in is looked up by, and what its failed tries are counted by, so that another spelling of a handle or
 * of an e-mail address is never a fresh start.
 */
export function loginKey(login: string): string {
  const key = fold(login).replace(/^@/, "");
  return key.includes("@") ? emailKey(key) : key;
}

/** The form under which an e-mail address is unique: of a domain in other scripts, its ASCII form. */
export function emailKey(email: string): string {
  const key = fold(email);
  const at = key.lastIndexOf("@");
  const domain = key.slice(at + 1);
  return at < 0 ? key : `${key.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

/** Lower case may undo the normal form ("İ"), so it is made once more. */
function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFKC").trim();
}
