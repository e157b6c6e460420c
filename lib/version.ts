/** Barker's own version, as in package.json. */
export const VERSION = "0.1.0";
/** The Mastodon API version we speak, by which clients choose endpoints, and its number in v2. */
export const MASTODON_VERSION = "4.5.0";
export const MASTODON_API = 7;
