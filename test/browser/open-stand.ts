/** Opens the stand and prints where: to look at the page while working on it. `node test/browser/open-stand.ts` */
import { people } from './stand/people.ts';
import { startStand } from './stand/stand.ts';

const stand = await startStand({ offices: 'all' });
console.log(`the page: ${stand.origin}`);
for (const { name, role, offices, protectedAccess } of Object.values(people)) {
  console.log(`  ${name}: ${role}, offices ${offices}${protectedAccess ? ', protected access' : ''}`);
}
console.log('Ctrl-C ends it');
await new Promise((resolve) => process.once('SIGINT', resolve));
for (const fault of stand.faults) console.error(fault);
await stand.stop();
