export { Pictures } from "@/app/_features/pictures/pictures";
