import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import { root } from "../launcher/places.mjs";
import { parseSettings, settingsFile } from "./settings-file.mjs";

const folder = join(root, "docs", "operating");
const read = (/** @type {string} */ name) => readFileSync(join(folder, name), "utf8");
const services = readdirSync(folder).filter((name) => name.endsWith(".service"));

it.each(services)("%s takes its settings from the one file, and holds none that could be secret", (name) => {
  const text = read(name);
  expect(text).toContain(`\nEnvironmentFile=${settingsFile}\n`);
  // There, "%" begins a specifier.
  expect(text.match(/^Environment=.*(?:BARKER_|%).*$/gm) ?? []).toEqual([]);
});

it.each(["barker.env", "barker-processes.env"])("%s names only settings that README.md explains", (name) => {
  const text = read(name).replaceAll(/^#([A-Z_]+=)/gm, "$1");
  const names = Object.keys(parseSettings(text)).filter((setting) => setting !== "NODE_ENV");
  const readme = readFileSync(join(root, "README.md"), "utf8");
  expect(names).toContain("BARKER_SMTP_URL");
  expect(names.filter((setting) => !readme.includes(`\`${setting}\``))).toEqual([]);
});
