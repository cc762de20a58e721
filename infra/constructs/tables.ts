/** The two tables, with the keys and indexes that the store names; neither can be deleted by a mistake in a deploy. */
import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { caseTable, quarantineTable } from '../../shared/store/table-shape.ts';
import type { Finding } from './acknowledge.ts';
import { keyUse } from './key-use.ts';
import { wildcardBehind } from './wildcard.ts';

const ITS_STREAMS = '/stream/*';

export interface TableProps {
  readonly key: IKey;
}

interface IndexShape {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly projected: readonly string[];
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

function index(shape: IndexShape): GlobalSecondaryIndexPropsV2 {
  return {
    indexName: shape.name,
    partitionKey: text(shape.partitionKey),
    sortKey: text(shape.sortKey),
    ...(shape.projected.length === 0
      ? { projectionType: ProjectionType.KEYS_ONLY }
      : { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...shape.projected] }),
  };
}

function kept(key: IKey): Pick<TablePropsV2, 'billing' | 'encryption' | 'removalPolicy'> & {
  deletionProtection: boolean;
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: boolean };
} {
  return {
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(key),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  };
}

interface Allowed {
  readonly actions: string[];
  readonly resources: string[];
}

const READING = ['kms:Decrypt', 'kms:DescribeKey'] as const;
/** What DynamoDB asks for at the least. */
const WRITING = [
  ...READING,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
] as const;

interface User {
  readonly user: LambdaFunction;
  readonly key: IKey;
  readonly keyActions: typeof READING | typeof WRITING;
}

function allow({ user, key, keyActions }: User, ...allowed: Allowed[]): void {
  for (const statement of allowed) user.addToRolePolicy(new PolicyStatement(statement));
  // DynamoDB reads and writes a table under its own key on behalf of the caller, who must hold these rights himself.
  user.addToRolePolicy(keyUse({ key, service: 'dynamodb', actions: [...keyActions] }));
}

/** Ledger entries and heads of cases. */
export class CaseTable extends Construct {
  readonly table: TableV2;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key }: TableProps) {
    super(scope, id);
    this.#key = key;
    this.table = new TableV2(this, 'Table', {
      ...kept(key),
      partitionKey: text(caseTable.partitionKey),
      sortKey: text(caseTable.sortKey),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      globalSecondaryIndexes: [index(caseTable.queueIndex), index(caseTable.claimsIndex), index(caseTable.dueIndex)],
    });
  }

  /** To fold updates into cases, each known by its key: no deletes, no queries, no indexes. */
  allowWriting(user: LambdaFunction): void {
    this.write(user, {
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
      resources: this.items,
    });
  }

  /** To draw heads again that are there, each known by its key. */
  allowRedrawing(user: LambdaFunction): void {
    this.write(user, { actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'], resources: this.items });
  }

  /** To show cases and record what people do about them: nothing is deleted, nothing is scanned. */
  allowReviewing(user: LambdaFunction): void {
    const { queueIndex, claimsIndex } = caseTable;
    this.write(
      user,
      { actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'], resources: this.items },
      {
        actions: ['dynamodb:Query'],
        resources: [...this.items, this.indexArn(queueIndex.name), this.indexArn(claimsIndex.name)],
      },
    );
  }

  /** To learn which cases have come due: their keys, and nothing else of them. */
  allowFindingDue(user: LambdaFunction): void {
    this.read(user, { actions: ['dynamodb:Query'], resources: [this.indexArn(caseTable.dueIndex.name)] });
  }

  /** To count what stands in the queues; no case is read. */
  allowWatchingQueues(user: LambdaFunction): void {
    this.read(user, { actions: ['dynamodb:Query'], resources: [this.indexArn(caseTable.queueIndex.name)] });
  }

  /** To follow every change of the table. */
  allowFollowing(user: LambdaFunction): void {
    this.read(
      user,
      {
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [this.streamArn],
      },
      { actions: ['dynamodb:ListStreams'], resources: [`${this.table.tableArn}${ITS_STREAMS}`] },
    );
  }

  /** What is found of whoever follows it. */
  get streamsWildcard(): Finding {
    return wildcardBehind(this.table, this.table.tableArn, ITS_STREAMS);
  }

  /** To note on a head what was told of it, known by its key. */
  allowNoting(user: LambdaFunction): void {
    this.write(user, { actions: ['dynamodb:UpdateItem'], resources: this.items });
  }

  /** To read every head, page by page. */
  allowScanning(user: LambdaFunction): void {
    this.read(user, { actions: ['dynamodb:Scan'], resources: this.items });
  }

  /** To read every head, and to look at one once more and note on it what was told of it late. */
  allowSweeping(user: LambdaFunction): void {
    this.write(user, {
      actions: ['dynamodb:GetItem', 'dynamodb:Scan', 'dynamodb:UpdateItem'],
      resources: this.items,
    });
  }

  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error('the case table has no stream');
    return tableStreamArn;
  }

  private get items(): string[] {
    return [this.table.tableArn];
  }

  private indexArn(name: string): string {
    return `${this.table.tableArn}/index/${name}`;
  }

  private read(user: LambdaFunction, ...allowed: Allowed[]): void {
    allow({ user, key: this.#key, keyActions: READING }, ...allowed);
  }

  private write(user: LambdaFunction, ...allowed: Allowed[]): void {
    allow({ user, key: this.#key, keyActions: WRITING }, ...allowed);
  }
}

/** Messages that were refused, with the reason and the paths at fault. */
export class QuarantineTable extends Construct {
  readonly table: TableV2;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key }: TableProps) {
    super(scope, id);
    this.#key = key;
    this.table = new TableV2(this, 'Table', {
      ...kept(key),
      partitionKey: text(quarantineTable.partitionKey),
      globalSecondaryIndexes: [index(quarantineTable.recentIndex)],
    });
  }

  /** To set a refused message aside; reading it back is for people. */
  allowAdding(writer: LambdaFunction): void {
    const allowed = { actions: ['dynamodb:PutItem'], resources: [this.table.tableArn] };
    allow({ user: writer, key: this.#key, keyActions: WRITING }, allowed);
  }
}
