import type { IncomingMessage, Server as HttpServer, ServerResponse } from "node:http";
import { SpanKind } from "@opentelemetry/api";
import { Server } from "socket.io";
import type { WakeUp } from "@/lib/delivery/schema";
import { refuseHandshake } from "@/lib/http/handshake";
import { log } from "@/lib/log";
import { SignOutMessage } from "@/lib/realtime/schema";
import type { AnnouncementEvent, ClientToServer, ServerToClient } from "@/lib/realtime/events";
import { mayConnect } from "@/lib/realtime/rules";
import { channels } from "@/lib/redis/keys";
import { connectRedis } from "@/lib/redis/tcp";
import { spreadOver } from "@/lib/shutdown";
import { MINUTE_MS } from "@/lib/time";
import { traced } from "@/lib/tracing";
import { isWithinConnectLimit, identify } from "@/sidecar/gateway/admission";
import { AnnouncementRelay } from "@/sidecar/gateway/announcement-relay";
import { Broadcasts } from "@/sidecar/gateway/broadcasts";
import { LiveSocket, type Admission, type BarkerSocket } from "@/sidecar/gateway/live-socket";
import { Presence } from "@/sidecar/gateway/presence";
import { SocketServer } from "@/sidecar/gateway/socket-server";
import { Streaming } from "@/sidecar/gateway/streaming/streaming";
import { BarkWatchers } from "@/sidecar/gateway/watching";

const REFRESH_MS = 30_000;
const RECHECK_MS = 5 * MINUTE_MS;

interface Gateway {
  /** Answers a request for live events over HTTP. @returns false when it is none */
  answer(incoming: IncomingMessage, outgoing: ServerResponse): boolean;
  stop(ms?: number): Promise<void>;
}

/**
 * Starts a gateway, which serves live events: to Barker's own clients by Socket.IO, to Mastodon's by their streaming
 * API. Any number of gateways may run.
 */
export function startGateway(server: HttpServer, name: string): Gateway {
  const presence = new Presence(name);
  const subscriber = connectRedis();
  subscriber.on("error", () => undefined);
  const broadcasts = new Broadcasts(subscriber);
  const announcements = new AnnouncementRelay(presence);
  const streaming = new Streaming(presence, broadcasts);
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, Admission>(server, {
    path: "/socket.io",
    transports: ["websocket"],
    allowUpgrades: false,
    // Upgrades on other paths are Mastodon's, or refused below.
    destroyUpgrade: false,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    maxHttpBufferSize: 100_000,
    wsEngine: SocketServer,
    allowRequest: (request, decide) => decide(null, isWithinConnectLimit(request)),
  });

  io.use(async (socket, next) => {
    try {
      const identity = await identify(socket.handshake.auth["token"], socket.request);
      if (!identity) return next(new Error("unauthorized"));
      if (!mayConnect(identity)) return next(new Error("insufficient_scope"));
      socket.data.identity = identity;
      socket.data.cookie = socket.request.headers.cookie ?? null;
      next();
    } catch (error) {
      // Clients give up after a refused handshake, but retry after a dropped transport.
      log().debug({ err: error }, "handshake postponed");
      socket.conn.close();
    }
  });

  io.on("connection", onConnection);
  server.on("upgrade", (incoming, socket, head) => {
    if (incoming.url?.startsWith("/socket.io") || streaming.upgrade(incoming, socket, head)) return;
    refuseHandshake(socket, "404 Not Found");
  });

  function onConnection(socket: BarkerSocket): void {
    const { identity } = socket.data;
    if (identity.by === "app") return void socket.disconnect(true);
    const personId = identity.viewer.id;
    // Added before Redis knows of it, so that no event is missed and a socket that closes now does not unregister it.
    const live = new LiveSocket(socket, personId, presence.register(personId));
    presence.add(live);
    socket.on("disconnect", () => {
      presence.remove(live);
      watching.remove(live);
    });
    socket.on("watch", (ids, done) => inBackground(watching.watch(live, ids).then(() => acknowledge(done))));
    socket.on("unwatch", (ids, done) => inBackground(watching.unwatch(live, ids).then(() => acknowledge(done))));
    if (!socket.connected) presence.remove(live);
    // Otherwise the handshake's request and headers stay in memory as long as the socket.
    Object.assign(socket.conn, { request: null });
  }

  /** The span ends when the event is in the queue of each device. */
  const wake = (wakeUp: WakeUp) =>
    traced("live event", { kind: SpanKind.CONSUMER, from: wakeUp.event ?? {} }, async () => presence.wake(wakeUp));

  const watching = new BarkWatchers(subscriber);
  subscriber.on("message", (channel, message) => {
    if (watching.handleMessage(channel, message) || broadcasts.handleMessage(channel, message)) return;
    if (channel === channels.signedOut) presence.signOut(SignOutMessage.parse(JSON.parse(message)));
    else if (channel === channels.announcements)
      inBackground(announcements.handle(JSON.parse(message) as AnnouncementEvent));
    else if (channel === channels.epoch) inBackground(presence.refresh());
    else void wake(JSON.parse(message) as WakeUp);
  });
  // Wake-ups are lost while the connection is down; refresh reads the missed events from the streams.
  subscriber.on(
    "ready",
    () => void subscribe().catch((error: unknown) => log().warn({ err: error }, "subscription failed")),
  );
  async function subscribe(): Promise<void> {
    const open = [...watching.channels(), ...broadcasts.resume()];
    const always = [channels.gateway(name), channels.signedOut, channels.epoch, channels.announcements];
    await subscriber.subscribe(...always, ...open);
    await presence.refresh();
  }

  const inBackground = (work: Promise<void>) =>
    void work.catch((error: unknown) => log().debug({ err: error }, "postponed"));
  const timers = [
    setInterval(() => inBackground(presence.refresh()), REFRESH_MS),
    setInterval(() => inBackground(presence.recheck()), RECHECK_MS),
  ];

  return {
    answer: (incoming, outgoing) => streaming.answer(incoming, outgoing),
    async stop(ms = 0) {
      timers.forEach(clearInterval);
      // Accept no more sockets, then disconnect: web processes and clients go on to the next gateway.
      server.close();
      await spreadOver(presence.connections(), ms, (connection) => connection.drop());
      streaming.stop();
      announcements.stop();
      await io.close();
      subscriber.disconnect();
    },
  };
}

/** Calls a client's acknowledgement callback, which may be anything that the client sent. */
function acknowledge(done: unknown): void {
  if (typeof done === "function") done("ok");
}
