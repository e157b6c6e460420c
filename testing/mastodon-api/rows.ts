/** How far an endpoint of Mastodon's documentation is there. */
type State =
  /** It is served by a route. */
  | "served"
  /** It is served, and its answer is always empty, because Barker has nothing of the kind. */
  | "empty"
  /** It is a page, not a part of the API. */
  | "page"
  /** The gateway serves it: it streams. */
  | "stream"
  /** It is not served, and answers 404. */
  | "refused";

/** An endpoint of Mastodon's documentation. */
export interface Row {
  method: string;
  path: string;
  /** Who may call it: everybody, an app, or a person. Everybody may read what is public where a scope stands beside. */
  who: "public" | "app" | "user";
  /** The scopes that allow it, each by itself; those joined by `+` only together. */
  scopes: string[];
  /** The documented entity, `Entity[]` for a list of them. */
  returns: string;
  parameters: string[];
  /** Those of them that must be there. */
  required: string[];
  state: State;
  /** Why it is empty or refused. */
  reason?: string;
}

/** The parameters of lists that are paged from both ends. */
export const PAGED = "max_id since_id min_id limit";

/** Parameters that change nothing here, and why; those that do elsewhere with their endpoint. */
export const IGNORED: Record<string, string> = {
  resolve: "there are no other servers to ask",
  forward: "there are no other servers to tell",
  date_of_birth: "nobody is asked for their age",
  with_suspended: "nobody is shown suspended people",
  "attribution_domains[]": "links do not name authors of this server",
  avatar_description: "portraits have no descriptions",
  header_description: "headers have no descriptions",
  show_media: "profiles have all their parts",
  show_media_replies: "profiles have all their parts",
  show_featured: "profiles have all their parts",
  "supported_types[]": "there are no stand-ins for notifications of unknown types",
  "collection_ids[]": "there are no collections",
  delete_media: "pictures of deleted barks are deleted later",
  "POST /api/v1/statuses/:id/reblog visibility": "a rebark is as public as its bark",
  thumbnail: "there are no videos",
  "POST /api/v1/emails/confirmations email": "an address is changed with the password only",
  warning_preset_id: "there are no presets",
  send_email_notification: "an alert tells the person",
};

export const isIgnored = ({ method, path }: Row, parameter: string): boolean =>
  parameter in IGNORED || `${method} ${path} ${parameter}` in IGNORED;

function row(state: State, reason?: string) {
  return (endpoint: string, allowed: string, returns: string, parameters = ""): Row => {
    const [method = "", path = ""] = endpoint.split(" ");
    const [who = "", scopes = ""] = allowed.split(" ");
    if (who !== "public" && who !== "app" && who !== "user") throw new Error(`nobody is ${who}`);
    const listed = parameters.split(" ").filter((name) => name !== "");
    return {
      method,
      path,
      who,
      scopes: scopes.split("|").filter((scope) => scope !== ""),
      returns,
      parameters: listed.map((name) => name.replace("!", "")),
      required: listed.filter((name) => name.endsWith("!")).map((name) => name.replace("!", "")),
      state,
      ...(reason !== undefined && { reason }),
    };
  };
}

export const served = row("served");
export const page = row("page");
export const stream = row("stream");
export const empty = (reason: string, ...about: Parameters<typeof served>): Row => row("empty", reason)(...about);
export const refused = (reason: string, ...about: Parameters<typeof served>): Row => row("refused", reason)(...about);
