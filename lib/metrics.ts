import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { singleton } from "@/lib/singleton";

/** What a process counts and times, read at `/metrics`. Durations are in seconds. */
export const metrics = singleton("metrics", () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "barker_http_request_seconds",
      help: "Time to answer, by route and status",
      labelNames: ["method", "route", "status"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
      registers,
    }),
    sockets: new Gauge({ name: "barker_sockets", help: "Connected sockets", registers }),
    delivered: new Counter({
      name: "barker_delivered_total",
      help: "Jobs delivered, by kind",
      labelNames: ["kind"],
      registers,
    }),
    pending: new Gauge({ name: "barker_outbox_pending", help: "Outbox entries not delivered yet", registers }),
    deadJobs: new Counter({
      name: "barker_dead_jobs_total",
      help: "Jobs parked after five failures: look into jobs:dead",
      registers,
    }),
    relayed: new Counter({
      name: "barker_relayed_total",
      help: "Outbox entries that the relay handed over because nobody else had",
      registers,
    }),
    deliveryLag: new Histogram({
      name: "barker_delivery_seconds",
      help: "From commit to the last follower's timeline",
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30],
      registers,
    }),
  };
});
