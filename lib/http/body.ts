import { ApiError } from "@/lib/errors";

/** The largest body of a request without files, in bytes. */
const BODY_LIMIT = 100_000;

type Fields = Record<string, unknown>;

/**
 * A request's body as an object, whichever of Mastodon's three encodings it has.
 * @throws ApiError bad_request, too_large, unsupported_media_type
 */
export async function readBody(request: Request): Promise<Fields> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return {};
  const header = request.headers.get("content-type") ?? "";
  const type = header.split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") return parseJson(bytes);
  if (type === "application/x-www-form-urlencoded") {
    return fields(new URLSearchParams(new TextDecoder().decode(bytes)));
  }
  if (type === "multipart/form-data") return parseMultipart(bytes, header);
  throw new ApiError("unsupported_media_type");
}

/** Form or query entries as an object; `id[]=1&id[]=2` become an array, of a repeated plain name the last counts. */
export function fields(entries: Iterable<[string, unknown]>): Fields {
  const result: Fields = Object.create(null) as Fields;
  for (const [rawName, value] of entries) {
    const many = rawName.endsWith("[]");
    const name = many ? rawName.slice(0, -2) : rawName;
    const before = result[name];
    if (Array.isArray(before)) before.push(value);
    else result[name] = many ? [value] : value;
  }
  return result;
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array();
  if (Number(request.headers.get("content-length") ?? 0) > BODY_LIMIT) throw new ApiError("too_large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new ApiError("too_large");
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

async function parseMultipart(bytes: Uint8Array, type: string): Promise<Fields> {
  try {
    const form = await new Response(Buffer.from(bytes), { headers: { "content-type": type } }).formData();
    return fields(form.entries());
  } catch (cause) {
    throw new ApiError("bad_request", { message: "The form could not be read.", cause });
  }
}
