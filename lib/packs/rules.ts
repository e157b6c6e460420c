/** How many starter packs a person may have, and how many people a pack. */
export const PACK_LIMIT = 20;
export const PACK_SIZE = 50;
/** The most characters of a pack's name and description. */
export const PACK_NAME = 50;
export const PACK_DESCRIPTION = 300;
