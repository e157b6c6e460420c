import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

/** Encodes CBOR: maps, numbers, texts and bytes, which is all that an authenticator needs. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (!(value instanceof Map)) throw new Error("this CBOR encoder does not support the value");
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)])]);
}

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();

interface Ceremony {
  challenge: string;
  origin: string;
  /** The value of the authenticator's counter. */
  counter?: number;
  /** Whether it verified the user, by fingerprint, face or PIN. */
  verifies?: boolean;
}

/** Creates a software authenticator with one ES256 key, for tests of passkeys. */
export function makeAuthenticator(site = "localhost") {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const credentialId = randomBytes(32);
  const id = credentialId.toString("base64url");
  const coordinate = (text: string) => Buffer.from(text, "base64url");
  const key = cbor(new Map<number, unknown>([[1, 2], [3, -7], [-1, 1], [-2, coordinate(x)], [-3, coordinate(y)]])); // prettier-ignore

  const data = ({ counter = 0, verifies = true }: Ceremony, attested: Buffer) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = 1 | (verifies ? 4 : 0) | (attested.length > 0 ? 64 : 0);
    return Buffer.concat([sha256(site), Buffer.from([flags]), count, attested]);
  };
  const client = (type: string, { challenge, origin }: Ceremony) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const credential = (response: Record<string, unknown>) => ({
    id,
    rawId: id,
    type: "public-key",
    response,
    clientExtensionResults: {},
  });

  return {
    /** The result of `navigator.credentials.create`. */
    create(ceremony: Ceremony) {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId, key]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", data(ceremony, attested)],
      ]);
      return credential({
        clientDataJSON: client("webauthn.create", ceremony).toString("base64url"),
        attestationObject: cbor(attestation).toString("base64url"),
        transports: ["internal"],
      });
    },
    /** The result of `navigator.credentials.get`. */
    get(ceremony: Ceremony) {
      const [authenticatorData, clientData] = [data(ceremony, Buffer.alloc(0)), client("webauthn.get", ceremony)];
      const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
      return credential({
        clientDataJSON: clientData.toString("base64url"),
        authenticatorData: authenticatorData.toString("base64url"),
        signature: createSign("sha256").update(signed).sign(privateKey).toString("base64url"),
      });
    },
  };
}
