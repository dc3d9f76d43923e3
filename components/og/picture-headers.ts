/** Of what is drawn when the site is built: it changes with a build only, and other sites may show it. */
export const PICTURE_HEADERS = {
  "cache-control": "public, max-age=86400",
  "content-type": "image/png",
  "cross-origin-resource-policy": "cross-origin",
  "x-content-type-options": "nosniff",
};
