import { expect, test } from "vitest";

import { completeOptions, readArguments, urlOf } from "./options.mjs";

test("readArguments reads the flags and refuses unknown ones", () => {
  expect(readArguments(["--empty", "--quiet"])).toMatchObject({
    empty: true,
    quiet: true,
    dev: false,
    storesOnly: false,
  });
  expect(readArguments(["--help"])).toBe("help");
  expect(() => readArguments(["--emtpy"])).toThrow("--emtpy");
  expect(() => readArguments(["surprise"])).toThrow("surprise");
});

test("completeOptions takes PORT, HOST and BARKER_DATA from the environment unless they are given", () => {
  const env = { PORT: "4000", HOST: "::1", BARKER_DATA: "/data" };
  expect(completeOptions({ env })).toMatchObject({ port: 4000, host: "::1", data: "/data" });
  expect(completeOptions({ env, port: 5000, data: "/else" })).toMatchObject({ port: 5000, data: "/else" });
  expect(completeOptions({ env: { PORT: "", HOST: "", BARKER_DATA: "" } })).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
  });
});

test.each(["abc", "0", "70000", "3000.5", "-1"])("completeOptions refuses PORT=%s", (PORT) => {
  expect(() => completeOptions({ env: { PORT } })).toThrow("PORT must be a number");
});

test.each([
  ["127.0.0.1", "http://localhost:3000"],
  ["localhost", "http://localhost:3000"],
  ["0.0.0.0", "http://localhost:3000"],
  ["192.168.1.20", "http://192.168.1.20:3000"],
  ["fd00::1", "http://[fd00::1]:3000"],
])("the URL of an instance listening on %s is %s", (host, url) => {
  expect(urlOf({ host, port: 3000 })).toBe(url);
});
