import { ApiError } from "@/lib/errors";
import { parseForm } from "@/lib/http/form";

/** The maximum size of a body without files, in bytes. */
const BODY_LIMIT = 100_000;

type Fields = Record<string, unknown>;

/**
 * Parses a request's body into an object, in any of Mastodon's three encodings. Files of a form become `File`s.
 * @param fileLimit the maximum size of a file in it, in bytes; 0 when none is expected
 * @param limit the maximum size of everything else, in bytes
 * @throws ApiError bad_request, too_large, unsupported_media_type
 */
export async function readBody(request: Request, fileLimit = 0, limit = BODY_LIMIT): Promise<Fields> {
  const header = request.headers.get("content-type") ?? "";
  const type = header.split(";")[0]?.trim().toLowerCase();
  const bytes = await readBytes(request, limit + (type === "multipart/form-data" ? fileLimit : 0));
  if (bytes.length === 0) return {};
  if (type === "application/json") return parseJson(bytes);
  if (type === "application/x-www-form-urlencoded") {
    return fields(new URLSearchParams(new TextDecoder().decode(bytes)));
  }
  if (type === "multipart/form-data") return fields(await parseForm(bytes, header));
  throw new ApiError("unsupported_media_type");
}

/**
 * Form or query entries as an object: `id[]=1&id[]=2` becomes an array, `a[0][name]=x` becomes
 * `{a: {0: {name: "x"}}}`, and the last of repeated plain names counts.
 */
export function fields(entries: Iterable<[string, unknown]>): Fields {
  const result = emptyFields();
  for (const [rawName, value] of entries) {
    const many = rawName.endsWith("[]");
    const [name, target] = place(result, many ? rawName.slice(0, -2) : rawName);
    const before = target[name];
    if (Array.isArray(before)) before.push(value);
    else target[name] = many ? [value] : value;
  }
  return result;
}

/** Without a prototype, so that field names such as `__proto__` have no special meaning. */
const emptyFields = () => Object.create(null) as Fields;

/** `source[privacy]` is the field `privacy` inside `source`; at most three levels. */
function place(result: Fields, name: string): [name: string, target: Fields] {
  const nested = /^([^[\]]+)((?:\[[^[\]]+\]){1,3})$/.exec(name);
  if (!nested) return [name, result];
  const path = [nested[1] ?? "", ...(nested[2] ?? "").slice(1, -1).split("][")];
  let target = result;
  for (const step of path.slice(0, -1)) {
    const inside = target[step];
    target = isFields(inside) ? inside : (target[step] = emptyFields());
  }
  return [path.at(-1) ?? "", target];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;
}

/** The bytes of a request's body. @throws ApiError too_large */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!request.body) return new Uint8Array();
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw new ApiError("too_large");
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > limit) throw new ApiError("too_large");
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

function parseJson(bytes: Uint8Array): Fields {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed as Fields;
  } catch (cause) {
    throw new ApiError("bad_request", { message: "The body is not valid JSON.", cause });
  }
  throw new ApiError("bad_request", { message: "The body must be a JSON object." });
}
