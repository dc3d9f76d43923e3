import { STORES } from "@/scripts/reliability/site/open-place";
import type { StoreKind } from "@/scripts/reliability/site/open-place";
import type { Cell } from "./cell";
import { liveThrough } from "./live-through";
import { TROUBLES } from "./troubles";
import type { Trouble } from "./troubles";

interface MatrixOptions {
  /** The standalone build's server.js. */
  readonly file: string;
  /** Sites that live at the same time. */
  readonly atOnce: number;
  /** What a busy machine may add to the patience of a visitor, in ms. */
  readonly slackMs: number;
  /** All of them, unless it picks. */
  readonly picks?: (trouble: Trouble, store: StoreKind) => boolean;
  readonly say: (line: string) => void;
}

/** Every trouble, in every situation, on every store. */
export async function measureMatrix(options: MatrixOptions): Promise<readonly Cell[]> {
  const { file, atOnce, slackMs, picks = () => true, say } = options;
  const orders = TROUBLES.flatMap((trouble) =>
    STORES.filter((store) => picks(trouble, store)).map((store) => ({ trouble, store })),
  );
  const cells: Cell[][] = [];
  let next = 0;
  async function work(): Promise<void> {
    for (let turn = next++; turn < orders.length; turn = next++) {
      const order = orders[turn];
      if (order === undefined) return;
      const lived = await liveThrough({ file, slackMs, ...order });
      cells[turn] = lived;
      for (const cell of lived.filter(({ problems }) => problems.length > 0)) say(describe(cell));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, () => work()));
  return cells.flat();
}

function describe({ host, trouble, situation, store, problems }: Cell): string {
  return `${host} ${trouble}, ${situation}, ${store}: ${problems.join(" ")}`;
}
