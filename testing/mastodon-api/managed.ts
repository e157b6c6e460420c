import { expect } from "vitest";
import { ids, me } from "@/testing/mastodon-api/lists";
import { Caller } from "@/testing/mastodon-api/world";

/** For both versions of the people that staff manage; each has a person who is chosen, and one who is not. */
export const managed = (
  path: string,
  cases: Record<string, string | ((chosen: Caller) => string)>,
): Record<string, () => Promise<void>> =>
  Object.fromEntries(
    Object.entries(cases).map(([name, query]): [string, () => Promise<void>] => [
      `GET ${path} ${name}`,
      async () => {
        const [chosen, other] = [await Caller.join(), await Caller.join()];
        const measures: Record<string, string> = {
          disabled: "disable",
          silenced: "silence",
          suspended: "suspend",
          sensitized: "sensitive",
          status: "silence",
        };
        const type = measures[name];
        if (type) await me.send("POST", `/api/v1/admin/accounts/${chosen.id}/action`, { type });
        if (name === "staff" || name === "permissions" || name === "role_ids[]") await chosen.own();
        if (name === "active") await me.send("POST", `/api/v1/admin/accounts/${other.id}/action`, { type: "suspend" });
        if (name === "display_name")
          await chosen.send("PATCH", "/api/v1/accounts/update_credentials", { display_name: `Q ${chosen.handle}` });
        const found = await ids(`${path}?limit=40&${typeof query === "string" ? query : query(chosen)}`);
        const isNobody = ["remote", "pending", "by_domain", "ip", "origin", "invited_by"].includes(name);
        expect([found.includes(chosen.id), found.includes(other.id)]).toEqual([!isNobody, name === "local"]);
      },
    ]),
  );
