import { at, fields, type Exchange, type WebClient } from "@/testing/web-clients/exchange";
import { ACCOUNT, PHANPY_STATUS as STATUS, POLL, RELATIONSHIP, TOPIC } from "@/testing/web-clients/fields";
import { WRITING } from "@/testing/web-clients/phanpy-writing";

const ORIGIN = "https://phanpy.example";
const SCOPES = "read write follow push";
const STATUSES = at("[].", STATUS);
const LIST = ["id", "title", "replies_policy", "exclusive"];
const FILTER = ["id", "title", "context", "expires_at?", "filter_action", "keywords"];
const WHERE = ["home", "public", "notifications", "thread", "account"];

const register: Exchange[] = [
  { does: "enters the address", path: "/.well-known/host-meta", token: false },
  {
    does: "enters the address",
    method: "POST",
    path: "/api/v1/apps",
    token: false,
    form: { client_name: "Phanpy", redirect_uris: `${ORIGIN}/`, scopes: SCOPES, website: `${ORIGIN}/` },
    reads: ["client_id", "client_secret"],
    keeps: { client_id: "client_id", client_secret: "client_secret" },
  },
  {
    does: "enters the address",
    path: "/.well-known/oauth-authorization-server",
    token: false,
    reads: ["code_challenge_methods_supported[]"],
  },
];

const begin: Exchange[] = [
  {
    does: "comes back",
    path: "/api/v1/preferences",
    reads: ["posting:default:visibility", "posting:default:language?"],
  },
  {
    does: "comes back",
    path: "/api/v2/instance",
    reads: [
      ...fields("domain version api_versions.mastodon"),
      ...at(
        "configuration.",
        fields(`
          urls.streaming vapid.public_key
          statuses.max_characters statuses.max_media_attachments statuses.characters_reserved_per_url
          media_attachments.supported_mime_types[] media_attachments.description_limit
          media_attachments.image_size_limit media_attachments.image_matrix_limit
          polls.max_options polls.max_characters_per_option polls.min_expiration polls.max_expiration
          timelines_access.live_feeds.local timelines_access.hashtag_feeds.local
          timelines_access.trending_link_feeds.local`),
      ),
    ],
  },
  {
    does: "comes back",
    path: "/api/v1/accounts/verify_credentials",
    reads: [...ACCOUNT, "source.privacy", "source.note"],
  },
  { does: "comes back", path: "/.well-known/nodeinfo", token: false, reads: ["links[].rel", "links[].href"] },
  { does: "comes back", path: "/nodeinfo/2.0", token: false, reads: ["software.name", "software.version"] },
  { does: "reads Home", path: "/api/v1/timelines/home?limit=20", reads: STATUSES },
  { does: "scrolls down", path: "/api/v1/timelines/home?limit=20&max_id={first}" },
  { does: "reads Home", path: "/api/v1/accounts/{friend}", reads: ACCOUNT },
  { does: "reads Home", path: "/api/v1/followed_tags?limit=200" },
  { does: "waits on Home", path: "/api/v1/timelines/home?limit=5&since_id={first}", reads: STATUSES },
];

const read: Exchange[] = [
  {
    does: "opens a thread",
    path: "/api/v1/statuses/{first}/context",
    reads: ["ancestors", ...at("descendants[].", STATUS)],
  },
  { does: "opens a thread", path: "/api/v1/statuses/{first}", reads: STATUS },
  ...["favourite", "bookmark"].map((deed): Exchange => ({
    does: `presses ${deed}`,
    method: "POST",
    path: `/api/v1/statuses/{first}/${deed}`,
    reads: STATUS,
  })),
  {
    does: "boosts",
    method: "POST",
    path: "/api/v1/statuses/{first}/reblog",
    reads: [...STATUS, ...at("reblog.", STATUS)],
  },
  {
    does: "votes",
    method: "POST",
    path: "/api/v1/polls/{poll}/votes",
    json: { choices: [1] },
    reads: [...POLL, "own_votes[]"],
  },
  { does: "looks at the poll again", path: "/api/v1/polls/{poll}", reads: POLL },
  { does: "opens the alerts", path: "/api/v1/announcements" },
  { does: "opens the alerts", path: "/api/v1/follow_requests?limit=80" },
  {
    does: "opens the alerts",
    path: "/api/v2/notifications?limit=20&exclude_types[]=follow_request",
    reads: [
      ...at(
        "notification_groups[].",
        fields("type group_key notifications_count most_recent_notification_id sample_account_ids[]"),
      ),
      ...at("accounts[].", ACCOUNT),
      ...at("statuses[].", STATUS),
    ],
    keeps: { newest: "notification_groups[].most_recent_notification_id" },
  },
  { does: "scrolls down", path: "/api/v2/notifications?limit=20&exclude_types%5B%5D=follow_request&max_id={newest}" },
  {
    does: "opens the alerts",
    method: "POST",
    path: "/api/v1/markers",
    json: { notifications: { last_read_id: "{newest}" } },
    reads: ["notifications.last_read_id"],
  },
  { does: "waits", path: "/api/v1/markers?timeline=notifications", reads: ["notifications.last_read_id"] },
  { does: "waits", path: "/api/v1/notifications?limit=1&since_id={newest}" },
  {
    does: "opens the mentions",
    path: "/api/v1/notifications?limit=20&types[]=mention&types[]=quote",
    reads: ["[].id", "[].type", "[].created_at", "[].account.acct", ...at("[].status.", STATUS)],
  },
  ...["bookmarks", "favourites"].map((list): Exchange => ({
    does: `opens ${list}`,
    path: `/api/v1/${list}?limit=20`,
    reads: STATUSES,
  })),
  {
    does: "searches",
    path: "/api/v2/search?q={topic}&resolve=true&limit=5",
    reads: ["accounts", ...at("statuses[].", STATUS), ...at("hashtags[].", TOPIC)],
  },
  {
    does: "searches for people",
    path: "/api/v2/search?q={friendHandle}&resolve=true&limit=40&type=accounts&offset=0",
    reads: at("accounts[].", ACCOUNT),
  },
  {
    does: "asks whether posts can be searched",
    path: "/api/v2/search?q=from%3Ame&type=statuses&limit=1",
    reads: ["statuses"],
  },
  { does: "looks at trends", path: "/api/v1/trends/tags" },
  { does: "looks at trends", path: "/api/v1/trends/links" },
  { does: "looks at trends", path: "/api/v1/trends/statuses?limit=20" },
  { does: "reads the town", path: "/api/v1/timelines/public?limit=20&local=true", reads: STATUSES },
];

const people: Exchange[] = [
  { does: "opens a profile", path: "/api/v1/accounts/{friend}/statuses?pinned=true" },
  { does: "opens a profile", path: "/api/v1/accounts/{friend}/featured_tags" },
  {
    does: "opens a profile",
    path: "/api/v1/accounts/{friend}/statuses?limit=20&exclude_replies=true&exclude_reblogs=false",
    reads: STATUSES,
  },
  { does: "opens a profile", path: "/api/v1/accounts/relationships?id[]={friend}", reads: at("[].", RELATIONSHIP) },
  { does: "opens the lists", path: "/api/v1/lists" },
  {
    does: "makes a list",
    method: "POST",
    path: "/api/v1/lists",
    json: { title: "Weir", replies_policy: "list", exclusive: false },
    reads: LIST,
    keeps: { list: "id" },
  },
  { does: "adds somebody to it", path: "/api/v1/accounts/{friend}/lists" },
  {
    does: "adds somebody to it",
    method: "POST",
    path: "/api/v1/lists/{list}/accounts",
    json: { account_ids: ["{friend}"] },
  },
  { does: "reads the list", path: "/api/v1/timelines/list/{list}?limit=20", reads: STATUSES },
  { does: "looks who is on it", path: "/api/v1/lists/{list}/accounts?limit=40", reads: at("[].", ACCOUNT) },
  { does: "opens a topic", path: "/api/v1/tags/{topic}", reads: TOPIC },
  { does: "opens a topic", path: "/api/v1/featured_tags" },
  { does: "opens a topic", path: "/api/v1/timelines/tag/{topic}?limit=20", reads: STATUSES },
  { does: "follows it", method: "POST", path: "/api/v1/tags/{topic}/follow", reads: TOPIC },
  { does: "looks at followed topics", path: "/api/v1/followed_tags?limit=200", reads: at("[].", TOPIC) },
  { does: "opens the filters", path: "/api/v2/filters" },
  {
    does: "makes a filter",
    method: "POST",
    path: "/api/v2/filters",
    json: {
      title: "Weather",
      context: WHERE,
      expires_in: null,
      keywords_attributes: [{ keyword: "drizzle", whole_word: true }],
      filter_action: "warn",
    },
    reads: [...FILTER, "keywords[].whole_word"],
    keeps: { filter: "id", keyword: "keywords[].id" },
  },
  {
    does: "changes it",
    method: "PUT",
    path: "/api/v2/filters/{filter}",
    json: {
      title: "Weather",
      context: WHERE,
      expires_in: null,
      keywords_attributes: [
        { keyword: "hail", whole_word: true },
        { id: "{keyword}", _destroy: true },
      ],
      filter_action: "blur",
    },
    reads: [...FILTER, "keywords[].keyword"],
  },
  { does: "deletes it", method: "DELETE", path: "/api/v2/filters/{filter}" },
  // Without a subscription, Mastodon answers 404 as well.
  { does: "opens the settings", path: "/api/v1/push/subscription", status: 404 },
  { does: "unfollows", method: "POST", path: "/api/v1/accounts/{stranger}/unfollow", reads: RELATIONSHIP },
];

/** Phanpy, as seen in August 2026. */
export const PHANPY: WebClient = {
  name: "Phanpy",
  origin: ORIGIN,
  redirectUri: `${ORIGIN}/`,
  scopes: SCOPES,
  usesPkce: true,
  registers: register,
  redeems: [
    {
      does: "comes back",
      method: "POST",
      path: "/oauth/token",
      token: false,
      form: {
        client_id: "{client_id}",
        redirect_uri: `${ORIGIN}/`,
        grant_type: "authorization_code",
        code: "{code}",
        client_secret: "{client_secret}",
        code_verifier: "{verifier}",
      },
      reads: ["access_token"],
      keeps: { token: "access_token" },
    },
  ],
  visit: [...begin, ...WRITING, ...read, ...people],
  streams: [{ stream: "user" }, { stream: "user:notification" }],
};
