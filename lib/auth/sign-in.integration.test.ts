import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { signUp } from "@/lib/account/writes";
import { requirePassword } from "@/lib/auth/ask-password";
import { rememberDevice } from "@/lib/auth/devices";
import { signIn } from "@/lib/auth/sign-in";
import type { Identity, Viewer } from "@/lib/auth/schema";
import { ApiError } from "@/lib/errors";
import { ADDRESS_HEADER } from "@/lib/http/address";
import { requesterOf } from "@/lib/http/authorise";
import { driver } from "@/lib/neo4j";
import { signUpForm } from "@/testing/api";
import { beginWith } from "@/testing/change-env";

const WINDOW_MS = 15 * 60 * 1000;

beforeAll(() => {
  beginWith({ BARKER_RATE_LIMITS: "on" });
  // The clock is fixed in the middle of a rate-limit window, because a new window would allow one more attempt.
  const middle = Math.floor(Date.now() / WINDOW_MS) * WINDOW_MS + WINDOW_MS / 2;
  vi.useFakeTimers({ toFake: ["Date"], now: middle });
});
afterAll(async () => {
  vi.useRealTimers();
  await driver().close();
});

let lastAddress = 0;
/** An IP address that was not used before in this run. */
function freshAddress(): string {
  lastAddress += 1;
  const network = `${(process.pid & 0xffff).toString(16)}:${(Date.now() & 0xffff).toString(16)}:${lastAddress.toString(16)}`;
  return `2001:${network}::1`;
}

async function join() {
  const form = signUpForm();
  const made = await signUp(form);
  if (!made.ok) throw new Error("not signed up");
  return { ...form, id: made.personId };
}

interface From {
  address?: string;
  cookie?: string;
}

/** The result of an attempt: the person's id, "wrong", or the code of an error. */
async function enter(login: string, password: string, { address = freshAddress(), cookie }: From = {}) {
  const headers = new Headers({ [ADDRESS_HEADER]: address, ...(cookie && { cookie }) });
  return signIn({ login, password, returns: false }, headers)
    .then((entered) => entered?.id ?? "wrong")
    .catch((error: Error) => error.message);
}

const deviceOf = async (id: string) => String((await rememberDevice(null, id)).split(";")[0]);
const wrong = "none of theirs";

/** Spellings of a handle that normalise to it: full-width, circled, mathematical, and with spaces or @. */
function spellings(handle: string): string[] {
  const shifted = (a: number, zero: number | null) =>
    handle
      .split("")
      .map((letter) => {
        const code = letter.charCodeAt(0);
        if (code >= 97) return String.fromCodePoint(a + code - 97);
        return zero === null ? letter : String.fromCodePoint(zero + code - 48);
      })
      .join("");
  const forms = [
    handle,
    handle.toUpperCase(),
    shifted(0xff41, 0xff10),
    shifted(0x24d0, null),
    shifted(0x1d41a, 0x1d7ce),
    shifted(0x1d44e + 26 * 6, null),
  ];
  const around = ["", "@", " ", " @", "\u3000", "\uff20"];
  return forms.flatMap((form) => around.flatMap((before) => [before + form, `${before}${form} `]));
}

describe("guessing a password", () => {
  it("one account is limited to ten attempts, from however many addresses, however its handle is spelled", async () => {
    const fern = await join();
    const logins = spellings(fern.username).slice(0, 60);
    expect(new Set(logins).size).toBe(60);
    const answers = [];
    for (const login of logins) answers.push(await enter(login, wrong));
    expect(answers).toEqual([...Array(10).fill("wrong"), ...Array(50).fill("too_many_attempts")]);
  });

  it("is limited even when all attempts come at once", async () => {
    const fern = await join();
    const answers = await Promise.all(
      spellings(fern.username)
        .slice(0, 60)
        .map((login) => enter(login, wrong)),
    );
    const looked = answers.filter((answer) => answer === "wrong").length;
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThanOrEqual(10);
  });

  it("by e-mail address has one limit for all spellings, separate from that of the handle", async () => {
    const fern = await join();
    const addresses = [fern.email, fern.email.toUpperCase(), ` ${fern.email}`, fern.email.replace("@", "＠")];
    for (let turn = 0; turn < 10; turn++) expect(await enter(addresses[turn % 4] ?? "", wrong)).toBe("wrong");
    for (const address of addresses) expect(await enter(address, fern.password)).toBe("too_many_attempts");
    expect(await enter(fern.username, fern.password)).toBe(fern.id);
  });

  it("many accounts is limited to ten attempts per network (for IPv6 per /64)", async () => {
    const network = freshAddress().replace("::1", "");
    for (let turn = 0; turn < 10; turn++) {
      expect(await enter(`nobody_${turn}`, wrong, { address: `${network}:${turn}::${turn}` })).toBe("wrong");
    }
    const fern = await join();
    expect(await enter(fern.username, fern.password, { address: `${network}:ffff::9` })).toBe("too_many_attempts");
    expect(await enter(fern.username, fern.password)).toBe(fern.id);
  });
});

describe("the owner of an account", () => {
  it("can sign in any number of times, because only failures count", async () => {
    const fern = await join();
    const address = freshAddress();
    for (let turn = 0; turn < 15; turn++) expect(await enter(fern.username, fern.password, { address })).toBe(fern.id);
  });

  it("can sign in on a known device, whatever strangers tried, also from the same address", async () => {
    const fern = await join();
    const [cookie, address] = [await deviceOf(fern.id), freshAddress()];
    for (let turn = 0; turn < 12; turn++) await enter(fern.username, wrong, { address });
    expect(await enter(fern.username, fern.password, { address })).toBe("too_many_attempts");
    expect(await enter(fern.username, fern.password)).toBe("too_many_attempts");
    expect(await enter(fern.username, fern.password, { address, cookie })).toBe(fern.id);
    expect(await enter(fern.email, fern.password, { cookie })).toBe(fern.id);
  });

  it("has ten attempts on a known device, separate from those of strangers", async () => {
    const fern = await join();
    const cookie = await deviceOf(fern.id);
    for (let turn = 0; turn < 10; turn++) expect(await enter(fern.username, wrong, { cookie })).toBe("wrong");
    expect(await enter(fern.username, fern.password, { cookie })).toBe("too_many_attempts");
    expect(await enter(fern.username, fern.password)).toBe(fern.id);
  });

  it("gains nothing from the device of somebody else, nor from a forged one", async () => {
    const [fern, stranger] = [await join(), await join()];
    for (let turn = 0; turn < 10; turn++) await enter(fern.username, wrong);
    const own = await deviceOf(stranger.id);
    for (const cookie of [own, `${own}x`, "barker-device=junk", "barker-device="]) {
      expect(await enter(fern.username, fern.password, { cookie })).toBe("too_many_attempts");
    }
  });
});

describe("a prompt for the password", () => {
  async function owner() {
    const fern = await join();
    const viewer: Viewer = { id: fern.id, handle: fern.username, name: fern.username, avatar: "" };
    const app = { id: "1", name: "Sparrow", website: null, redirectUris: [], scopes: [] };
    const browser = (credential: string): Identity => ({ by: "cookie", viewer, credential });
    const sparrow = (credential: string): Identity => ({ by: "token", viewer, credential, app, scopes: [] });
    /** "right", or the code of the error. */
    const answer = (identity: Identity, password: string) =>
      requirePassword(requesterOf(viewer, identity), password, "password")
        .then(() => "right")
        .catch((error: unknown) => (error instanceof ApiError ? error.code : "broken"));
    return { ...fern, browser, sparrow, answer };
  }

  it("accepts ten wrong answers of a session, which limit neither other sessions nor apps", async () => {
    const { id, password, browser, sparrow, answer } = await owner();
    const stolen = browser(`stolen ${id}`);
    for (let turn = 0; turn < 10; turn++) expect(await answer(stolen, wrong)).toBe("invalid");
    expect(await answer(stolen, password)).toBe("too_many");
    expect(await answer(browser(`own ${id}`), password)).toBe("right");
    expect(await answer(sparrow(`token ${id}`), password)).toBe("right");
  });

  it("accepts ten wrong answers of all apps together", async () => {
    const { id, password, browser, sparrow, answer } = await owner();
    for (let turn = 0; turn < 10; turn++) expect(await answer(sparrow(`${turn} ${id}`), wrong)).toBe("invalid");
    expect(await answer(sparrow(`another ${id}`), password)).toBe("too_many");
    expect(await answer(browser(`own ${id}`), password)).toBe("right");
  });

  it("accepts any number of right answers", async () => {
    const { id, password, browser, answer } = await owner();
    for (let turn = 0; turn < 12; turn++) expect(await answer(browser(`own ${id}`), password)).toBe("right");
  });
});
