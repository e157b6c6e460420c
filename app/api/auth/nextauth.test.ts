import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";

it.each([
  ["GET", "error?error=%00"],
  ["GET", "callback/credentials"],
  ["GET", "callback/demo"],
  ["GET", "signin?callbackUrl=%00"],
  ["GET", "providers/x/y"],
  ["POST", "signin/credentials"],
  ["POST", "_log"],
])("answers 404 to %s /api/auth/%s, which our pages do not use", async (method, path) => {
  const address = new URL(`http://localhost/api/auth/${path}`);
  const params = Promise.resolve({ nextauth: address.pathname.split("/").slice(3) });
  const response = await (method === "GET" ? GET : POST)(new NextRequest(address, { method }), { params });
  expect(response.status).toBe(404);
});
