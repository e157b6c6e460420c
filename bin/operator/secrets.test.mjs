import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, it } from "vitest";

import { TownSecrets } from "@/local/backup/secrets";
import { loadSecrets } from "../launcher/secrets.mjs";

it("a backup contains every secret that the launcher makes, except the passwords of the stores", () => {
  const folder = mkdtempSync(join(tmpdir(), "secrets-"));
  try {
    const { neo4jPassword: _, redisPassword: __, ...ofTheTown } = loadSecrets(join(folder, "secrets.json"));
    expect(TownSecrets.parse(ofTheTown)).toEqual(ofTheTown);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
