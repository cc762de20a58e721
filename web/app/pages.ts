/** Which component shows which place. Each area is a chunk of its own, loaded when it is first opened. */
import type { ComponentType } from 'preact';
import type { PageName } from './place.ts';
import type { PageProps } from './ports.ts';

export const pages: { readonly [Name in PageName]: () => Promise<ComponentType<PageProps<Name>>> } = {
  queue: () => import('../queue/queue-page.tsx').then(({ QueuePage }) => QueuePage),
  claims: () => import('../claims/claims-page.tsx').then(({ ClaimsPage }) => ClaimsPage),
  case: () => import('../case/case-page.tsx').then(({ CasePage }) => CasePage),
  blind: () => import('../blind/blind-page.tsx').then(({ BlindPage }) => BlindPage),
  summary: () => import('../summary/summary-page.tsx').then(({ SummaryPage }) => SummaryPage),
  samples: () => import('../samples/samples-page.tsx').then(({ SamplesPage }) => SamplesPage),
  policy: () => import('../policy/policy-page.tsx').then(({ PolicyPage }) => PolicyPage),
};
