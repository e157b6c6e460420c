import type { z } from "zod";

/** How often blanks are removed: errors in nested fields may appear only after others are gone. */
const ROUNDS = 3;

/**
 * Parses input leniently: a blank or null where it is not valid is treated as missing, as forms and many clients mean
 * it. Where blank is valid (a name that is cleared), it is kept.
 */
export function parseLeniently<T>(schema: z.ZodType<T>, sent: unknown): z.ZodSafeParseResult<T> {
  // With the input, an issue distinguishes missing values from those of the wrong type.
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

/** A copy of the input without the value at a path, if that is blank or null. */
function withoutBlank(sent: unknown, [step, ...rest]: PropertyKey[]): unknown {
  if (step === undefined || typeof sent !== "object" || sent === null || !Object.hasOwn(sent, step)) return sent;
  const inner: unknown = Reflect.get(sent, step);
  // An issue inside a blank object is an issue of the object itself.
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
