import { afterAll, describe, expect, it } from "vitest";
import type { SignUp } from "@/lib/account/schema";
import { signUp } from "@/lib/account/writes";

import { driver } from "@/lib/neo4j";
import { count } from "@/testing/graph";
import { authenticate, freshHandle } from "@/testing/people";

afterAll(() => driver().close());

function form(change: Partial<SignUp> = {}): SignUp {
  const username = freshHandle();
  return {
    username,
    email: `${username}@town.example`,
    password: "correct horse",
    agreement: true,
    locale: "en",
    ...change,
  };
}

describe("signing up", () => {
  it("creates an account that can sign in by handle and by e-mail, in any case", async () => {
    const fern = form();
    const made = await signUp(fern);
    if (!made.ok) throw new Error("not signed up");
    for (const login of [
      fern.username,
      fern.username.toUpperCase(),
      `@${fern.username}`,
      fern.email,
      ` ${fern.email.toUpperCase()} `,
    ]) {
      expect(await authenticate(login, fern.password)).toMatchObject({ id: made.personId, leavesAt: null });
    }
    expect(await authenticate(fern.username, "correct horsf")).toBeNull();
    expect(await authenticate(freshHandle(), fern.password)).toBeNull();
  });

  it("creates exactly one account when twenty people ask for one handle at once", async () => {
    const username = freshHandle();
    const forms = Array.from({ length: 20 }, (_, turn) =>
      form({ username: turn % 2 === 0 ? username : username.toUpperCase() }),
    );
    const results = await Promise.all(forms.map((one) => signUp(one)));
    const [taken, made] = [results.filter((result) => !result.ok), results.filter((result) => result.ok)];
    expect(made).toHaveLength(1);
    for (const result of taken) expect(result).toMatchObject({ faults: { username: [{ error: "ERR_TAKEN" }] } });
    expect(await count("(:Person {handleKey: $username})", { username })).toBe(1);
  });

  it("creates exactly one account, and no partial one, when twenty people use one e-mail address at once", async () => {
    const email = `${freshHandle()}@town.example`;
    const forms = Array.from({ length: 20 }, (_, turn) =>
      form({ email: turn % 2 === 0 ? email : email.toUpperCase() }),
    );
    const results = await Promise.all(forms.map((one) => signUp(one)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refused = results.flatMap((result) => (result.ok ? [] : [Object.keys(result.faults)]));
    expect(refused).toEqual(Array.from({ length: 19 }, () => ["email"]));
    const handles = forms.map(({ username }) => username);
    expect(await count("(p:Person) WHERE p.handleKey IN $handles", { handles })).toBe(1);
  });

  it("reports both names when both are taken", async () => {
    const fern = form();
    await signUp(fern);
    const again = await signUp({ ...fern, username: fern.username.toUpperCase() });
    expect(again).toMatchObject({
      ok: false,
      faults: { username: [{ error: "ERR_TAKEN" }], email: [{ error: "ERR_TAKEN" }] },
    });
  });

  it("rejects a password that is easy to guess, or that contains the handle or the address", async () => {
    const fern = form();
    for (const password of ["12345678", `${fern.username}!`, fern.email]) {
      const result = await signUp({ ...fern, password });
      expect(result).toMatchObject({ ok: false, faults: { password: [{ error: "ERR_INVALID" }] } });
    }
    expect(await signUp(fern)).toMatchObject({ ok: true });
  });

  it("accepts an e-mail domain in another script, and its ASCII form at sign-in", async () => {
    const name = freshHandle();
    const made = await signUp(form({ email: `${name}@bücher.example` }));
    if (!made.ok) throw new Error("not signed up");
    for (const login of [`${name}@BÜCHER.example`, ` ${name}@xn--bcher-kva.example `]) {
      expect(await authenticate(login, "correct horse")).toMatchObject({ id: made.personId });
    }
    const again = await signUp(form({ email: `${name}@xn--bcher-kva.example` }));
    expect(again).toMatchObject({ ok: false, faults: { email: [{ error: "ERR_TAKEN" }] } });
  });

  it("checks names against the database only when the form is valid", async () => {
    const result = await signUp(form({ username: "a b", password: "short", agreement: false }));
    expect(result).toMatchObject({ ok: false, faults: { username: [{}], password: [{}], agreement: [{}] } });
  });

  it("stores only a hash of the password, and the e-mail address apart from the person", async () => {
    const fern = form({ password: `${freshHandle()} is a secret` });
    await signUp(fern);
    const holding = "(n) WHERE any(key IN keys(n) WHERE toStringOrNull(n[key]) CONTAINS $text)";
    expect(await count(holding, { text: fern.password })).toBe(0);
    expect(await count(holding.replace("(n)", "(n:Person)"), { text: fern.email })).toBe(0);
    expect(
      await count("(:Person {handle: $handle})-[:HAS]->(:Credential {email: $email})", {
        handle: fern.username,
        email: fern.email,
      }),
    ).toBe(1);
    expect(
      await count("(c:Credential {email: $email}) WHERE c.passwordHash STARTS WITH '$argon2id$v=19$m=19456,t=2,p=1$'", {
        email: fern.email,
      }),
    ).toBe(1);
  });

  it("accepts passwords in all alphabets, whatever their Unicode composition", async () => {
    const fern = form({ password: "pass\u0301wo\u0308rt 漢字 👩‍👩‍👧 \ud800" });
    expect(await signUp(fern)).toMatchObject({ ok: true });
    expect(await authenticate(fern.username, fern.password.normalize("NFC"))).not.toBeNull();
    expect(await authenticate(fern.username, fern.password.replace("\u0301", ""))).toBeNull();
  });
});
