"use client";

import { Side } from "@/components/site/side";
import { addressOf } from "@/lib/embeds/addresses";
import { writeSnippet } from "@/lib/embeds/snippets";
import type { Release } from "@/lib/embeds/snippets";
import { fill } from "@/lib/site/fill";
import { Copyable } from "./copyable";
import { FaceTabs, PANEL_ID, tabIdOf } from "./face-tabs";
import { Options } from "./options";
import { Policy } from "./policy";
import { Preview } from "./preview";
import { Problems } from "./problems";
import { CHOICES_OF, writeSettings } from "./settings";
import { useSettings } from "./use-settings";
import { Weight } from "./weight";
import { WordsProvider, useWords } from "./words";
import type { Words } from "./words";
import "./builder.css";

interface DeskProps {
  /** The site's address as the server knows it; the browser knows better. */
  readonly home: string | undefined;
  /** The author's name. */
  readonly name: string;
  /** BCP 47 tag of the site's language. */
  readonly language: string;
  /** Of the newest script of the element, compressed. */
  readonly scriptBytes: number;
  /** The last released script, where there is one. */
  readonly release: Release | undefined;
}

interface BuilderProps extends DeskProps {
  readonly words: Words;
}

/**
 * Builds what other pages show of the music. Without JavaScript it is the snippet of the frame: that goes
 * into any page, needs no script there, and what it shows is true when it is loaded.
 */
export function Builder({ words, ...props }: BuilderProps) {
  return (
    <WordsProvider value={words}>
      <Desk {...props} />
    </WordsProvider>
  );
}

function Desk({ home: given, name, language, scriptBytes, release }: DeskProps) {
  const words = useWords();
  const { home, settings, problems, change, isReady } = useSettings(given);
  const { face } = settings;
  const pinned = settings.script === "pinned" ? release : undefined;
  const query = writeSettings(settings).toString();
  const snippetWords = {
    picture: fill(words.picture, { name }),
    frame: fill(words.frame, { name }),
  };
  return (
    <>
      <Problems problems={problems} />
      <Side label={words.faces.label}>
        <FaceTabs chosen={face} onChoose={(face) => change("face", face)} />
        <noscript>
          <p className="bd-text">{words.withoutScript}</p>
        </noscript>
      </Side>
      <div role="tabpanel" id={PANEL_ID} aria-labelledby={`${tabIdOf(face)}-name`}>
        <Preview home={home} isLive={isReady} settings={settings} />
        {CHOICES_OF[face].length > 0 && (
          <Side label={words.options.label}>
            <Options
              settings={settings}
              change={change}
              hasRelease={release !== undefined}
              language={language}
            />
          </Side>
        )}
        {home !== undefined && (
          <>
            <Side label={words.snippet.label}>
              <Copyable
                name={words.snippet.name}
                text={writeSnippet(face, home, { ...settings, release: pinned }, snippetWords)}
                copy={words.snippet.copy}
                isFirst
              />
            </Side>
            <Side label={words.policy.label}>
              <p className="bd-text">{words.policy.text}</p>
              <Policy home={home} face={face} />
            </Side>
          </>
        )}
        {isReady && home !== undefined && (
          <Side label={words.weight.label}>
            <Weight
              home={home}
              settings={settings}
              scriptBytes={pinned?.gzipBytes ?? scriptBytes}
              language={language}
            />
          </Side>
        )}
      </div>
      {isReady && home !== undefined && (
        <Side label={words.link.label}>
          <Copyable
            name={words.link.name}
            text={`${addressOf(home, "/widget")}${query && `?${query}`}`}
            copy={words.link.copy}
          />
        </Side>
      )}
    </>
  );
}
