import { quoteSetting, say } from "@/lib/telling/say";
import { ExplainedError } from "@/lib/telling/explained-error";
/** Opens the part of the file that the project has written. */
const HEADING = "# Written when the owner signed in with Spotify";

/**
 * The expression by which dotenv 16.3.1, and with it @next/env 16.4.5, finds assignments: a file is
 * changed only where it is read. The separator is a group of its own here.
 */
const ASSIGNMENT =
  /^\s*(?:export\s+)?([\w.-]+)(\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?$/dgm;

/** Values that mean the same to dotenv, to a shell and to a reader, without quotes. */
const PLAIN = /^[\w./:@%+,=-]*$/;

interface Assignment {
  readonly name: string;
  /** Without quotes; `$` stands as it is written. */
  readonly content: string;
  /** Where the assignment begins, and where its value begins and ends, in the text. */
  readonly start: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** The variables that the text of a .env file sets, before `$` is expanded; the last of each name counts. */
export function readEnvText(text: string): ReadonlyMap<string, string> {
  return new Map(findAssignments(unifyLines(text)).map(({ name, content }) => [name, content]));
}

/**
 * Sets (string) or removes (undefined) variables in the text of a .env file. The rest stays to the byte.
 *
 * @throws {Error} for a value that no .env file can hold
 */
export function editEnvText(
  text: string,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  let edited = text;
  for (const [name, value] of Object.entries(changes)) {
    edited = value === undefined ? remove(edited, name) : set(edited, name, value);
  }
  return edited;
}

function set(text: string, name: string, value: string): string {
  // What is escaped here is not expanded when it is read.
  const content = value.replaceAll("$", "\\$");
  const wanted = new Map([...readEnvText(text), [name, content]]);
  const isText = !value.includes("\0") && Buffer.from(value).toString() === value;
  const found = isText
    ? waysToWrite(content)
        .map((written) => place(text, name, written))
        .find((edited) => isSame(readEnvText(edited), wanted))
    : undefined;
  if (found !== undefined) return found;
  throw new ExplainedError(
    say`The value of ${quoteSetting(name)} cannot be written into a .env file. Set ${quoteSetting(name)} in the environment of the process instead.`,
  );
}

/** How a value may be written, the plainest first. Which of them is read back as it was depends on it. */
function waysToWrite(content: string): string[] {
  const escaped = content.replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  const double = `"${escaped}"`;
  const single = `'${content}'`;
  // A shell that reads the file would run what stands in double quotes.
  const quotes = /[`$]/.test(content) ? [single, double] : [double, single];
  const quoted = [...quotes, `\`${content}\``];
  return PLAIN.test(content) ? [content, ...quoted] : [...quoted, content];
}

/** Over the last assignment of that name; where there is none, at the end. */
function place(text: string, name: string, written: string): string {
  const last = findAssignments(unifyLines(text)).findLast((found) => found.name === name);
  if (last) return splice(text, last.valueStart, last.valueEnd, written);
  const unified = unifyLines(text);
  const line = `${name}=${written}\n`;
  const heading = unified.indexOf(`${HEADING}\n`);
  if (heading !== -1) {
    const paragraph = unified.indexOf("\n\n", heading);
    const end = paragraph === -1 ? unified.length : paragraph + 1;
    const isOpen = !unified.slice(0, end).endsWith("\n");
    return splice(text, end, end, `${isOpen ? "\n" : ""}${line}`);
  }
  const gap = unified === "" ? "" : unified.endsWith("\n") ? "\n" : "\n\n";
  return splice(text, unified.length, unified.length, `${gap}${HEADING}\n${line}`);
}

/** Every assignment of that name, with its lines: an earlier one would count again. */
function remove(text: string, name: string): string {
  const before = readEnvText(text);
  let edited = text;
  for (;;) {
    const unified = unifyLines(edited);
    const found = findAssignments(unified).find((assignment) => assignment.name === name);
    if (!found) break;
    const start = unified.lastIndexOf("\n", found.start - 1) + 1;
    const newline = unified.indexOf("\n", found.valueEnd);
    edited = splice(edited, start, newline === -1 ? unified.length : newline + 1, "");
  }
  const wanted = new Map([...before].filter(([other]) => other !== name));
  if (isSame(readEnvText(edited), wanted)) return edited;
  throw new ExplainedError(
    say`${quoteSetting(name)} cannot be taken out of the file without harm. Remove its line yourself.`,
  );
}

function findAssignments(unified: string): Assignment[] {
  return [...unified.matchAll(ASSIGNMENT)].map((match) => {
    const [whole, name = "", separator = "", value = ""] = match;
    const nameStart = match.indices?.[1]?.[0] ?? match.index;
    const content = value.trim();
    const indent = content === "" ? 0 : value.indexOf(content);
    const valueStart = nameStart + name.length + separator.length + indent;
    return {
      name,
      content: unquote(content),
      start: match.index + whole.length - whole.trimStart().length,
      valueStart,
      valueEnd: valueStart + content.length,
    };
  });
}

/** As dotenv does it. */
function unquote(value: string): string {
  const bare = value.replace(/^(['"`])([\s\S]*)\1$/gm, "$2");
  return value.startsWith('"') ? bare.replaceAll("\\n", "\n").replaceAll("\\r", "\r") : bare;
}

/** dotenv reads every line ending as one `\n`. */
function unifyLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Replaces a part, which is told by its place in the text with unified lines. */
function splice(text: string, start: number, end: number, part: string): string {
  const ending = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const [from, to] = [findPlace(text, start), findPlace(text, end)];
  return text.slice(0, from) + part.replaceAll("\n", ending) + text.slice(to);
}

function findPlace(text: string, unifiedPlace: number): number {
  let place = 0;
  for (let passed = 0; passed < unifiedPlace; passed++) {
    place += text.startsWith("\r\n", place) ? 2 : 1;
  }
  return place;
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, content]) => b.get(name) === content);
}
