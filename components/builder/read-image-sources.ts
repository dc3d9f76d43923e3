/** The hosts of covers that a policy of our own names beside the site itself. */
export function readImageSources(policy: string): string[] {
  const directive = policy.split(";").map((part) => part.trim().split(/\s+/));
  const [, ...sources] = directive.find(([name]) => name === "img-src") ?? [];
  return sources.filter((source) => !source.startsWith("'"));
}
