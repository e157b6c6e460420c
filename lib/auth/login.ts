import { domainToASCII } from "node:url";
import { composed } from "@/lib/text/composed";

/**
 * The normalised key of a login, used to find the account and to count failed attempts, so that other spellings of a
 * handle or an e-mail address share one limit.
 */
export function loginKey(login: string): string {
  const key = fold(login).replace(/^@/, "");
  return key.includes("@") ? emailKey(key) : key;
}

/** The form in which an e-mail address is unique: the domain in its ASCII form. */
export function emailKey(email: string): string {
  const key = fold(email);
  const at = key.lastIndexOf("@");
  const domain = key.slice(at + 1);
  return at < 0 ? key : `${key.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

/** Normalises again, because lower-casing may undo the normal form ("İ"). */
function fold(text: string): string {
  return composed(composed(text, "NFKC").toLowerCase(), "NFKC").trim();
}
