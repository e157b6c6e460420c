import { env } from "@/lib/env";
import { DESCRIPTION_LIMIT, FILE_LIMIT, FORMATS, PIXEL_LIMIT } from "@/lib/media/rules";
import { BARK_LIMIT, URL_LENGTH } from "@/lib/text/length";
import { MASTODON_API, MASTODON_VERSION, VERSION } from "@/lib/version";

const DESCRIPTION = "The town square in your pocket: a microblog that knows who is near you and who is close to you.";

/** The limits of what clients may send; clients use them in their forms. There are no videos and no polls. */
const configuration = {
  accounts: { max_featured_tags: 0, max_pinned_statuses: 0 },
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
  polls: { max_options: 0, max_characters_per_option: 0, min_expiration: 0, max_expiration: 0 },
};

const version = `${MASTODON_VERSION} (compatible; Barker ${VERSION})`;

/** Mastodon `Instance` (version 2). */
export function toInstance() {
  const origin = env().BARKER_ORIGIN;
  const icon = `${origin}/icons/icon-512.png`;
  return {
    domain: new URL(origin).host,
    title: "Barker",
    version,
    source_url: "",
    description: DESCRIPTION,
    usage: { users: { active_month: 0 } },
    thumbnail: { url: icon, blurhash: null, versions: {} },
    icon: [{ src: icon, size: "512x512" }],
    languages: ["en"],
    configuration: {
      urls: {
        streaming: origin.replace(/^http/, "ws"),
        status: null,
        about: origin,
        privacy_policy: null,
        terms_of_service: null,
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
    registrations: {
      enabled: true,
      approval_required: false,
      reason_required: false,
      message: null,
      min_age: null,
      url: null,
    },
    api_versions: { mastodon: MASTODON_API },
    contact: { email: "", account: null },
    rules: [],
  };
}

/** Mastodon `V1::Instance`, for older clients. */
export function toInstanceV1(counts: { people: number; barks: number }) {
  const { domain, title, thumbnail, languages, registrations } = toInstance();
  return {
    uri: domain,
    title,
    short_description: DESCRIPTION,
    description: DESCRIPTION,
    email: "",
    version,
    urls: { streaming_api: env().BARKER_ORIGIN.replace(/^http/, "ws") },
    stats: { user_count: counts.people, status_count: counts.barks, domain_count: 1 },
    thumbnail: thumbnail.url,
    languages,
    registrations: registrations.enabled,
    approval_required: false,
    invites_enabled: false,
    configuration,
    contact_account: null,
    rules: [],
  };
}
