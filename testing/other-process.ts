import { readPrefs } from "@/lib/notifications/graph";
import { subscribeInvalidations } from "@/lib/redis/cache-invalidation";

// A second process that answers what it knows of a person's notification preferences.
subscribeInvalidations();
process.on("message", (personId) => {
  void readPrefs(String(personId)).then(({ policy, off }) => process.send?.({ policy, off }));
});
