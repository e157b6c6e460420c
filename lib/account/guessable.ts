import { singleton } from "@/lib/singleton";

/** Tries that a password must withstand. At ten wrong ones in five minutes (see `limits.ts`) these take a month. */
const LEAST_GUESSES = 1e5;
/** Characters that are looked at, so that no password keeps the process busy for long. */
const LOOKED_AT = 64;

/** Its lists are some megabytes, so they are loaded when somebody chooses a password for the first time. */
const checker = singleton("guessable", async () => {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
});

/**
 * Whether a password is easy to guess.
 * @param own what is known of its owner: handle, e-mail address
 */
export async function isGuessable(password: string, own: string[]): Promise<boolean> {
  const known = [
    ...own,
    ...own.flatMap((text) => text.split("@")),
    ...own.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)),
    "barker",
  ].filter((text) => text.length > 2);
  const seen = password.normalize("NFKC").slice(0, LOOKED_AT);
  return (await checker()).check(seen, known).guesses < LEAST_GUESSES;
}
