/** The address of the emoji names; another edition has another address, so it can be cached permanently. */
export const EMOJI_ADDRESS = "/emoji/17";
