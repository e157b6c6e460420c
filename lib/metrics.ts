import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { singleton } from "@/lib/singleton";

/** The metrics of a process, served at `/metrics`. Durations are in seconds. */
export const metrics = singleton("metrics", () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "barker_http_request_seconds",
      help: "Time to respond, by route and status",
      labelNames: ["method", "route", "status"],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
      registers,
    }),
    queries: new Histogram({
      name: "barker_query_seconds",
      help: "Duration of queries, by their names in cypher/",
      labelNames: ["query"],
      buckets: [0.01, 0.1, 1],
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
      help: "Outbox entries that the relay enqueued because nobody else had",
      registers,
    }),
    pushes: new Counter({
      name: "barker_pushes_total",
      help: "Push messages, by outcome: sent, removed (the device is gone), refused, failed (tried again)",
      labelNames: ["outcome"],
      registers,
    }),
    envelopes: new Counter({
      name: "barker_message_envelopes_total",
      help: "Encrypted messages and commits accepted, by kind",
      labelNames: ["kind"],
      registers,
    }),
    messageStock: new Gauge({
      name: "barker_message_stock",
      help: "What there is of encrypted messages: envelopes that wait, packages (KeyPackages), conversations",
      labelNames: ["what"],
      registers,
    }),
    keyPackages: new Counter({
      name: "barker_key_packages_total",
      help: "KeyPackages handed out: claimed, or spared (the last resort, for callers over the limit)",
      labelNames: ["kind"],
      registers,
    }),
    epochs: new Counter({
      name: "barker_redis_epochs_total",
      help: "How often Redis lost data: emptied, restored from an old state, or restarted",
      labelNames: ["how"],
      registers,
    }),
    logSize: new Gauge({ name: "barker_key_log_size", help: "Leaves of the published key log", registers }),
    logPending: new Gauge({
      name: "barker_key_log_pending",
      help: "Updates that are not in the key log yet",
      registers,
    }),
    logAge: new Gauge({
      name: "barker_key_log_age_seconds",
      help: "Time since the newest checkpoint of the key log was published",
      registers,
    }),
    sequencing: new Histogram({
      name: "barker_key_log_sequencing_seconds",
      help: "Duration of a turn of the key log's sequencer, with its witnesses",
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 3],
      registers,
    }),
    reconciled: new Counter({
      name: "barker_reconciled_total",
      help: "Timelines compared with the graph",
      registers,
    }),
    drift: new Counter({
      name: "barker_drift_total",
      help: "Missing or surplus timeline entries that were repaired",
      labelNames: ["what"],
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
