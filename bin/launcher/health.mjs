import { get } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Repeats a check until it succeeds.
 *
 * @param {() => Promise<boolean>} check
 * @param {AbortSignal} signal makes it reject
 */
export async function until(check, signal) {
  while (!(await check())) await sleep(60, undefined, { signal });
}

/**
 * Does GET answer 200, and with a good body?
 *
 * @param {string} url
 * @param {(body: string) => boolean} [good] any body by default
 * @returns {Promise<boolean>}
 */
export function answersHttp(url, good = () => true) {
  return new Promise((resolve) => {
    const asked = get(url, { timeout: 4000 }, (response) => {
      text(response).then(
        (body) => resolve(response.statusCode === 200 && good(body)),
        () => resolve(false),
      );
    });
    asked.on("timeout", () => asked.destroy()).on("error", () => resolve(false));
  });
}

/**
 * Does Neo4j speak Bolt on this port? The client sends a magic number and four version ranges (here 5.0–5.8), the
 * server answers with four bytes; zeros mean no common version. https://neo4j.com/docs/bolt/current/bolt/handshake/
 *
 * @param {number} port
 * @param {string} [host]
 */
export function answersBolt(port, host) {
  const hello = Buffer.from("6060b01700080805000000000000000000000000", "hex");
  return answers(port, hello, (reply) => reply.length >= 4 && reply[3] === 5, host);
}

/**
 * Does Redis answer PING? It does so only after its data is loaded.
 *
 * @param {number} port
 * @param {string} password
 */
export function answersRedis(port, password) {
  return answers(port, `AUTH ${password}\r\nPING\r\n`, (reply) => reply.includes("+PONG"));
}

/**
 * Does anything accept TCP connections at this address?
 *
 * @param {number} port
 * @param {string} host
 */
export function accepts(port, host) {
  return answers(port, "", () => true, host);
}

/**
 * @param {number} port
 * @param {string | Buffer} question
 * @param {(reply: Buffer) => boolean} good
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
function answers(port, question, good, host = "127.0.0.1") {
  return new Promise((resolve) => {
    let reply = Buffer.alloc(0);
    const socket = connect({ port, host, timeout: 2000 });
    const end = (/** @type {boolean} */ answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .on("connect", () => (question.length > 0 ? socket.write(question) : end(true)))
      .on("data", (chunk) => {
        reply = Buffer.concat([reply, chunk]);
        if (good(reply)) end(true);
      })
      .on("timeout", () => end(false))
      .on("error", () => end(false))
      .on("close", () => end(false));
  });
}
