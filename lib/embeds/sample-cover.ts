/** Path of the sample's cover on the site. */
export const SAMPLE_COVER_PATH = "/embed/sample.svg";

/**
 * The cover of the music that previews show: drawn by us, for a sample can't have one of Spotify's. Three
 * bars, one for each Gymnopédie.
 */
export const SAMPLE_COVER =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 30 30"><path fill="#e9dcc3" d="M0 0h30v30H0z"/><path fill="#b4532a" d="M4 4h6v22H4z"/><path fill="#1c1a17" d="M12 10h6v16h-6z"/><path fill="#b4532a" d="M20 17h6v9h-6z"/></svg>';
