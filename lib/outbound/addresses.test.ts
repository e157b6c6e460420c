import { describe, expect, it } from "vitest";
import { isPublicAddress, isPublicHost } from "@/lib/outbound/addresses";

describe("IP addresses", () => {
  it.each(["1.1.1.1", "8.8.8.8", "172.32.0.1", "2a00:1450:4001:800::200a", "2606:4700::1111", "::ffff:8.8.8.8"])(
    "of the internet are public: %s",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.1.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.170",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.19.255.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:a9fe:a9fe",
    "::ffff:0:127.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::a00:1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2001:10::1",
    "2002:a00:1::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "2130706433",
    "0x7f.1",
    "017700000001",
    "127.1",
    "junk",
    "",
  ])("of anything else are not: %j", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("hosts of addresses, as URL normalises them", () => {
  it.each([
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://0/",
    "http://①②⑦.1/",
    "http://[::ffff:169.254.169.254]/",
    "http://[::]/",
    "http://localhost/",
    "http://localhost./",
    "http://redis/",
    "http://metadata.google.internal/",
    "http://printer.local/",
    "http://x.localhost/",
    "http://router.home.arpa/",
    "http://hidden.onion/",
    "http://millpond.example/",
    "http://LOCALHOST/",
  ])("are inside: %s", (address) => {
    expect(isPublicHost(new URL(address).hostname)).toBe(false);
  });

  it.each(["https://barker.town/", "https://8.8.8.8/", "https://[2606:4700::1111]/", "https://bücher.de/"])(
    "are outside: %s",
    (address) => {
      expect(isPublicHost(new URL(address).hostname)).toBe(true);
    },
  );
});
