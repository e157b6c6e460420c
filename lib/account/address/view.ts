import { paths } from "@/lib/paths";

/** What a mail says, without whom it is for. */
interface Message {
  subject: string;
  text: string;
}

interface Change {
  handle: string;
  /** The new address. */
  email: string;
  /** The public address of this town. */
  origin: string;
  /** What it is called. */
  town: string;
}

/** Asks for the confirmation of an address. @param link the address of the page that confirms it */
export function confirmMail({ handle, link, town }: { handle: string; link: string; town: string }): Message {
  const text = `Hello @${handle},

please confirm that this is your address. The link works for a week, or until the password is changed:

${link}

If you did not ask for it, you need not do anything.`;
  return { subject: `Please confirm your address for ${town}`, text };
}

/** Tells somebody who has an account that another one asked for its address. @param origin the public address of this town */
export function takenMail({ origin, town }: Pick<Change, "origin" | "town">): Message {
  const text = `Hello,

somebody asked for this address for another account. You have an account with it already, so nothing was changed.

If it was you, sign in with this address. If you forgot the password, ask for a new one here:

${origin}${paths.forgotPassword}

If it was not you, you need not do anything.`;
  return { subject: `You have an account on ${town} already`, text };
}

/** Tells the present address that another one was asked for. */
export function wantedMail({ handle, email, origin, town }: Change): Message {
  const text = `Hello @${handle},

somebody, hopefully you, asked to change the address of your account to ${email}. It is changed when the link is opened that was sent there.

If it was not you, somebody else knows your password. Set a new one at once, which also stops this change:

${origin}${paths.forgotPassword}`;
  return { subject: `Your address for ${town} is to be changed`, text };
}

/** Tells the old address that it was replaced. */
export function movedMail({ handle, email, origin, town }: Change): Message {
  const text = `Hello @${handle},

the address of your account is ${email} from now on. Mails to you go there, and not here any more.

If it was not you, somebody else knows your password. Write to the people who run this town:

${origin}${paths.about}`;
  return { subject: `Your address for ${town} was changed`, text };
}
