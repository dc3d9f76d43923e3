/**
 * Takes the place of what Next sets its own last page with, where not even the shell can be shown. Its
 * styles stand in attributes, which the content security policy forbids, and every page would load them.
 */
export const errorStyles = {};

export const errorThemeCss = "";

export function WarningIcon() {
  return null;
}
