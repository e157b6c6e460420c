// Goes through what a person does with an unmodified go-mastodon. Arguments: address, two access tokens, a picture.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/mattn/go-mastodon"
)

var ctx = context.Background()

// One line a step; the test that runs this reads them.
func step(name string, holds bool) {
	if holds {
		fmt.Println("ok " + name)
	} else {
		fmt.Println("not ok " + name)
	}
}

// The answer of a call that must not fail.
func must[T any](answer T, err error) T {
	if err != nil {
		fmt.Println("not ok " + err.Error())
		os.Exit(1)
	}
	return answer
}

func client(token string) *mastodon.Client {
	return mastodon.NewClient(&mastodon.Config{Server: os.Args[1], AccessToken: token})
}

func main() {
	otter, heron := client(os.Args[2]), client(os.Args[3])
	me, you := must(otter.GetAccountCurrentUser(ctx)), must(heron.GetAccountCurrentUser(ctx))
	step("VerifyAppCredentials", must(otter.VerifyAppCredentials(ctx)).Name == "Tests")
	step("GetInstance", must(otter.GetInstance(ctx)).Title != "")
	barks(otter, heron, me, you)
	polls(otter, heron)
	people(otter, heron, me, you)
	lists(otter, you)
	timelines(otter, heron, me)
}

func barks(otter, heron *mastodon.Client, me, you *mastodon.Account) {
	text := "Good morning @" + you.Username + " #fog"
	status := must(otter.PostStatus(ctx, &mastodon.Toot{Status: text, Language: "en"}))
	step("PostStatus", status.Mentions[0].ID == you.ID && status.Tags[0].Name == "fog")
	step("GetStatus", must(heron.GetStatus(ctx, status.ID)).ID == status.ID)
	reply := must(heron.PostStatus(ctx, &mastodon.Toot{Status: "And to you", InReplyToID: status.ID}))
	step("a reply", reply.InReplyToID == string(status.ID))
	step("GetStatusContext", len(must(otter.GetStatusContext(ctx, status.ID)).Descendants) == 1)
	step("Favourite", must(heron.Favourite(ctx, status.ID)).FavouritesCount == 1)
	step("GetFavouritedBy", must(heron.GetFavouritedBy(ctx, status.ID, nil))[0].ID == you.ID)
	step("GetFavourites", must(heron.GetFavourites(ctx, nil))[0].ID == status.ID)
	step("Unfavourite", must(heron.Unfavourite(ctx, status.ID)).FavouritesCount == 0)
	step("Reblog", must(heron.Reblog(ctx, status.ID)).Reblog.ID == status.ID)
	step("GetRebloggedBy", must(heron.GetRebloggedBy(ctx, status.ID, nil))[0].ID == you.ID)
	step("Unreblog", must(heron.Unreblog(ctx, status.ID)).ReblogsCount == 0)
	step("Bookmark", must(heron.Bookmark(ctx, status.ID)).ID == must(heron.GetBookmarks(ctx, nil))[0].ID)
	must(heron.Unbookmark(ctx, status.ID))
	step("Unbookmark", len(must(heron.GetBookmarks(ctx, nil))) == 0)
	media := must(otter.UploadMedia(ctx, os.Args[4]))
	shown := must(otter.PostStatus(ctx, &mastodon.Toot{MediaIDs: []mastodon.ID{media.ID}}))
	step("UploadMedia", shown.MediaAttachments[0].ID == media.ID && shown.MediaAttachments[0].Type == "image")
	noted := must(otter.PostStatus(ctx, &mastodon.Toot{
		Status: "Behind a note", SpoilerText: "Note", Sensitive: true, Visibility: "unlisted",
	}))
	step("a note", noted.SpoilerText == "Note" && noted.Visibility == "unlisted" && noted.Sensitive)
	changed := must(otter.UpdateStatus(ctx, &mastodon.Toot{Status: "Changed", SpoilerText: "Note"}, noted.ID))
	step("UpdateStatus", !changed.EditedAt.IsZero())
	step("GetStatusSource", must(otter.GetStatusSource(ctx, noted.ID)).Text == "Changed")
	history := must(otter.GetStatusHistory(ctx, noted.ID))
	step("GetStatusHistory", len(history) == 2 && history[1].Content == "<p>Changed</p>")
	step("DeleteStatus", otter.DeleteStatus(ctx, noted.ID) == nil)
	_, gone := otter.GetStatus(ctx, noted.ID)
	step("a deleted one is gone", gone != nil)
	must(otter.GetStatusCard(ctx, status.ID))
	step("GetStatusCard", true)
	found := must(otter.Search(ctx, me.Username, false))
	step("Search", len(found.Accounts) > 0 && found.Accounts[0].ID == me.ID)
}

func polls(otter, heron *mastodon.Client) {
	asked := must(otter.PostStatus(ctx, &mastodon.Toot{
		Status: "Which?", Poll: &mastodon.TootPoll{Options: []string{"Fog", "Rain"}, ExpiresInSeconds: 600},
	}))
	step("a poll", len(asked.Poll.Options) == 2 && !asked.Poll.Expired)
	voted := must(heron.PollVote(ctx, asked.Poll.ID, 1))
	step("PollVote", voted.Voted && voted.VotesCount == 1 && voted.OwnVotes[0] == 1)
	step("GetPoll", must(otter.GetPoll(ctx, asked.Poll.ID)).Options[1].VotesCount == 1)
	wide := must(otter.PostStatus(ctx, &mastodon.Toot{Status: "Which?", Poll: &mastodon.TootPoll{
		Options: []string{"Fog", "Rain", "Neither"}, ExpiresInSeconds: 600, Multiple: true, HideTotals: true,
	}}))
	hidden := must(heron.PollVote(ctx, wide.Poll.ID, 0, 2))
	step("PollVote for several", hidden.Multiple && len(hidden.OwnVotes) == 2 && hidden.Options[0].VotesCount == 0)
	_, again := heron.PollVote(ctx, wide.Poll.ID, 1)
	step("a second vote", again != nil)
}

func people(otter, heron *mastodon.Client, me, you *mastodon.Account) {
	step("AccountFollow", must(otter.AccountFollow(ctx, you.ID)).Following)
	step("GetAccountRelationships", must(otter.GetAccountRelationships(ctx, []string{string(you.ID)}))[0].Following)
	step("GetAccountFollowers", must(otter.GetAccountFollowers(ctx, you.ID, nil))[0].ID == me.ID)
	step("GetAccountFollowing", must(otter.GetAccountFollowing(ctx, me.ID, nil))[0].ID == you.ID)
	step("GetAccount", must(otter.GetAccount(ctx, you.ID)).Username == you.Username)
	step("AccountLookup", must(otter.AccountLookup(ctx, you.Username)).ID == you.ID)
	step("AccountsSearch", must(otter.AccountsSearch(ctx, you.Username, 5))[0].ID == you.ID)
	step("GetAccountStatuses", len(must(heron.GetAccountStatuses(ctx, me.ID, nil))) > 2)
	step("GetAccountPinnedStatuses", len(must(heron.GetAccountPinnedStatuses(ctx, me.ID))) == 0)
	step("AccountMute", must(otter.AccountMute(ctx, you.ID)).Muting && must(otter.GetMutes(ctx, nil))[0].ID == you.ID)
	step("AccountUnmute", !must(otter.AccountUnmute(ctx, you.ID)).Muting)
	step("AccountBlock", must(otter.AccountBlock(ctx, you.ID)).Blocking && must(otter.GetBlocks(ctx, nil))[0].ID == you.ID)
	step("AccountUnblock", !must(otter.AccountUnblock(ctx, you.ID)).Blocking)
	name, locked := "Quiet Heron", true
	must(heron.AccountUpdate(ctx, &mastodon.Profile{DisplayName: &name, Locked: &locked}))
	renamed := must(heron.GetAccountCurrentUser(ctx))
	step("AccountUpdate", renamed.DisplayName == name && renamed.Locked)
	must(otter.AccountUnfollow(ctx, you.ID))
	step("asking to follow", must(otter.AccountFollow(ctx, you.ID)).Requested)
	step("GetFollowRequests", must(heron.GetFollowRequests(ctx, nil))[0].ID == me.ID)
	step("FollowRequestAuthorize", heron.FollowRequestAuthorize(ctx, me.ID) == nil)
	step("Report", must(otter.Report(ctx, you.ID, nil, "Too early")).ID != "")
	filter := must(otter.CreateFilter(ctx, &mastodon.Filter{Phrase: "drizzle", Context: []string{"home"}}))
	step("CreateFilter", must(otter.GetFilters(ctx))[0].Phrase == "drizzle")
	step("DeleteFilter", otter.DeleteFilter(ctx, filter.ID) == nil && len(must(otter.GetFilters(ctx))) == 0)
}

func lists(otter *mastodon.Client, you *mastodon.Account) {
	list := must(otter.CreateList(ctx, "Weir"))
	step("CreateList", must(otter.GetLists(ctx))[0].Title == "Weir")
	step("AddToList", otter.AddToList(ctx, list.ID, you.ID) == nil)
	step("GetListAccounts", must(otter.GetListAccounts(ctx, list.ID))[0].ID == you.ID)
	step("GetTimelineList", len(must(otter.GetTimelineList(ctx, list.ID, nil))) > 0)
	step("RenameList", must(otter.RenameList(ctx, list.ID, "Bank")).Title == "Bank")
	step("RemoveFromList", otter.RemoveFromList(ctx, list.ID, you.ID) == nil)
	step("DeleteList", otter.DeleteList(ctx, list.ID) == nil && len(must(otter.GetLists(ctx))) == 0)
	step("TagFollow", must(otter.TagFollow(ctx, "fog")).Following && must(otter.TagsFollowed(ctx, nil))[0].Name == "fog")
	step("TagUnfollow", !must(otter.TagUnfollow(ctx, "fog")).Following)
}

func timelines(otter, heron *mastodon.Client, me *mastodon.Account) {
	page := &mastodon.Pagination{Limit: 1}
	first := must(otter.GetTimelineHome(ctx, page))
	step("GetTimelineHome", len(first) == 1)
	// The client takes the next page from the Link header.
	page.Limit, page.SinceID, page.MinID = 1, "", ""
	step("the next page", must(otter.GetTimelineHome(ctx, page))[0].ID < first[0].ID)
	step("GetTimelinePublic", len(must(otter.GetTimelinePublic(ctx, true, nil))) > 0)
	step("GetTimelineHashtag", must(otter.GetTimelineHashtag(ctx, "fog", true, nil))[0].Tags[0].Name == "fog")
	must(otter.GetTrendingStatuses(ctx, nil))
	later := time.Now().Add(time.Hour)
	scheduled := must(otter.PostStatus(ctx, &mastodon.Toot{Status: "Later", ScheduledAt: &later}))
	step("a scheduled bark", scheduled.ID != "" && scheduled.ScheduledParams.Text == "Later")
	alerts := must(heron.GetNotifications(ctx, nil))
	step("GetNotifications", len(alerts) > 0 && alerts[0].Account.ID == me.ID)
	step("GetNotification", must(heron.GetNotification(ctx, alerts[0].ID)).ID == alerts[0].ID)
	step("DismissNotification", heron.DismissNotification(ctx, alerts[0].ID) == nil)
	step("ClearNotifications", heron.ClearNotifications(ctx) == nil && len(must(heron.GetNotifications(ctx, nil))) == 0)
}
