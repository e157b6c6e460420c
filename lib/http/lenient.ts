import type { z } from "zod";

/** So often are blanks taken out: a field inside a field may show its own only when others are gone. */
const ROUNDS = 3;

/**
 * Parses what was sent; a blank or null that a field cannot be is the field left out, as forms and many clients mean
 * it. Where blank is a value of its own (a name that is cleared), it stays one.
 */
export function parseLeniently<T>(schema: z.ZodType<T>, sent: unknown): z.ZodSafeParseResult<T> {
  // With its input, an issue tells what is missing from what is of the wrong type.
  let parsed = schema.safeParse(sent, { reportInput: true });
  let kept = sent;
  for (let round = 0; round < ROUNDS && !parsed.success; round++) {
    const without = parsed.error.issues.reduce((rest: unknown, { path }) => withoutBlank(rest, path), kept);
    if (without === kept) return parsed;
    kept = without;
    parsed = schema.safeParse(kept, { reportInput: true });
  }
  return parsed;
}

/** The same without what stands at a path, if that is blank or null; what was sent is not changed. */
function withoutBlank(sent: unknown, [step, ...rest]: PropertyKey[]): unknown {
  if (step === undefined || typeof sent !== "object" || sent === null || !Object.hasOwn(sent, step)) return sent;
  const inner: unknown = Reflect.get(sent, step);
  // What is said about the inside of a blank is said about the blank.
  const blank = inner === "" || inner === null;
  const without = rest.length > 0 ? withoutBlank(inner, rest) : inner;
  if (!blank && without === inner) return sent;
  if (Array.isArray(sent)) {
    const index = Number(step);
    return blank ? sent.toSpliced(index, 1) : sent.with(index, without);
  }
  const copy: object = Object.assign(Object.create(null), sent);
  if (blank) Reflect.deleteProperty(copy, step);
  else Reflect.set(copy, step, without);
  return copy;
}
