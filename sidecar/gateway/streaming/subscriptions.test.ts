import { expect, it } from "vitest";
import { streamOfPath } from "@/sidecar/gateway/streaming/subscriptions";

const NONE = new URLSearchParams();

it.each([
  ["/api/v1/streaming", ""],
  ["/api/v1/streaming/", ""],
  ["/api/v1/streaming/user/notification", "user:notification"],
  ["/api/v1/streaming/public/local/", "public:local"],
  ["/api/v1/streamings", null],
  ["/socket.io", null],
])("the path %s names the stream %j", (path, stream) => {
  expect(streamOfPath(path, NONE)).toBe(stream);
});

it("a path that is longer than any stream's is of none, and is not examined", () => {
  const started = performance.now();
  expect(streamOfPath(`/api/v1/streaming/${"/".repeat(500_000)}x`, NONE)).toBe(null);
  expect(streamOfPath(`/api/v1/streaming/${"x".repeat(90)}`, NONE)).toBe(null);
  expect(performance.now() - started).toBeLessThan(500);
});
