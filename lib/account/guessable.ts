import { singleton } from "@/lib/singleton";

/**
 * Guesses that a password must withstand: more than a common word with a year takes. At ten failures in five minutes (see
 * `limits.ts`) these take years.
 */
const LEAST_GUESSES = 1e7;
/** How many characters are examined, so that a long password cannot keep the process busy. */
const LOOKED_AT = 64;

/** The word lists are several megabytes, so they are loaded on first use. */
const checker = singleton("guessable", async () => {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
});

/**
 * Whether a password is easy to guess.
 * @param own words known about its owner: handle, e-mail address, the name of the town
 */
export async function isGuessable(password: string, own: string[]): Promise<boolean> {
  const known = [
    ...own,
    ...own.flatMap((text) => text.split("@")),
    ...own.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)),
    // "Weir Rowers" in one word.
    ...own.map((text) => text.replace(/[^\p{L}\p{N}]+/gu, "")),
    "barker",
  ].filter((text) => text.length > 2);
  const seen = password.normalize("NFKC").slice(0, LOOKED_AT);
  return (await checker()).check(seen, known).guesses < LEAST_GUESSES;
}
