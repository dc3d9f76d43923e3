import {
  builderStrings as builderContent,
  embedStrings as embedContent,
  listeningStrings as listeningContent,
  machineStrings as machineContent,
  nowPlayingStrings as nowPlayingContent,
  strings as content,
  ownerStrings as ownerContent,
  searchStrings as searchContent,
  writingStrings as writingContent,
} from "@/content/strings";

/** The words of the interface. */
export const strings = content;

/** The words of the footer. */
export const nowPlayingStrings = nowPlayingContent;

/** The words of the page about the music. */
export const listeningStrings = listeningContent;

/** The words around the posts. */
export const writingStrings = writingContent;

/** The words that only machines read, and what they show of them. */
export const machineStrings = machineContent;

/** The words of the search. */
export const searchStrings = searchContent;

/** The words of the owner's page. */
export const ownerStrings = ownerContent;

/** The words that only other sites show. */
export const embedStrings = embedContent;

/** The words of the builder of embeds. */
export const builderStrings = builderContent;
