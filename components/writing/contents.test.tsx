// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Contents } from "./contents";

afterEach(cleanup);

const heading = (text: string) => ({ depth: 2 as const, id: text.toLowerCase(), text });

it("takes no id that a heading may have", () => {
  render(<Contents headings={["One", "Contents", "Coda"].map(heading)} />);
  expect(screen.getByRole("navigation").getAttribute("aria-labelledby")).not.toBe("");
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(ids).toHaveLength(1);
  expect(ids).not.toContain("contents");
});
