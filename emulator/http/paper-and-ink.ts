/** The ground of the emulator's two pages: colours, type, buttons. */
export const paperAndInk = `
:root {
  color-scheme: light dark;
  --paper: #f6f1e7; --ink: #1d1a16; --quiet: #6b6358; --rule: #cfc6b5; --well: #ece5d6; --accent: #a8321a;
  --display: "Archivo", "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
  --text: "Source Serif 4", Charter, "Iowan Old Style", Georgia, "Liberation Serif", serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #191613; --ink: #ede5d6; --quiet: #a39a8a; --rule: #3d372f; --well: #23201b; --accent: #ee8a6c }
}
* { box-sizing: border-box }
html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100% }
body { margin: 0; font: 1rem/1.45 var(--display) }
h1, h2 { font-weight: 800; letter-spacing: -.03em; line-height: 1; text-wrap: balance }
.label { font: 600 .75rem/1.4 var(--display); letter-spacing: .08em; text-transform: uppercase; color: var(--quiet) }
button, input, select { font: inherit; color: inherit; border-radius: 0 }
button { cursor: pointer; background: none; border: 1px solid var(--ink); padding: .45rem .9rem; font-weight: 600 }
button:hover { background: var(--well) }
button.strong { background: var(--ink); color: var(--paper) }
button.strong:hover { background: var(--accent); border-color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
::selection { background: var(--accent); color: var(--paper) }
`;
