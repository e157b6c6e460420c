import { connect } from "node:tls";
import { env } from "@/lib/env";

/** How long (ms) the own address may take to answer. */
const PATIENCE_MS = 3_000;

/**
 * Until when (Unix ms) the certificate of this town's address is valid. Null without https, and when it could not be asked,
 * as on a machine that cannot reach its own address.
 */
export async function certificateEnd(): Promise<number | null> {
  const { protocol, hostname, port } = new URL(env().BARKER_ORIGIN);
  if (protocol !== "https:") return null;
  return new Promise((resolve) => {
    // Expired ones are what this is for.
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      servername: hostname,
      rejectUnauthorized: false,
    });
    const answer = (end: number | null) => {
      socket.destroy();
      resolve(end);
    };
    socket.setTimeout(PATIENCE_MS, () => answer(null));
    socket.once("error", () => answer(null));
    socket.once("secureConnect", () => {
      const end = Date.parse(socket.getPeerCertificate().valid_to);
      answer(Number.isNaN(end) ? null : end);
    });
  });
}
