/** What Redis answered: bytes, digits of an integer, nothing, an error, or a list of these. */
export type Reply = Buffer | string | null | Error | Reply[];

/** Writes one string of Redis' as JSON. */
export type StringWriter = (bytes: Buffer) => string;

/** As text; what is not UTF-8 gets lost, which is why base64 exists. */
export const plainStrings: StringWriter = (bytes) => JSON.stringify(bytes.toString("utf8"));

/** As `Upstash-Encoding: base64` asks for: every string but "OK", whose base64 clients would not undo. */
export const base64Strings: StringWriter = (bytes) =>
  bytes.length === 2 && bytes[0] === 0x4f && bytes[1] === 0x4b ? '"OK"' : `"${bytes.toString("base64")}"`;

/** A reply as JSON. Integers keep all their digits, also those that a JavaScript number would lose. */
export function replyJson(reply: Reply, strings: StringWriter): string {
  if (reply === null) return "null";
  if (typeof reply === "string") return reply;
  if (Buffer.isBuffer(reply)) return strings(reply);
  if (reply instanceof Error) return JSON.stringify(reply.message);
  let json = "[";
  for (let index = 0; index < reply.length; index += 1) {
    json += (index === 0 ? "" : ",") + replyJson(reply[index] ?? null, strings);
  }
  return `${json}]`;
}

/** One entry of an answer: `{"result": …}`, or `{"error": …}` in plain text whatever the encoding. */
export function entryJson(reply: Reply, strings: StringWriter): string {
  if (reply instanceof Error) return errorJson(reply.message);
  return `{"result":${replyJson(reply, strings)}}`;
}

export function errorJson(message: string): string {
  return `{"error":${JSON.stringify(message)}}`;
}
