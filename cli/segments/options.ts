/** Options that every command on the whole docket has. */
import type { Command } from 'commander';
import { numberOption } from '../options.ts';

export interface SegmentOptions {
  segments: number;
  state: string;
}

const SEGMENTS = 8;
const STATE_FOLDER = '.own-motion';

export function addDocketOptions(command: Command): Command {
  return command
    .option('--table <name>', 'table of cases of a deployed stack')
    .option('--policy <id>', 'instrument that the deployed stack classifies by')
    .option('--shards <n>', 'queue shards of the deployed stack', numberOption(1, 64))
    .option('--region <name>', 'region of a deployed stack (default: as the AWS SDK finds it)');
}

export function addSegmentOptions(command: Command): Command {
  return command
    .option('--segments <n>', 'parts of the table that are read side by side', numberOption(1, 1000), SEGMENTS)
    .option('--state <folder>', 'where it keeps how far it has come', STATE_FOLDER);
}
