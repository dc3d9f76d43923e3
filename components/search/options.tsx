/* oxlint-disable jsx-a11y/prefer-tag-over-role -- native lists of options belong to fields of their own */
import { useEffect } from "react";
import type { Found } from "./create-search";
import type { Group } from "./list-groups";
import { Option } from "./option";

interface OptionsProps {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly Group[];
  readonly active: Found | undefined;
  readonly nameOption: (found: Found) => string;
  readonly onActive: (found: Found) => void;
  readonly onOpen: (found: Found) => void;
}

/** The list that a combobox leads. */
export function Options({ id, label, groups, active, nameOption, onActive, onOpen }: OptionsProps) {
  const activeName = active && nameOption(active);
  useEffect(() => {
    if (activeName) document.getElementById(activeName)?.scrollIntoView({ block: "nearest" });
  }, [activeName]);

  const setOption = (found: Found) => (
    <Option
      key={nameOption(found)}
      id={nameOption(found)}
      found={found}
      isActive={found === active}
      onActive={() => onActive(found)}
      onOpen={() => onOpen(found)}
    />
  );

  return (
    <div id={id} role="listbox" aria-label={label}>
      {groups.map(({ label, found }) =>
        label === undefined ? (
          found.map(setOption)
        ) : (
          <div key={label} role="group" aria-label={label}>
            <p className="se-label" aria-hidden>
              {label}
            </p>
            {found.map(setOption)}
          </div>
        ),
      )}
    </div>
  );
}
