/** What the control page adds to paper and ink: a narrow column of what plays, a wide one of everything else. */
export const pageStyle = `
body { font-variant-numeric: tabular-nums }
header, main { max-inline-size: 80rem; margin-inline: auto; padding-inline: 1.25rem }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1.5rem; padding-block: 1.75rem 1.25rem; border-block-end: 3px solid var(--ink); max-inline-size: 77.5rem; padding-inline: 0; margin-inline: max(1.25rem, 50vw - 38.75rem) }
header h1 { font-size: clamp(1.75rem, 5vw, 2.75rem); margin: 0 }
header p { margin: 0; font-family: var(--text); color: var(--quiet) }
main { display: grid; gap: 2.5rem; padding-block: 1.75rem 4rem; grid-template-columns: minmax(0, 1fr) }
.heading { display: flex; justify-content: space-between; align-items: baseline }
.heading button { padding: .1rem .6rem; font-size: .875rem }
section h2 { font-size: 1.15rem; margin: 0 0 .75rem }
#cover { display: block; inline-size: 100%; max-inline-size: 300px; aspect-ratio: 1; border-radius: 4px; background: var(--well); object-fit: contain }
#cover[hidden] { display: block; visibility: hidden }
.art { inline-size: 100%; max-inline-size: 300px; background: var(--well); border-radius: 4px }
.words { block-size: 5.6rem; overflow: hidden; margin-block-start: 1rem }
#title { font: 800 1.5rem/1.15 var(--display); letter-spacing: -.02em; margin: 0 0 .25rem; overflow: hidden; overflow-wrap: anywhere; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical }
#by { margin: 0; font-family: var(--text); overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
#status { margin: 0 }
#position { inline-size: 100%; max-inline-size: 300px; accent-color: var(--accent); margin: .9rem 0 .2rem; block-size: 1.25rem; display: block }
.times { display: flex; justify-content: space-between; max-inline-size: 300px; font-size: .875rem; color: var(--quiet) }
.keys { display: flex; flex-wrap: wrap; gap: .4rem; margin-block: 1rem 0; max-inline-size: 300px }
.keys button { flex: 1 1 auto; padding-inline: .7rem }
button:disabled { color: var(--quiet); border-color: var(--rule); cursor: default; background: none }
ol { list-style: none; margin: 0; padding: 0; border-block-end: 1px solid var(--rule) }
li { border-block-start: 1px solid var(--rule) }
li button { display: grid; grid-template-columns: 2rem minmax(0, 1fr) auto; gap: .5rem; align-items: baseline; inline-size: 100%; border: 0; padding: .5rem .25rem; text-align: start; font-weight: 400 }
li .number { color: var(--quiet); font-size: .875rem }
li .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
li .name b { font-weight: 700 }
li .name span { font-family: var(--text); color: var(--quiet) }
li .name span::before { content: "  " ; white-space: pre }
li.oddity .name b { font-weight: 400; font-family: var(--text); font-style: italic }
li [aria-current] .number { color: var(--accent); font-weight: 700 }
li [aria-current] .name b { color: var(--accent) }
form { display: flex; flex-wrap: wrap; gap: .6rem .75rem; align-items: end; padding-block: .75rem; border-block-start: 1px solid var(--rule); margin: 0 }
form > strong { flex: 1; font-size: .95rem }
label { display: grid; gap: .2rem; font-size: .8rem; color: var(--quiet); min-inline-size: 0 }
label.wide { flex: 1 1 14rem }
input, select { font-size: 1rem; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); padding: .45rem .5rem; inline-size: 100%; min-inline-size: 0 }
label.short { inline-size: 6rem }
.force { margin: 0; font-family: var(--text); font-size: .95rem; color: var(--quiet) }
.force[data-on] { color: var(--accent); font-weight: 600 }
form[data-host] label.wide { flex: 0 0 100% }
form[data-host] { padding-block: .75rem 1rem }
form[data-host] label.short { flex: 1 1 5rem }
.apply { flex: 0 0 100%; display: flex; flex-wrap: wrap; gap: .5rem; margin: .25rem 0 0 }
#notice { position: sticky; inset-block-start: 0; background: var(--accent); color: var(--paper); margin: 0; padding: .5rem 1.25rem; z-index: 1 }
#notice[hidden] { display: none }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr)); gap: .75rem 1rem; margin: 0 }
dt { font-size: .8rem; color: var(--quiet) }
dd { margin: 0; font: 800 1.75rem/1 var(--display); letter-spacing: -.02em }
.log { overflow-x: auto; block-size: 18rem; overflow-y: auto; border-block: 1px solid var(--rule) }
table { border-collapse: collapse; inline-size: 100%; font-size: .875rem }
th { text-align: start; position: sticky; inset-block-start: 0; background: var(--paper) }
th, td { padding: .3rem .75rem .3rem 0; white-space: nowrap; text-align: start; border-block-end: 1px solid var(--rule) }
td:nth-child(2) { inline-size: 100%; max-inline-size: 0; min-inline-size: 12rem; overflow: hidden; text-overflow: ellipsis }
.pair { display: grid; gap: 2.5rem; align-content: start; grid-template-columns: minmax(0, 1fr) }
@media (min-width: 60rem) {
  main { grid-template-columns: 300px minmax(0, 1fr); column-gap: 3.5rem }
  .now { grid-row: span 2 }
  .now > div { position: sticky; inset-block-start: 2rem }
  .pair { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 3.5rem }
}
@media (forced-colors: active) { li [aria-current] .name b { text-decoration: underline } }
`;
