import * as fc from "fast-check";

/** Values that clients should not send but some do. */
const nasty = fc.constantFrom(
  "",
  " ",
  "0",
  "-1",
  "1e400",
  "NaN",
  "null",
  "true",
  "[]",
  "{}",
  "1000000000000000001",
  "9".repeat(400),
  "x".repeat(3_000),
  "' OR 1=1 //",
  "'}) DETACH DELETE n //",
  "$where",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "%00%zz",
  "\u0000",
  "\ud800",
  "\u202e\u2066",
  "#".repeat(300),
  "@".repeat(300),
  `#a${"\u0e31".repeat(3_000)}`,
  "https://".repeat(100),
  "👩‍👩‍👧‍👦".repeat(200),
  "Z\u0335".repeat(200),
  "<script>alert(1)</script>",
  "read write follow push admin",
  "client_credentials",
  "public",
);

/** Texts as they may occur in addresses and forms. */
export const junkText = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 40 }), fc.stringMatching(/^\d{1,25}$/));

/** Any value that JSON can carry. */
export const junkValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: junkText },
  fc.jsonValue({ maxDepth: 2 }),
  fc.array(junkText, { maxLength: 50 }),
  fc.constantFrom(null, true, false, 0, -1, 1e308, {}, []),
);

/** Some of these fields with junk values, and some unknown fields. */
export function junkFields(names: string[]): fc.Arbitrary<Record<string, unknown>> {
  const name = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...names, "id[]", "limit") },
    fc.constantFrom("__proto__", "constructor", "toString", "[]", "a[b][c]"),
    fc.string({ maxLength: 8 }),
  );
  return fc.dictionary(name, junkValue, { maxKeys: 6, noNullPrototype: true });
}

/** Formats a value as in an address or a form. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
