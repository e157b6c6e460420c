import { A_PICTURE, at, fields, type Exchange, type WebClient } from "@/testing/web-clients/exchange";
import { ACCOUNT, ELK_STATUS as STATUS, PICTURE, POLL, RELATIONSHIP, TOPIC } from "@/testing/web-clients/fields";

const ORIGIN = "https://elk.example";
/** Elk's own server gets the code, for which its address names Barker and Elk. */
const REDIRECT = `${ORIGIN}/api/barker.example/oauth/${encodeURIComponent(ORIGIN)}`;
const SCOPES = "read write follow push";
const STATUSES = at("[].", STATUS);
const PEOPLE = at("[].", ACCOUNT);

/** What the composer sends with every bark. */
const COMPOSED = {
  quote_approval_policy: "public",
  visibility: "public",
  sensitive: false,
  spoiler_text: "",
  language: "en",
  media_ids: [],
};

const begin: Exchange[] = [
  { does: "comes back", path: "/nodeinfo/2.0", token: false, reads: ["software.name"] },
  {
    does: "comes back",
    path: "/api/v2/instance",
    reads: fields(`
      domain title version configuration.urls.streaming configuration.statuses.max_characters rules[].text
      configuration.statuses.max_media_attachments configuration.polls.max_options
      configuration.polls.max_characters_per_option configuration.media_attachments.image_size_limit
      configuration.media_attachments.supported_mime_types[] configuration.media_attachments.video_size_limit`),
  },
  {
    does: "comes back",
    path: "/api/v1/accounts/verify_credentials",
    reads: [...ACCOUNT, "source.privacy", "source.language?", "source.note"],
  },
  {
    does: "comes back",
    path: "/api/v1/preferences",
    reads: ["posting:default:visibility", "reading:expand:media", "reading:expand:spoilers"],
  },
  // Without a subscription, Mastodon answers 404 as well.
  { does: "comes back", path: "/api/v1/push/subscription", status: 404 },
  { does: "reads Home", path: "/api/v1/timelines/home?limit=30", reads: STATUSES },
  { does: "reads Home", path: "/api/v1/timelines/home?limit=30&max_id={first}" },
  { does: "reads Home", path: "/api/v1/followed_tags" },
  { does: "reads Home", path: "/api/v1/markers?timeline[]=notifications" },
  {
    does: "opens the alerts",
    path: "/api/v1/notifications?limit=30",
    reads: ["[].id", "[].type", "[].created_at", ...at("[].account.", ACCOUNT)],
    keeps: { newest: "[].id" },
  },
  {
    does: "opens the alerts",
    method: "POST",
    path: "/api/v1/markers",
    json: { notifications: { last_read_id: "{newest}" } },
    reads: ["notifications.last_read_id"],
  },
  {
    does: "opens the mentions",
    path: "/api/v1/notifications?limit=30&types[]=mention",
    reads: at("[].status.", STATUS),
  },
];

const write: Exchange[] = [
  {
    does: "adds a picture",
    method: "POST",
    path: "/api/v1/media",
    multipart: { file: A_PICTURE },
    reads: PICTURE,
    keeps: { picture: "id" },
  },
  {
    does: "describes it",
    method: "PUT",
    path: "/api/v1/media/{picture}",
    json: { description: "Grey, and nothing else" },
    reads: [...PICTURE, "description"],
  },
  {
    does: "posts it",
    method: "POST",
    path: "/api/v1/statuses",
    json: { ...COMPOSED, status: "A picture of fog", media_ids: ["{picture}"] },
    reads: [...STATUS, ...at("media_attachments[].", PICTURE)],
    keeps: { posted: "id" },
  },
  {
    does: "posts a poll",
    method: "POST",
    path: "/api/v1/statuses",
    json: { ...COMPOSED, status: "Tea or coffee?", poll: { options: ["Tea", "Coffee"], expires_in: 86_400 } },
    reads: [...STATUS, ...at("poll.", POLL)],
  },
  {
    does: "answers",
    method: "POST",
    path: "/api/v1/statuses",
    json: { ...COMPOSED, status: "@{friendHandle} I reply", in_reply_to_id: "{first}" },
    reads: [...STATUS, "in_reply_to_id", "mentions[].acct", "mentions[].url"],
  },
  {
    does: "quotes, and decides that nobody may quote that",
    method: "POST",
    path: "/api/v1/statuses",
    json: { ...COMPOSED, status: "Look", quoted_status_id: "{first}", quote_approval_policy: "nobody" },
    reads: [...STATUS, "quote.state", ...at("quote.quoted_status.", ["id", "content", "account.acct", "quote?"])],
  },
  {
    does: "schedules",
    method: "POST",
    path: "/api/v1/statuses",
    json: { ...COMPOSED, status: "Later", scheduled_at: "{inAnHour}" },
    reads: ["id", "scheduled_at"],
    keeps: { scheduled: "id" },
  },
  {
    does: "looks at what is scheduled",
    path: "/api/v1/scheduled_statuses",
    reads: at("[].", ["id", "scheduled_at", "params.text", "params.visibility", "media_attachments"]),
  },
  { does: "cancels it", method: "DELETE", path: "/api/v1/scheduled_statuses/{scheduled}" },
  {
    does: "edits",
    method: "PUT",
    path: "/api/v1/statuses/{posted}",
    json: {
      ...COMPOSED,
      status: "A better picture of fog",
      in_reply_to_id: null,
      media_ids: ["{picture}"],
      media_attributes: [{ id: "{picture}", description: "Grey, and a heron" }],
    },
    reads: [...STATUS, "edited_at", ...at("media_attachments[].", [...PICTURE, "description"])],
  },
  {
    does: "looks at the versions",
    path: "/api/v1/statuses/{posted}/history",
    reads: at("[].", [
      "content",
      "spoiler_text",
      "sensitive",
      "created_at",
      "account.acct",
      "media_attachments",
      "emojis",
    ]),
  },
  { does: "pins", method: "POST", path: "/api/v1/statuses/{posted}/pin", reads: STATUS },
  { does: "mutes a conversation", method: "POST", path: "/api/v1/statuses/{posted}/mute", reads: STATUS },
];

const read: Exchange[] = [
  { does: "opens a thread", path: "/api/v1/statuses/{first}", reads: STATUS },
  {
    does: "opens a thread",
    path: "/api/v1/statuses/{first}/context",
    reads: ["ancestors", ...at("descendants[].", STATUS)],
  },
  { does: "likes", method: "POST", path: "/api/v1/statuses/{first}/favourite", reads: STATUS },
  {
    does: "boosts",
    method: "POST",
    path: "/api/v1/statuses/{first}/reblog",
    reads: [...STATUS, ...at("reblog.", STATUS)],
  },
  { does: "bookmarks", method: "POST", path: "/api/v1/statuses/{first}/bookmark", reads: STATUS },
  { does: "looks who reacted", path: "/api/v1/statuses/{first}/favourited_by", reads: PEOPLE },
  { does: "votes", method: "POST", path: "/api/v1/polls/{poll}/votes", json: { choices: [1] }, reads: POLL },
  { does: "looks at the poll again", path: "/api/v1/polls/{poll}", reads: POLL },
  { does: "opens bookmarks", path: "/api/v1/bookmarks", reads: STATUSES },
  { does: "opens favourites", path: "/api/v1/favourites", reads: STATUSES },
  { does: "opens conversations", path: "/api/v1/conversations" },
  {
    does: "searches",
    path: "/api/v2/search?q={topic}&resolve=true",
    reads: ["accounts", ...at("statuses[].", STATUS), ...at("hashtags[].", TOPIC)],
  },
  { does: "explores", path: "/api/v1/trends/statuses" },
  { does: "explores", path: "/api/v1/trends/tags?limit=20" },
  { does: "explores", path: "/api/v1/trends/links" },
  { does: "explores", path: "/api/v2/suggestions?limit=20" },
  { does: "reads the town", path: "/api/v1/timelines/public?limit=30&local=true", reads: STATUSES },
  { does: "reads all towns", path: "/api/v1/timelines/public?limit=30", reads: STATUSES },
];

const people: Exchange[] = [
  {
    does: "makes a list",
    method: "POST",
    path: "/api/v1/lists",
    json: { title: "Weir" },
    reads: ["id", "title"],
    keeps: { list: "id" },
  },
  { does: "opens the lists", path: "/api/v1/lists", reads: ["[].id", "[].title"] },
  { does: "opens the list", path: "/api/v1/lists/{list}", reads: ["id", "title"] },
  { does: "looks whom to add", path: "/api/v1/lists/{list}/accounts?limit=1000" },
  {
    does: "looks whom to add",
    path: "/api/v2/search?q={friendHandle}&following=true&resolve=true",
    reads: at("accounts[].", ACCOUNT),
  },
  { does: "adds them", method: "POST", path: "/api/v1/lists/{list}/accounts", json: { account_ids: ["{friend}"] } },
  { does: "reads the list", path: "/api/v1/timelines/list/{list}", reads: STATUSES },
  { does: "opens a topic", path: "/api/v1/tags/{topic}", reads: TOPIC },
  { does: "opens a topic", path: "/api/v1/timelines/tag/{topic}", reads: STATUSES },
  { does: "follows it", method: "POST", path: "/api/v1/tags/{topic}/follow", reads: TOPIC },
  { does: "looks at followed topics", path: "/api/v1/followed_tags?limit=20", reads: at("[].", TOPIC) },
  { does: "opens a profile", path: "/api/v1/accounts/lookup?acct={friendHandle}", reads: ACCOUNT },
  { does: "opens a profile", path: "/api/v1/accounts/relationships?id[]={friend}", reads: at("[].", RELATIONSHIP) },
  { does: "opens a profile", path: "/api/v1/accounts/{friend}/statuses?pinned=true" },
  {
    does: "opens a profile",
    path: "/api/v1/accounts/{friend}/statuses?limit=30&exclude_replies=true",
    reads: STATUSES,
  },
  { does: "opens the answers", path: "/api/v1/accounts/{friend}/statuses?exclude_replies=false", reads: STATUSES },
  { does: "opens the pictures", path: "/api/v1/accounts/{friend}/statuses?only_media=true&exclude_replies=false" },
  { does: "opens the followers", path: "/api/v1/accounts/{friend}/followers", reads: PEOPLE },
  { does: "opens who is followed", path: "/api/v1/accounts/{friend}/following", reads: PEOPLE },
  { does: "opens the collections", path: "/api/v1/accounts/{friend}/collections", reads: ["collections"] },
  { does: "unfollows", method: "POST", path: "/api/v1/accounts/{stranger}/unfollow", reads: RELATIONSHIP },
  {
    does: "changes their name",
    method: "PATCH",
    path: "/api/v1/accounts/update_credentials",
    multipart: { display_name: "Otter" },
    reads: ACCOUNT,
  },
  ...["mutes", "blocks", "domain_blocks"].map((list): Exchange => ({ does: `opens ${list}`, path: `/api/v1/${list}` })),
];

/** Elk, as seen in August 2026. */
export const ELK: WebClient = {
  name: "Elk",
  origin: ORIGIN,
  redirectUri: REDIRECT,
  scopes: SCOPES,
  usesPkce: false,
  registers: [
    {
      does: "enters the address",
      method: "POST",
      path: "/api/v1/apps",
      token: false,
      json: { client_name: "Elk", website: ORIGIN, redirect_uris: REDIRECT, scopes: SCOPES },
      reads: ["client_id", "client_secret"],
      keeps: { client_id: "client_id", client_secret: "client_secret" },
    },
    { does: "enters the address", path: "/api/v2/instance", token: false, reads: ["configuration.vapid.public_key"] },
  ],
  redeems: [
    {
      does: "comes back",
      method: "POST",
      path: "/oauth/token",
      token: false,
      json: {
        client_id: "{client_id}",
        client_secret: "{client_secret}",
        redirect_uri: REDIRECT,
        grant_type: "authorization_code",
        code: "{code}",
        scope: SCOPES,
      },
      reads: ["access_token"],
      keeps: { token: "access_token" },
    },
  ],
  visit: [...begin, ...write, ...read, ...people],
  streams: [
    ...["user", "user:notification", "public", "public:local"].map((stream) => ({ stream })),
    { stream: "hashtag", tag: "{topic}" },
    { stream: "list", list: "{list}" },
  ],
};
