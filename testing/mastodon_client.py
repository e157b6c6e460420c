"""Goes through what a person does with an unmodified Mastodon.py. Arguments: address, two access tokens, a picture."""

import sys
from datetime import datetime, timedelta, timezone

from mastodon import Mastodon, MastodonAPIError, MastodonNotFoundError

address, otter_token, heron_token, picture = sys.argv[1:5]
otter = Mastodon(api_base_url=address, access_token=otter_token)
heron = Mastodon(api_base_url=address, access_token=heron_token)
me, you = otter.me(), heron.account_verify_credentials()


def step(name, holds):
    """One line a step; the test that runs this reads them."""
    print(("ok " if holds else "not ok ") + name, flush=True)


def missing(act):
    try:
        act()
    except MastodonNotFoundError:
        return True
    return False


def refused(act):
    try:
        act()
    except MastodonAPIError:
        return True
    return False


step("instance", otter.instance_v2().configuration.statuses.max_characters == 240)
status = otter.status_post("Good morning @%s #fog" % you.username, language="en", idempotency_key="k" + me.username)
step("status_post", status.mentions[0].id == you.id and status.tags[0].name == "fog")
step("idempotency", otter.status_post("Other", idempotency_key="k" + me.username).id == status.id)
step("status", heron.status(status.id).id == status.id)
step("status_reply", heron.status_reply(status, "And to you").in_reply_to_id == status.id)
step("status_context", len(otter.status_context(status).descendants) == 1)
step("status_favourite", heron.status_favourite(status).favourites_count == 1)
step("status_favourited_by", heron.status_favourited_by(status)[0].id == you.id)
step("favourites", heron.favourites()[0].id == status.id)
step("status_unfavourite", not heron.status_unfavourite(status).favourited)
step("status_reblog", heron.status_reblog(status).reblog.id == status.id)
step("status_reblogged_by", heron.status_reblogged_by(status)[0].id == you.id)
step("status_unreblog", not heron.status_unreblog(status).reblogged)
step("status_bookmark", heron.status_bookmark(status).bookmarked and heron.bookmarks()[0].id == status.id)
step("status_unbookmark", not heron.status_unbookmark(status).bookmarked)
step("status_mute", heron.status_mute(status).muted and not heron.status_unmute(status).muted)
step("status_pin", otter.status_pin(status).pinned and not otter.status_unpin(status).pinned)
media = otter.media_post(picture, mime_type="image/png", description="Fog")
step("media_post", media.description == "Fog")
step("media_update", otter.media_update(media, description="Fog over the weir").description.startswith("Fog over"))
shown = otter.status_post("", media_ids=[media])
step("status_post with a picture", shown.media_attachments[0].id == media.id)
noted = otter.status_post("Behind a note", spoiler_text="Note", sensitive=True, visibility="unlisted")
step("status_post with a note", noted.spoiler_text == "Note" and noted.visibility == "unlisted")
step("status_update", otter.status_update(noted, "Changed", spoiler_text="Note").edited_at is not None)
step("status_history", len(otter.status_history(noted)) == 2)
step("status_source", otter.status_source(noted).text == "Changed")
otter.status_delete(noted)
step("status_delete", missing(lambda: otter.status(noted.id)))
asked = otter.status_post("Which?", poll=otter.make_poll(["Fog", "Rain"], 600, multiple=True, hide_totals=False))
step("make_poll", asked.poll.multiple and [option.title for option in asked.poll.options] == ["Fog", "Rain"])
step("poll", not heron.poll(asked.poll).voted and not heron.poll(asked.poll).expired)
step("poll_vote", heron.poll_vote(asked.poll, [0, 1]).own_votes == [0, 1])
step("a poll that is counted", [option.votes_count for option in otter.poll(asked.poll).options] == [1, 1])
open_one = otter.status_post("To be quoted", quote_approval_policy="public")
quote = heron.status_post("Look", quoted_status_id=open_one)
step("status_post with a quote", quote.quote.quoted_status.id == open_one.id)
step("status_quotes", otter.status_quotes(open_one)[0].id == quote.id)
step("status_quote_revoke", otter.status_quote_revoke(open_one, quote).quote.state == "revoked")
closed = otter.status_update_quote_approval_policy(open_one, "nobody")
step("status_update_quote_approval_policy", closed.quote_approval.automatic == [])
step("a quote that is refused", refused(lambda: heron.status_post("Look", quoted_status_id=open_one)))
soon, later = (datetime.now(timezone.utc) + timedelta(hours=hours) for hours in (1, 2))
planned = otter.status_post("Later", scheduled_at=soon)
step("status_post with a time", planned.params.text == "Later" and otter.scheduled_statuses()[0].id == planned.id)
step("scheduled_status_update", otter.scheduled_status_update(planned, later).scheduled_at > planned.scheduled_at)
step("scheduled_status", otter.scheduled_status(planned).params.text == "Later")
otter.scheduled_status_delete(planned)
step("scheduled_status_delete", len(otter.scheduled_statuses()) == 0)
step("account_follow", otter.account_follow(you, reblogs=False, notify=True).notifying)
step("account_relationships", otter.account_relationships(you)[0].following)
step("account_followers", otter.account_followers(you)[0].id == me.id)
step("account_following", otter.account_following(me)[0].id == you.id)
step("account_familiar_followers", otter.account_familiar_followers(you)[0].id == you.id)
step("account_note_set", otter.account_note_set(you, "Met at the weir").note == "Met at the weir")
step("account_mute", otter.account_mute(you, duration=60).muting and otter.mutes()[0].id == you.id)
step("account_unmute", not otter.account_unmute(you).muting)
step("account_block", otter.account_block(you).blocking and otter.blocks()[0].id == you.id)
step("account_unblock", not otter.account_unblock(you).blocking)
step("account_unfollow", not otter.account_unfollow(you).following)
step("account_search", any(found.id == you.id for found in otter.account_search(you.username)))
step("account_lookup", otter.account_lookup(you.username).id == you.id)
step("account_statuses", any(found.id == status.id for found in heron.account_statuses(me)))
heron.account_update_credentials(display_name="Quiet Heron", note="Hm", locked=True, fields=[("Home", "The weir")])
step("account_update_credentials", heron.me().display_name == "Quiet Heron" and heron.me().locked)
step("asking to follow", otter.account_follow(you).requested and heron.follow_requests()[0].id == me.id)
step("follow_request_authorize", heron.follow_request_authorize(me).followed_by)
created = otter.create_filter_v2("Weather", ["home", "public"], "warn", keywords_attributes=[{"keyword": "drizzle"}])
step("create_filter_v2", otter.filter_v2(created).title == "Weather" and len(otter.filters_v2()) == 1)
otter.delete_filter_v2(created)
step("delete_filter_v2", len(otter.filters_v2()) == 0)
step("timeline_home", otter.timeline_home(limit=1)[0].id >= shown.id)
first = otter.timeline_home(limit=1)
step("fetch_next", otter.fetch_next(first)[0].id < first[0].id)
step("timeline_local", len(otter.timeline_local(limit=2)) == 2)
step("timeline_hashtag", otter.timeline_hashtag("fog")[0].tags[0].name == "fog")
alerts = heron.notifications()
step("notifications", {"mention", "follow_request"} & {alert.type for alert in alerts} != set())
step("grouped_notifications", len(heron.grouped_notifications().notification_groups) > 0)
heron.notifications_dismiss(alerts[0])
step("notifications_dismiss", alerts[0].id not in [alert.id for alert in heron.notifications()])
heron.markers_set(["home"], [status.id])
step("markers_get", str(heron.markers_get(["home"]).home.last_read_id) == str(status.id))
step("report", otter.report(you, comment="Too early", category="other").target_account.id == you.id)
step("preferences", "posting:default:visibility" in otter.preferences())
step("app_verify_credentials", otter.app_verify_credentials().name == "Tests")
