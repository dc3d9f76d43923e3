"use client";

import { useState } from "react";

interface CoverProps {
  readonly art: string;
  readonly artSmall: string;
}

/** The cover in its original form: uncropped whatever its shape, and nothing over it. */
export function Cover({ art, artSmall }: CoverProps) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return null;
  return (
    <span className="me-3 grid size-14 shrink-0 place-items-center">
      {/* Spotify's own files, sent by Spotify: an optimiser would copy and alter them. */}
      {/* eslint-disable-next-line @next/next/no-img-element */}
      <img
        className="max-h-full max-w-full rounded-[4px]"
        src={artSmall}
        srcSet={art === artSmall ? undefined : `${artSmall} 64w, ${art} 300w`}
        sizes="56px"
        alt=""
        decoding="async"
        onError={() => setBroken(true)}
      />
    </span>
  );
}
