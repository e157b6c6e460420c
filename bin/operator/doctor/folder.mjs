import { accessSync, constants, existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { readJson } from "../../launcher/files.mjs";
import { right, unsure, wrong } from "./findings.mjs";

/** @typedef {import("./findings.mjs").Finding} Finding */
/** @typedef {import("../../launcher/places.mjs").Places} Places */

const dayMs = 86_400_000;
/** Those without which the launcher would make new ones, and what ends then. */
const kept = {
  barkerSecret: "old reports of encrypted messages",
  nextAuthSecret: "all web sessions",
  logKey: "the key log of encrypted messages",
  vrfKey: "the key log of encrypted messages",
  vapidPublicKey: "all push subscriptions",
  vapidPrivateKey: "all push subscriptions",
};

/**
 * The data folder, its secrets and its pictures.
 *
 * @param {Places} places
 * @param {Record<string, string | undefined>} env what the processes get
 * @returns {Finding[]}
 */
export function checkFolder(places, env) {
  if (!existsSync(places.data))
    return [
      wrong(`There is no data folder ${places.data}`, "Start Barker first, or say where it is with BARKER_DATA."),
    ];
  return [
    checkMode(places.data, "The data folder"),
    ...checkSecrets(places.secrets, env),
    env["BARKER_MEDIA_S3_ENDPOINT"] ? right("Pictures are on an S3-compatible server") : checkWritable(places),
  ];
}

/** @param {string} entry @param {string} title @returns {Finding} */
function checkMode(entry, title) {
  const { mode } = lstatSync(entry);
  return (mode & 0o077) === 0
    ? right(`${title} is closed to other users`)
    : wrong(`${title} is open to other users (mode ${(mode & 0o777).toString(8)})`, `Run: chmod go= ${entry}`);
}

/** @param {Places} places @returns {Finding} */
function checkWritable({ media, data }) {
  const folder = existsSync(media) ? media : data;
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return right("The folder of pictures can be written");
  } catch {
    return wrong(
      `${folder} cannot be written by this user`,
      "Run Barker as the owner of the folder, or change its owner.",
    );
  }
}

/**
 * @param {string} file
 * @param {Record<string, string | undefined>} env
 * @returns {Finding[]}
 */
function checkSecrets(file, env) {
  if (!existsSync(file)) {
    return env["BARKER_SECRET"] && env["NEXTAUTH_SECRET"]
      ? [right("The secrets are in the environment")]
      : [
          wrong(
            `${file} is missing`,
            "Put it back from a backup: with new secrets, sessions, pushes and the key log end.",
          ),
        ];
  }
  const secrets = readJson(file);
  if (secrets === null) return [wrong(`${file} is not readable or no JSON`, "Put it back from a backup.")];
  const missing = Object.entries(kept).filter(([name]) => typeof secrets[name] !== "string");
  const lost = [...new Set(missing.map(([, what]) => what))];
  return [
    checkMode(file, "The file of secrets"),
    missing.length === 0
      ? right("All secrets are there")
      : unsure(
          `${file} lacks ${missing.map(([name]) => name).join(", ")}`,
          `The next start makes new ones, which ends ${lost.join(", ")}. Put the file back from a backup if they were there.`,
        ),
  ];
}

/**
 * @param {string} data
 * @param {number} [now] Unix ms
 * @returns {Finding}
 */
export function checkBackup(data, now = Date.now()) {
  const last = readJson(join(data, "last-backup.json"));
  const advice = "Run bin/barker backup, and let a timer do it every night (docs/operating/backup.md).";
  if (typeof last?.at !== "number") return unsure("There is no backup yet", advice);
  const days = Math.floor((now - last.at) / dayMs);
  const age = days === 0 ? "less than a day" : days === 1 ? "a day" : `${days} days`;
  return days > 2 ? unsure(`The last backup is ${age} old`, advice) : right(`The last backup is ${age} old`);
}

/** Files that interrupted backups have left. @param {string} data @returns {Finding[]} */
export function checkLeftovers(data) {
  const folder = join(data, "backups");
  const parts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".part")) : [];
  return parts.length === 0
    ? []
    : [unsure(`Interrupted backups left ${parts.join(", ")} in ${folder}`, "If no backup is being made, delete them.")];
}
