import { fill } from "@/lib/site/fill";
import { ownerStrings } from "@/lib/site/strings";

const words = ownerStrings.calls;

/** Where the bars stand and how high the highest is, in px. */
const BASE = 76;
const HIGHEST = 60;

/** Of the room of an hour, what its bar takes. */
const FILLED = 0.5;

/** Calls in each of the last hours, as a row of bars; the highest bears its figure. */
export function CallsPlot({ hours }: { readonly hours: readonly number[] }) {
  const most = Math.max(1, ...hours);
  const room = 100 / Math.max(1, hours.length);
  const peak = hours.indexOf(most);
  return (
    <figure className="mt-6">
      <figcaption className="sr-only">{fill(words.plot, { hours: hours.join(", ") })}</figcaption>
      <svg aria-hidden="true" className="block h-20 w-full overflow-visible">
        {hours.map((calls, index) => {
          const height = (HIGHEST * calls) / most;
          return (
            <rect
              // Each hour has its place, and keeps it.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              x={`${index * room}%`}
              y={BASE - height}
              width={`${room * FILLED}%`}
              height={height}
              className="fill-current"
            />
          );
        })}
        <rect y={BASE} width="100%" height="1" className="fill-current" />
        {peak >= 0 && (
          <text
            x={`${(peak + FILLED / 2) * room}%`}
            y={BASE - HIGHEST - 5}
            textAnchor="middle"
            className="fill-current font-sans text-[0.75rem] font-semibold tabular-nums"
          >
            {most}
          </text>
        )}
      </svg>
      <div
        aria-hidden="true"
        className="flex justify-between pt-1 font-sans text-[0.75rem] text-muted"
      >
        <span>{words.from}</span>
        <span>{words.to}</span>
      </div>
    </figure>
  );
}
