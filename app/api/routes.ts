// Generated from the route.ts files in app/ whenever the processes are bundled (bin/launcher/routes.mjs).
import type { Route } from "@/lib/http/route";
import * as r0 from "@/app/.well-known/nodeinfo/route";
import * as r1 from "@/app/.well-known/oauth-authorization-server/route";
import * as r2 from "@/app/.well-known/webfinger/route";
import * as r3 from "@/app/.well-known/[name]/route";
import * as r4 from "@/app/api/oembed/route";
import * as r5 from "@/app/api/v1/accounts/familiar_followers/route";
import * as r6 from "@/app/api/v1/accounts/lookup/route";
import * as r7 from "@/app/api/v1/accounts/relationships/route";
import * as r8 from "@/app/api/v1/accounts/route";
import * as r9 from "@/app/api/v1/accounts/search/route";
import * as r10 from "@/app/api/v1/accounts/update_credentials/route";
import * as r11 from "@/app/api/v1/accounts/verify_credentials/route";
import * as r12 from "@/app/api/v1/accounts/[id]/block/route";
import * as r13 from "@/app/api/v1/accounts/[id]/collections/route";
import * as r14 from "@/app/api/v1/accounts/[id]/endorse/route";
import * as r15 from "@/app/api/v1/accounts/[id]/endorsements/route";
import * as r16 from "@/app/api/v1/accounts/[id]/featured_tags/route";
import * as r17 from "@/app/api/v1/accounts/[id]/follow/route";
import * as r18 from "@/app/api/v1/accounts/[id]/followers/route";
import * as r19 from "@/app/api/v1/accounts/[id]/following/route";
import * as r20 from "@/app/api/v1/accounts/[id]/in_collections/route";
import * as r21 from "@/app/api/v1/accounts/[id]/lists/route";
import * as r22 from "@/app/api/v1/accounts/[id]/mute/route";
import * as r23 from "@/app/api/v1/accounts/[id]/note/route";
import * as r24 from "@/app/api/v1/accounts/[id]/pin/route";
import * as r25 from "@/app/api/v1/accounts/[id]/remove_from_followers/route";
import * as r26 from "@/app/api/v1/accounts/[id]/route";
import * as r27 from "@/app/api/v1/accounts/[id]/statuses/route";
import * as r28 from "@/app/api/v1/accounts/[id]/unblock/route";
import * as r29 from "@/app/api/v1/accounts/[id]/unendorse/route";
import * as r30 from "@/app/api/v1/accounts/[id]/unfollow/route";
import * as r31 from "@/app/api/v1/accounts/[id]/unmute/route";
import * as r32 from "@/app/api/v1/accounts/[id]/unpin/route";
import * as r33 from "@/app/api/v1/admin/accounts/route";
import * as r34 from "@/app/api/v1/admin/accounts/[id]/action/route";
import * as r35 from "@/app/api/v1/admin/accounts/[id]/approve/route";
import * as r36 from "@/app/api/v1/admin/accounts/[id]/enable/route";
import * as r37 from "@/app/api/v1/admin/accounts/[id]/reject/route";
import * as r38 from "@/app/api/v1/admin/accounts/[id]/route";
import * as r39 from "@/app/api/v1/admin/accounts/[id]/unsensitive/route";
import * as r40 from "@/app/api/v1/admin/accounts/[id]/unsilence/route";
import * as r41 from "@/app/api/v1/admin/accounts/[id]/unsuspend/route";
import * as r42 from "@/app/api/v1/admin/domain_allows/route";
import * as r43 from "@/app/api/v1/admin/domain_blocks/route";
import * as r44 from "@/app/api/v1/admin/email_domain_blocks/route";
import * as r45 from "@/app/api/v1/admin/email_domain_blocks/[id]/route";
import * as r46 from "@/app/api/v1/admin/measures/route";
import * as r47 from "@/app/api/v1/admin/reports/route";
import * as r48 from "@/app/api/v1/admin/reports/[id]/assign_to_self/route";
import * as r49 from "@/app/api/v1/admin/reports/[id]/reopen/route";
import * as r50 from "@/app/api/v1/admin/reports/[id]/resolve/route";
import * as r51 from "@/app/api/v1/admin/reports/[id]/route";
import * as r52 from "@/app/api/v1/admin/reports/[id]/unassign/route";
import * as r53 from "@/app/api/v1/admin/trends/links/route";
import * as r54 from "@/app/api/v1/admin/trends/statuses/route";
import * as r55 from "@/app/api/v1/admin/trends/tags/route";
import * as r56 from "@/app/api/v1/announcements/route";
import * as r57 from "@/app/api/v1/announcements/[id]/dismiss/route";
import * as r58 from "@/app/api/v1/announcements/[id]/reactions/[name]/route";
import * as r59 from "@/app/api/v1/annual_reports/route";
import * as r60 from "@/app/api/v1/annual_reports/[id]/state/route";
import * as r61 from "@/app/api/v1/apps/route";
import * as r62 from "@/app/api/v1/apps/verify_credentials/route";
import * as r63 from "@/app/api/v1/barker/account/digest/route";
import * as r64 from "@/app/api/v1/barker/account/email/route";
import * as r65 from "@/app/api/v1/barker/account/export/route";
import * as r66 from "@/app/api/v1/barker/account/handle/route";
import * as r67 from "@/app/api/v1/barker/account/password/route";
import * as r68 from "@/app/api/v1/barker/account/route";
import * as r69 from "@/app/api/v1/barker/accounts/[id]/likes/route";
import * as r70 from "@/app/api/v1/barker/accounts/[id]/path/route";
import * as r71 from "@/app/api/v1/barker/authorizations/route";
import * as r72 from "@/app/api/v1/barker/circles/route";
import * as r73 from "@/app/api/v1/barker/closed_account/appeal/route";
import * as r74 from "@/app/api/v1/barker/closed_account/route";
import * as r75 from "@/app/api/v1/barker/confirmation/options/route";
import * as r76 from "@/app/api/v1/barker/confirmation/route";
import * as r77 from "@/app/api/v1/barker/digest/unsubscribe/route";
import * as r78 from "@/app/api/v1/barker/drafts/route";
import * as r79 from "@/app/api/v1/barker/drafts/[id]/route";
import * as r80 from "@/app/api/v1/barker/e2ee/account/route";
import * as r81 from "@/app/api/v1/barker/e2ee/accounts/[account_id]/route";
import * as r82 from "@/app/api/v1/barker/e2ee/append/route";
import * as r83 from "@/app/api/v1/barker/e2ee/archive/epochs/[n]/route";
import * as r84 from "@/app/api/v1/barker/e2ee/archive/records/route";
import * as r85 from "@/app/api/v1/barker/e2ee/archive/route";
import * as r86 from "@/app/api/v1/barker/e2ee/attachments/route";
import * as r87 from "@/app/api/v1/barker/e2ee/attachments/[id]/route";
import * as r88 from "@/app/api/v1/barker/e2ee/checkpoint/route";
import * as r89 from "@/app/api/v1/barker/e2ee/conversations/route";
import * as r90 from "@/app/api/v1/barker/e2ee/conversations/[id]/accept/route";
import * as r91 from "@/app/api/v1/barker/e2ee/conversations/[id]/commits/route";
import * as r92 from "@/app/api/v1/barker/e2ee/conversations/[id]/decline/route";
import * as r93 from "@/app/api/v1/barker/e2ee/conversations/[id]/generations/route";
import * as r94 from "@/app/api/v1/barker/e2ee/conversations/[id]/leave/route";
import * as r95 from "@/app/api/v1/barker/e2ee/conversations/[id]/messages/route";
import * as r96 from "@/app/api/v1/barker/e2ee/conversations/[id]/route";
import * as r97 from "@/app/api/v1/barker/e2ee/demo/route";
import * as r98 from "@/app/api/v1/barker/e2ee/devices/[device_id]/key_packages/route";
import * as r99 from "@/app/api/v1/barker/e2ee/devices/[device_id]/route";
import * as r100 from "@/app/api/v1/barker/e2ee/inbox/ack/route";
import * as r101 from "@/app/api/v1/barker/e2ee/inbox/route";
import * as r102 from "@/app/api/v1/barker/e2ee/key_packages/claim/route";
import * as r103 from "@/app/api/v1/barker/e2ee/link/[id]/route";
import * as r104 from "@/app/api/v1/barker/e2ee/lookup/route";
import * as r105 from "@/app/api/v1/barker/e2ee/people/[person_id]/route";
import * as r106 from "@/app/api/v1/barker/e2ee/policy/route";
import * as r107 from "@/app/api/v1/barker/e2ee/reports/route";
import * as r108 from "@/app/api/v1/barker/e2ee/settings/route";
import * as r109 from "@/app/api/v1/barker/e2ee/tile/[...path]/route";
import * as r110 from "@/app/api/v1/barker/e2ee/unread/route";
import * as r111 from "@/app/api/v1/barker/e2ee/vault/route";
import * as r112 from "@/app/api/v1/barker/e2ee/vault/[way]/[id]/route";
import * as r113 from "@/app/api/v1/barker/email/confirm/route";
import * as r114 from "@/app/api/v1/barker/exports/[name]/route";
import * as r115 from "@/app/api/v1/barker/handles/route";
import * as r116 from "@/app/api/v1/barker/home/route";
import * as r117 from "@/app/api/v1/barker/household/invitations/route";
import * as r118 from "@/app/api/v1/barker/household/invitations/[id]/accept/route";
import * as r119 from "@/app/api/v1/barker/household/invitations/[id]/route";
import * as r120 from "@/app/api/v1/barker/household/route";
import * as r121 from "@/app/api/v1/barker/imports/route";
import * as r122 from "@/app/api/v1/barker/imports/[id]/report.csv/route";
import * as r123 from "@/app/api/v1/barker/imports/[id]/route";
import * as r124 from "@/app/api/v1/barker/imports/[id]/start/route";
import * as r125 from "@/app/api/v1/barker/imports/[id]/undo/route";
import * as r126 from "@/app/api/v1/barker/invitations/route";
import * as r127 from "@/app/api/v1/barker/invitations/[id]/route";
import * as r128 from "@/app/api/v1/barker/location/route";
import * as r129 from "@/app/api/v1/barker/nearby/route";
import * as r130 from "@/app/api/v1/barker/nearby/statuses/route";
import * as r131 from "@/app/api/v1/barker/notifications/settings/route";
import * as r132 from "@/app/api/v1/barker/passkeys/options/route";
import * as r133 from "@/app/api/v1/barker/passkeys/route";
import * as r134 from "@/app/api/v1/barker/passkeys/sign-in/options/route";
import * as r135 from "@/app/api/v1/barker/passkeys/sign-in/route";
import * as r136 from "@/app/api/v1/barker/passkeys/[id]/route";
import * as r137 from "@/app/api/v1/barker/password/forgotten/route";
import * as r138 from "@/app/api/v1/barker/password/reset/route";
import * as r139 from "@/app/api/v1/barker/push/settings/route";
import * as r140 from "@/app/api/v1/barker/scheduled/held/route";
import * as r141 from "@/app/api/v1/barker/scheduled/[id]/draft/route";
import * as r142 from "@/app/api/v1/barker/scheduled/[id]/post/route";
import * as r143 from "@/app/api/v1/barker/sessions/route";
import * as r144 from "@/app/api/v1/barker/sessions/[id]/route";
import * as r145 from "@/app/api/v1/barker/starter_packs/route";
import * as r146 from "@/app/api/v1/barker/starter_packs/[id]/accounts/route";
import * as r147 from "@/app/api/v1/barker/starter_packs/[id]/follow/route";
import * as r148 from "@/app/api/v1/barker/starter_packs/[id]/membership/route";
import * as r149 from "@/app/api/v1/barker/starter_packs/[id]/route";
import * as r150 from "@/app/api/v1/barker/statuses/[id]/reactions/route";
import * as r151 from "@/app/api/v1/barker/statuses/[id]/reactions/[emoji]/route";
import * as r152 from "@/app/api/v1/barker/strikes/route";
import * as r153 from "@/app/api/v1/barker/strikes/[id]/appeal/route";
import * as r154 from "@/app/api/v1/barker/topics/route";
import * as r155 from "@/app/api/v1/barker/town_hall/announcements/route";
import * as r156 from "@/app/api/v1/barker/town_hall/announcements/[id]/route";
import * as r157 from "@/app/api/v1/barker/town_hall/appeals/[id]/route";
import * as r158 from "@/app/api/v1/barker/town_hall/applicants/route";
import * as r159 from "@/app/api/v1/barker/town_hall/applicants/[id]/approve/route";
import * as r160 from "@/app/api/v1/barker/town_hall/applicants/[id]/reject/route";
import * as r161 from "@/app/api/v1/barker/town_hall/held/route";
import * as r162 from "@/app/api/v1/barker/town_hall/held/[id]/approve/route";
import * as r163 from "@/app/api/v1/barker/town_hall/held/[id]/decline/route";
import * as r164 from "@/app/api/v1/barker/town_hall/invitations/route";
import * as r165 from "@/app/api/v1/barker/town_hall/invitations/[id]/route";
import * as r166 from "@/app/api/v1/barker/town_hall/log/route";
import * as r167 from "@/app/api/v1/barker/town_hall/mail/route";
import * as r168 from "@/app/api/v1/barker/town_hall/people/[id]/lift/route";
import * as r169 from "@/app/api/v1/barker/town_hall/people/[id]/measures/route";
import * as r170 from "@/app/api/v1/barker/town_hall/reports/[id]/notes/route";
import * as r171 from "@/app/api/v1/barker/town_hall/settings/route";
import * as r172 from "@/app/api/v1/barker/town_hall/staff/route";
import * as r173 from "@/app/api/v1/barker/town_hall/trends/route";
import * as r174 from "@/app/api/v1/barker/trends/route";
import * as r175 from "@/app/api/v1/barker/two_factor/finish/route";
import * as r176 from "@/app/api/v1/barker/two_factor/off/route";
import * as r177 from "@/app/api/v1/barker/two_factor/recovery_codes/route";
import * as r178 from "@/app/api/v1/barker/two_factor/route";
import * as r179 from "@/app/api/v1/barker/waiting/route";
import * as r180 from "@/app/api/v1/blocks/route";
import * as r181 from "@/app/api/v1/bookmarks/route";
import * as r182 from "@/app/api/v1/conversations/route";
import * as r183 from "@/app/api/v1/custom_emojis/route";
import * as r184 from "@/app/api/v1/directory/route";
import * as r185 from "@/app/api/v1/domain_blocks/route";
import * as r186 from "@/app/api/v1/emails/confirmations/route";
import * as r187 from "@/app/api/v1/endorsements/route";
import * as r188 from "@/app/api/v1/favourites/route";
import * as r189 from "@/app/api/v1/featured_tags/route";
import * as r190 from "@/app/api/v1/featured_tags/suggestions/route";
import * as r191 from "@/app/api/v1/featured_tags/[id]/route";
import * as r192 from "@/app/api/v1/filters/route";
import * as r193 from "@/app/api/v1/filters/[id]/route";
import * as r194 from "@/app/api/v1/follow_requests/route";
import * as r195 from "@/app/api/v1/follow_requests/[id]/authorize/route";
import * as r196 from "@/app/api/v1/follow_requests/[id]/reject/route";
import * as r197 from "@/app/api/v1/followed_tags/route";
import * as r198 from "@/app/api/v1/instance/activity/route";
import * as r199 from "@/app/api/v1/instance/domain_blocks/route";
import * as r200 from "@/app/api/v1/instance/peers/route";
import * as r201 from "@/app/api/v1/instance/route";
import * as r202 from "@/app/api/v1/instance/rules/route";
import * as r203 from "@/app/api/v1/instance/[document]/route";
import * as r204 from "@/app/api/v1/lists/route";
import * as r205 from "@/app/api/v1/lists/[id]/accounts/route";
import * as r206 from "@/app/api/v1/lists/[id]/route";
import * as r207 from "@/app/api/v1/markers/route";
import * as r208 from "@/app/api/v1/media/route";
import * as r209 from "@/app/api/v1/media/[id]/route";
import * as r210 from "@/app/api/v1/mutes/route";
import * as r211 from "@/app/api/v1/notifications/clear/route";
import * as r212 from "@/app/api/v1/notifications/policy/route";
import * as r213 from "@/app/api/v1/notifications/requests/accept/route";
import * as r214 from "@/app/api/v1/notifications/requests/dismiss/route";
import * as r215 from "@/app/api/v1/notifications/requests/merged/route";
import * as r216 from "@/app/api/v1/notifications/requests/route";
import * as r217 from "@/app/api/v1/notifications/requests/[id]/accept/route";
import * as r218 from "@/app/api/v1/notifications/requests/[id]/dismiss/route";
import * as r219 from "@/app/api/v1/notifications/requests/[id]/route";
import * as r220 from "@/app/api/v1/notifications/route";
import * as r221 from "@/app/api/v1/notifications/unread_count/route";
import * as r222 from "@/app/api/v1/notifications/[id]/dismiss/route";
import * as r223 from "@/app/api/v1/notifications/[id]/route";
import * as r224 from "@/app/api/v1/polls/[id]/route";
import * as r225 from "@/app/api/v1/polls/[id]/votes/route";
import * as r226 from "@/app/api/v1/preferences/route";
import * as r227 from "@/app/api/v1/profile/avatar/route";
import * as r228 from "@/app/api/v1/profile/header/route";
import * as r229 from "@/app/api/v1/profile/route";
import * as r230 from "@/app/api/v1/push/subscription/route";
import * as r231 from "@/app/api/v1/reports/route";
import * as r232 from "@/app/api/v1/scheduled_statuses/route";
import * as r233 from "@/app/api/v1/scheduled_statuses/[id]/route";
import * as r234 from "@/app/api/v1/statuses/route";
import * as r235 from "@/app/api/v1/statuses/[id]/bookmark/route";
import * as r236 from "@/app/api/v1/statuses/[id]/card/route";
import * as r237 from "@/app/api/v1/statuses/[id]/context/route";
import * as r238 from "@/app/api/v1/statuses/[id]/favourite/route";
import * as r239 from "@/app/api/v1/statuses/[id]/favourited_by/route";
import * as r240 from "@/app/api/v1/statuses/[id]/history/route";
import * as r241 from "@/app/api/v1/statuses/[id]/interaction_policy/route";
import * as r242 from "@/app/api/v1/statuses/[id]/mute/route";
import * as r243 from "@/app/api/v1/statuses/[id]/pin/route";
import * as r244 from "@/app/api/v1/statuses/[id]/quotes/route";
import * as r245 from "@/app/api/v1/statuses/[id]/quotes/[quoting_id]/revoke/route";
import * as r246 from "@/app/api/v1/statuses/[id]/reblog/route";
import * as r247 from "@/app/api/v1/statuses/[id]/reblogged_by/route";
import * as r248 from "@/app/api/v1/statuses/[id]/route";
import * as r249 from "@/app/api/v1/statuses/[id]/source/route";
import * as r250 from "@/app/api/v1/statuses/[id]/unbookmark/route";
import * as r251 from "@/app/api/v1/statuses/[id]/unfavourite/route";
import * as r252 from "@/app/api/v1/statuses/[id]/unmute/route";
import * as r253 from "@/app/api/v1/statuses/[id]/unpin/route";
import * as r254 from "@/app/api/v1/statuses/[id]/unreblog/route";
import * as r255 from "@/app/api/v1/suggestions/route";
import * as r256 from "@/app/api/v1/suggestions/[id]/route";
import * as r257 from "@/app/api/v1/tags/[name]/feature/route";
import * as r258 from "@/app/api/v1/tags/[name]/follow/route";
import * as r259 from "@/app/api/v1/tags/[name]/route";
import * as r260 from "@/app/api/v1/tags/[name]/unfeature/route";
import * as r261 from "@/app/api/v1/tags/[name]/unfollow/route";
import * as r262 from "@/app/api/v1/timelines/home/route";
import * as r263 from "@/app/api/v1/timelines/list/[id]/route";
import * as r264 from "@/app/api/v1/timelines/public/route";
import * as r265 from "@/app/api/v1/timelines/tag/[topic]/route";
import * as r266 from "@/app/api/v1/trends/links/route";
import * as r267 from "@/app/api/v1/trends/route";
import * as r268 from "@/app/api/v1/trends/statuses/route";
import * as r269 from "@/app/api/v1/trends/tags/route";
import * as r270 from "@/app/api/v2/admin/accounts/route";
import * as r271 from "@/app/api/v2/filters/keywords/[id]/route";
import * as r272 from "@/app/api/v2/filters/route";
import * as r273 from "@/app/api/v2/filters/statuses/[id]/route";
import * as r274 from "@/app/api/v2/filters/[id]/keywords/route";
import * as r275 from "@/app/api/v2/filters/[id]/route";
import * as r276 from "@/app/api/v2/filters/[id]/statuses/route";
import * as r277 from "@/app/api/v2/instance/route";
import * as r278 from "@/app/api/v2/media/route";
import * as r279 from "@/app/api/v2/notifications/policy/route";
import * as r280 from "@/app/api/v2/notifications/route";
import * as r281 from "@/app/api/v2/notifications/unread_count/route";
import * as r282 from "@/app/api/v2/notifications/[group_key]/accounts/route";
import * as r283 from "@/app/api/v2/notifications/[group_key]/dismiss/route";
import * as r284 from "@/app/api/v2/notifications/[group_key]/route";
import * as r285 from "@/app/api/v2/search/route";
import * as r286 from "@/app/api/v2/suggestions/route";
import * as r287 from "@/app/embed/[id]/route";
import * as r288 from "@/app/feeds/person-topic/[handle]/[topic]/[format]/route";
import * as r289 from "@/app/feeds/person/[handle]/[format]/route";
import * as r290 from "@/app/feeds/tag/[topic]/[format]/route";
import * as r291 from "@/app/health/route";
import * as r292 from "@/app/kt/[...path]/route";
import * as r293 from "@/app/media/[file]/route";
import * as r294 from "@/app/metrics/route";
import * as r295 from "@/app/nodeinfo/[version]/route";
import * as r296 from "@/app/oauth/revoke/route";
import * as r297 from "@/app/oauth/token/route";
import * as r298 from "@/app/oauth/userinfo/route";
import * as r299 from "@/app/ready/route";
import * as r300 from "@/app/robots.txt/route";
import * as r301 from "@/app/sitemap.xml/route";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
/** What a route.ts of the API exports. */
export type RouteModule = Partial<Record<Method, Route>>;

/** Every endpoint by its path: web/router.ts mounts them, and the API description is made from them. */
export const routes: Record<string, RouteModule> = {
  "/.well-known/nodeinfo": r0,
  "/.well-known/oauth-authorization-server": r1,
  "/.well-known/webfinger": r2,
  "/.well-known/[name]": r3,
  "/api/oembed": r4,
  "/api/v1/accounts/familiar_followers": r5,
  "/api/v1/accounts/lookup": r6,
  "/api/v1/accounts/relationships": r7,
  "/api/v1/accounts": r8,
  "/api/v1/accounts/search": r9,
  "/api/v1/accounts/update_credentials": r10,
  "/api/v1/accounts/verify_credentials": r11,
  "/api/v1/accounts/[id]/block": r12,
  "/api/v1/accounts/[id]/collections": r13,
  "/api/v1/accounts/[id]/endorse": r14,
  "/api/v1/accounts/[id]/endorsements": r15,
  "/api/v1/accounts/[id]/featured_tags": r16,
  "/api/v1/accounts/[id]/follow": r17,
  "/api/v1/accounts/[id]/followers": r18,
  "/api/v1/accounts/[id]/following": r19,
  "/api/v1/accounts/[id]/in_collections": r20,
  "/api/v1/accounts/[id]/lists": r21,
  "/api/v1/accounts/[id]/mute": r22,
  "/api/v1/accounts/[id]/note": r23,
  "/api/v1/accounts/[id]/pin": r24,
  "/api/v1/accounts/[id]/remove_from_followers": r25,
  "/api/v1/accounts/[id]": r26,
  "/api/v1/accounts/[id]/statuses": r27,
  "/api/v1/accounts/[id]/unblock": r28,
  "/api/v1/accounts/[id]/unendorse": r29,
  "/api/v1/accounts/[id]/unfollow": r30,
  "/api/v1/accounts/[id]/unmute": r31,
  "/api/v1/accounts/[id]/unpin": r32,
  "/api/v1/admin/accounts": r33,
  "/api/v1/admin/accounts/[id]/action": r34,
  "/api/v1/admin/accounts/[id]/approve": r35,
  "/api/v1/admin/accounts/[id]/enable": r36,
  "/api/v1/admin/accounts/[id]/reject": r37,
  "/api/v1/admin/accounts/[id]": r38,
  "/api/v1/admin/accounts/[id]/unsensitive": r39,
  "/api/v1/admin/accounts/[id]/unsilence": r40,
  "/api/v1/admin/accounts/[id]/unsuspend": r41,
  "/api/v1/admin/domain_allows": r42,
  "/api/v1/admin/domain_blocks": r43,
  "/api/v1/admin/email_domain_blocks": r44,
  "/api/v1/admin/email_domain_blocks/[id]": r45,
  "/api/v1/admin/measures": r46,
  "/api/v1/admin/reports": r47,
  "/api/v1/admin/reports/[id]/assign_to_self": r48,
  "/api/v1/admin/reports/[id]/reopen": r49,
  "/api/v1/admin/reports/[id]/resolve": r50,
  "/api/v1/admin/reports/[id]": r51,
  "/api/v1/admin/reports/[id]/unassign": r52,
  "/api/v1/admin/trends/links": r53,
  "/api/v1/admin/trends/statuses": r54,
  "/api/v1/admin/trends/tags": r55,
  "/api/v1/announcements": r56,
  "/api/v1/announcements/[id]/dismiss": r57,
  "/api/v1/announcements/[id]/reactions/[name]": r58,
  "/api/v1/annual_reports": r59,
  "/api/v1/annual_reports/[id]/state": r60,
  "/api/v1/apps": r61,
  "/api/v1/apps/verify_credentials": r62,
  "/api/v1/barker/account/digest": r63,
  "/api/v1/barker/account/email": r64,
  "/api/v1/barker/account/export": r65,
  "/api/v1/barker/account/handle": r66,
  "/api/v1/barker/account/password": r67,
  "/api/v1/barker/account": r68,
  "/api/v1/barker/accounts/[id]/likes": r69,
  "/api/v1/barker/accounts/[id]/path": r70,
  "/api/v1/barker/authorizations": r71,
  "/api/v1/barker/circles": r72,
  "/api/v1/barker/closed_account/appeal": r73,
  "/api/v1/barker/closed_account": r74,
  "/api/v1/barker/confirmation/options": r75,
  "/api/v1/barker/confirmation": r76,
  "/api/v1/barker/digest/unsubscribe": r77,
  "/api/v1/barker/drafts": r78,
  "/api/v1/barker/drafts/[id]": r79,
  "/api/v1/barker/e2ee/account": r80,
  "/api/v1/barker/e2ee/accounts/[account_id]": r81,
  "/api/v1/barker/e2ee/append": r82,
  "/api/v1/barker/e2ee/archive/epochs/[n]": r83,
  "/api/v1/barker/e2ee/archive/records": r84,
  "/api/v1/barker/e2ee/archive": r85,
  "/api/v1/barker/e2ee/attachments": r86,
  "/api/v1/barker/e2ee/attachments/[id]": r87,
  "/api/v1/barker/e2ee/checkpoint": r88,
  "/api/v1/barker/e2ee/conversations": r89,
  "/api/v1/barker/e2ee/conversations/[id]/accept": r90,
  "/api/v1/barker/e2ee/conversations/[id]/commits": r91,
  "/api/v1/barker/e2ee/conversations/[id]/decline": r92,
  "/api/v1/barker/e2ee/conversations/[id]/generations": r93,
  "/api/v1/barker/e2ee/conversations/[id]/leave": r94,
  "/api/v1/barker/e2ee/conversations/[id]/messages": r95,
  "/api/v1/barker/e2ee/conversations/[id]": r96,
  "/api/v1/barker/e2ee/demo": r97,
  "/api/v1/barker/e2ee/devices/[device_id]/key_packages": r98,
  "/api/v1/barker/e2ee/devices/[device_id]": r99,
  "/api/v1/barker/e2ee/inbox/ack": r100,
  "/api/v1/barker/e2ee/inbox": r101,
  "/api/v1/barker/e2ee/key_packages/claim": r102,
  "/api/v1/barker/e2ee/link/[id]": r103,
  "/api/v1/barker/e2ee/lookup": r104,
  "/api/v1/barker/e2ee/people/[person_id]": r105,
  "/api/v1/barker/e2ee/policy": r106,
  "/api/v1/barker/e2ee/reports": r107,
  "/api/v1/barker/e2ee/settings": r108,
  "/api/v1/barker/e2ee/tile/[...path]": r109,
  "/api/v1/barker/e2ee/unread": r110,
  "/api/v1/barker/e2ee/vault": r111,
  "/api/v1/barker/e2ee/vault/[way]/[id]": r112,
  "/api/v1/barker/email/confirm": r113,
  "/api/v1/barker/exports/[name]": r114,
  "/api/v1/barker/handles": r115,
  "/api/v1/barker/home": r116,
  "/api/v1/barker/household/invitations": r117,
  "/api/v1/barker/household/invitations/[id]/accept": r118,
  "/api/v1/barker/household/invitations/[id]": r119,
  "/api/v1/barker/household": r120,
  "/api/v1/barker/imports": r121,
  "/api/v1/barker/imports/[id]/report.csv": r122,
  "/api/v1/barker/imports/[id]": r123,
  "/api/v1/barker/imports/[id]/start": r124,
  "/api/v1/barker/imports/[id]/undo": r125,
  "/api/v1/barker/invitations": r126,
  "/api/v1/barker/invitations/[id]": r127,
  "/api/v1/barker/location": r128,
  "/api/v1/barker/nearby": r129,
  "/api/v1/barker/nearby/statuses": r130,
  "/api/v1/barker/notifications/settings": r131,
  "/api/v1/barker/passkeys/options": r132,
  "/api/v1/barker/passkeys": r133,
  "/api/v1/barker/passkeys/sign-in/options": r134,
  "/api/v1/barker/passkeys/sign-in": r135,
  "/api/v1/barker/passkeys/[id]": r136,
  "/api/v1/barker/password/forgotten": r137,
  "/api/v1/barker/password/reset": r138,
  "/api/v1/barker/push/settings": r139,
  "/api/v1/barker/scheduled/held": r140,
  "/api/v1/barker/scheduled/[id]/draft": r141,
  "/api/v1/barker/scheduled/[id]/post": r142,
  "/api/v1/barker/sessions": r143,
  "/api/v1/barker/sessions/[id]": r144,
  "/api/v1/barker/starter_packs": r145,
  "/api/v1/barker/starter_packs/[id]/accounts": r146,
  "/api/v1/barker/starter_packs/[id]/follow": r147,
  "/api/v1/barker/starter_packs/[id]/membership": r148,
  "/api/v1/barker/starter_packs/[id]": r149,
  "/api/v1/barker/statuses/[id]/reactions": r150,
  "/api/v1/barker/statuses/[id]/reactions/[emoji]": r151,
  "/api/v1/barker/strikes": r152,
  "/api/v1/barker/strikes/[id]/appeal": r153,
  "/api/v1/barker/topics": r154,
  "/api/v1/barker/town_hall/announcements": r155,
  "/api/v1/barker/town_hall/announcements/[id]": r156,
  "/api/v1/barker/town_hall/appeals/[id]": r157,
  "/api/v1/barker/town_hall/applicants": r158,
  "/api/v1/barker/town_hall/applicants/[id]/approve": r159,
  "/api/v1/barker/town_hall/applicants/[id]/reject": r160,
  "/api/v1/barker/town_hall/held": r161,
  "/api/v1/barker/town_hall/held/[id]/approve": r162,
  "/api/v1/barker/town_hall/held/[id]/decline": r163,
  "/api/v1/barker/town_hall/invitations": r164,
  "/api/v1/barker/town_hall/invitations/[id]": r165,
  "/api/v1/barker/town_hall/log": r166,
  "/api/v1/barker/town_hall/mail": r167,
  "/api/v1/barker/town_hall/people/[id]/lift": r168,
  "/api/v1/barker/town_hall/people/[id]/measures": r169,
  "/api/v1/barker/town_hall/reports/[id]/notes": r170,
  "/api/v1/barker/town_hall/settings": r171,
  "/api/v1/barker/town_hall/staff": r172,
  "/api/v1/barker/town_hall/trends": r173,
  "/api/v1/barker/trends": r174,
  "/api/v1/barker/two_factor/finish": r175,
  "/api/v1/barker/two_factor/off": r176,
  "/api/v1/barker/two_factor/recovery_codes": r177,
  "/api/v1/barker/two_factor": r178,
  "/api/v1/barker/waiting": r179,
  "/api/v1/blocks": r180,
  "/api/v1/bookmarks": r181,
  "/api/v1/conversations": r182,
  "/api/v1/custom_emojis": r183,
  "/api/v1/directory": r184,
  "/api/v1/domain_blocks": r185,
  "/api/v1/emails/confirmations": r186,
  "/api/v1/endorsements": r187,
  "/api/v1/favourites": r188,
  "/api/v1/featured_tags": r189,
  "/api/v1/featured_tags/suggestions": r190,
  "/api/v1/featured_tags/[id]": r191,
  "/api/v1/filters": r192,
  "/api/v1/filters/[id]": r193,
  "/api/v1/follow_requests": r194,
  "/api/v1/follow_requests/[id]/authorize": r195,
  "/api/v1/follow_requests/[id]/reject": r196,
  "/api/v1/followed_tags": r197,
  "/api/v1/instance/activity": r198,
  "/api/v1/instance/domain_blocks": r199,
  "/api/v1/instance/peers": r200,
  "/api/v1/instance": r201,
  "/api/v1/instance/rules": r202,
  "/api/v1/instance/[document]": r203,
  "/api/v1/lists": r204,
  "/api/v1/lists/[id]/accounts": r205,
  "/api/v1/lists/[id]": r206,
  "/api/v1/markers": r207,
  "/api/v1/media": r208,
  "/api/v1/media/[id]": r209,
  "/api/v1/mutes": r210,
  "/api/v1/notifications/clear": r211,
  "/api/v1/notifications/policy": r212,
  "/api/v1/notifications/requests/accept": r213,
  "/api/v1/notifications/requests/dismiss": r214,
  "/api/v1/notifications/requests/merged": r215,
  "/api/v1/notifications/requests": r216,
  "/api/v1/notifications/requests/[id]/accept": r217,
  "/api/v1/notifications/requests/[id]/dismiss": r218,
  "/api/v1/notifications/requests/[id]": r219,
  "/api/v1/notifications": r220,
  "/api/v1/notifications/unread_count": r221,
  "/api/v1/notifications/[id]/dismiss": r222,
  "/api/v1/notifications/[id]": r223,
  "/api/v1/polls/[id]": r224,
  "/api/v1/polls/[id]/votes": r225,
  "/api/v1/preferences": r226,
  "/api/v1/profile/avatar": r227,
  "/api/v1/profile/header": r228,
  "/api/v1/profile": r229,
  "/api/v1/push/subscription": r230,
  "/api/v1/reports": r231,
  "/api/v1/scheduled_statuses": r232,
  "/api/v1/scheduled_statuses/[id]": r233,
  "/api/v1/statuses": r234,
  "/api/v1/statuses/[id]/bookmark": r235,
  "/api/v1/statuses/[id]/card": r236,
  "/api/v1/statuses/[id]/context": r237,
  "/api/v1/statuses/[id]/favourite": r238,
  "/api/v1/statuses/[id]/favourited_by": r239,
  "/api/v1/statuses/[id]/history": r240,
  "/api/v1/statuses/[id]/interaction_policy": r241,
  "/api/v1/statuses/[id]/mute": r242,
  "/api/v1/statuses/[id]/pin": r243,
  "/api/v1/statuses/[id]/quotes": r244,
  "/api/v1/statuses/[id]/quotes/[quoting_id]/revoke": r245,
  "/api/v1/statuses/[id]/reblog": r246,
  "/api/v1/statuses/[id]/reblogged_by": r247,
  "/api/v1/statuses/[id]": r248,
  "/api/v1/statuses/[id]/source": r249,
  "/api/v1/statuses/[id]/unbookmark": r250,
  "/api/v1/statuses/[id]/unfavourite": r251,
  "/api/v1/statuses/[id]/unmute": r252,
  "/api/v1/statuses/[id]/unpin": r253,
  "/api/v1/statuses/[id]/unreblog": r254,
  "/api/v1/suggestions": r255,
  "/api/v1/suggestions/[id]": r256,
  "/api/v1/tags/[name]/feature": r257,
  "/api/v1/tags/[name]/follow": r258,
  "/api/v1/tags/[name]": r259,
  "/api/v1/tags/[name]/unfeature": r260,
  "/api/v1/tags/[name]/unfollow": r261,
  "/api/v1/timelines/home": r262,
  "/api/v1/timelines/list/[id]": r263,
  "/api/v1/timelines/public": r264,
  "/api/v1/timelines/tag/[topic]": r265,
  "/api/v1/trends/links": r266,
  "/api/v1/trends": r267,
  "/api/v1/trends/statuses": r268,
  "/api/v1/trends/tags": r269,
  "/api/v2/admin/accounts": r270,
  "/api/v2/filters/keywords/[id]": r271,
  "/api/v2/filters": r272,
  "/api/v2/filters/statuses/[id]": r273,
  "/api/v2/filters/[id]/keywords": r274,
  "/api/v2/filters/[id]": r275,
  "/api/v2/filters/[id]/statuses": r276,
  "/api/v2/instance": r277,
  "/api/v2/media": r278,
  "/api/v2/notifications/policy": r279,
  "/api/v2/notifications": r280,
  "/api/v2/notifications/unread_count": r281,
  "/api/v2/notifications/[group_key]/accounts": r282,
  "/api/v2/notifications/[group_key]/dismiss": r283,
  "/api/v2/notifications/[group_key]": r284,
  "/api/v2/search": r285,
  "/api/v2/suggestions": r286,
  "/embed/[id]": r287,
  "/feeds/person-topic/[handle]/[topic]/[format]": r288,
  "/feeds/person/[handle]/[format]": r289,
  "/feeds/tag/[topic]/[format]": r290,
  "/health": r291,
  "/kt/[...path]": r292,
  "/media/[file]": r293,
  "/metrics": r294,
  "/nodeinfo/[version]": r295,
  "/oauth/revoke": r296,
  "/oauth/token": r297,
  "/oauth/userinfo": r298,
  "/ready": r299,
  "/robots.txt": r300,
  "/sitemap.xml": r301,
};
