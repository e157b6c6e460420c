/** A reply of Redis: bytes, the digits of an integer, null, an error, or a list of these. */
export type Reply = Buffer | string | null | Error | Reply[];

/** Encodes a string reply as JSON. */
export type StringWriter = (bytes: Buffer) => string;

/** As text. Loses bytes that are not UTF-8; base64 does not. */
export const plainStrings: StringWriter = (bytes) => JSON.stringify(bytes.toString("utf8"));

/** As `Upstash-Encoding: base64` asks for: every string but "OK", whose base64 clients would not undo. */
export const base64Strings: StringWriter = (bytes) =>
  bytes.length === 2 && bytes[0] === 0x4f && bytes[1] === 0x4b ? '"OK"' : `"${bytes.toString("base64")}"`;

/** Encodes a reply as JSON. Integers keep all digits, even those that a JavaScript number would lose. */
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
