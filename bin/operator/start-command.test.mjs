import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, it } from "vitest";

import { root } from "../launcher/places.mjs";
import { startCommand } from "./start-command.mjs";

const alone = { hasUnit: false, ofService: null };

it("names the service where it has this data folder", () => {
  const town = { data: "/var/lib/barker", port: 3000 };
  expect(startCommand(town, { hasUnit: true, ofService: "/var/lib/barker" })).toBe("systemctl start barker");
  const drill = startCommand({ data: "/var/lib/drill", port: 4000 }, { hasUnit: true, ofService: "/var/lib/barker" });
  expect(drill).toBe("BARKER_DATA=/var/lib/drill PORT=4000 npm start -- --empty");
});

it("names only the variables that are not the usual ones", () => {
  expect(startCommand({ data: join(root, ".barker-none"), port: 3000, host: "::" }, alone)).toBe(
    `BARKER_DATA=${join(root, ".barker-none")} HOST=:: npm start -- --empty`,
  );
  expect(startCommand({ data: "/srv/it's here", port: 3000 }, alone)).toBe(
    "BARKER_DATA='/srv/it'\\''s here' npm start -- --empty",
  );
});

it("leaves --empty out only where a demo town lives", () => {
  const data = mkdtempSync(join(tmpdir(), "barker-start-"));
  mkdirSync(join(data, "neo4j"));
  const record = join(data, "neo4j", "done.json");
  for (const [town, command] of [
    ["demo", "npm start"],
    ["own", "npm start -- --empty"],
    ["filled", "npm start -- --empty"],
  ]) {
    writeFileSync(record, JSON.stringify({ town }));
    expect(startCommand({ data, port: 3000 }, alone)).toBe(`BARKER_DATA=${data} ${command}`);
  }
});
