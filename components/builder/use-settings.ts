import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { USUAL, readSettings, writeSettings } from "./settings";
import type { SettingName, Settings } from "./settings";
import { useWords } from "./words";

/** Browsers refuse more than a hundred changes of the address in half a minute: a slider makes more. */
const HOLD_MS = 150;

/**
 * What is chosen, which the page's own address holds. The server does not know it: the page begins with the
 * usual, and with the address that it was given.
 *
 * @param given the site's address as the server knows it
 */
export function useSettings(given: string | undefined) {
  const { expectedBackground } = useWords().options;
  const [chosen, setChosen] = useState<Partial<Settings>>({});
  const href = useSyncExternalStore(neverTells, readAddress, knowsNone);

  const { home, settings, problems } = useMemo(() => {
    if (href === undefined) return { home: given, settings: USUAL, problems: [] };
    const query = new URL(href).searchParams;
    const asked = readSettings(query, expectedBackground);
    return {
      home: new URL(".", href).href,
      settings: { ...asked.settings, ...chosen },
      problems: asked.problems.filter(({ name }) => !Object.hasOwn(chosen, name)),
    };
  }, [given, href, chosen, expectedBackground]);

  useEffect(() => {
    if (Object.keys(chosen).length === 0) return;
    // What was not understood stays until it is chosen anew.
    const kept = problems.map(({ name, value }): [string, string] => [name, value]);
    const query = new URLSearchParams([...writeSettings(settings), ...kept]).toString();
    const timer = setTimeout(() => {
      history.replaceState(null, "", `${location.pathname}${query && `?${query}`}`);
    }, HOLD_MS);
    return () => clearTimeout(timer);
  }, [chosen, settings, problems]);

  function change<K extends SettingName>(name: K, value: Settings[K]): void {
    setChosen((chosen) => ({ ...chosen, [name]: value }));
  }

  return { home, settings, problems, change, isReady: href !== undefined };
}

export type Change = ReturnType<typeof useSettings>["change"];

const readAddress = () => location.href;
const knowsNone = () => undefined;
/** The address changes by what is chosen alone. */
const neverTells = () => () => undefined;
