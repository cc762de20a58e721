/** What is kept: tables, archive, the secret behind case keys, and the keys of all. It stays when the stack goes. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Archive } from '../constructs/archive.ts';
import { CaseKey } from '../constructs/case-key.ts';
import { Keys } from '../constructs/keys.ts';
import { CaseTable, QuarantineTable } from '../constructs/tables.ts';
import type { Environment } from '../environment.ts';

export interface DataStackProps extends StackProps {
  readonly environment: Environment;
}

export class DataStack extends Stack {
  readonly keys: Keys;
  readonly cases: CaseTable;
  readonly quarantine: QuarantineTable;
  readonly caseKey: CaseKey;
  readonly archive: Archive;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, props);
    this.keys = new Keys(this, 'Keys');
    this.cases = new CaseTable(this, 'Cases', { key: this.keys.docket });
    this.quarantine = new QuarantineTable(this, 'Quarantine', { key: this.keys.docket });
    this.caseKey = new CaseKey(this, 'CaseKey', { key: this.keys.identity });
    this.archive = new Archive(this, 'Archive', { key: this.keys.archive, years: props.environment.archiveYears });

    const output = (name: string, value: string) => new CfnOutput(this, name, { value });
    output('CaseTableName', this.cases.table.tableName);
    output('QuarantineTableName', this.quarantine.table.tableName);
    output('CaseKeySecretArn', this.caseKey.secret.secretArn);
    output('ArchiveBucketName', this.archive.bucket.bucketName);
    output('SealKeyArn', this.keys.seals.keyArn);
  }
}
