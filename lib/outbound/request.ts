import { request as requestPlain, type ClientRequestArgs, type IncomingMessage } from "node:http";
import { request as requestSecure } from "node:https";
import { connect as connectPlain, isIP, type LookupFunction, type Socket } from "node:net";
import { connect as connectSecure } from "node:tls";
import { createBrotliDecompress, createUnzip } from "node:zlib";
import { isPublicAddress, isPublicHost, lookupPublic } from "@/lib/outbound/addresses";
import { ADDRESS_LIMIT } from "@/lib/outbound/rules";
import { hostOf, inTurn } from "@/lib/outbound/turns";
import { VERSION } from "@/lib/version";

/** The most bytes that are read of any answer, before and after it is unpacked. */
const BYTE_LIMIT = 1024 * 1024;
/** How long (ms) everything that is fetched for one address may take. */
const VISIT_MS = 3_000;

/** Why something was not fetched. Of these, only `unreachable` and `busy` may be different soon. */
export type OutboundReason = "refused" | "unreachable" | "busy" | "missing" | "robots" | "type" | "size" | "redirects";

export class OutboundError extends Error {
  constructor(
    readonly reason: OutboundReason,
    message: string = reason,
  ) {
    super(message);
  }
}

/** Lets tests reach a server of their own. It is passed in code only, so that no setting can open the way inside. */
export interface Opening {
  lookup: LookupFunction;
  permits: (address: string, port: number) => boolean;
}

/** One visit to a site: a page, its picture and the site's rules for robots share its time. */
export interface SiteVisit {
  signal: AbortSignal;
  /** The public address of this server, by which it introduces itself. */
  origin: string;
  opening?: Opening;
}

export function beginVisit(origin: string, opening?: Opening, ms = VISIT_MS): SiteVisit {
  return { signal: AbortSignal.timeout(ms), origin, ...(opening && { opening }) };
}

export interface WantedFile {
  /** Accepted media types, or their beginnings: "text/html", "image/". */
  types: readonly string[];
  /** A longer answer is cut off instead of refused: a page says at its beginning what it is. */
  cut?: boolean;
}

export interface Fetched {
  /** The address after redirects. */
  url: URL;
  type: string;
  charset: string | null;
  bytes: Buffer;
}

/**
 * Asks another site for one file, on behalf of nobody: without cookies or a referrer, and only at public addresses. The
 * address is checked as it is written (`outsideAddress`), when its name is resolved, and once more after connecting,
 * before a byte is sent, because what a name resolves to may change. Each site is asked by one visit at a time.
 * @returns what the site answers, or where it redirects to
 * @throws OutboundError
 */
export async function fetchOnce(url: URL, wanted: WantedFile, visit: SiteVisit): Promise<Fetched | URL> {
  try {
    return await inTurn(hostOf(url), visit.signal, () => fetchNow(url, wanted, visit));
  } catch (error) {
    if (error instanceof OutboundError) throw error;
    throw new OutboundError("unreachable", error instanceof Error ? error.message : String(error));
  }
}

async function fetchNow(url: URL, { types, cut = false }: WantedFile, visit: SiteVisit): Promise<Fetched | URL> {
  const response = await ask(url, types, visit);
  try {
    const { statusCode: status = 500, headers } = response;
    if (status >= 300 && status < 400 && headers.location)
      return outsideAddress(redirected(headers.location, url), visit);
    if (status !== 200) throw new OutboundError(status === 429 || status >= 500 ? "busy" : "missing", `${status}`);
    const [type = "", ...parameters] = (headers["content-type"] ?? "").toLowerCase().split(/\s*;\s*/);
    if (!types.some((accepted) => type.startsWith(accepted))) throw new OutboundError("type", type);
    const charset = parameters.find((parameter) => parameter.startsWith("charset="))?.slice("charset=".length);
    const bytes = await bodyOf(response, cut);
    return { url, type, charset: charset?.replace(/["']/g, "") || null, bytes };
  } finally {
    response.destroy();
  }
}

function redirected(location: string, from: URL): URL {
  if (location.length > ADDRESS_LIMIT) throw new OutboundError("refused");
  return new URL(location, from);
}

/** An address that may be fetched: http or https on the usual port, without a password, on a public host. */
export function outsideAddress(address: string | URL, { opening }: SiteVisit): URL {
  if (String(address).length > ADDRESS_LIMIT || !URL.canParse(address)) throw new OutboundError("refused");
  const url = new URL(address);
  const { protocol, hostname, port, username, password } = url;
  if ((protocol !== "http:" && protocol !== "https:") || username || password || url.href.length > ADDRESS_LIMIT) {
    throw new OutboundError("refused");
  }
  const bare = bareHost(hostname);
  const outside = opening
    ? isIP(bare) === 0 || opening.permits(bare, portOf(url))
    : port === "" && isPublicHost(hostname);
  if (!outside) throw new OutboundError("refused");
  url.hash = "";
  return url;
}

const bareHost = (hostname: string) => hostname.replace(/^\[|\]$/g, "");
const portOf = ({ port, protocol }: URL) => Number(port) || (protocol === "https:" ? 443 : 80);

/** Sends a request and waits for the head of its answer. */
function ask(url: URL, types: readonly string[], visit: SiteVisit): Promise<IncomingMessage> {
  const secure = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const stop = () => {
      request.destroy();
      reject(new OutboundError("unreachable", "too slow"));
    };
    const options: ClientRequestArgs = {
      signal: visit.signal,
      headers: {
        accept: types.map((type) => (type === "" ? "*/*" : type.endsWith("/") ? `${type}*` : type)).join(", "),
        "accept-encoding": "gzip, br",
        "user-agent": `Barker/${VERSION} (link card; +${visit.origin})`,
      },
      createConnection: (_, connected) => {
        connect(url, visit, connected);
        return undefined;
      },
    };
    const request = (secure ? requestSecure : requestPlain)(url, options, resolve);
    request.on("error", reject).once("close", () => visit.signal.removeEventListener("abort", stop));
    request.end();
    if (visit.signal.aborted) stop();
    else visit.signal.addEventListener("abort", stop, { once: true });
  });
}

/** Connects, and hands the socket over only when the address it is connected to is public. */
function connect(
  url: URL,
  { signal, opening }: SiteVisit,
  connected: (error: Error | null, socket: Socket) => void,
): void {
  const secure = url.protocol === "https:";
  const [host, port] = [bareHost(url.hostname), portOf(url)];
  const where = { host, port, lookup: opening?.lookup ?? lookupPublic };
  const socket = secure
    ? connectSecure({ ...where, ...(isIP(host) === 0 && { servername: host }), ALPNProtocols: ["http/1.1"] })
    : connectPlain(where);
  const fail = (error: Error) => {
    socket.destroy();
    connected(error, socket);
  };
  const stop = () => fail(new OutboundError("unreachable", "too slow"));
  signal.addEventListener("abort", stop, { once: true });
  socket.on("close", () => signal.removeEventListener("abort", stop));
  socket.once("error", fail);
  socket.once("connect", () => {
    const { remoteAddress = "" } = socket;
    const allowed = opening ? opening.permits(remoteAddress, port) : isPublicAddress(remoteAddress);
    if (!allowed) fail(new OutboundError("refused", "not public"));
    else if (!secure) connected(null, socket);
  });
  if (secure) socket.once("secureConnect", () => connected(null, socket));
}

/** The unpacked body, of which at most `BYTE_LIMIT` bytes are read, packed and unpacked. */
async function bodyOf(response: IncomingMessage, cut: boolean): Promise<Buffer> {
  const encoding = response.headers["content-encoding"]?.trim().toLowerCase() ?? "";
  if (!["", "identity", "gzip", "x-gzip", "deflate", "br"].includes(encoding))
    throw new OutboundError("type", encoding);
  if (!cut && Number(response.headers["content-length"] ?? 0) > BYTE_LIMIT) throw new OutboundError("size");
  const unpacked =
    encoding === "" || encoding === "identity"
      ? response
      : response.pipe(encoding === "br" ? createBrotliDecompress() : createUnzip());
  if (unpacked !== response) response.on("error", (error) => unpacked.destroy(error));
  let [read, packed] = [0, 0];
  if (unpacked !== response) {
    response.on("data", (chunk: Buffer) => {
      packed += chunk.length;
      if (packed > BYTE_LIMIT) unpacked.destroy(new OutboundError("size"));
    });
  }
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      read += chunk.length;
      if (read > BYTE_LIMIT) {
        if (!cut) throw new OutboundError("size");
        break;
      }
    }
  } finally {
    unpacked.destroy();
  }
  return Buffer.concat(chunks).subarray(0, BYTE_LIMIT);
}
