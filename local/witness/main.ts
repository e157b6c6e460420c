import { z } from "zod";
import { fromHex } from "@/lib/bytes/encoding";
import { signerFromSeed } from "@/lib/keychain/signing";
import { parseVerifierKey } from "@/lib/transparency/note";
import { seenFile } from "@/local/witness/seen";
import { serveWitness } from "@/local/witness/server";
import { createWitness } from "@/local/witness/witness";

// The witness: cosigns checkpoints of key logs. It shares nothing with them: no store, no secret, no folder.
process.umask(0o077);
const Env = z.object({
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535),
  BARKER_WITNESS_NAME: z.string().regex(/^[^\s+]+$/),
  /** The seed of its Ed25519 key. */
  BARKER_WITNESS_KEY: z.string().regex(/^[0-9a-f]{64}$/),
  /** The verifier keys of the logs that it watches, separated by spaces. */
  BARKER_WITNESS_LOGS: z.string().min(1),
  /** Where it remembers what it cosigned. Never restore an older copy: it would then sign a second history. */
  BARKER_WITNESS_FOLDER: z.string().min(1),
});
const given = Env.parse(process.env);

const file = seenFile(given.BARKER_WITNESS_FOLDER);
// An unreadable memory shows at the start, not at the first request.
await file.read();
const server = serveWitness(
  createWitness({
    name: given.BARKER_WITNESS_NAME,
    signer: signerFromSeed(fromHex(given.BARKER_WITNESS_KEY)),
    logs: given.BARKER_WITNESS_LOGS.split(" ").filter(Boolean).map(parseVerifierKey),
    file,
  }),
);
server.listen(given.PORT, given.HOST);
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => server.close(() => process.exit()));
