import { createContext, type ReactNode } from "react";

/** In search results: renders a text with the matching words marked. */
export const FoundWords = createContext<((text: string) => ReactNode) | null>(null);
