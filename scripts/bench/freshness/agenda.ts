/** Who comes next: a binary heap of moments, each with a number that says whose it is. */
export interface Agenda {
  add(at: number, whose: number): void;
  /** Takes out the earliest moment; of several at once any. Undefined when none is left. */
  next(): { readonly at: number; readonly whose: number } | undefined;
}

interface Entry {
  readonly at: number;
  readonly whose: number;
}

export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  const timeOf = (index: number): number => heap[index]?.at ?? Infinity;

  function rise(entry: Entry, from: number): void {
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const other = heap[above];
      if (other === undefined || other.at <= entry.at) break;
      heap[index] = other;
      index = above;
    }
    heap[index] = entry;
  }

  function sink(entry: Entry): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const below = timeOf(left + 1) < timeOf(left) ? left + 1 : left;
      const other = heap[below];
      if (other === undefined || other.at >= entry.at) break;
      heap[index] = other;
      index = below;
    }
    heap[index] = entry;
  }

  return {
    add: (at, whose) => rise({ at, whose }, heap.length),
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) sink(last);
      return first;
    },
  };
}
