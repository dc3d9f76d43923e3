/** A post without its front matter, in which every line keeps its number. */
export function blankFrontMatter(text: string): string {
  return text.replace(/^---\n(?:[\s\S]*?\n)?---(?=\n|$)/, (matter) =>
    "\n".repeat(matter.split("\n").length - 1),
  );
}
