import { createContext } from "react";

/**
 * Whether a picture is probably on the first screen of a page. It is loaded at once then, and not after the browser has
 * laid the page out, when the scripts are on their way already.
 */
export const AboveFold = createContext(false);
