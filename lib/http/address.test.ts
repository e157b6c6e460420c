import { describe, expect, it } from "vitest";
import { addressKey, isLoopback } from "@/lib/http/address";

describe("addressKey", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::ffff:cb00:7107", "203.0.113.7"],
    ["203.0.113.7:4711", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]:4711", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("of %s is %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});

describe("isLoopback", () => {
  it.each(["localhost", "localhost:3000", "127.0.0.1", "127.9.9.9:80", "::1", "[::1]:3000", "::ffff:127.0.0.1"])(
    "recognises %s",
    (host) => expect(isLoopback(host)).toBe(true),
  );
  it.each(["", "0.0.0.0", "10.0.0.1", "localhost.town.example", "127.0.0.1.town.example", "town.example:3000"])(
    "does not recognise %s",
    (host) => expect(isLoopback(host)).toBe(false),
  );
});
