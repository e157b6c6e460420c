import { z } from "zod";
import { PasskeyRow, toPasskey, type Passkey } from "@/lib/auth/passkeys/schema";
import { read } from "@/lib/neo4j";

const Known = z.object({
  passkey: z.object({ credential: z.string(), transports: z.array(z.string()) }),
});

/** Somebody's passkeys, newest first. */
export async function passkeysOf(personId: string): Promise<Passkey[]> {
  return (await read("passkeys/by_person", { personId }, PasskeyRow)).map(toPasskey);
}

/** The credential ids of a person's passkeys, so that no authenticator registers twice. */
export async function credentialsOf(personId: string): Promise<{ id: string; transports: string[] }[]> {
  const rows = await read("passkeys/by_person", { personId }, Known);
  return rows.map(({ passkey: { credential, transports } }) => ({ id: credential, transports }));
}
