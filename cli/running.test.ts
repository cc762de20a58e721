import { describe, expect, it } from 'vitest';
import { type RunningPorts, readRunning } from './running.ts';

const stack = {
  region: 'us-east-1',
  queueUrl: 'http://127.0.0.1:4100/000000000000/docket-updates',
  sqsEndpoint: 'http://127.0.0.1:4100',
  dynamodbEndpoint: 'http://127.0.0.1:4101',
  secretsEndpoint: 'http://127.0.0.1:4102',
  pageUrl: 'http://127.0.0.1:8021/',
  issuerUrl: 'http://127.0.0.1:8022',
  caseTableName: 'cases',
  quarantineTableName: 'quarantine',
  caseKeySecretId: 'case-keys',
  instrumentId: 'opla-2021-05-27',
  queueShards: 4,
  pid: 4711,
};

const nothingRuns = {
  kind: 'refused',
  message: 'nothing is running here: start it with "npm start" in another terminal',
};

function ports(text: string, isAlive = true): RunningPorts {
  return { readDescriptor: async () => text, isAlive: (pid) => isAlive && pid === stack.pid };
}

describe('the stack that runs on this machine', () => {
  it('is what npm start has written down', async () => {
    expect(await readRunning(ports(JSON.stringify(stack)))).toEqual({ kind: 'running', stack });
    const withDay = { ...stack, asOf: '2021-08-02' };
    expect(await readRunning(ports(JSON.stringify(withDay)))).toEqual({ kind: 'running', stack: withDay });
  });

  it('is none when there is no such file, or its process is gone', async () => {
    const missing: RunningPorts = { readDescriptor: () => Promise.reject(new Error('ENOENT')), isAlive: () => true };
    expect(await readRunning(missing)).toEqual(nothingRuns);
    expect(await readRunning(ports(JSON.stringify(stack), false))).toEqual(nothingRuns);
  });

  it('is refused, with the places at fault, when the file is not as it should be', async () => {
    const wrong = { ...stack, queueUrl: 'nowhere', pid: 0 };
    const message = '.local/running.json is not as "npm start" writes it: queueUrl, pid';
    expect(await readRunning(ports(JSON.stringify(wrong)))).toEqual({ kind: 'refused', message });
    expect(await readRunning(ports('{"reg'))).toMatchObject({ message: expect.stringContaining('the whole file') });
  });
});
