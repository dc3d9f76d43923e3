/**
 * Those that gather text to train models, by the names under which they heed robots.txt. They are not those
 * that search, or that read on behalf of a person: their makers tell the two apart.
 *
 * @see https://github.com/ai-robots-txt/ai.robots.txt, which keeps the long list
 */
export const TRAINING_CRAWLERS = [
  // https://platform.openai.com/docs/bots
  "GPTBot",
  // https://support.claude.com/en/articles/8896518
  "ClaudeBot",
  // https://developers.google.com/search/docs/crawling-indexing/google-common-crawlers; its search is another
  "Google-Extended",
  // https://support.apple.com/en-us/119829; its search is another
  "Applebot-Extended",
  // https://developers.facebook.com/docs/sharing/webmasters/web-crawlers
  "meta-externalagent",
  // https://developer.amazon.com/amazonbot
  "Amazonbot",
  // https://commoncrawl.org/ccbot, on which most of the others are trained
  "CCBot",
  "Bytespider",
  "cohere-training-data-crawler",
];
