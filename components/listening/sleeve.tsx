"use client";

import { useState } from "react";

interface SleeveProps {
  /** Absent while nothing is known, and where an item has no cover: the sleeve is blank then. */
  readonly art?: string | undefined;
}

/** The place of the cover, there before it is: uncropped whatever its shape, and nothing over it. */
export function Sleeve({ art }: SleeveProps) {
  const [image, setImage] = useState<"awaited" | "seen" | "broken">("awaited");
  const hasImage = art !== undefined && image !== "broken";
  return (
    <div className="ls-sleeve" data-blank={!hasImage || image !== "seen" ? "" : undefined}>
      {hasImage && (
        // Spotify's own file, sent by Spotify: an optimiser would copy and alter it.
        // oxlint-disable-next-line nextjs/no-img-element
        <img
          src={art}
          alt=""
          decoding="async"
          onLoad={() => setImage("seen")}
          onError={() => setImage("broken")}
        />
      )}
    </div>
  );
}
