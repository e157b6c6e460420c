import type { BrowserContext, Page } from "@playwright/test";
import { origin } from "@/e2e/support/people";

/** A message as Barker's worker sends it to our own browsers. */
export interface Message {
  title?: string;
  body?: string;
  icon?: string;
  address?: string;
  tag?: string;
  at?: number;
  notification_id?: string;
  unread?: number;
  close?: string[];
}

/** Allows notifications and replaces the push service, because Chromium's own needs Google's servers. */
export async function givePushService(context: BrowserContext, endpoint: string): Promise<void> {
  await context.grantPermissions(["notifications"], { origin });
  await context.addInitScript((address) => {
    const KEY = "stand-in";
    const made = (applicationServerKey: BufferSource | string | null | undefined) => {
      const keys = {
        p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        auth: "BTBZMqHH6r4Tts7J_aSIgg",
      };
      return {
        endpoint: address,
        options: { userVisibleOnly: true, applicationServerKey },
        toJSON: () => ({ endpoint: address, expirationTime: null, keys }),
        unsubscribe: async () => (localStorage.removeItem(KEY), true),
      } as unknown as PushSubscription;
    };
    PushManager.prototype.subscribe = async (options) => {
      localStorage.setItem(KEY, "1");
      return made(options?.applicationServerKey);
    };
    PushManager.prototype.getSubscription = async () => (localStorage.getItem(KEY) ? made(null) : null);
  }, endpoint);
}

/** The push service of a page's browser: delivers messages to the service worker, and reads what is shown. */
export async function pushService(page: Page) {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const own = registrations.find(({ scopeURL, isDeleted }) => !isDeleted && scopeURL.startsWith(origin));
      if (own) resolve(own.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  const registrationId = await found;
  return {
    deliver: (message: Message) =>
      session.send("ServiceWorker.deliverPushMessage", { origin, registrationId, data: JSON.stringify(message) }),
    shown: () =>
      page.evaluate(async () => {
        const { active } = await navigator.serviceWorker.ready;
        if (!active) return [];
        const all = await (await navigator.serviceWorker.ready).getNotifications();
        return all.map(({ title, body, tag }) => ({ title, body, tag }));
      }),
    /** Clicks a notification, as the system does. */
    async click(tag: string) {
      const [worker] = page.context().serviceWorkers();
      await worker?.evaluate(async (wanted) => {
        const scope = globalThis as unknown as { registration: ServiceWorkerRegistration };
        const [notification] = await scope.registration.getNotifications({ tag: wanted });
        const Click = Reflect.get(globalThis, "NotificationEvent") as new (type: string, init: object) => Event;
        globalThis.dispatchEvent(new Click("notificationclick", { notification }));
      }, tag);
    },
  };
}
