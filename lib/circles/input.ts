import { z } from "zod";
import { limitOf } from "@/lib/http/params";

/** The number of suggestions; Mastodon's clients may ask for up to 80. */
export const SuggestionQuery = z.object({
  limit: limitOf(40, 80),
});
