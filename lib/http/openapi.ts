import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { ERRORS } from "@/lib/errors";
import type { Route } from "@/lib/http/route";
import { VERSION } from "@/lib/version";

const ApiProblem = z
  .object({ error: z.string(), code: z.string(), details: z.record(z.string(), z.unknown()).optional() })
  .meta({ id: "Error" });

type Modules = Record<string, Partial<Record<string, Route>>>;

/** The OpenAPI 3.1 description of all endpoints, generated from their schemas. */
export function describeApi(modules: Modules, origin: string) {
  const described: ZodOpenApiPathsObject = {};
  for (const [path, module] of Object.entries(modules)) {
    const operations = Object.entries(module).flatMap(([method, handler]) =>
      handler ? [[method.toLowerCase(), operation(handler.declaration)]] : [],
    );
    described[path.replace(/\[(?:\.{3})?(\w+)\]/g, "{$1}")] = Object.fromEntries(operations);
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Barker",
      version: VERSION,
      description: "The Mastodon client API, and Barker's extensions under /api/v1/barker/.",
    },
    servers: [{ url: origin }],
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
      },
    },
    paths: described,
  });
}

function operation({
  summary,
  auth,
  scope,
  params,
  query,
  body,
  file,
  answers,
}: Route["declaration"]): ZodOpenApiOperationObject {
  return {
    summary,
    ...(auth !== "none" && {
      security: [
        ...(auth === "optional" ? [{}] : []),
        ...(auth === "session" ? [] : [{ token: scope ? [scope] : [] }]),
        { session: [] },
      ],
    }),
    ...((params || query) && {
      requestParams: { ...(params && { path: object(params) }), ...(query && { query: object(query) }) },
    }),
    ...(!body &&
      file !== undefined && {
        requestBody: { content: { "application/octet-stream": { schema: z.string().meta({ format: "binary" }) } } },
      }),
    ...(body && {
      requestBody: {
        content: file
          ? { "multipart/form-data": { schema: body } }
          : { "application/json": { schema: body }, "application/x-www-form-urlencoded": { schema: body } },
      },
    }),
    responses: {
      200: { description: "OK", ...(answers && { content: { "application/json": { schema: answers } } }) },
      default: {
        description: `An error: ${Object.keys(ERRORS).join(", ")}`,
        content: { "application/json": { schema: ApiProblem } },
      },
    },
  };
}

/** Unwraps the object schema of parameters, which are described one by one. */
function object(schema: z.ZodType): z.ZodObject {
  if (schema instanceof z.ZodObject) return schema;
  if (schema instanceof z.ZodPipe && schema.in instanceof z.ZodType) return object(schema.in);
  if (schema instanceof z.ZodIntersection) {
    const { left, right } = schema.def;
    if (left instanceof z.ZodType && right instanceof z.ZodType) return object(left).extend(object(right).shape);
  }
  throw new Error("parameters must be an object schema");
}
