/** What follows the case table's stream: flags are told to other systems, and the ledger is copied to the archive. */
import { Duration } from 'aws-cdk-lib';
import { StreamConsumer } from '../../constructs/stream-consumer.ts';
import { addFunction, type LaterParts } from './parts.ts';

export function addAnnounce(parts: LaterParts): StreamConsumer {
  const { stack, data, messages, bus } = parts;
  const announce = addFunction(parts, 'Announce', {
    folder: 'announce',
    description: 'Tells other systems of flags that are raised, changed, withdrawn or decided.',
    calledBy: 'stream',
    timeout: Duration.minutes(1),
    memoryMb: 512,
    variables: { CASE_TABLE_NAME: data.cases.table.tableName, EVENT_BUS_NAME: bus.eventBusName },
  });
  data.cases.allowNoting(announce.function);
  bus.grantPutEventsTo(announce.function);
  return new StreamConsumer(stack, 'FlagsAnnounced', {
    consumer: announce,
    cases: data.cases,
    key: messages,
    failureMeans: 'Other systems do not hear of flags; attorneys and their page do not depend on it.',
  });
}

export function addArchive(parts: LaterParts): StreamConsumer {
  const { stack, data, messages } = parts;
  const archive = addFunction(parts, 'ArchiveItems', {
    folder: 'archive',
    description: 'Copies ledger entries and what people did to the archive, where nobody can change them.',
    calledBy: 'stream',
    timeout: Duration.minutes(1),
    memoryMb: 512,
    variables: { ARCHIVE_BUCKET_NAME: data.archive.bucket.bucketName },
  });
  data.archive.allowPutting(archive);
  return new StreamConsumer(stack, 'ItemsArchived', {
    consumer: archive,
    cases: data.cases,
    key: messages,
    failureMeans: 'What came in these hours stands in the table alone, and not yet where nobody can change it.',
  });
}
