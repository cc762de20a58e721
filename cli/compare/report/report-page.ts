/**
 * A comparison as one page that needs nothing else: no script, no font, no picture from anywhere. Its policy for content
 * lets a browser load nothing, whatever might slip in.
 */
import type { ComparedSide, Comparison } from '../../../shared/policy/compare/comparison.ts';
import { handlingLines, outcomeText, settingLines, statusText } from '../words.ts';
import { accountsPlot, accountTotals } from './accounts-plot.ts';
import { figure, type Plot } from './figure.ts';
import { flowPlot } from './flow-plot.ts';
import { grouped, type Markup, markup } from './markup.ts';
import { officesPlot } from './offices-plot.ts';
import { style } from './style.ts';
import { accountsTables, casesTables, matrixTable, officesTable, totalsTable } from './tables.ts';

function sideCard(name: string, side: ComparedSide, asOf: string): Markup {
  const settings = settingLines(side);
  const list = settings.map((line) => markup`<li>${line}</li>`);
  return markup`<section class="side"><h2>${name}: ${side.policy}</h2>
<p><strong>${statusText(side, asOf)}</strong></p>
<p>${side.title}. ${side.issuedBy}, ${side.issuedOn}.</p>
${settings.length === 0 ? undefined : markup`<p><strong>What-if, set for this comparison:</strong></p><ul>${list}</ul>`}
<p class="faint">Content hash, its beginning: <code>${side.contentHash.slice(0, 16)}</code></p></section>`;
}

function keyFigures({ cases, differing, restricted, updates }: Comparison): Markup {
  const figures: [string, number][] = [
    ['cases', cases],
    ['in the same lane', cases - differing],
    ['in another lane', differing],
    ['restricted cases', restricted],
    ['updates read', updates.read - updates.rejected],
    ['lines rejected', updates.rejected],
  ];
  return markup`<dl class="figures">${figures.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${grouped(value)}</dd></div>`)}</dl>`;
}

function plotted(plot: Plot, table: Markup, below?: Markup): Markup {
  return markup`<section><h2>${plot.title}</h2><div class="beside halves">${figure(plot)}${table}</div>${below}</section>`;
}

function accountsSection(comparison: Comparison): Markup {
  return plotted(accountsPlot(comparison), totalsTable(accountTotals(comparison)), accountsTables(comparison));
}

function casesSection({ changed }: Comparison): Markup | undefined {
  if (changed === undefined || changed.length === 0) return undefined;
  return markup`<section><h2>Cases in another lane</h2>${casesTables(changed)}</section>`;
}

function officesNote({ restricted, showsRestricted }: Comparison): Markup | undefined {
  if (restricted === 0 || showsRestricted) return undefined;
  return markup`<p class="faint">Restricted cases (${restricted}) stand in no list by office.</p>`;
}

const READING = markup`<p>A rule accounts for a case when the case stands where the other policy has it once that one finding is taken
from the other policy; where several are needed, all are named. The lane tables account for it when the findings do not:
then the row that decided under each policy is quoted. <em>Not known</em> is an answer of its own and never counts as no.</p>
<p>Lanes: <em>own-motion</em>, no priority and a ground; <em>supervisor</em>, a supervisor weighs it; <em>needs-facts</em>, it turns on a
missing fact; <em>triage</em>, a person looks; <em>none</em>, no flag. A lane is a suggestion to an attorney, who decides.</p>`;

export function reportPage(comparison: Comparison): string {
  const { a, b, asOf, differing, offices } = comparison;
  const title = `${a.policy} and ${b.policy} compared, as of ${asOf}`;
  const head = markup`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer"><title>${title}</title>`;
  const body = markup`<header>
<div class="handling" role="note" aria-label="Handling">${handlingLines(comparison).map((line) => markup`<p>${line}</p>`)}</div>
<h1>${a.policy === b.policy ? 'One policy, read in two ways' : 'Two policies, one docket'}</h1><p>${outcomeText(comparison)}</p>
<div class="sides">${sideCard('A', a, asOf)}${sideCard('B', b, asOf)}</div>${keyFigures(comparison)}</header>
<main>${plotted(flowPlot(comparison), matrixTable(comparison))}
${differing === 0 ? undefined : accountsSection(comparison)}
${offices.length === 0 ? undefined : plotted(officesPlot(comparison), officesTable(comparison), officesNote(comparison))}
${casesSection(comparison)}</main>
<footer>${READING}</footer>`;
  return `<!doctype html>\n<html lang="en"><head>${head.markup}<style>${style}</style></head>\n<body>${body.markup}</body></html>\n`;
}
