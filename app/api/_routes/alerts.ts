import * as notificationSettings from "@/app/api/v1/barker/notifications/settings/route";
import * as pushSettings from "@/app/api/v1/barker/push/settings/route";
import * as filters from "@/app/api/v1/filters/route";
import * as filterV1 from "@/app/api/v1/filters/[id]/route";
import * as markers from "@/app/api/v1/markers/route";
import * as notifications from "@/app/api/v1/notifications/route";
import * as notification from "@/app/api/v1/notifications/[id]/route";
import * as dismissNotification from "@/app/api/v1/notifications/[id]/dismiss/route";
import * as clearNotifications from "@/app/api/v1/notifications/clear/route";
import * as notificationPolicyV1 from "@/app/api/v1/notifications/policy/route";
import * as notificationRequests from "@/app/api/v1/notifications/requests/route";
import * as notificationRequest from "@/app/api/v1/notifications/requests/[id]/route";
import * as acceptRequest from "@/app/api/v1/notifications/requests/[id]/accept/route";
import * as dismissRequest from "@/app/api/v1/notifications/requests/[id]/dismiss/route";
import * as acceptRequests from "@/app/api/v1/notifications/requests/accept/route";
import * as dismissRequests from "@/app/api/v1/notifications/requests/dismiss/route";
import * as mergedRequests from "@/app/api/v1/notifications/requests/merged/route";
import * as unreadCount from "@/app/api/v1/notifications/unread_count/route";
import * as pushSubscription from "@/app/api/v1/push/subscription/route";
import * as filtersV2 from "@/app/api/v2/filters/route";
import * as filterV2 from "@/app/api/v2/filters/[id]/route";
import * as filterWords from "@/app/api/v2/filters/[id]/keywords/route";
import * as filterBarks from "@/app/api/v2/filters/[id]/statuses/route";
import * as filterWord from "@/app/api/v2/filters/keywords/[id]/route";
import * as filterBark from "@/app/api/v2/filters/statuses/[id]/route";
import * as notificationsV2 from "@/app/api/v2/notifications/route";
import * as notificationGroup from "@/app/api/v2/notifications/[group_key]/route";
import * as groupAccounts from "@/app/api/v2/notifications/[group_key]/accounts/route";
import * as dismissGroup from "@/app/api/v2/notifications/[group_key]/dismiss/route";
import * as notificationPolicy from "@/app/api/v2/notifications/policy/route";
import * as unreadCountV2 from "@/app/api/v2/notifications/unread_count/route";
import type { RouteModule } from "@/app/api/_routes/module";

/** Routes of notifications and moderation. */
export const alertsRoutes: Record<string, RouteModule> = {
  "/api/v1/barker/notifications/settings": notificationSettings,
  "/api/v1/barker/push/settings": pushSettings,
  "/api/v1/filters": filters,
  "/api/v1/filters/[id]": filterV1,
  "/api/v1/markers": markers,
  "/api/v1/notifications": notifications,
  "/api/v1/notifications/[id]": notification,
  "/api/v1/notifications/[id]/dismiss": dismissNotification,
  "/api/v1/notifications/clear": clearNotifications,
  "/api/v1/notifications/policy": notificationPolicyV1,
  "/api/v1/notifications/requests": notificationRequests,
  "/api/v1/notifications/requests/[id]": notificationRequest,
  "/api/v1/notifications/requests/[id]/accept": acceptRequest,
  "/api/v1/notifications/requests/[id]/dismiss": dismissRequest,
  "/api/v1/notifications/requests/accept": acceptRequests,
  "/api/v1/notifications/requests/dismiss": dismissRequests,
  "/api/v1/notifications/requests/merged": mergedRequests,
  "/api/v1/notifications/unread_count": unreadCount,
  "/api/v1/push/subscription": pushSubscription,
  "/api/v2/filters": filtersV2,
  "/api/v2/filters/[id]": filterV2,
  "/api/v2/filters/[id]/keywords": filterWords,
  "/api/v2/filters/[id]/statuses": filterBarks,
  "/api/v2/filters/keywords/[id]": filterWord,
  "/api/v2/filters/statuses/[id]": filterBark,
  "/api/v2/notifications": notificationsV2,
  "/api/v2/notifications/[group_key]": notificationGroup,
  "/api/v2/notifications/[group_key]/accounts": groupAccounts,
  "/api/v2/notifications/[group_key]/dismiss": dismissGroup,
  "/api/v2/notifications/policy": notificationPolicy,
  "/api/v2/notifications/unread_count": unreadCountV2,
};
