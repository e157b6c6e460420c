import { z } from "zod";
import type { SignUp } from "@/lib/account/schema";
import { emailKey } from "@/lib/auth/login";
import type { FieldFaults } from "@/lib/errors";
import { handleFault, type HandleFault } from "@/lib/people/rules";
import { isDomainAllowed } from "@/lib/settings/rules";
import type { TownSettings } from "@/lib/settings/schema";
import { DAY_MS } from "@/lib/time";

/** The maximum lengths of a profile in graphemes, and the number of fields; `instance` tells them to clients. */
export const PROFILE_LIMITS = { name: 30, bio: 500, fields: 4, fieldName: 255, fieldValue: 255 } as const;

const PASSWORD_MIN = 8;
/** Argon2id reads the whole password, so its length is limited, far above what people type. */
const PASSWORD_MAX = 1_000;
const EMAIL_MAX = 320;
/** A domain in its ASCII form, with at least one dot. */
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** A letter that is not allowed in handles. */
const FOREIGN_LETTER = /[^\P{L}a-zA-Z]/u;

type Fault = FieldFaults[string][number];

const HANDLE_WORDS: Record<HandleFault, string> = {
  ERR_BLANK: "Please choose a handle.",
  ERR_TOO_LONG: "A handle has at most 30 characters.",
  ERR_INVALID: "A handle has letters, digits and _ only.",
  ERR_RESERVED: "This handle is reserved. Please choose another.",
};

/** The errors of a sign-up that can be found without asking the database. */
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

/**
 * The errors of a sign-up that this town's settings make: an address that it does not take, a reason that is too short.
 * @param invited whether somebody comes with an invitation, and so needs no reason
 */
export function entryFaults({ email, reason = "" }: SignUp, settings: TownSettings, invited: boolean): FieldFaults {
  const faults: FieldFaults = {};
  const fault = domainFault(email, settings);
  if (fault) faults["email"] = [fault];
  const least = settings.registrations === "request" && !invited ? settings.reason_length : 0;
  if (reason.length < least) {
    const description = `Please say in at least ${least} characters why you want to join.`;
    faults["reason"] = [{ error: reason === "" ? "ERR_BLANK" : "ERR_TOO_SHORT", description }];
  }
  return faults;
}

/**
 * Whether people come in only when their address is confirmed: where few domains are allowed, since an address that nobody
 * confirmed can be of anybody.
 * @param canSend whether this town can send mail
 */
export function mustConfirm({ allowed_domains }: TownSettings, canSend: boolean): boolean {
  return canSend && allowed_domains.length > 0;
}

/** Why this town's settings do not let anybody have this e-mail address, or null. */
export function domainFault(email: string, settings: TownSettings): Fault | null {
  if (isDomainAllowed(settings, domainOfEmail(email))) return null;
  return { error: "ERR_BLOCKED", description: "This town does not take addresses of this domain." };
}

/** The domain of an e-mail address, in its ASCII form. */
export function domainOfEmail(email: string): string {
  const key = emailKey(email);
  return key.slice(key.lastIndexOf("@") + 1);
}

/** Why this is not a valid handle, with advice; null for a valid one. */
export function wrongHandle(handle: string): Fault | null {
  const fault = handleFault(handle);
  return fault && { error: fault, description: handleAdvice(fault, handle) };
}

/** Why this is not a valid e-mail address, or null. The domain may be in any script, the part before the @ may not. */
export function emailFault(email: string): Fault | null {
  const fault = (description: string) => ({ error: email === "" ? "ERR_BLANK" : "ERR_INVALID", description });
  const at = email.lastIndexOf("@");
  const local = email.slice(0, Math.max(0, at));
  const domain = domainOfEmail(email);
  if (/^[^\s@]*[^\p{ASCII}\s@][^\s@]*$/u.test(local)) {
    return fault("Please give an address with only plain letters (a to z) before the @.");
  }
  // The domain is checked separately, because a top-level domain in ASCII form ("xn--p1ai") has digits and hyphens.
  const fine = z.email().safeParse(`${local}@example.org`).success && DOMAIN.test(domain);
  return fine && email.length <= EMAIL_MAX ? null : fault("Please give an e-mail address like name@example.org.");
}

/** Why this is not a valid password, or null. */
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

export const INVITATION_OVER = {
  error: "ERR_INVALID",
  description: "This invitation has ended or was used up. Ask for a new one.",
};

export const TAKEN = {
  alike: {
    error: "ERR_TAKEN",
    description: "This looks too much like a handle that somebody has. Please choose another.",
  },
  handle: { error: "ERR_TAKEN", description: "Somebody has this handle already. Please choose another." },
  email: { error: "ERR_TAKEN", description: "There is an account with this e-mail address already." },
};

/** Suggests a valid handle where possible: "map le" → "Try map_le". */
function handleAdvice(fault: HandleFault, handle: string): string {
  const better = handle
    .trim()
    .replace(/[\s.-]+/g, "_")
    .replace(/\W/g, "");
  if (fault !== "ERR_INVALID") return HANDLE_WORDS[fault];
  // No suggestion: without its foreign letters the handle would be a different word.
  if (FOREIGN_LETTER.test(handle)) return "A handle has letters from a to z, digits and _ only.";
  return HANDLE_WORDS[fault] + (handleFault(better) === null ? ` Try ${better}.` : "");
}

/** How long a former handle leads to its person, and nobody else can take it. */
export const HANDLE_RESERVED_MS = 30 * DAY_MS;
/** How long the link works that confirms an address. */
export const CONFIRM_MS = 7 * DAY_MS;
