/** Stands in for the `cn` of the app's own `@/lib/utils`, which the item does not bring. */
export function cn(...classes: readonly (string | undefined)[]): string {
  return classes.filter(Boolean).join(" ");
}
