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
  const sources = art === artSmall ? undefined : `${artSmall} 64w, ${art} 300w`;
  return (
    <span className="np-cover">
      {/* Spotify's own files, sent by Spotify: an optimiser would copy and alter them. */}
      {/* oxlint-disable-next-line nextjs/no-img-element */}
      <img
        src={artSmall}
        srcSet={sources}
        sizes="48px"
        alt=""
        decoding="async"
        onError={() => setBroken(true)}
      />
    </span>
  );
}
