import type { Expression } from "./jsx-nodes";

type Program = NonNullable<NonNullable<Expression["data"]>["estree"]>;
type Syntax = Extract<Program["body"][number], { type: "ExpressionStatement" }>["expression"];

/** The grammar shares its objects with patterns, of which a value has none. */
type Pattern = Extract<
  Extract<Syntax, { type: "ObjectExpression" }>["properties"][number],
  { type: "Property" }
>["value"];

/** What JSON can say. */
export type Literal =
  string | number | boolean | null | readonly Literal[] | { readonly [name: string]: Literal };

/**
 * The value of an expression that only states one: `7`, `"a"`, `[1, 2]`, `{ a: 1 }`. Nothing is evaluated.
 *
 * @returns undefined where anything would have to be
 */
export function readLiteral(program: Program | null | undefined): Literal | undefined {
  const [statement, ...rest] = program?.body ?? [];
  if (statement?.type !== "ExpressionStatement" || rest.length > 0) return undefined;
  return read(statement.expression);
}

function read(node: Syntax | Pattern): Literal | undefined {
  if (node.type === "Literal") return readScalar(node.value);
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const value = read(node.argument);
    return typeof value === "number" ? -value : undefined;
  }
  if (node.type === "TemplateLiteral" && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? undefined;
  }
  if (node.type === "ArrayExpression") {
    const values = node.elements.map((element) =>
      element === null || element.type === "SpreadElement" ? undefined : read(element),
    );
    return values.every((value) => value !== undefined) ? values : undefined;
  }
  if (node.type !== "ObjectExpression") return undefined;
  const entries: [string, Literal][] = [];
  for (const property of node.properties) {
    if (property.type !== "Property" || property.computed || property.kind !== "init")
      return undefined;
    const { key } = property;
    const name =
      key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : undefined;
    const value = read(property.value);
    if (name === undefined || value === undefined) return undefined;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

function readScalar(value: unknown): Literal | undefined {
  const isScalar =
    typeof value === "string" ||
    (typeof value === "number" && Number.isFinite(value)) ||
    typeof value === "boolean" ||
    value === null;
  return isScalar ? value : undefined;
}
