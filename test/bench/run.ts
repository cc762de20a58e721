/** `npm run bench`: measures the product's own functions against JSON.parse and against other rules engines. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measure } from './measure.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '60' },
    updates: { type: 'string', default: '200' },
    'agree-on': { type: 'string', default: '20000' },
    'turn-millis': { type: 'string', default: '4' },
  },
});

const progress = process.stderr.isTTY
  ? (done: number, of: number) => process.stderr.write(`\r${done === of ? ' '.repeat(24) : `round ${done} of ${of}`}\r`)
  : () => {};

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
await measure({
  seed: 8,
  updates: Number(values.updates),
  agreeOn: Number(values['agree-on']),
  warmUps: Math.ceil(Number(values.rounds) / 6),
  rounds: Number(values.rounds),
  turnMillis: Number(values['turn-millis']),
  onRound: progress,
  print: (text) => console.log(text),
});
