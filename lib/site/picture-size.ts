/** In px: what the pictures that pages are recommended with are shown at. */
export const PICTURE_SIZE = { width: 1200, height: 630 };
