/** Barker's own version, as in package.json. */
export const VERSION = "0.1.0";
/** The Mastodon API version that Barker implements, by which clients choose endpoints. */
export const MASTODON_VERSION = "4.5.0";
export const MASTODON_API = 7;
