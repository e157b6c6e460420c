import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, it } from "vitest";

import { addServiceSettings, dataOfService, parseSettings } from "./settings-file.mjs";

/** @param {string} text */
function fileWith(text) {
  const file = join(mkdtempSync(join(tmpdir(), "barker-settings-")), "barker.env");
  writeFileSync(file, text);
  return file;
}

it.each([
  ["A=plain", "plain"],
  ["A= spaces around ", "spaces around"],
  ["A=The Mill <mill@example.org>", "The Mill <mill@example.org>"],
  ['A="The Mill <mill@example.org>"', "The Mill <mill@example.org>"],
  ["A='a \"b\" \\ $c'", 'a "b" \\ $c'],
  ['A="a \\"b\\" \\$c \\d"', 'a "b" $c \\d'],
  ["A=smtp://mill:p%40ss$1@mail.example.org:587", "smtp://mill:p%40ss$1@mail.example.org:587"],
  ["A=it's", "it's"],
  ["A=a#b", "a#b"],
  ["A=a\\\\b\\ ", "a\\b "],
  ["A=a\\\nb", "ab"],
  ["A='two\nlines'", "two\nlines"],
  ["A=", ""],
  ["A=x\r", "x"],
])("a settings file with %j is read as systemd reads it", (line, value) => {
  expect(parseSettings(`# comment\n; A=comment\n\nno setting\n${line}\nB=next\n`)).toEqual({ A: value, B: "next" });
});

it("bin/barker takes the settings of the service, except those that it is given", () => {
  const file = fileWith("BARKER_DATA=/var/lib/barker\nBARKER_SMTP_URL=smtp://a\nPORT=3001\n");
  const env = { BARKER_SMTP_URL: "smtp://b" };
  addServiceSettings(env, file);
  expect(env).toEqual({ BARKER_DATA: "/var/lib/barker", BARKER_SMTP_URL: "smtp://b", PORT: "3001" });
  expect(dataOfService(file)).toBe("/var/lib/barker");
});

it("bin/barker takes nothing from the service for another data folder, or without its file", () => {
  const file = fileWith("BARKER_DATA=/var/lib/barker\nBARKER_ORIGIN=https://mill.example\n");
  for (const [data, from] of [
    ["/var/lib/barker-drill", file],
    ["/var/lib/barker", `${file}.none`],
  ]) {
    const env = { BARKER_DATA: data };
    addServiceSettings(env, from);
    expect(env).toEqual({ BARKER_DATA: data });
  }
  expect(dataOfService(`${file}.none`)).toBeNull();
});
