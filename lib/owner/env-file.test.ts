import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nextEnv from "@next/env";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { updateEnvFile } from "./env-file";
import { editEnvText, readEnvText } from "./env-text";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liner-notes-env-"));
  // In a test @next/env passes .env.local over.
  path = join(folder, ".env");
});
afterEach(() => {
  nextEnv.resetEnv();
  rmSync(folder, { recursive: true, force: true });
});

const silent = { info: () => undefined, error: () => undefined };

/** What Next makes of the file. */
function load(): Record<string, string | undefined> {
  return nextEnv.loadEnvConfig(folder, false, silent, true).parsedEnv ?? {};
}

/** What the text of a file sets beside LN_VALUE. */
function others(source: string): [string, string][] {
  return [...readEnvText(source)].filter(([name]) => name !== "LN_VALUE");
}

const text = () => readFileSync(path, "utf8");
const mode = () => statSync(path).mode & 0o777;

describe("a value", () => {
  it.each([
    ["of Spotify's", "AQDk_x-9.Zz"],
    ["with dollars", "a$HOME${HOME}\\$b$"],
    ["with spaces at its ends", " a b "],
    ["with a hash", "a #b"],
    ["with every quote", `it's "so" \`so\``],
    ["that is a quote", '"'],
    ["of two lines", "a\nb\\"],
    ["with a carriage return", "a\r\nb"],
    ["with backslashes", "C:\\new\\"],
    ["that is empty", ""],
    ["with letters of everywhere", "ü…🎧\u2028'"],
  ])("%s is read back by Next as it was given", async (_, value) => {
    await updateEnvFile(path, { LN_VALUE: value, LN_NEXT: "next" });
    expect(load()).toMatchObject({ LN_VALUE: value, LN_NEXT: "next" });
  });

  it("leaves the file to its owner, also when root writes it", async () => {
    writeFileSync(path, "A=1\n");
    if (process.getuid?.() === 0) chownSync(path, 65_534, 65_534);
    const before = statSync(path);
    await updateEnvFile(path, { A: "2" });
    const { uid, gid, mode } = statSync(path);
    expect([uid, gid, mode & 0o777]).toEqual([before.uid, before.gid, 0o600]);
  });

  it("of any kind is read back by Next as it was given, or refused with nothing changed", () => {
    const piece = fc.oneof(
      fc.constantFrom(..."'\"`$#\\\n\r {}:-=x", "\\n", "$LN_OTHER", "${LN_OTHER:-y}", "\uFEFF"),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const anything = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    const line = fc.constantFrom(
      "LN_VALUE=old # why",
      "export LN_VALUE='o\nld'",
      "LN_VALUE=",
      "LN_OTHER='other'",
      "# LN_VALUE=comment",
      "LN_OPEN='open",
      "",
    );
    const property = fc.property(
      fc.array(line, { maxLength: 5 }),
      fc.constantFrom("\n", "\r\n"),
      anything,
      (lines, ending, value) => {
        const before = lines.join("\n").replaceAll("\n", ending);
        let after: string;
        try {
          after = editEnvText(before, { LN_VALUE: value });
        } catch (error) {
          // What no .env file can hold has more in it than any secret of ours.
          expect(value).toMatch(/[\0\r\n"'`#\\]|^\s|\s$|[\uD800-\uDFFF]/);
          expect(String(error)).toContain("LN_VALUE cannot be written");
          return;
        }
        writeFileSync(path, after);
        expect(load().LN_VALUE).toBe(value);
        expect(others(after)).toEqual(others(before));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it("of printable characters is never refused", () => {
    const printable = fc.string({ unit: fc.constantFrom(..."aZ9_-/+=.:%!&|;*?()[]{}<>~^,@$") });
    const property = fc.property(printable, (value) => {
      expect(readEnvText(editEnvText("", { A: value })).get("A")).toBe(
        value.replaceAll("$", "\\$"),
      );
    });
    fc.assert(property);
  });

  it("that no file can hold is refused, and never quoted", async () => {
    writeFileSync(path, "A=1\n");
    const update = updateEnvFile(path, { LN_VALUE: "secret\0" });
    await expect(update).rejects.toThrow(/^The value of LN_VALUE cannot be written/);
    await expect(update).rejects.not.toThrow(/secret/);
    expect(text()).toBe("A=1\n");
  });
});

describe("the rest of the file", () => {
  it("stays to the byte: comments, order, spaces and other variables", async () => {
    writeFileSync(
      path,
      "\uFEFF# mine\n\n  export A = 'old' # why\nB=${A}\n# A=comment\nA=last\t# kept\n\nC=3",
    );
    await updateEnvFile(path, { A: "new", D: "4", E: "5" });
    expect(text()).toBe(
      "\uFEFF# mine\n\n  export A = 'old' # why\nB=${A}\n# A=comment\nA=new\t# kept\n\nC=3\n\n# Written when the owner signed in with Spotify\nD=4\nE=5\n",
    );
  });

  it("keeps its line endings, also where they are mixed", async () => {
    writeFileSync(path, "A=1\r\nB=2\nC=3\r\n");
    await updateEnvFile(path, { B: "two", D: "4" });
    expect(text()).toBe(
      "A=1\r\nB=two\nC=3\r\n\r\n# Written when the owner signed in with Spotify\r\nD=4\r\n",
    );
  });

  it("gets what is new below what was new before", async () => {
    await updateEnvFile(path, { A: "1" });
    writeFileSync(path, `${text()}\nZ=26\n`);
    await updateEnvFile(path, { A: undefined, B: "2" });
    expect(text()).toBe("# Written when the owner signed in with Spotify\nB=2\n\nZ=26\n");
  });

  it("is filled in where it was copied from .env.example", async () => {
    writeFileSync(path, "# the app\nA=\nB=\n\n# 'more'\nC=\n");
    await updateEnvFile(path, { A: "1", C: "3" });
    expect(text()).toBe("# the app\nA=1\nB=\n\n# 'more'\nC=3\n");
  });

  it("loses every assignment of what is removed, those of several lines too", async () => {
    writeFileSync(path, "A=1\nexport B='one\ntwo' # note\nB=3\nC=4\n");
    await updateEnvFile(path, { B: undefined });
    expect(text()).toBe("A=1\nC=4\n");
    expect(load().B).toBeUndefined();
  });
});

describe("the file", () => {
  it("is made for its owner only, and is so afterwards whatever it was", async () => {
    await updateEnvFile(path, { A: "1" });
    expect(mode()).toBe(0o600);
    chmodSync(path, 0o644);
    await updateEnvFile(path, { A: "1" });
    expect(mode()).toBe(0o600);
    chmodSync(path, 0o666);
    await updateEnvFile(path, { A: "2" });
    expect(mode()).toBe(0o600);
  });

  it("is not made to remove something from it", async () => {
    await updateEnvFile(path, { A: undefined });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is followed where it is a link, also to what does not exist yet", async () => {
    const elsewhere = join(folder, "elsewhere");
    symlinkSync("elsewhere", path);
    await updateEnvFile(path, { A: "1" });
    await updateEnvFile(path, { B: "2" });
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readEnvText(readFileSync(elsewhere, "utf8")).get("B")).toBe("2");
    expect(statSync(elsewhere).mode & 0o777).toBe(0o600);
  });

  it("takes changes one after the other, and leaves no drafts", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `LN_${index}`);
    await Promise.all(names.map((name) => updateEnvFile(path, { [name]: name })));
    expect([...readEnvText(text()).keys()]).toEqual(names);
    expect(readdirSync(folder)).toEqual([".env"]);
  });

  it("that cannot be written is named, with what to do and without a value", async () => {
    const lost = updateEnvFile(join(folder, "none/.env"), { A: "value" });
    await expect(lost).rejects.toThrow(
      /cannot be written \(ENOENT\)\. Give this user .* set A there/,
    );
    await expect(lost).rejects.not.toThrow(/value/);
    mkdirSync(path);
    await expect(updateEnvFile(path, { A: "1" })).rejects.toThrow(/is not a file: move it away/);
  });

  it("that is no UTF-8 is left alone", async () => {
    const bytes = Buffer.from([0x41, 0x3d, 0xe9, 0x0a]);
    writeFileSync(path, bytes);
    await expect(updateEnvFile(path, { B: "1" })).rejects.toThrow(/save it as such/);
    expect(readFileSync(path)).toEqual(bytes);
  });
});
