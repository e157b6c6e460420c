import { describe, expect, it } from "vitest";
import { reasonOf } from "@/local/operator/doctor/neo4j";
import { mailAdvice } from "@/local/operator/doctor/stores";

const failure = (message: string, code = "") => Object.assign(new Error(message), { code });

describe("what is said about a mail server that takes no mails", () => {
  it.each([
    ["self-signed certificate", "ESOCKET", "NODE_EXTRA_CA_CERTS"],
    ["unable to verify the first certificate", "ESOCKET", "NODE_EXTRA_CA_CERTS"],
    ["certificate has expired", "ESOCKET", "renew"],
    ["Hostname/IP does not match certificate's altnames", "ESOCKET", "another name"],
    ["Invalid login: 535 5.7.8 authentication failed", "EAUTH", "name and password"],
    ["getaddrinfo ENOTFOUND mail.mill.invalid", "EDNS", "no such name"],
    ["connect ECONNREFUSED 127.0.0.1:9", "ESOCKET", "host and port"],
    ["wrong version number", "ESOCKET", "port 465"],
  ])("%s (%s): %s", (message, code, advice) => {
    expect(mailAdvice(failure(message, code), "smtp://mail.mill.example:465")).toContain(advice);
  });
});

describe("what is said about a Neo4j that does not answer", () => {
  it("is its cause alone, without the driver's explanation of other settings", () => {
    const message =
      "Failed to connect to server. Please ensure that your database is listening on the correct host and port and that you have compatible encryption settings both on Neo4j server and driver. Note that the default encryption setting has changed in Neo4j 4.0. Caused by: connect ECONNREFUSED 127.0.0.1:7687";
    expect(reasonOf(message)).toBe("connect ECONNREFUSED 127.0.0.1:7687");
    expect(reasonOf("Failed to connect to server. More words.\n  at")).toBe("Failed to connect to server");
  });
});
