import { createStore } from "@/app/_client/create-store";

/** The number of conversations with unread messages, for every badge on the page. It loads no part of the messenger. */
export const unreadConversations = createStore(0);
