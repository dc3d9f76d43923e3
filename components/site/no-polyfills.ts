/**
 * Takes the place of what Next mends in browsers of before 2024: those that show this site's colours have
 * all of it, from `Array.prototype.at` to `URL.canParse`, and every page would load it.
 */
export const polyfills = [];
