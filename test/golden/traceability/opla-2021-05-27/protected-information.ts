/** What protects information on victims, witnesses and asylum seekers, and what became of each statement. */
import type { TextItem } from '../../../../shared/policy/document/text-item.ts';

export const protectedInformationItems: readonly TextItem[] = [
  {
    id: '5.1',
    says: '8 U.S.C. 1367(a)(1): no adverse finding on information furnished solely by an abuser or trafficker.',
    known: 'unverified',
    rules: [],
    through: ['notice restricted'],
    cases: [],
    note: 'Holds for every priority, so no single rule says it: what only such a source asserts reads as absent there. It can raise a ground.',
  },
  {
    id: '5.2',
    says: 'Unless the person was convicted of a crime listed in INA 237(a)(2).',
    known: 'unverified',
    rules: [],
    cases: [],
    note: "The exception is not used: the conviction itself comes from a record, and the program never relies on the abuser's word.",
  },
  {
    id: '5.3',
    says: '8 U.S.C. 1367(a)(2): nothing relating to a VAWA, T or U beneficiary may be disclosed, existence included, save to sworn officers with a legitimate purpose.',
    known: 'unverified',
    rules: [],
    through: ['notice restricted'],
    cases: ['V47', 'V48', 'V49', 'W63', 'W64'],
    note: 'A matter of who may see an answer and not of the answer. Restricted cases have queues of their own.',
  },
  {
    id: '5.4',
    says: '8 CFR 208.6 protects asylum information the same way, down to a reasonable inference.',
    known: 'unverified',
    rules: [],
    cases: [],
    note: 'A matter of where information may stand and not of the answer. An asylum request by itself does not make a case restricted.',
  },
  {
    id: '5.5',
    says: 'The mark only rises, and only a named role clears it, with a reason.',
    known: 'unverified',
    rules: [],
    through: ['notice restricted'],
    cases: ['W63'],
    note: 'A matter of how facts are kept: any mark stands until the review clears it.',
  },
];
