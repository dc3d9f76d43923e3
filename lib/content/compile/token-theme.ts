import type { ThemeRegistrationRaw } from "shiki/core";

/** What is told apart in code. Paper and ink have room for few. */
export type TokenKind =
  "comment" | "constant" | "deleted" | "function" | "inserted" | "keyword" | "string" | "tag";

/** https://macromates.com/manual/en/language_grammars#naming-conventions */
const SCOPES: readonly (readonly [TokenKind | "plain", readonly string[]])[] = [
  ["comment", ["comment", "punctuation.definition.comment"]],
  ["string", ["string", "punctuation.definition.string", "constant.character.escape"]],
  ["plain", ["meta.template.expression", "meta.embedded", "string.unquoted"]],
  [
    "constant",
    [
      "constant.numeric",
      "constant.language",
      "support.constant",
      "constant.other",
      "keyword.other.unit",
    ],
  ],
  [
    "keyword",
    [
      "keyword",
      "storage.type",
      "storage.modifier",
      "variable.language",
      "keyword.operator.new",
      "keyword.operator.expression",
      "keyword.operator.logical.python",
    ],
  ],
  ["plain", ["keyword.operator", "storage.type.function.arrow", "keyword.operator.assignment"]],
  ["function", ["entity.name.function", "support.function", "meta.function-call.generic.python"]],
  [
    "tag",
    [
      "entity.name.tag",
      "support.type.property-name",
      "meta.object-literal.key.json",
      "entity.other.attribute-name.class.css",
    ],
  ],
  ["inserted", ["markup.inserted", "punctuation.definition.inserted"]],
  ["deleted", ["markup.deleted", "punctuation.definition.deleted"]],
];

const KINDS = [...new Set(SCOPES.map(([kind]) => kind))];

/** Themes can only name colours, so each kind is one. */
const toColour = (kind: TokenKind | "plain") => `#0000${10 + KINDS.indexOf(kind)}`;

/** @returns undefined for what is set as plain text */
export function readKind(colour: string | undefined): TokenKind | undefined {
  const kind = KINDS.find((candidate) => toColour(candidate) === colour?.toLowerCase());
  return kind === "plain" ? undefined : kind;
}

export const TOKEN_THEME: ThemeRegistrationRaw = {
  name: "kinds",
  type: "light",
  fg: toColour("plain"),
  bg: "#ffffff",
  settings: SCOPES.map(([kind, scope]) => ({
    scope: [...scope],
    settings: { foreground: toColour(kind) },
  })),
};
