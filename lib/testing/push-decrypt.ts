import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from "node:crypto";

/** A browser's side of a subscription: its keys, and what it can read with them. */
export interface Receiver {
  p256dh: string;
  auth: string;
  read(body: Buffer): string;
}

/** Makes a browser's keys. It reads what RFC 8291 says that it is sent, and nothing else. */
export function receiver(auth: Buffer): Receiver {
  const pair = createECDH("prime256v1");
  const own = pair.generateKeys();
  return {
    p256dh: own.toString("base64url"),
    auth: auth.toString("base64url"),
    read(body) {
      // RFC 8188: salt, record size, length of the key's id, the id (here: the sender's public key), records.
      const salt = body.subarray(0, 16);
      const recordSize = body.readUInt32BE(16);
      const keyLength = body[20] ?? 0;
      const sender = body.subarray(21, 21 + keyLength);
      const record = body.subarray(21 + keyLength);
      if (keyLength !== 65 || record.length > recordSize) throw new Error("not one record of aes128gcm");
      const about = Buffer.concat([Buffer.from("WebPush: info\0"), own, sender]);
      const secret = derive(pair.computeSecret(sender), auth, about, 32);
      const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
      const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
      const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(record.subarray(-16));
      const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
      const end = padded.lastIndexOf(2);
      if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error("not the last record");
      return padded.subarray(0, end).toString("utf8");
    },
  };
}

function derive(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, info, length));
}

/** What a sender claims of itself (RFC 8292). */
export interface Claims {
  aud: string;
  exp: number;
  sub: string;
}

/**
 * Checks an `Authorization: vapid t=…, k=…` header as a push service does.
 * @returns its claims and the sender's public key
 * @throws when it is not signed with that key
 */
export function readVapid(header: string): { claims: Claims; publicKey: string } {
  const [, token = "", publicKey = ""] = /^vapid t=([\w.-]+),\s*k=([\w-]+)$/.exec(header) ?? [];
  const [head = "", body = "", signature = ""] = token.split(".");
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  const key = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const signed = Buffer.from(`${head}.${body}`);
  const good = verify("sha256", signed, { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
  const parsed = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString());
  const { alg } = parsed(head) as { alg?: string };
  if (!good || alg !== "ES256") throw new Error("not signed with the key it names");
  return { claims: parsed(body) as Claims, publicKey };
}
