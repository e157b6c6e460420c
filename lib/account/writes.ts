import { z } from "zod";
import { askToConfirm } from "@/lib/account/address/writes";
import { countRefusal } from "@/lib/account/cache";
import { tellPasswordChanged } from "@/lib/account/notices";
import { accountFacts, hasLookAlike, ownAccount, takenFaults, type Names } from "@/lib/account/reads";
import {
  domainOfEmail,
  entryFaults,
  GUESSABLE,
  HANDLE_RESERVED_MS,
  INVITATION_OVER,
  mustConfirm,
  passwordFault,
  signUpFaults,
  TAKEN,
  wrongHandle,
} from "@/lib/account/rules";
import type { SignUp } from "@/lib/account/schema";
import { isGuessable } from "@/lib/account/guessable";
import { requirePassword } from "@/lib/auth/ask-password";
import { passkeysOf } from "@/lib/auth/passkeys/reads";
import type { Passkey } from "@/lib/auth/passkeys/schema";
import type { Requester } from "@/lib/auth/schema";
import { emailKey } from "@/lib/auth/login";
import { hashPassword } from "@/lib/auth/secrets";
import { endSessions, forgetIdentity } from "@/lib/auth/writes";
import { ApiError, invalidFields, type FieldFaults } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { isConflict, write, IdRow } from "@/lib/neo4j";
import { openInvitation } from "@/lib/invitations/reads";
import { mayInvite } from "@/lib/invitations/rules";
import { canSendMail } from "@/lib/mail/writes";
import { portraitFor } from "@/lib/drawings/portrait";
import { handleKey, lookKey } from "@/lib/people/rules";
import { sceneryFor } from "@/lib/drawings/scenery";
import type { CredentialAccount } from "@/lib/people/schema";
import { townName, townSettings } from "@/lib/settings/reads";
import { blockingDomains, closedText, nameOf } from "@/lib/settings/rules";
import type { TownSettings } from "@/lib/settings/schema";
import { logEntry } from "@/lib/staff/reads";
import { withoutStoreBudget } from "@/lib/store-timeout";
import { cleanText } from "@/lib/text/clean";

/** Until when (Unix ms) the handle of somebody who waits is reserved: until they are in, or deleted. */
const FOREVER = Number.MAX_SAFE_INTEGER;

type SignUpResult = (SignedUp & { ok: true }) | { ok: false; faults: FieldFaults };

/** Somebody who signed up. */
interface SignedUp {
  personId: string;
  /** Whether they are not in yet: the staff decides first, or they have to confirm their address. */
  waits: boolean;
  /** Whether the staff decides. */
  asks: boolean;
  /** Whom they follow because of the invitation that they came with. */
  hostId: string | null;
}

/**
 * Creates an account as this town takes people in, or returns the errors field by field. Handle and e-mail stay unique,
 * and an invitation brings no more people than it may, under concurrency.
 * @param known the settings of the town, if they are known
 * @throws ApiError forbidden where nobody can join by themselves
 */
export async function signUp(input: SignUp, known?: TownSettings): Promise<SignUpResult> {
  const settings = known ?? (await townSettings());
  const code = settings.registrations === "closed" ? "" : (input.invite_code ?? "");
  const closed = closedText(settings);
  if (closed !== null && code === "") throw new ApiError("forbidden", { message: closed });
  const faults = { ...entryFaults(input, settings, code !== ""), ...signUpFaults(input) };
  if (code !== "" && !(await openInvitation(code, settings))) faults["invite_code"] = [INVITATION_OVER];
  const { username, email, password } = input;
  if (faults["email"]?.some(({ error }) => error === "ERR_BLOCKED")) {
    await countRefusal(blockingDomains(settings, domainOfEmail(email)));
  }
  if (!faults["password"] && (await isGuessable(password, [username, email, nameOf(settings)])))
    faults["password"] = [GUESSABLE];
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const names = { handleKey: handleKey(username), lookKey: lookKey(username), emailKey: emailKey(email) };
  const taken = await takenFaults(names);
  if (taken) return { ok: false, faults: taken };
  try {
    const made = await createAccount(input, names, settings);
    if (made) {
      askToConfirm(made.personId);
      return { ok: true, ...made };
    }
    // Somebody else was the last whom the invitation let in.
    const isOver = code !== "" && !(await openInvitation(code, settings));
    return { ok: false, faults: isOver ? { invite_code: [INVITATION_OVER] } : { username: [TAKEN.handle] } };
  } catch (error) {
    const lost = isConflict(error) ? await takenFaults(names) : null;
    if (lost) return { ok: false, faults: lost };
    throw error;
  }
}

const Made = IdRow.extend({ hostId: z.string().nullish() });

/**
 * Creates the account of somebody who comes in, or of somebody who waits; the first person of a town becomes its owner.
 * Null when the handle was given up a moment ago and is reserved now, or the invitation was used up meanwhile.
 */
async function createAccount(input: SignUp, names: Names, settings: TownSettings): Promise<SignedUp | null> {
  const { username, email, password, locale, reason = "", invite_code: code = "" } = input;
  const id = newId();
  const passwordHash = await hashPassword(password);
  const pictures = { portrait: portraitFor(id), header: sceneryFor(id) };
  const person = { id, handle: username, name: username, locale, at: Date.now() };
  const given = { ...person, ...pictures, ...names, email, passwordHash };
  const invited = { ...given, code, everybody: mayInvite(settings, false) };
  const byRequest = settings.registrations === "request" && code === "";
  const confirmsFirst = mustConfirm(settings, canSendMail());
  const waits = byRequest || confirmsFirst;
  const waiting = { ...given, reason: cleanText(reason), until: FOREVER, entersWhenConfirmed: !byRequest };
  const [made] = !waits
    ? code === ""
      ? await write("account/create_person", given, Made)
      : await write("account/create_invited", invited, Made)
    : code === ""
      ? await write("applicants/create", waiting, Made)
      : await write("applicants/create_invited", { ...invited, until: FOREVER }, Made);
  if (!made) return null;
  // The account exists by now: a sign-up that fails here could only be told that its handle is taken.
  if (!waits) await withoutStoreBudget(() => claimTown({ id, handle: username }));
  return { personId: made.id, waits, asks: byRequest, hostId: made.hostId ?? null };
}

/** Makes the first person of a town its owner; nothing happens for everybody after them. */
async function claimTown(founder: { id: string; handle: string }): Promise<void> {
  const actor = { id: founder.id, name: founder.handle };
  const entry = logEntry(actor, "owner", { whom: founder, note: "joined first" });
  await write("staff/claim_town", { personId: founder.id, entry }, IdRow);
}

/**
 * Changes a password and ends all other sessions and tokens, except the one of this request, and a change of the address
 * that waits to be confirmed.
 * @returns the passkeys that still sign in
 * @throws ApiError invalid, too_many
 */
export async function changePassword(
  asked: Requester,
  { current, wanted }: { current: string; wanted: string },
): Promise<Passkey[]> {
  const { personId } = asked;
  const fault = passwordFault(wanted);
  if (fault) throw invalidFields({ new_password: [fault] });
  await requirePassword(asked, current, "current_password");
  const own = await accountFacts(personId);
  if (await isGuessable(wanted, [own.handle, own.email ?? "", await townName()]))
    throw invalidFields({ new_password: [GUESSABLE] });
  const passwordHash = await hashPassword(wanted);
  await write("account/change_password", { personId, passwordHash, at: Date.now() }, IdRow);
  await endSessions(personId, asked.credential);
  if (own.email !== null) tellPasswordChanged({ handle: own.handle, email: own.email }, "settings");
  return passkeysOf(personId);
}

/**
 * Changes a person's handle. The old one leads to them for 30 days and is reserved meanwhile.
 * @throws ApiError invalid; forbidden for the demo's visitor
 */
export async function changeHandle(personId: string, handle: string): Promise<CredentialAccount> {
  const fault = wrongHandle(handle);
  if (fault) throw invalidFields({ handle: [fault] });
  // The demo finds its visitor by the handle.
  if ((await accountFacts(personId)).email === null) {
    throw new ApiError("forbidden", { message: "A visitor of the demo keeps its handle." });
  }
  const at = Date.now();
  const names = { handle, handleKey: handleKey(handle), lookKey: lookKey(handle) };
  if (await hasLookAlike(names.lookKey, personId)) {
    const taken = await takenFaults({ ...names, emailKey: "" });
    throw invalidFields({ handle: taken?.["username"] ?? [TAKEN.alike] });
  }
  try {
    const given = { personId, ...names, at, until: at + HANDLE_RESERVED_MS };
    const [changed] = await write("account/change_handle", given, IdRow);
    if (!changed) throw invalidFields({ handle: [TAKEN.handle] });
  } catch (error) {
    throw isConflict(error) ? invalidFields({ handle: [TAKEN.handle] }) : error;
  }
  await forgetIdentity(personId);
  return ownAccount(personId);
}
