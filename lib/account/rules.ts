import { z } from "zod";
import type { SignUp } from "@/lib/account/schema";
import { emailKey } from "@/lib/auth/login";
import type { FieldFaults } from "@/lib/errors";
import { handleFault, type HandleFault } from "@/lib/people/rules";
import { DAY_MS } from "@/lib/time";

const PASSWORD_MIN = 8;
/** Argon2id reads it all, so there is a bound, far above what people type. */
const PASSWORD_MAX = 1_000;
const EMAIL_MAX = 320;
/** A domain in its ASCII form, with a dot in it. */
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** A letter that no handle has. */
const FOREIGN_LETTER = /[^\P{L}a-zA-Z]/u;

type Fault = FieldFaults[string][number];

const HANDLE_WORDS: Record<HandleFault, string> = {
  ERR_BLANK: "Please choose a handle.",
  ERR_TOO_LONG: "A handle has at most 30 characters.",
  ERR_INVALID: "A handle has letters, digits and _ only.",
  ERR_RESERVED: "This handle is reserved. Please choose another.",
};

/** What is wrong with a sign-up before anybody is asked whether its names are taken. */
export function signUpFaults({ username, email, password, agreement }: SignUp): FieldFaults {
  const faults: FieldFaults = {};
  const handle = wrongHandle(username);
  if (handle) faults["username"] = [handle];
  const wrong = { email: emailFault(email), password: passwordFault(password) };
  for (const [field, fault] of Object.entries(wrong)) if (fault) faults[field] = [fault];
  if (!agreement)
    faults["agreement"] = [{ error: "ERR_ACCEPTED", description: "Please agree to be a good neighbour." }];
  return faults;
}

/** Why this cannot be a handle, in words that help; or null. */
export function wrongHandle(handle: string): Fault | null {
  const fault = handleFault(handle);
  return fault && { error: fault, description: handleAdvice(fault, handle) };
}

/** Why this cannot be an e-mail address, or null. Its domain may be in any script, what stands before the @ may not. */
export function emailFault(email: string): Fault | null {
  const fault = (description: string) => ({ error: email === "" ? "ERR_BLANK" : "ERR_INVALID", description });
  const at = email.lastIndexOf("@");
  const local = email.slice(0, Math.max(0, at));
  const domain = emailKey(email).slice(emailKey(email).lastIndexOf("@") + 1);
  if (/^[^\s@]*[^\p{ASCII}\s@][^\s@]*$/u.test(local)) {
    return fault("Please give an address with only plain letters (a to z) before the @.");
  }
  // Checked apart: a top-level domain in ASCII form ("xn--p1ai") has digits and hyphens.
  const fine = z.email().safeParse(`${local}@example.org`).success && DOMAIN.test(domain);
  return fine && email.length <= EMAIL_MAX ? null : fault("Please give an e-mail address like name@example.org.");
}

/** Why this cannot be a password, or null. */
export function passwordFault(password: string): Fault | null {
  if (password.length < PASSWORD_MIN) {
    return { error: "ERR_TOO_SHORT", description: "A password has at least 8 characters." };
  }
  if (password.length > PASSWORD_MAX) {
    return { error: "ERR_TOO_LONG", description: "A password has at most 1,000 characters." };
  }
  return null;
}

export const GUESSABLE = {
  error: "ERR_INVALID",
  description: "This password is easy to guess. A few words that do not belong together make a better one.",
};

export const TAKEN = {
  alike: {
    error: "ERR_TAKEN",
    description: "This looks too much like a handle that somebody has. Please choose another.",
  },
  handle: { error: "ERR_TAKEN", description: "Somebody has this handle already. Please choose another." },
  email: { error: "ERR_TAKEN", description: "There is an account with this e-mail address already." },
};

/** Says what would work, where that can be guessed: "map le" → "Try map_le". */
function handleAdvice(fault: HandleFault, handle: string): string {
  const better = handle
    .trim()
    .replace(/[\s.-]+/g, "_")
    .replace(/\W/g, "");
  if (fault !== "ERR_INVALID") return HANDLE_WORDS[fault];
  // A letter left out makes another word of it, so nothing is offered then.
  if (FOREIGN_LETTER.test(handle)) return "A handle has letters from a to z, digits and _ only.";
  return HANDLE_WORDS[fault] + (handleFault(better) === null ? ` Try ${better}.` : "");
}

/** How long a handle that was given up leads to its person, and nobody else can take it. */
export const HANDLE_KEPT_MS = 30 * DAY_MS;
/** How long somebody who asked to be deleted may come back. */
export const RETURN_MS = 7 * DAY_MS;
