import { parseCardOptions, parseFaceOptions } from "@/lib/embeds/options";
import type { CardOptions, FaceOptions, OptionSource } from "@/lib/embeds/options";
import { FACES } from "@/lib/embeds/snippets";
import type { Face } from "@/lib/embeds/snippets";

/** Which script the element takes: the site's newest, or a released one by its hash. */
export const SCRIPTS = ["latest", "pinned"] as const;

/** All that can be chosen; what a face does not know is kept for those that do. */
export interface Settings extends FaceOptions, CardOptions {
  readonly face: Face;
  readonly script: (typeof SCRIPTS)[number];
  /** Of the page that a face without paper would stand on, as `#rrggbb`. */
  readonly background: string;
}

export type SettingName = keyof Settings;

/** Something in the address that was not understood. */
export interface Problem {
  readonly name: string;
  readonly value: string;
  readonly expected: string;
}

/** What each face can be asked. */
export const CHOICES_OF: Readonly<Record<Face, readonly SettingName[]>> = {
  iframe: ["theme", "size", "ground", "preview"],
  element: ["theme", "size", "ground", "preview", "script"],
  markdown: ["theme", "width", "preview"],
  picture: ["width", "preview"],
  image: ["theme", "width", "preview"],
  badge: [],
  oembed: [],
  react: [],
};

/** Whether a face is asked to stand on the page's own ground. */
export function isBare({ face, ground }: Settings): boolean {
  return ground === "transparent" && CHOICES_OF[face].includes("ground");
}

/**
 * Reads the settings of the page's own address.
 *
 * @param expectedBackground what a colour should have been, in words
 */
export function readSettings(
  source: OptionSource,
  expectedBackground: string,
): { settings: Settings; problems: Problem[] } {
  const problems: { name: string; expected: string }[] = [];

  function choose<T extends string>(name: string, values: readonly [T, ...T[]]): T {
    const text = source.get(name);
    const value = values.find((value) => value === text);
    if (text !== null && value === undefined) problems.push({ name, expected: values.join(", ") });
    return value ?? values[0];
  }

  const face = choose("face", FACES);
  const frame = parseFaceOptions(source);
  // The rest of a picture's options is the frame's.
  const picture = parseCardOptions({ get: (name) => (name === "width" ? source.get(name) : null) });
  problems.push(...frame.problems, ...picture.problems);
  const script = choose("script", SCRIPTS);
  const digits = source.get("background") ?? USUAL_BACKGROUND;
  const isColour = /^[\da-f]{6}$/i.test(digits);
  if (!isColour) problems.push({ name: "background", expected: expectedBackground });
  return {
    settings: {
      face,
      ...frame.options,
      width: picture.options.width,
      script,
      background: `#${(isColour ? digits : USUAL_BACKGROUND).toLowerCase()}`,
    },
    problems: problems.map(({ name, expected }) => ({
      name,
      value: source.get(name) ?? "",
      expected,
    })),
  };
}

const USUAL_BACKGROUND = "ffffff";

/** The settings of a page that is asked for nothing. */
export const USUAL: Settings = readSettings(new URLSearchParams(), "").settings;

/** The settings as a query, of what is not as it is anyway. */
export function writeSettings(settings: Settings): URLSearchParams {
  const usual = new Map<string, unknown>(Object.entries(USUAL));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined || value === usual.get(name)) continue;
    // A number sign would begin the address's fragment.
    query.set(name, String(value).replace("#", ""));
  }
  return query;
}
