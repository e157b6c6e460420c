import { createECDH } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/env";
import { tryMailServer } from "@/lib/mail/writes";
import { connectRedis } from "@/lib/redis/tcp";
import { checkClock, messageOf, right, unsure, wrong, type Finding } from "@/local/operator/doctor/findings";
import { checkNeo4j } from "@/local/operator/doctor/neo4j";

/**
 * Checks the settings and the stores of this Barker. Changes nothing, and never throws for what is broken.
 * @param doRun false where the stores are Barker's own and stopped with it
 */
export async function checkStores(doRun = true): Promise<Finding[]> {
  try {
    env();
  } catch (error) {
    return [wrong("The settings are not complete", messageOf(error).split("\n").slice(1).join("; "))];
  }
  const stores = doRun
    ? [...(await checkNeo4j()), ...(await checkRedis())]
    : [unsure("Neo4j and Redis are stopped with Barker, and were not checked", "Ask again when Barker runs.")];
  return [...stores, ...checkKeys(), await checkMail()];
}

async function checkRedis(): Promise<Finding[]> {
  const { REDIS_URL } = env();
  if (REDIS_URL === "")
    return [unsure("Redis is reached by Upstash's REST only", "Sidecars need REDIS_URL; check those machines too.")];
  const redis = connectRedis({ maxRetriesPerRequest: 0, retryStrategy: () => null, lazyConnect: true });
  const address = new URL(REDIS_URL).host;
  try {
    await redis.connect();
    const asked = Date.now();
    const [seconds, micros] = await redis.time();
    const [, policy = ""] = await redis.config("GET", "maxmemory-policy").then(
      (answer) => z.array(z.string()).parse(answer),
      // Hosted ones do not tell it.
      () => [],
    );
    return [
      right(`Redis answers at ${address}`),
      checkClock("Redis", Number(seconds) * 1_000 + Number(micros) / 1_000, asked),
      ...(policy !== "" && policy !== "noeviction"
        ? [
            wrong(
              `Redis may throw data away (maxmemory-policy ${policy})`,
              "Set maxmemory-policy noeviction: jobs and live events are in it.",
            ),
          ]
        : []),
    ];
  } catch (error) {
    return [
      /WRONGPASS|NOAUTH/.test(messageOf(error))
        ? wrong(`Redis at ${address} refuses the password`, "The password in REDIS_URL must be that of the server.")
        : wrong(`Redis does not answer at ${address} (${messageOf(error)})`, "Start it, or correct REDIS_URL."),
    ];
  } finally {
    redis.disconnect();
  }
}

/** Signs in at the mail server, and sends nothing. */
async function checkMail(): Promise<Finding> {
  const { BARKER_SMTP_URL: url } = env();
  if (url === "")
    return unsure(
      "No mail can be sent",
      "Set BARKER_SMTP_URL (docs/operating.md, Mail); without it people who forgot their password ask you for a link.",
    );
  const host = URL.canParse(url) ? new URL(url).host : "";
  try {
    await tryMailServer();
    return right(`The mail server ${host} takes mails`);
  } catch (error) {
    const message = messageOf(error).split("\n")[0];
    return wrong(`The mail server ${host} does not take mails (${message})`, mailAdvice(error, url));
  }
}

/** What to do about a mail server that did not take mails, by the code of what it threw. */
export function mailAdvice(error: unknown, url: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const said = `${code} ${messageOf(error)}`;
  if (/CERT_HAS_EXPIRED|certificate has expired/i.test(said))
    return "The certificate of the mail server is too old: its operator has to renew it. Also look at the clock of this machine.";
  if (/ALTNAME|does not match certificate/i.test(said))
    return "The certificate is for another name: use the name of the server that your provider gives, not its number or an alias.";
  if (/SELF_SIGNED|VERIFY_LEAF|ISSUER_CERT|self-signed|unable to (verify|get)/i.test(said))
    return "This machine does not know who signed the certificate of the mail server. If it is your own authority, set NODE_EXTRA_CA_CERTS to a file with its certificate (PEM), beside BARKER_SMTP_URL, and restart Barker.";
  if (/EAUTH|\b535\b/.test(said))
    return "Correct name and password in BARKER_SMTP_URL; special characters in them are percent-encoded.";
  if (/ENOTFOUND|EDNS|EAI_AGAIN/.test(said)) return "There is no such name: correct the host in BARKER_SMTP_URL.";
  if (/wrong version number|ETLS/i.test(said))
    return `Encryption fails: ${url.startsWith("smtps:") ? "smtps:// is for port 465; port 587 needs smtp://" : "smtp:// is for port 587; port 465 needs smtps://"}.`;
  return "Correct host and port in BARKER_SMTP_URL, and look whether a firewall closes the port.";
}

function checkKeys(): Finding[] {
  const { BARKER_VAPID_PUBLIC_KEY: publicKey, BARKER_VAPID_PRIVATE_KEY: privateKey, ...given } = env();
  const findings: Finding[] = [];
  if (!publicKey || !privateKey)
    findings.push(
      unsure(
        "There are no keys for pushes",
        "Set BARKER_VAPID_PUBLIC_KEY and BARKER_VAPID_PRIVATE_KEY, or let npm start or the service make them.",
      ),
    );
  else
    findings.push(
      isKeyPair(publicKey, privateKey)
        ? right("The keys for pushes fit")
        : wrong("The keys for pushes are no pair", "Put both back from a backup of the secrets."),
    );
  if (!given.BARKER_LOG_KEY || !given.BARKER_VRF_KEY)
    findings.push(
      unsure(
        "There is no key log, so nobody can send encrypted messages",
        "Set BARKER_LOG_KEY and BARKER_VRF_KEY (docs/operating.md).",
      ),
    );
  return findings;
}

function isKeyPair(publicKey: string, privateKey: string): boolean {
  try {
    const pair = createECDH("prime256v1");
    pair.setPrivateKey(privateKey, "base64url");
    return pair.getPublicKey("base64url") === publicKey;
  } catch {
    // It is no number that can be a key.
    return false;
  }
}
