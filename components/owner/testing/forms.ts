import { screen } from "@testing-library/react";

/** Every button that is offered: its words, and where its form leads by which method. */
export function listOrders(): Readonly<Record<string, string>> {
  const buttons = screen.queryAllByRole<HTMLButtonElement>("button", { hidden: true });
  return Object.fromEntries(
    buttons
      .filter(({ form }) => form !== null)
      .map(({ textContent, form }) => [
        textContent,
        `${form?.method.toUpperCase()} ${form?.getAttribute("action")}`,
      ]),
  );
}
