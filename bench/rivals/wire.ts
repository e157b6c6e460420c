import { connect, type Socket } from "node:net";

/** A connection to PostgreSQL with the simple query protocol: enough for measuring it without another package. */
export interface Wire {
  /** Runs statements and returns the rows of the last, each value as text. @throws the server's error */
  query: (sql: string) => Promise<string[][]>;
  end: () => void;
}

interface Waiting {
  rows: string[][];
  fault: string | null;
  resolve: (rows: string[][]) => void;
  reject: (error: Error) => void;
}

/** Connects through a Unix socket with trust authentication. @see PostgreSQL's "Frontend/Backend Protocol" */
export async function openWire(path: string, user: string, database: string): Promise<Wire> {
  const socket = connect(path);
  let waiting: Waiting | null = null;
  const next = () =>
    new Promise<string[][]>((resolve, reject) => (waiting = { rows: [], fault: null, resolve, reject }));
  socket.on("error", (error) => waiting?.reject(error));
  // A server that is still starting sends an error and closes the connection.
  socket.on("close", () => waiting?.reject(new Error(waiting.fault ?? "the connection was closed")));
  onMessages(socket, (kind, body) => {
    if (!waiting) return;
    if (kind === "D") waiting.rows.push(rowOf(body));
    if (kind === "E") waiting.fault = body.toString("utf8").replaceAll("\0", " ");
    if (kind !== "Z") return;
    const { rows, fault, resolve, reject } = waiting;
    waiting = null;
    if (fault === null) resolve(rows);
    else reject(new Error(fault));
  });
  const ready = next();
  const hello = Buffer.from(`\0\x03\0\0user\0${user}\0database\0${database}\0\0`, "latin1");
  socket.write(Buffer.concat([length(hello.length + 4), hello]));
  await ready;
  return {
    query(sql) {
      const answer = next();
      const body = Buffer.from(`${sql}\0`);
      socket.write(Buffer.concat([Buffer.from("Q"), length(body.length + 4), body]));
      return answer;
    },
    end: () => void socket.destroy(),
  };
}

function length(bytes: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(bytes);
  return buffer;
}

/** Splits the stream into messages: a type byte, a length that includes itself, a body. */
function onMessages(socket: Socket, take: (kind: string, body: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5) {
      const end = 1 + rest.readInt32BE(1);
      if (rest.length < end) return;
      const [kind, body] = [rest.toString("latin1", 0, 1), rest.subarray(5, end)];
      rest = rest.subarray(end);
      take(kind, body);
    }
  });
}

function rowOf(body: Buffer): string[] {
  let at = 2;
  return Array.from({ length: body.readInt16BE(0) }, () => {
    const bytes = body.readInt32BE(at);
    at += 4 + Math.max(0, bytes);
    return bytes < 0 ? "" : body.toString("utf8", at - bytes, at);
  });
}
