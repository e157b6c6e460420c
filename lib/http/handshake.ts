import type { Duplex } from "node:stream";

/**
 * Answers a handshake of a WebSocket by refusing it, and closes the connection as soon as the answer is sent: a client
 * that keeps its own side open would hold it for ever.
 * @param status the code and its name: "404 Not Found"
 */
export function refuseHandshake(socket: Duplex, status: string, message = ""): void {
  const type = message === "" ? "" : "content-type: text/plain\r\n";
  socket.on("error", () => socket.destroy());
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n${type}\r\n${message}`);
}
