import { shared } from "@/app/_words/shared";

/** What the lists of one's own bookmarks and likes say, and the pages of topics. */
export const kept = {
  bookmarks: "Bookmarks",
  private: "Only you can see them",
  yourBookmarks: "Your bookmarks",
  noBookmarks: "No bookmarks yet",
  noBookmarksWhy: "Tap the bookmark below a bark to find it here again.",
  likes: "Likes",
  yourLikes: "Barks you like",
  noLikes: shared.noLikes,
  noLikesWhy: "Tap the heart below a bark you like to find it here again.",
  town: shared.lookAround,
};
