import { useEffect, useState, useSyncExternalStore } from "react";
import { writeQuery } from "./write-query";

/** Browsers refuse more than a hundred changes of the address in half a minute. */
const HOLD_MS = 200;

/** What is looked for, which the page's own address holds as `?q=`. */
export function useQuery() {
  const asked = useSyncExternalStore(neverTells, readQuery, knowsNone);
  const [typed, setTyped] = useState<string>();

  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(() => {
      history.replaceState(null, "", `${location.pathname}${writeQuery(typed)}`);
    }, HOLD_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  return { query: typed ?? asked, change: setTyped };
}

const readQuery = () => new URLSearchParams(location.search).get("q") ?? "";
const knowsNone = () => "";
/** The address changes by what is typed alone. */
const neverTells = () => () => undefined;
