/** What a finger on the page of the installed app is about. */
export type Intent = "undecided" | "scroll" | "pull" | "across";

/** A finger that moved less than this (px) may still mean anything. */
const DECIDED = 12;
/** How far (px) the page has to be pulled, and the part of the way that the sign follows. */
const PULLED = 110;
const FOLLOWS = 0.5;
/** A swipe counts from this part of the screen's width, or, when it is quick (px/ms), from this length (px). */
const FAR = 0.3;
const QUICK = 0.5;
const SHORT = 56;

/** @param atTop the page is at its top, where it can be pulled */
export function intentOf(dx: number, dy: number, atTop: boolean): Intent {
  if (Math.hypot(dx, dy) < DECIDED) return "undecided";
  if (Math.abs(dx) > 2 * Math.abs(dy)) return "across";
  return atTop && dy > 1.5 * Math.abs(dx) ? "pull" : "scroll";
}

/** How far (0 to 1) the page is pulled; at 1 it is read again when the finger leaves. */
export function pulledBy(dy: number): number {
  return Math.min(1, Math.max(0, (dy * FOLLOWS) / (PULLED * FOLLOWS)));
}

/** Where a swipe leads: 1 onwards (towards the start of a line), -1 back; 0 when it was too short. */
export function swipedTo(dx: number, ms: number, width: number, rightToLeft: boolean): -1 | 0 | 1 {
  const length = Math.abs(dx);
  if (length < FAR * width && !(length > SHORT && length / ms > QUICK)) return 0;
  return dx < 0 === rightToLeft ? -1 : 1;
}
