import type { ReactNode } from "react";

interface FactsProps {
  readonly entries: readonly { readonly name: string; readonly value: ReactNode }[];
}

/** What is so, set as credits are. */
export function Facts({ entries }: FactsProps) {
  if (entries.length === 0) return null;
  return (
    <dl className="max-w-[38rem] font-sans text-[0.9375rem]">
      {entries.map(({ name, value }) => (
        <div key={name} className="grid grid-cols-[min(9rem,38%)_minmax(0,1fr)] gap-x-4 py-1">
          <dt className="text-muted">{name}</dt>
          <dd className="font-semibold wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
