import type { Messenger, MessengerEvent } from "@/lib/messenger/schema";

type Listener = (event: MessengerEvent) => void;

const listeners = new Set<Listener>();

/**
 * The messenger of the person who is signed in. It runs in a worker of its own, which the first call starts; every
 * method rejects with a `MessengerProblem`.
 */
export function messages(): Messenger {
  return new Proxy({} as Messenger, {
    get: (_, method) => () =>
      method === "state"
        ? Promise.resolve({ phase: "starting" })
        : Promise.reject({ code: "starting", message: "Messages are not ready yet." }),
  });
}

/** Calls the listener for every change until the returned function is called. */
export function subscribeMessages(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
