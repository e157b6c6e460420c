import { PROFILE_LIMITS } from "@/lib/account/rules";
import { env } from "@/lib/env";
import { DESCRIPTION, keptText, PRIVACY, PRIVACY_DATE } from "@/lib/instance/texts";
import { DESCRIPTION_LIMIT, FILE_LIMIT, FORMATS, PIXEL_LIMIT } from "@/lib/media/rules";
import { paths } from "@/lib/paths";
import type { Account } from "@/lib/people/schema";
import { POLL_LIMITS } from "@/lib/polls/rules";
import { PIN_LIMIT } from "@/lib/reactions/rules";
import { closedText, nameOf } from "@/lib/settings/rules";
import type { TownSettings } from "@/lib/settings/schema";
import { escapeHtml } from "@/lib/text/html";
import { BARK_LIMIT, URL_LENGTH } from "@/lib/text/length";
import { proseToHtml } from "@/lib/text/prose";
import { FEATURED_LIMIT } from "@/lib/topics/schema";
import { DAY_MS } from "@/lib/time";
import { MASTODON_API, MASTODON_VERSION, VERSION } from "@/lib/version";

/** The limits of what clients may send; clients use them in their forms. There are no videos. */
const configuration = {
  accounts: {
    max_featured_tags: FEATURED_LIMIT,
    max_pinned_statuses: PIN_LIMIT,
    max_display_name_length: PROFILE_LIMITS.name,
    max_note_length: PROFILE_LIMITS.bio,
    // Portraits and headers have no descriptions.
    max_avatar_description_length: 0,
    max_header_description_length: 0,
    max_profile_fields: PROFILE_LIMITS.fields,
    profile_field_name_limit: PROFILE_LIMITS.fieldName,
    profile_field_value_limit: PROFILE_LIMITS.fieldValue,
  },
  statuses: { max_characters: BARK_LIMIT, max_media_attachments: 4, characters_reserved_per_url: URL_LENGTH },
  media_attachments: {
    supported_mime_types: FORMATS,
    description_limit: DESCRIPTION_LIMIT,
    image_size_limit: FILE_LIMIT,
    image_matrix_limit: PIXEL_LIMIT,
    video_size_limit: 0,
    video_frame_rate_limit: 0,
    video_matrix_limit: 0,
  },
  polls: POLL_LIMITS,
};

/** The BlurHash of public/icons/icon-512.png. */
const ICON_HASH = "LjPxa,WW}E,?$iS2Nuso=dsoADNu";

const version = `${MASTODON_VERSION} (compatible; Barker ${VERSION})`;

/** How long a `security.txt` is valid, in milliseconds. */
const SECURITY_TEXT_MS = 90 * DAY_MS;

/** What an instance document tells of its people and its operators, whose account is `contact`. */
interface Facts {
  activeMonth: number;
  contact: Account | null;
  settings: TownSettings;
}

/** The name of this town, and what it says about itself in a sentence. */
export function toTitle({ name, description }: TownSettings): { title: string; description: string } {
  return { title: nameOf({ name }), description: description || DESCRIPTION };
}

/** Mastodon's registrations: `enabled` means that anybody may sign up or ask to. */
function toRegistrations(settings: TownSettings) {
  const closed = closedText(settings);
  const byRequest = settings.registrations === "request";
  return {
    enabled: closed === null,
    approval_required: byRequest,
    reason_required: byRequest && settings.reason_length > 0,
    message: closed === null ? null : `<p>${escapeHtml(closed)}</p>`,
    min_age: null,
    url: null,
  };
}

/** Mastodon `Instance` (version 2). */
export function toInstance({ activeMonth, contact, settings }: Facts) {
  const origin = env().BARKER_ORIGIN;
  const icon = `${origin}/icons/icon-512.png`;
  return {
    domain: new URL(origin).host,
    version,
    source_url: "",
    ...toTitle(settings),
    usage: { users: { active_month: activeMonth } },
    thumbnail: { url: icon, blurhash: ICON_HASH, versions: { "@1x": icon, "@2x": icon }, description: "Barker's icon" },
    icon: [{ src: icon, size: "512x512" }],
    languages: settings.languages,
    configuration: {
      urls: {
        streaming: origin.replace(/^http/, "ws"),
        status: null,
        about: origin + paths.about,
        privacy_policy: origin + paths.privacy,
        terms_of_service: settings.terms === "" ? null : origin + paths.terms,
      },
      vapid: { public_key: env().BARKER_VAPID_PUBLIC_KEY ?? "" },
      ...configuration,
      translation: { enabled: false },
      timelines_access: {
        live_feeds: { local: "public", remote: "disabled" },
        hashtag_feeds: { local: "public", remote: "disabled" },
        trending_link_feeds: { local: "disabled", remote: "disabled" },
      },
      limited_federation: true,
    },
    registrations: toRegistrations(settings),
    api_versions: { mastodon: MASTODON_API },
    contact: { email: settings.contact_email, account: contact },
    rules: toRules(settings),
  };
}

/** Mastodon `V1::Instance`, for older clients. */
export function toInstanceV1(counts: { people: number; barks: number }, facts: Facts) {
  const { domain, title, description, thumbnail, languages, registrations, contact, rules } = toInstance(facts);
  return {
    uri: domain,
    title,
    short_description: description,
    description,
    email: contact.email,
    version,
    urls: { streaming_api: env().BARKER_ORIGIN.replace(/^http/, "ws") },
    stats: { user_count: counts.people, status_count: counts.barks, domain_count: 1 },
    thumbnail: thumbnail.url,
    languages,
    registrations: registrations.enabled,
    approval_required: registrations.approval_required,
    invites_enabled: facts.settings.registrations !== "closed" && facts.settings.invitations === "everybody",
    configuration,
    contact_account: contact.account,
    rules,
  };
}

/** Mastodon `Rule`s, whose ids reports name. */
export function toRules({ rules }: TownSettings) {
  return rules.map((rule) => ({ ...rule, translations: {} }));
}

/** Mastodon `ExtendedDescription`: HTML. */
export function toExtendedDescription(settings: TownSettings) {
  return { updated_at: settings.about_at ?? PRIVACY_DATE, content: proseToHtml(aboutText(settings)) };
}

/** Mastodon `PrivacyPolicy`: HTML. */
export function toPrivacyPolicy(settings: TownSettings) {
  return { updated_at: settings.privacy_at ?? PRIVACY_DATE, content: proseToHtml(privacyText(settings)) };
}

/** Mastodon `TermsOfService`: HTML; null while there are none. */
export function toTermsOfService({ terms, terms_at }: TownSettings) {
  if (terms === "") return null;
  const effective = (terms_at ?? PRIVACY_DATE).slice(0, 10);
  return { effective_date: effective, effective: true, content: proseToHtml(terms), succeeded_by: null };
}

/** What this town says about itself, in the markup of `lib/text/prose`. */
export function aboutText(settings: TownSettings): string {
  return settings.about || toTitle(settings).description;
}

/** What happens with people's data here, likewise. */
export function privacyText(settings: TownSettings): string {
  return settings.privacy || [...PRIVACY, keptText(settings)].join("\n\n");
}

/** Mastodon's weekly activity, in which everything is a string, and a week is named by the second in which it began. */
export function toActivity({
  at,
  barks,
  logins,
  people,
}: {
  at: number;
  barks: number;
  logins: number;
  people: number;
}) {
  const [week, statuses] = [String(at / 1000), String(barks)];
  return { week, statuses, logins: String(logins), registrations: String(people) };
}

/**
 * NodeInfo, by which clients find out what a server is.
 * `metadata.upstream` tells those that know only a few programs whose client API this one serves.
 * @see https://nodeinfo.diaspora.software/protocol.html
 */
export function toNodeInfo(
  schema: "2.0" | "2.1",
  { people, barks, month, halfYear }: { people: number; barks: number; month: number; halfYear: number },
  settings: TownSettings,
) {
  const { title, description } = toTitle(settings);
  const origin = env().BARKER_ORIGIN;
  return {
    version: schema,
    software: { name: "barker", version: VERSION, ...(schema === "2.1" && { homepage: origin }) },
    // Barker does not exchange barks with other servers.
    protocols: [],
    services: { inbound: [], outbound: [] },
    usage: { users: { total: people, activeMonth: month, activeHalfyear: halfYear }, localPosts: barks },
    openRegistrations: settings.registrations === "open",
    metadata: {
      nodeName: title,
      nodeDescription: description,
      upstream: { name: "mastodon", version: MASTODON_VERSION },
    },
  };
}

/** The links to `toNodeInfo`. */
export function toNodeInfoLinks() {
  const link = (schema: string) => ({
    rel: `http://nodeinfo.diaspora.software/ns/schema/${schema}`,
    href: `${env().BARKER_ORIGIN}/nodeinfo/${schema}`,
  });
  return { links: [link("2.0"), link("2.1")] };
}

/** A person as WebFinger describes them (RFC 7033). */
export function toWebFinger({ acct, url, avatar }: Account) {
  return {
    subject: `acct:${acct}@${new URL(env().BARKER_ORIGIN).host}`,
    aliases: [url],
    links: [
      { rel: "http://webfinger.net/rel/profile-page", type: "text/html", href: url },
      {
        rel: "http://webfinger.net/rel/avatar",
        type: avatar.endsWith(".svg") ? "image/svg+xml" : "image/webp",
        href: avatar,
      },
    ],
  };
}

/** Where WebFinger is found (RFC 6415), in XML. */
export function toHostMeta(): string {
  const template = `${env().BARKER_ORIGIN}/.well-known/webfinger?resource={uri}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" template="${template}"/>
</XRD>
`;
}

/** Where security problems are reported (RFC 9116). @param now Unix milliseconds */
export function toSecurityText(contact: Account | null, settings: TownSettings, now: number): string {
  const origin = env().BARKER_ORIGIN;
  const email = settings.contact_email;
  const reach = email === "" ? (contact?.url ?? origin) : `mailto:${email}`;
  // The file has to expire; what is served is always fresh.
  const expires = new Date(now + SECURITY_TEXT_MS).toISOString();
  const lines = [`Contact: ${reach}`, `Expires: ${expires}`, `Preferred-Languages: ${settings.languages.join(", ")}`];
  return `${[...lines, `Canonical: ${origin}/.well-known/security.txt`].join("\n")}\n`;
}

/** What crawlers may read: public pages, neither the API nor what is only for the person who is signed in. */
export function toRobotsText(): string {
  const closed = ["/api/", "/oauth/", "/settings", "/home", "/alerts", "/drafts", "/bookmarks", "/likes", "/search"];
  const rules = closed.map((path) => `Disallow: ${path}`);
  return `${["User-agent: *", ...rules, "", `Sitemap: ${env().BARKER_ORIGIN}/sitemap.xml`].join("\n")}\n`;
}

/** The public pages for crawlers: of the server, and of these people, who want to be found. */
export function toSitemap(people: Account[]): string {
  const pages = [paths.landing, paths.town, paths.popular].map((path) => env().BARKER_ORIGIN + path);
  const urls = [...pages, ...people.filter(({ noindex }) => !noindex).map(({ url }) => url)];
  const entries = urls.map((url) => `  <url><loc>${url}</loc></url>`).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries}
</urlset>
`;
}
