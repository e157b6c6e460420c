// Older apps send their pictures here. Ours are ready when the answer goes out, so it is the same.
export { POST } from "@/app/api/v2/media/route";
