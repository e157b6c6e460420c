import * as drafts from "@/app/api/v1/barker/drafts/route";
import * as draft from "@/app/api/v1/barker/drafts/[id]/route";
import * as reactions from "@/app/api/v1/barker/statuses/[id]/reactions/route";
import * as reaction from "@/app/api/v1/barker/statuses/[id]/reactions/[emoji]/route";
import * as bookmarks from "@/app/api/v1/bookmarks/route";
import * as conversations from "@/app/api/v1/conversations/route";
import * as favourites from "@/app/api/v1/favourites/route";
import * as mediaV1 from "@/app/api/v1/media/route";
import * as picture from "@/app/api/v1/media/[id]/route";
import * as scheduledBarks from "@/app/api/v1/scheduled_statuses/route";
import * as statuses from "@/app/api/v1/statuses/route";
import * as status from "@/app/api/v1/statuses/[id]/route";
import * as statusBookmark from "@/app/api/v1/statuses/[id]/bookmark/route";
import * as statusContext from "@/app/api/v1/statuses/[id]/context/route";
import * as statusFavourite from "@/app/api/v1/statuses/[id]/favourite/route";
import * as statusFavouritedBy from "@/app/api/v1/statuses/[id]/favourited_by/route";
import * as statusHistory from "@/app/api/v1/statuses/[id]/history/route";
import * as muteThread from "@/app/api/v1/statuses/[id]/mute/route";
import * as statusPin from "@/app/api/v1/statuses/[id]/pin/route";
import * as statusQuotes from "@/app/api/v1/statuses/[id]/quotes/route";
import * as statusReblog from "@/app/api/v1/statuses/[id]/reblog/route";
import * as statusRebloggedBy from "@/app/api/v1/statuses/[id]/reblogged_by/route";
import * as statusSource from "@/app/api/v1/statuses/[id]/source/route";
import * as statusUnbookmark from "@/app/api/v1/statuses/[id]/unbookmark/route";
import * as statusUnfavourite from "@/app/api/v1/statuses/[id]/unfavourite/route";
import * as unmuteThread from "@/app/api/v1/statuses/[id]/unmute/route";
import * as statusUnpin from "@/app/api/v1/statuses/[id]/unpin/route";
import * as statusUnreblog from "@/app/api/v1/statuses/[id]/unreblog/route";
import * as media from "@/app/api/v2/media/route";
import * as mediaFile from "@/app/media/[file]/route";
import type { RouteModule } from "@/app/api/_routes/module";

/** Routes of barks and the actions on them. */
export const barksRoutes: Record<string, RouteModule> = {
  "/api/v1/barker/drafts": drafts,
  "/api/v1/barker/drafts/[id]": draft,
  "/api/v1/barker/statuses/[id]/reactions": reactions,
  "/api/v1/barker/statuses/[id]/reactions/[emoji]": reaction,
  "/api/v1/bookmarks": bookmarks,
  "/api/v1/conversations": conversations,
  "/api/v1/favourites": favourites,
  "/api/v1/media": mediaV1,
  "/api/v1/media/[id]": picture,
  "/api/v1/scheduled_statuses": scheduledBarks,
  "/api/v1/statuses": statuses,
  "/api/v1/statuses/[id]": status,
  "/api/v1/statuses/[id]/bookmark": statusBookmark,
  "/api/v1/statuses/[id]/context": statusContext,
  "/api/v1/statuses/[id]/favourite": statusFavourite,
  "/api/v1/statuses/[id]/favourited_by": statusFavouritedBy,
  "/api/v1/statuses/[id]/history": statusHistory,
  "/api/v1/statuses/[id]/mute": muteThread,
  "/api/v1/statuses/[id]/pin": statusPin,
  "/api/v1/statuses/[id]/quotes": statusQuotes,
  "/api/v1/statuses/[id]/reblog": statusReblog,
  "/api/v1/statuses/[id]/reblogged_by": statusRebloggedBy,
  "/api/v1/statuses/[id]/source": statusSource,
  "/api/v1/statuses/[id]/unbookmark": statusUnbookmark,
  "/api/v1/statuses/[id]/unfavourite": statusUnfavourite,
  "/api/v1/statuses/[id]/unmute": unmuteThread,
  "/api/v1/statuses/[id]/unpin": statusUnpin,
  "/api/v1/statuses/[id]/unreblog": statusUnreblog,
  "/api/v2/media": media,
  "/media/[file]": mediaFile,
};
