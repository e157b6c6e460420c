import { describe, expect, it } from "vitest";
import { isAllowedEndpoint } from "@/lib/push/address";

const OPEN = { local: false, hosts: [] };

describe("endpoints", () => {
  it.each([
    "https://fcm.googleapis.com/fcm/send/abc",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://web.push.apple.com/QABC",
    "https://push.example.org:8443/x?y=z",
    "https://8.8.8.8/push",
    "https://[2606:4700::1111]/push",
  ])("of push services are allowed: %s", (endpoint) => {
    expect(isAllowedEndpoint(endpoint, OPEN)).toBe(true);
  });

  it.each([
    "http://fcm.googleapis.com/fcm/send/abc",
    "ftp://push.example.org/x",
    "https://someone:secret@push.example.org/x",
    "https://localhost/x",
    "http://127.0.0.1:8080/x",
    "https://127.1/x",
    "https://2130706433/x",
    "https://0x7f.0.0.1/x",
    "https://10.1.2.3/x",
    "https://172.20.0.1/x",
    "https://192.168.1.1/x",
    "https://169.254.169.254/latest/meta-data",
    "https://100.64.0.1/x",
    "https://0.0.0.0/x",
    "https://[::1]/x",
    "https://[::ffff:10.0.0.1]/x",
    "https://[fe80::1]/x",
    "https://[fd00::1]/x",
    "https://[2002:a00:1::]/x",
    "https://[64:ff9b::a00:1]/x",
    "https://redis/x",
    "https://neo4j.internal/x",
    "https://printer.local/x",
    "https://router.home.arpa./x",
    "https://metadata.localhost/x",
    "not an address",
  ])("of anything else are rejected: %s", (endpoint) => {
    expect(isAllowedEndpoint(endpoint, OPEN)).toBe(false);
  });

  it("may be on this machine when tests allow it, and nowhere else inside", () => {
    const rules = { local: true, hosts: [] };
    expect(isAllowedEndpoint("http://127.0.0.1:4000/x", rules)).toBe(true);
    expect(isAllowedEndpoint("http://localhost:4000/x", rules)).toBe(true);
    expect(isAllowedEndpoint("http://push.example.org/x", rules)).toBe(false);
    expect(isAllowedEndpoint("https://10.0.0.1/x", rules)).toBe(false);
  });

  it("can be restricted to some services", () => {
    const rules = { local: false, hosts: ["fcm.googleapis.com", "*.push.apple.com"] };
    expect(isAllowedEndpoint("https://fcm.googleapis.com/x", rules)).toBe(true);
    expect(isAllowedEndpoint("https://web.push.apple.com/x", rules)).toBe(true);
    expect(isAllowedEndpoint("https://evil-push.apple.com/x", rules)).toBe(false);
    expect(isAllowedEndpoint("https://xfcm.googleapis.com/x", rules)).toBe(false);
  });
});
