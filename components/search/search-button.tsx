import { searchStrings } from "@/lib/site/strings";
import { Opener } from "./opener";

/** The way to everything. Its words are given to it here, for no page to load all of the search's. */
export function SearchButton() {
  return <Opener>{searchStrings.button}</Opener>;
}
