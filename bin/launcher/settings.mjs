import { accessSync, constants } from "node:fs";

import { UserError } from "./user-error.mjs";

/** @typedef {[is: (value: string) => boolean, must: string]} Rule `must` follows the name of the setting in a sentence */

/** @param {string[]} words @returns {Rule} */
const oneOf = (...words) => [
  (value) => words.includes(value),
  `must be ${words.slice(0, -1).join(", ")} or ${words.at(-1)}`,
];
/** @param {number} least @param {number} [most] @returns {Rule} */
const number = (least, most = Infinity) => [
  (value) => Number(value) >= least && Number(value) <= most,
  most === Infinity ? `must be a number from ${least} on` : `must be a number from ${least} to ${most}`,
];
/** @param {string} example @returns {Rule} */
const address = (example) => [isHttp, `must be an address such as ${example}`];
/** @param {RegExp} form @param {string} must @returns {Rule} */
const like = (form, must) => [(value) => form.test(value), must];
/** @param {number} least @returns {Rule} */
const longerThan = (least) => [(value) => value.length >= least, `must have at least ${least} characters`];

const seed = like(/^[0-9a-f]{64}$/, "must have 64 hexadecimal digits, such as the output of: openssl rand -hex 32");
const onOff = oneOf("on", "off");

/** As in lib/env.ts: a name, a password and a host, in which no character may be taken for the end of one of them. */
const smtp =
  /^smtps?:\/\/((?:[^\s:@/?#%]|%[\da-f]{2})*(?::(?:[^\s@/?#%]|%[\da-f]{2})*)?@)?(\[[\da-f:.]+\]|[^\s:@/?#[\]%]+)(:\d{1,5})?\/?(\?[^\s#@]*)?$/i;

/** What lib/env.ts would refuse, in words for the person who starts Barker. @type {Record<string, Rule>} */
const rules = {
  BARKER_ORIGIN: [(value) => value.split(",").every(isHttp), "must be an address such as https://town.example"],
  NEXTAUTH_URL: address("https://town.example"),
  BARKER_SIDECARS: like(/^\S+:\d+(,\S+:\d+)*$/, "must be host:port, several with commas between"),
  BARKER_ROLES: oneOf("gateway", "worker", "gateway,worker", "worker,gateway"),
  BARKER_DRAIN_SECONDS: number(0, 600),
  BARKER_HUB_FOLLOWERS: like(/^\d+$/, "must be a whole number"),
  BARKER_STORE_SECONDS: number(0.1, 600),
  BARKER_CONTACT: like(/^.{0,40}$/, "must be a handle"),
  BARKER_CONTACT_EMAIL: like(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "must be an e-mail address"),
  BARKER_SMTP_URL: like(
    smtp,
    "must look like smtp://name:password@mail.example.org:587 (or smtps://…:465), with special characters of name and password percent-encoded: @ is %40, : is %3A, / is %2F, # is %23, ? is %3F and % is %25",
  ),
  BARKER_MAIL_FROM: like(/^.{0,300}$/, "must have at most 300 characters"),
  BARKER_REGISTRATIONS: oneOf("open", "request", "invitation", "closed"),
  BARKER_RATE_LIMITS: onOff,
  BARKER_DEMO: onOff,
  BARKER_TRUST_PROXY: onOff,
  BARKER_PUSH_LOCAL: onOff,
  BARKER_LINK_CARDS: onOff,
  BARKER_METRICS_TOKEN: longerThan(16),
  BARKER_SECRET: longerThan(16),
  NEXTAUTH_SECRET: longerThan(16),
  BARKER_LOG_KEY: seed,
  BARKER_VRF_KEY: seed,
  BARKER_LOG_ORIGIN: like(/^[^\s+]*$/, "must have no spaces and no plus sign"),
  BARKER_WITNESSES: like(
    /^\S+ [^\s,]+(,\S+ [^\s,]+)*$/,
    "must be an address and a verifier key with a space between, several with commas between",
  ),
  BARKER_MEDIA_S3_ENDPOINT: address("https://s3.example.org"),
  OTEL_EXPORTER_OTLP_ENDPOINT: address("http://127.0.0.1:4318"),
  UPSTASH_REDIS_REST_URL: address("https://name.example.org"),
  LOG_LEVEL: oneOf("trace", "debug", "info", "warn", "error", "silent"),
  NODE_EXTRA_CA_CERTS: [isReadable, "must be the path of a file that the user of Barker may read"],
};

/** Those of which no part is shown, because they are passwords or contain one. */
const secret = /KEY|SECRET|TOKEN|SMTP_URL|NEXTAUTH_SECRET/;

/**
 * What is wrong with the given settings, one sentence each. Settings that are empty count as not given.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function faultsOf(env) {
  const faults = Object.entries(rules).flatMap(([name, [is, must]]) => {
    const value = env[name];
    if (!value || is(value)) return [];
    return [secret.test(name) ? `${name} ${must}.` : `${name} ${must}, not "${value}".`];
  });
  const needed = ["BARKER_MEDIA_S3_BUCKET", "BARKER_MEDIA_S3_KEY", "BARKER_MEDIA_S3_SECRET"];
  const missing = env["BARKER_MEDIA_S3_ENDPOINT"] ? needed.filter((name) => !env[name]) : [];
  return [...faults, ...missing.map((name) => `${name} is missing: BARKER_MEDIA_S3_ENDPOINT needs it.`)];
}

/**
 * Checks the given settings before anything is started or written.
 *
 * @param {NodeJS.ProcessEnv} env
 * @throws {UserError} with one sentence for each that is wrong
 */
export function ensureSettings(env) {
  const faults = faultsOf(env);
  if (faults.length > 0) throw new UserError(faults.join("\n"));
}

/** @param {string} value */
function isHttp(value) {
  return URL.canParse(value) && /^https?:\/\//i.test(value);
}

/** @param {string} file */
function isReadable(file) {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
