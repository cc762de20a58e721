/** How the report looks: on a screen, light or dark, wide or narrow, and on paper. No colour says good or bad. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1d2126; --faint: #5a6370; --line: #d5d9df; --wash: #f3f5f7;
  --move: #274c77; --on-move: #ffffff; --stay: #c9d0d8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --ink: #e6e9ed; --faint: #a3adba; --line: #39414b; --wash: #1f242a;
    --move: #8fb8de; --on-move: #10151b; --stay: #3d4752;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Liberation Sans", sans-serif; }
main, header, footer { max-width: 80rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1.25rem 0 0.25rem; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.75rem 0 0.25rem; }
p { margin: 0.4rem 0; max-width: 44rem; }
.faint, figcaption, caption, dt, footer { color: var(--faint); }
.handling { border: 2px solid var(--ink); padding: 0.6rem 0.9rem; font-size: 0.95rem; }
.handling p { max-width: none; margin: 0.15rem 0; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 1rem; margin: 1.25rem 0; }
.side { border-top: 3px solid var(--ink); background: var(--wash); padding: 0.75rem 1rem; overflow-wrap: anywhere; }
.side h2 { margin: 0; font-size: 1.1rem; }
.side p { margin: 0.25rem 0; }
.side ul { margin: 0.4rem 0 0; padding-left: 1.1rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.75rem 1rem; margin: 1.25rem 0 0; max-width: 66rem; }
.figures dt { font-size: 0.9rem; }
.figures dd { margin: 0; font-size: 1.7rem; font-variant-numeric: tabular-nums; line-height: 1.15; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem 2.5rem; margin-top: 1rem; align-items: start; }
figure { margin: 0; }
figcaption { font-size: 0.9rem; margin-top: 0.5rem; max-width: 42rem; }
svg { display: block; max-width: 100%; height: auto; font-size: 13px; }
svg text { fill: var(--ink); }
svg .heading { fill: var(--faint); }
svg .small { font-size: 10.5px; }
svg .number { font-variant-numeric: tabular-nums; font-weight: 600; }
svg .bar { fill: var(--move); }
svg .hollow { fill: var(--paper); stroke: var(--move); stroke-width: 1; }
svg .rule { stroke: var(--line); }
svg .same { fill: var(--stay); }
svg .moved { fill: var(--move); fill-opacity: 0.82; }
svg .edged { stroke: var(--paper); stroke-width: 0.75; }
svg .on-moved { fill: var(--on-move); font-weight: 600; font-size: 12px; }
svg.wide { display: none; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--move); outline-offset: 2px; }
table { border-collapse: collapse; font-size: 0.875rem; }
caption { text-align: left; padding-bottom: 0.4rem; }
th, td { padding: 0.28rem 0.55rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--faint); vertical-align: bottom; }
th[scope="row"] { font-weight: 600; white-space: nowrap; }
th[scope="colgroup"] { text-align: center; border-bottom: 1px solid var(--line); }
.count { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.count { background: color-mix(in srgb, var(--move) var(--heat, 0%), var(--paper)); }
td.stays { outline: 1.5px solid var(--faint); outline-offset: -3px; }
td.total { font-weight: 600; }
.after { border-right: 1px solid var(--line); }
tfoot th, tfoot td { border-bottom: 0; }
strong { color: var(--ink); }
section > .cards { margin-top: 1.75rem; }
.cards { columns: 24rem; column-gap: 2.5rem; }
.cards table { width: 100%; margin-bottom: 1.5rem; break-inside: avoid; }
details { margin: 0.5rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; }
footer { font-size: 0.9rem; margin-top: 3rem; padding-bottom: 2rem; }
footer p { max-width: 52rem; }
code { font-family: ui-monospace, "Liberation Mono", monospace; font-size: 0.9em; }
@media (min-width: 46rem) { svg.wide { display: block; } svg.narrow { display: none; } }
@media (min-width: 74rem) { .beside.halves { grid-template-columns: 35rem minmax(0, 1fr); } }
@media print {
  body { font-size: 10.5pt; }
  main, header, footer { max-width: none; padding: 0; }
  svg.wide { display: block; } svg.narrow { display: none; }
  svg, td, .side { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  figure, tr, .side, .handling { break-inside: avoid; }
  h2 { break-after: avoid; }
  .scroll { overflow: visible; }
}
`;
