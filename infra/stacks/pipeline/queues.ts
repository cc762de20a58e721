/** What draws cases, each from a queue of its own: docket updates at once, cases to be drawn again slowly. */
import { Duration } from 'aws-cdk-lib';
import { QueueConsumer } from '../../constructs/queue-consumer.ts';
import { addFunction, drawing, type Parts } from './parts.ts';

export function addUpdates(parts: Parts): QueueConsumer {
  const { stack, data, environment, messages } = parts;
  const { shadowInstrument } = environment;
  const classify = addFunction(parts, 'ClassifyUpdate', {
    folder: 'classify-update',
    description: 'Folds docket updates into cases and classifies them against the instrument.',
    calledBy: 'queue',
    timeout: Duration.seconds(30),
    memoryMb: 1024,
    variables: {
      ...drawing(parts),
      QUARANTINE_TABLE_NAME: data.quarantine.table.tableName,
      CASE_KEY_SECRET_ID: data.caseKey.secret.secretArn,
      ...(shadowInstrument === undefined ? {} : { SHADOW_INSTRUMENT_ID: shadowInstrument }),
    },
  });
  data.cases.allowWriting(classify.function);
  data.quarantine.allowAdding(classify.function);
  data.caseKey.allowReading(classify.function);
  return new QueueConsumer(stack, 'DocketUpdates', {
    consumer: classify,
    key: messages,
    batchSize: 25,
    batchingWindow: Duration.seconds(1),
    maxConcurrency: 10,
    oldestMessageAge: Duration.minutes(15),
    deepest: 50_000,
    failureMeans: 'Docket updates are kept but not applied, so attorneys see flags that may no longer be right.',
  });
}

export function addReclassify(parts: Parts): QueueConsumer {
  const { stack, data, messages } = parts;
  const reclassify = addFunction(parts, 'Reclassify', {
    folder: 'reclassify',
    description: 'Draws cases again that a day or another instrument may have changed.',
    calledBy: 'queue',
    timeout: Duration.minutes(1),
    memoryMb: 1024,
    variables: drawing(parts),
  });
  data.cases.allowRedrawing(reclassify.function);
  return new QueueConsumer(stack, 'ReclassifyCases', {
    consumer: reclassify,
    key: messages,
    // Of up to 25 cases each.
    batchSize: 4,
    batchingWindow: Duration.seconds(1),
    // Slow on purpose: docket updates must not wait for it.
    maxConcurrency: 2,
    oldestMessageAge: Duration.hours(6),
    deepest: 200_000,
    failureMeans: 'Cases that have come due are not drawn again, so attorneys see answers of an earlier day.',
  });
}
