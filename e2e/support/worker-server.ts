import { createServer, request } from "node:http";
import { connect } from "node:net";
import { listen } from "@/testing/listen";
import { origin } from "@/e2e/support/people";

const AWAY = JSON.stringify({ error: "Barker cannot answer right now." });

/** A server in front of Barker that can be unavailable, slow, without WebSockets, or a newer version of Barker. */
export async function answering() {
  const { hostname, port } = new URL(origin);
  let away: number | null = null;
  let delay = 0;
  let version = 1;
  let passesSockets = true;
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? "/";
    if (away !== null) return void outgoing.writeHead(away, { "content-type": "application/json" }).end(AWAY);
    // A new version no longer has the files of the previous one.
    if (version > 1 && path.startsWith("/_next/static/")) return void outgoing.writeHead(404).end();
    const wait = incoming.headers["sec-fetch-dest"] === "document" ? delay : 0;
    setTimeout(() => {
      const headers = { ...incoming.headers };
      // The whole worker, uncompressed, so that a version can be appended to it.
      const partial = path === "/sw.js" ? ["if-none-match", "if-modified-since", "accept-encoding"] : [];
      for (const name of partial) delete headers[name];
      const asked = request({ host: hostname, port, method: incoming.method, path, headers }, (answer) => {
        const { "content-length": _, etag: __, "last-modified": ___, ...rest } = answer.headers;
        const isWorker = path === "/sw.js";
        outgoing.writeHead(answer.statusCode ?? 502, isWorker ? rest : answer.headers);
        answer.on("end", () => isWorker && outgoing.end(`\n// ${version}\n`));
        answer.pipe(outgoing, { end: !isWorker });
      });
      asked.on("error", () => outgoing.destroy());
      incoming.pipe(asked);
    }, wait);
  });
  server.on("upgrade", (incoming, client) => {
    if (!passesSockets) return void client.destroy();
    const upstream = connect({ port: Number(port), host: hostname }, () => {
      const head = [`${incoming.method} ${incoming.url} HTTP/1.1`];
      for (const [name, value] of Object.entries(incoming.headers)) head.push(`${name}: ${String(value)}`);
      upstream.write(`${head.join("\r\n")}\r\n\r\n`);
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy()).on("close", () => client.destroy());
    client.on("error", () => upstream.destroy()).on("close", () => upstream.destroy());
  });
  return {
    url: `http://localhost:${await listen(server)}`,
    /** Makes it unavailable: it answers 503, or another status as a proxy would. */
    away: (really: boolean, status = 503) => void (away = really ? status : null),
    slow: (ms: number) => void (delay = ms),
    deploy: () => void version++,
    withoutSockets: () => void (passesSockets = false),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
