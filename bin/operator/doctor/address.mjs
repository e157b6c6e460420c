import { answersHttp } from "../../launcher/health.mjs";
import { reachable } from "../../launcher/apps.mjs";
import { isLoopback, urlOf } from "../../launcher/options.mjs";
import { whyNotFree } from "../../launcher/ports.mjs";
import { right, unsure, wrong } from "./findings.mjs";

/** @typedef {import("./findings.mjs").Finding} Finding */

/**
 * The address that people use, as the settings give it.
 *
 * @param {Record<string, string | undefined>} env
 * @param {{ host: string, port: number }} listens
 * @returns {Finding[]}
 */
export function checkOrigin(env, listens) {
  const origin = env["BARKER_ORIGIN"] || urlOf(listens);
  if (!URL.canParse(origin))
    return [wrong(`BARKER_ORIGIN is no address: ${origin}`, "It should look like https://town.example.")];
  const { protocol, hostname, pathname } = new URL(origin);
  const isLocal = isLoopback(hostname.replace(/^\[|\]$/g, ""));
  /** @type {Finding[]} */
  const findings = [];
  if (pathname !== "/" || origin.endsWith("/"))
    findings.push(
      wrong(`BARKER_ORIGIN has a path or a slash at its end: ${origin}`, "Leave only scheme, host and port."),
    );
  if (env["NEXTAUTH_URL"] && env["NEXTAUTH_URL"] !== origin)
    findings.push(
      wrong(
        `NEXTAUTH_URL (${env["NEXTAUTH_URL"]}) is not BARKER_ORIGIN (${origin})`,
        "Set both to the public address.",
      ),
    );
  if (!isLocal && protocol !== "https:")
    findings.push(
      wrong(
        `${origin} is not encrypted`,
        "Put a proxy with TLS in front (docs/operating/Caddyfile): without it, passwords can be read on the way, and pushes, passkeys and messages do not work.",
      ),
    );
  if (isLocal && !isLoopback(listens.host))
    findings.push(
      unsure(
        `Barker listens on ${listens.host}, and its address is ${origin}`,
        "Set BARKER_ORIGIN to the address that people use, or HOST to 127.0.0.1.",
      ),
    );
  if (protocol === "https:" && env["BARKER_TRUST_PROXY"] !== "on")
    findings.push(
      unsure(
        "BARKER_TRUST_PROXY is not on",
        "Behind a proxy, everybody shares one rate limit. Set it if one is in front.",
      ),
    );
  return findings.length > 0 ? findings : [right(`The address is ${origin}`)];
}

/**
 * Whether Barker answers, or else whether something is in its way.
 *
 * @param {{ host: string, port: number }} listens
 * @param {string} start the command that starts it
 * @returns {Promise<Finding>}
 */
export async function checkWeb(listens, start) {
  const url = reachable(listens);
  if (await answersHttp(`${url}/ready`)) return right(`Barker runs and answers at ${url}`);
  if (await answersHttp(`${url}/health`))
    return wrong(
      "Barker runs but is not ready",
      "It does not reach its stores: what is said about them here, or its logs, say why.",
    );
  const reason = await whyNotFree(listens.port, listens.host);
  if (reason === null) return unsure("Barker does not run", `Start it: ${start}`);
  return reason === "EADDRINUSE"
    ? wrong(`Port ${listens.port} is taken by something else`, "Stop that program, or choose another port with PORT.")
    : wrong(
        `Barker cannot listen on ${listens.host}:${listens.port} (${reason})`,
        "HOST must be an address of this machine, and ports below 1024 need more rights.",
      );
}
