/** The ground military: members of the Armed Forces and their relatives. */
import type { GoldenCase } from '../table.ts';

export const militaryCases: GoldenCase[] = [
  {
    id: 'V36',
    title: 'Parent of a former soldier with another discharge',
    asOf: '2021-06-15',
    with: { militaryService: { m1: { who: 'child', service: 'former', discharge: 'other' } } },
    expected: { lane: 'triage', priority: 'none' },
    why: 'A former member must have been honorably discharged.',
    cite: 'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 1 (military service members or immediate relatives)',
  },
  {
    id: 'N70',
    title: 'Sibling of a member, read as included',
    asOf: '2021-06-15',
    with: {
      militaryService: { m1: { who: 'sibling', service: 'current' } },
      readings: { 'military-relative': 'and-siblings' },
    },
    expected: {
      lane: 'own-motion',
      priority: 'none',
      grounds: ['military'],
      actions: ['dismiss'],
      dismissParagraph: '239.2(a)(7)',
    },
    why: "On the attorney's reading a sibling is an immediate relative.",
    cite: 'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 1 (military service members or immediate relatives)',
  },
  {
    id: 'N71',
    title: 'Grandchild of a member, read as not included',
    asOf: '2021-06-15',
    with: {
      militaryService: { m1: { who: 'other-relative', service: 'current' } },
      readings: { 'military-relative': 'and-siblings' },
    },
    expected: { lane: 'triage', priority: 'none' },
    why: 'That reading adds siblings and nobody else.',
    cite: 'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 1 (military service members or immediate relatives)',
  },
  {
    id: 'N169',
    title: 'Two grounds unknown, none true, priority true',
    asOf: '2021-06-15',
    with: {
      firstPresence: '2021-01-05',
      apprehension: { place: 'border', on: '2021-01-05', attemptingUnlawfulEntry: true },
      relief: { r1: { kind: 'tps', status: 'pending' } },
      militaryService: { m1: { who: 'self', service: 'former' } },
    },
    expected: {
      lane: 'needs-facts',
      priority: 'border-security',
      actions: ['continue'],
      needs: ['militaryService.m1.discharge', 'relief.r1.primaFacie'],
    },
    why: 'Either one alone, with the other settled as no, decides between supervisor and nothing.',
    cite: 'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 1 (military service members or immediate relatives); OPLA memo (May 27, 2021), Dismissal of Proceedings, category 2 (likely to be granted temporary or permanent relief)',
  },
  {
    id: 'W41',
    title: 'Brother formerly in the service, discharge not known',
    asOf: '2021-06-15',
    with: { militaryService: { m1: { who: 'sibling', service: 'former' } } },
    expected: {
      lane: 'needs-facts',
      priority: 'none',
      needs: ['militaryService.m1.discharge', 'readings.military-relative'],
    },
    why: 'Both the discharge and the open question about siblings must come out well; each can decide.',
    cite: 'OPLA memo (May 27, 2021), Dismissal of Proceedings, category 1 (military service members or immediate relatives)',
  },
];
