import { PostPicture } from "./post-picture";
import type { PostPictureProps } from "./post-picture";
import { print } from "./print";

/** What a post is recommended with, as a PNG. It asks nothing of any network. */
export function drawPostPicture(post: PostPictureProps): Promise<ArrayBuffer> {
  return print(<PostPicture {...post} />);
}
