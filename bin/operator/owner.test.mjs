import { mkdtempSync, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

import { expect, it, vi } from "vitest";

import { becomeOwner, ensureAccess, whoMayRead } from "./owner.mjs";

const folder = mkdtempSync(join(tmpdir(), "barker-owner-"));

const me = userInfo().username;

/** A process of a user. @param {number} uid */
function processOf(uid) {
  return { getuid: () => uid, setgroups: vi.fn(), setgid: vi.fn(), setuid: vi.fn() };
}

it("root goes on as the owner of the data folder, and nobody else changes", () => {
  const own = statSync(folder).uid;
  const root = processOf(0);
  becomeOwner(folder, root);
  const changes = own === 0 ? [] : [[own]];
  expect(root.setuid.mock.calls).toEqual(changes);
  const other = processOf(1000);
  becomeOwner(folder, other);
  expect(other.setuid).not.toHaveBeenCalled();
  becomeOwner(join(folder, "none"), root);
  expect(root.setuid.mock.calls).toEqual(changes);
});

it("a folder that is open or missing needs no word, and a closed one is said to be somebody's", () => {
  expect(() => ensureAccess(folder)).not.toThrow();
  expect(() => ensureAccess(join(folder, "none"))).not.toThrow();
  const file = join(folder, "none", "file");
  expect(whoMayRead(file)).toBe(
    `It belongs to ${me}. As root, give it to the user who runs Barker: chown -R ${me}: ${file}`,
  );
});
