/** Barker's own version, as in package.json. */
export const VERSION = "0.1.0";
/**
 * The Mastodon API version that Barker implements, by which clients choose endpoints: 7 is that of quotes and of who may
 * make them. Versions above it name collections, which there are none of.
 */
export const MASTODON_VERSION = "4.5.0";
export const MASTODON_API = 7;
