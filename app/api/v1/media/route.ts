// The endpoint of older apps. Pictures are ready when the response is sent, so both versions are the same.
export { POST } from "@/app/api/v2/media/route";
