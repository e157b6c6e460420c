import { createContext, type ReactNode } from "react";

/** Among what a search found: shows a text with the words marked that were searched for. */
export const FoundWords = createContext<((text: string) => ReactNode) | null>(null);
