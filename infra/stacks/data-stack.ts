/** What is kept: the tables, the secret behind case keys, and the keys of both. All of it stays when the stack goes. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CaseKey } from '../constructs/case-key.ts';
import { Keys } from '../constructs/keys.ts';
import { CaseTable, QuarantineTable } from '../constructs/tables.ts';

export class DataStack extends Stack {
  readonly keys: Keys;
  readonly cases: CaseTable;
  readonly quarantine: QuarantineTable;
  readonly caseKey: CaseKey;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.keys = new Keys(this, 'Keys');
    this.cases = new CaseTable(this, 'Cases', { key: this.keys.docket });
    this.quarantine = new QuarantineTable(this, 'Quarantine', { key: this.keys.docket });
    this.caseKey = new CaseKey(this, 'CaseKey', { key: this.keys.identity });

    const output = (name: string, value: string) => new CfnOutput(this, name, { value });
    output('CaseTableName', this.cases.table.tableName);
    output('QuarantineTableName', this.quarantine.table.tableName);
    output('CaseKeySecretArn', this.caseKey.secret.secretArn);
  }
}
