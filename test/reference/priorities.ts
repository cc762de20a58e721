/** The priorities of opla-2021-05-27; national security, as the contract words it, stands here. */
import type { CalendarDate } from '../../events/dates.ts';
import type { Facts } from '../../events/facts.ts';
import type { Truth } from '../../shared/policy/classification.ts';
import { borderSecurity } from './border-security.ts';
import { ask, type Interview } from './interview.ts';
import { publicSafety } from './public-safety.ts';
import { checkIsValid, liveCharges, under } from './record.ts';

const SECURITY_CHARGES = ['212(a)(3)(A)', '212(a)(3)(B)', '212(a)(3)(F)', '237(a)(4)(A)', '237(a)(4)(B)'];
const SABOTAGE_EXCEPTION = '237(a)(4)(A)(ii)';

function nationalSecurity(of: Interview, facts: Facts, asOf: CalendarDate): Truth {
  const charged = liveCharges(facts).some(
    ([, code]) => SECURITY_CHARGES.some((section) => under(code, section)) && !under(code, SABOTAGE_EXCEPTION),
  );
  const activity = facts.nationalSecurity?.terrorismOrEspionage;
  const necessary = facts.nationalSecurity?.otherwiseNecessary;
  if (charged || activity === 'engaged' || activity === 'suspected' || necessary === true) return true;
  if (activity !== undefined && necessary !== undefined) return false;
  return checkIsValid(facts, asOf) ? false : ask(of, 'silence about national security', 'backgroundCheckedOn');
}

/** Keys stand in the order in which the elements are asked about. */
export function priorities(of: Interview, facts: Facts, asOf: CalendarDate) {
  return {
    'national-security': nationalSecurity(of, facts, asOf),
    'public-safety': publicSafety(of, facts, asOf),
    'border-security': borderSecurity(of, facts),
    other: facts.otherPriorityApproval !== undefined,
  };
}
