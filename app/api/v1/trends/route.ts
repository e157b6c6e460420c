export { GET } from "@/app/api/v1/trends/tags/route";
