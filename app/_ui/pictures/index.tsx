export { Pictures } from "@/app/_ui/pictures/pictures";
