import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The browser's side of a subscription: its keys, and a function that decrypts messages. */
export interface Receiver {
  p256dh: string;
  auth: string;
  read: (body: Buffer, headers: IncomingHttpHeaders) => string;
}

/** Creates a browser's keys. It decrypts messages according to RFC 8291 and its draft, and nothing else. */
export function receiver(auth: Buffer): Receiver {
  const pair = createECDH("prime256v1");
  const own = pair.generateKeys();

  /** RFC 8188: salt, record size, length of the key's id, the id (here: the sender's public key), one record. */
  function readRecord(body: Buffer): string {
    const [salt, recordSize, keyLength = 0] = [body.subarray(0, 16), body.readUInt32BE(16), body[20]];
    const sender = body.subarray(21, 21 + keyLength);
    const record = body.subarray(21 + keyLength);
    if (keyLength !== 65 || record.length > recordSize) throw new Error("not one record of aes128gcm");
    const secret = derive(pair.computeSecret(sender), auth, ["WebPush: info\0", own, sender], 32);
    const key = derive(secret, salt, ["Content-Encoding: aes128gcm\0"], 16);
    const padded = open(record, key, derive(secret, salt, ["Content-Encoding: nonce\0"], 12));
    const end = padded.lastIndexOf(2);
    if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error("not the last record");
    return padded.subarray(0, end).toString("utf8");
  }

  /** The draft that older apps use: salt and key are in headers. */
  function readDraft(body: Buffer, headers: IncomingHttpHeaders): string {
    const named = (header: string, name: string) => {
      const value = new RegExp(`(?:^|[;,]\\s*)${name}=([\\w-]+)`).exec(String(headers[header]))?.[1];
      return Buffer.from(value ?? "", "base64url");
    };
    const [salt, sender] = [named("encryption", "salt"), named("crypto-key", "dh")];
    const context = ["P-256\0", length(own), own, length(sender), sender];
    const secret = derive(pair.computeSecret(sender), auth, ["Content-Encoding: auth\0"], 32);
    const key = derive(secret, salt, ["Content-Encoding: aesgcm\0", ...context], 16);
    const padded = open(body, key, derive(secret, salt, ["Content-Encoding: nonce\0", ...context], 12));
    return padded.subarray(2 + padded.readUInt16BE(0)).toString("utf8");
  }

  return {
    p256dh: own.toString("base64url"),
    auth: auth.toString("base64url"),
    read: (body, headers) => (headers["content-encoding"] === "aesgcm" ? readDraft(body, headers) : readRecord(body)),
  };
}

function derive(secret: Buffer, salt: Buffer, info: (string | Buffer)[], size: number): Buffer {
  const about = Buffer.concat(info.map((part) => Buffer.from(part)));
  return Buffer.from(hkdfSync("sha256", secret, salt, about, size));
}

function open(sealed: Buffer, key: Buffer, nonce: Buffer): Buffer {
  const decipher = createDecipheriv("aes-128-gcm", key, nonce).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

function length(part: Buffer): Buffer {
  return Buffer.from([0, part.length]);
}

/** The claims of a sender (RFC 8292). */
export interface Claims {
  aud: string;
  exp: number;
  sub: string;
}

/**
 * Verifies the sender as a push service does: `Authorization: vapid t=…, k=…`, or `WebPush …` of the draft.
 * @returns the sender's claims and public key
 * @throws if they are not signed with that key
 */
export function readVapid(headers: IncomingHttpHeaders): { claims: Claims; publicKey: string } {
  const { authorization = "", "crypto-key": keys } = headers;
  const [, token = "", named] = /^(?:vapid t=|WebPush )([\w.-]+)(?:,\s*k=([\w-]+))?$/.exec(authorization) ?? [];
  const publicKey = named ?? /p256ecdsa=([\w-]+)/.exec(String(keys))?.[1] ?? "";
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
