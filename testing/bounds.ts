import { z } from "zod";

/** The part of a JSON schema that is read here. */
const Part = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  anyOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  propertyNames: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
});

/**
 * Lists what has no limit in a schema, as paths with the missing limit: texts and lists without a maximum length,
 * numbers without minimum and maximum, objects with any number of fields. Unknown fields are dropped anyway.
 */
export function unbounded(schema: z.ZodType): string[] {
  const described = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline", override });
  return walk(described, "");
}

/** A value that is transformed before validation has the limits of the result. */
function override({ zodSchema: schema, jsonSchema }: { zodSchema: unknown; jsonSchema: object }): void {
  if (!(schema instanceof z.ZodPipe) || !(schema.in instanceof z.ZodTransform)) return;
  if (schema.out instanceof z.ZodType)
    Object.assign(jsonSchema, z.toJSONSchema(schema.out, { io: "input", unrepresentable: "any", reused: "inline" }));
}

function walk(raw: unknown, path: string): string[] {
  const { type, ...part } = Part.parse(raw);
  const inner = [...(part.anyOf ?? []), ...(part.allOf ?? []), ...(part.oneOf ?? [])];
  if (inner.length > 0) return inner.flatMap((one) => walk(one, path));
  if (part.enum || "const" in Object(raw)) return [];
  if (Array.isArray(type)) return type.flatMap((one) => walk({ ...part, type: one }, path));
  const here = path || "it";
  switch (type) {
    case "string":
      return part.maxLength !== undefined || part.format === "binary" || isFinite(part.pattern)
        ? []
        : [`${here}: text without a length`];
    case "number":
    case "integer":
      return isNumberBound(part) ? [] : [`${here}: number without limits`];
    case "array":
      return [
        ...(part.maxItems === undefined && !part.prefixItems ? [`${here}: list without a count`] : []),
        ...(part.items === undefined || part.maxItems === 0 ? [] : walk(part.items, `${path}[]`)),
      ];
    case "object":
      return [
        ...Object.entries(part.properties ?? {}).flatMap(([name, one]) => walk(one, path ? `${path}.${name}` : name)),
        ...(typeof part.additionalProperties === "object" && !Part.safeParse(part.propertyNames).data?.enum
          ? [`${here}: any number of fields`]
          : []),
      ];
    case "boolean":
    case "null":
      return [];
    default:
      return [`${here}: anything`];
  }
}

function isNumberBound(part: Omit<z.infer<typeof Part>, "type">): boolean {
  const low = part.minimum ?? part.exclusiveMinimum;
  const high = part.maximum ?? part.exclusiveMaximum;
  return low !== undefined && high !== undefined;
}

/** Whether a pattern matches only texts of limited length: anchored at both ends, no unbounded repetition. */
function isFinite(pattern: string | undefined): boolean {
  if (pattern === undefined || !/^\^.*\$$/s.test(pattern)) return false;
  const withoutClasses = pattern.replaceAll(/\\./g, "x").replaceAll(/\[[^\]]*\]/g, "x");
  return !/[*+]|\{\d+,\}/.test(withoutClasses);
}
