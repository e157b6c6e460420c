/** Where the names of all emoji are read from; another edition has another address, so that it may be kept for ever. */
export const EMOJI_ADDRESS = "/emoji/17";
