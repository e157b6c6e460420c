import * as fc from "fast-check";
import { z } from "zod";
import { junkText, junkValue } from "@/testing/junk";

const Part = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  anyOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
type Part = z.infer<typeof Part>;

/** The maximum length of a generated text; a body may have 100 kB. */
const MAX_LENGTH = 20_000;

/** Generates values for a schema: within its limits, at them and just beyond, and also blanks, nulls and junk. */
export function sendable(schema: z.ZodType): fc.Arbitrary<unknown> {
  return from(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }));
}

function from(raw: unknown): fc.Arbitrary<unknown> {
  const part = Part.parse(raw);
  const choices = part.anyOf ?? (Array.isArray(part.type) ? part.type.map((type) => ({ ...part, type })) : []);
  if (choices.length > 0) return fc.oneof(...choices.map(from));
  if (part.allOf) return fc.tuple(...part.allOf.map(from)).map((all) => Object.assign({}, ...all));
  if (part.enum) return fc.constantFrom(...part.enum);
  if ("const" in part) return fc.constant(part.const);
  switch (part.type) {
    case "string":
      return texts(part);
    case "number":
    case "integer":
      return numbers(part);
    case "boolean":
      return fc.constantFrom<unknown>(true, false, "true", "0");
    case "null":
      return fc.constant(null);
    case "array":
      return part.items === undefined
        ? fc.constant([])
        : fc.array(from(part.items), { maxLength: part.maxItems ?? 50 });
    case "object":
      return objects(part.properties ?? {});
    default:
      return junkValue;
  }
}

function texts({ pattern, minLength = 0, maxLength = 100 }: Part): fc.Arbitrary<string> {
  const most = Math.min(maxLength, MAX_LENGTH);
  const edges = fc.constantFrom("a", "あ", "👍", "\u0301", "#", "@", " ").map((one) => one.repeat(most).slice(0, most));
  const inside =
    pattern === undefined ? fc.string({ unit: "grapheme", minLength, maxLength: Math.min(most, 300) }) : null;
  return fc.oneof(
    { weight: 4, arbitrary: inside ?? fc.stringMatching(new RegExp(pattern ?? "", "u")) },
    { weight: 1, arbitrary: edges },
    { weight: 1, arbitrary: junkText },
    { weight: 1, arbitrary: fc.constant("") },
  );
}

function numbers({ minimum: least = -1e9, maximum: most = 1e9 }: Part): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.double({ min: least, max: most, noNaN: true }),
    fc.constantFrom<unknown>(least, most, 0, 1, 1e308, String(Math.min(most, 7)), "", null),
  );
}

function objects(properties: Record<string, unknown>): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [
      name,
      fc.oneof({ weight: 9, arbitrary: from(one) }, { weight: 1, arbitrary: fc.constantFrom(null, "") }),
    ]),
  );
  return fc.record(fields, { requiredKeys: [] });
}
