export { PICTURE_SIZE } from "@/lib/site/picture-size";
