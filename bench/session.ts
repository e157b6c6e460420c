import { ask } from "@/bench/http";

/** Signs in as the demo town's visitor, as the page's button does. */
export async function demoSession(): Promise<string> {
  const csrf = await ask("/api/auth/csrf");
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const answer = await ask("/api/auth/callback/demo", {
    method: "POST",
    cookie: cookies(csrf.headers),
    json: { csrfToken, json: true },
  });
  const session = cookies(answer.headers);
  if (!session.includes("session-token")) throw new Error("the demo sign-in did not work");
  return session;
}

function cookies(headers: Record<string, string | string[] | undefined>): string {
  return [headers["set-cookie"] ?? []]
    .flat()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
