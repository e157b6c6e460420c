import { withoutStoreBudget } from "@/lib/store-timeout";

const streamed = new WeakSet<Response>();

/** A streamed response; it ends when the client disconnects. */
export function streamResponse(pieces: AsyncGenerator<Uint8Array>, headers: Record<string, string>): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await withoutStoreBudget(() => pieces.next());
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  const response = new Response(body, { headers });
  streamed.add(response);
  return response;
}

/** Whether a response must be passed on piece by piece, because its length is unknown. */
export function isStreamed(response: Response): boolean {
  return streamed.has(response);
}
