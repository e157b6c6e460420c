import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";

const sha256 = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/**
 * Whether a request and its body have a valid S3 signature.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export async function isSigned(
  incoming: IncomingMessage,
  { region, secretAccessKey }: { region: string; secretAccessKey: string },
): Promise<boolean> {
  const header = (name: string) => String(incoming.headers[name] ?? "");
  const [, signed = "", signature = ""] =
    /SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/.exec(header("authorization")) ?? [];
  const body = sha256(await buffer(incoming));
  const names = signed.split(";");
  const canonical = [
    incoming.method,
    incoming.url,
    "",
    ...names.map((name) => `${name}:${header(name).trim()}`),
    "",
    signed,
    header("x-amz-content-sha256"),
  ].join("\n");
  const at = header("x-amz-date");
  const scope = `${at.slice(0, 8)}/${region}/s3/aws4_request`;
  const key = [region, "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${secretAccessKey}`, at.slice(0, 8)));
  const wanted = hmac(key, ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n")).toString("hex");
  return (
    signature === wanted &&
    body === header("x-amz-content-sha256") &&
    ["host", "x-amz-date", "x-amz-content-sha256"].every((name) => names.includes(name))
  );
}
