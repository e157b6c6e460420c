import { createStore } from "@/app/_client/create-store";

/** A cookie, so that the server renders every page as this device wants it, before the first paint. */
export const APPEARANCE_COOKIE = "appearance";

/** What can be chosen about how Barker looks on this device; each list begins with what applies without a choice. */
const CHOICES = {
  /** In percent of the text size of the browser. */
  text: ["100", "90", "115", "130", "150"],
  theme: ["auto", "light", "dark"],
  contrast: ["auto", "normal", "more"],
  spacing: ["roomy", "compact"],
  motion: ["auto", "full", "less"],
  /** Whether animated pictures play by themselves. */
  autoplay: ["auto", "always", "never"],
  counts: ["shown", "hidden"],
} as const;

export type Appearance = { [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

const NAMES = Object.keys(CHOICES) as (keyof Appearance)[];

/** Reads the cookie; what is missing or unknown is not chosen. */
export function appearanceOf(cookie: string | undefined): Appearance {
  const given = new URLSearchParams(cookie ?? "");
  const choice = (name: keyof Appearance) => {
    const all: readonly string[] = CHOICES[name];
    return [name, all.find((value) => value === given.get(name)) ?? all[0]];
  };
  return Object.fromEntries(NAMES.map(choice)) as Appearance;
}

/** The attributes of <html> by which style sheets know the choices, such as `data-theme="dark"`. */
export function appearanceAttributes(appearance: Appearance): Record<string, string> {
  return Object.fromEntries(chosen(appearance).map(([name, value]) => [`data-${name}`, value]));
}

/** The choices of this device, for parts of a page whose scripts depend on them. */
export const appearance = createStore(appearanceOf(typeof document === "undefined" ? undefined : savedCookie()));

/** Applies a choice at once, and stores it for the pages to come. */
export function choose<Name extends keyof Appearance>(name: Name, value: Appearance[Name]): void {
  const next = { ...appearance.get(), [name]: value };
  const cookie = new URLSearchParams(chosen(next)).toString();
  document.cookie = `${APPEARANCE_COOKIE}=${cookie}; path=/; max-age=31536000; samesite=lax`;
  appearance.set(next);
  applyAppearance();
}

/** Brings a page that was kept for reading offline up to date with choices that were made after it. */
export function applyAppearance(): void {
  const root = document.documentElement;
  const attributes = appearanceAttributes(appearance.get());
  for (const name of NAMES) {
    const value = attributes[`data-${name}`];
    if (value === undefined) delete root.dataset[name];
    else root.dataset[name] = value;
  }
}

/** Whether things may move, slide and grow. */
export function mayMove(): boolean {
  const { motion } = appearance.get();
  return motion === "full" || (motion === "auto" && !matchMedia("(prefers-reduced-motion: reduce)").matches);
}

/** Whether animated pictures may play by themselves: without a choice, only where motion and data are welcome. */
export function mayAutoplay(): boolean {
  const { autoplay } = appearance.get();
  return autoplay === "always" || (autoplay === "auto" && mayMove() && !savesData());
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

function chosen(all: Appearance): [string, string][] {
  return NAMES.flatMap((name) => (all[name] === CHOICES[name][0] ? [] : [[name, all[name]]]));
}

function savedCookie(): string | undefined {
  return document.cookie
    .split("; ")
    .find((pair) => pair.startsWith(`${APPEARANCE_COOKIE}=`))
    ?.slice(APPEARANCE_COOKIE.length + 1);
}
