import { SESSION_SECONDS } from "@/lib/auth/cookie";
import type { Retention } from "@/lib/settings/schema";
import { DAY_MS } from "@/lib/time";

/** After how many days without a visit a browser is signed out at the latest. */
const BROWSER_DAYS = (SESSION_SECONDS * 1000) / DAY_MS;

/** What Barker is, in one sentence. */
export const DESCRIPTION =
  "The town square in your pocket: a microblog that knows who is near you and who is close to you.";

/** When the texts below last changed. */
export const PRIVACY_DATE = "2026-12-01T00:00:00.000Z";

/** What happens with people's data, by paragraph. Without markup. */
export const PRIVACY: readonly string[] = [
  "Barker stores what you write, the pictures you add, whom you follow, mute and block, and what you like, react to and bookmark. Barks that are public or unlisted can be read by anybody; barks for followers can be read by your followers and the people they mention, and by the operators of this server.",
  "It stores your e-mail address and a hash of your password to let you sign in, to send you a new password when you ask for one, and to tell you when your address or password was changed, or somebody signed in with a browser that you had not used before. It sends you a weekly mail if you ask for it. If you turn on two-factor sign-in, it stores the secret that your app shares with it, encrypted, and hashes of your recovery codes. Where people join by request, those who run the town read what you write with it until they have answered. Those of them who look after accounts see your address; nobody else does.",
  "Where you are is stored only while you share it in Nearby, rounded to a square of at least 2 km, and shown to others only as a range of distances.",
  "Messages are encrypted on your devices, and only the devices of the people in a conversation can read them. The operators of this server see who writes to whom, when, and roughly how much.",
  "Barker sets cookies for its own use only. One keeps you signed in. One marks a browser in which you have signed in, so that strangers who guess your password cannot lock you out; it stays for a year, also after you sign out. One says how far this device has read on Home, and one how pages are to look. Signing in sets two more that protect the form, until the browser is closed. Your browser also stores drafts, pages for reading offline and the keys of your messages on this device.",
  "When a public or unlisted bark contains a link, this server visits the linked page to show a card with its title and picture, which it stores. It does so once for all barks with that link, and again when somebody links to it on a later day. The site sees this server, not whoever wrote or reads the bark. Your browser asks the site for nothing until you open the link.",
  "Barker has no advertising, and passes no data to others, except what you send to people through it, and push messages, encrypted, to the push service of your browser.",
];

/** How long this town keeps what, in a paragraph. */
export function keptText(kept: Retention): string {
  const { deletion_days, unused_days, report_days, measure_days } = kept;
  const of = (days: number) => (days === 1 ? "a day" : `${days} days`);
  const ends = (days: number | null, verb: string, after: string) =>
    days === null ? `${verb} kept` : `${verb} deleted ${of(days)} after ${after}`;
  return [
    `You can download your data and delete your account in the settings. A deleted account is hidden at once, and its data is deleted after ${of(deletion_days)}.`,
    `An app that you have not used for ${of(unused_days)} is signed out, a browser after ${of(Math.min(unused_days, BROWSER_DAYS))}.`,
    `Reports ${ends(report_days, "are", "they were handled")}.`,
    `What the people who run this town decided about somebody ${ends(measure_days, "is", "it ended")}. The log of what they did is kept.`,
  ].join(" ");
}
