/** A version or an alias of a function can be called like one if it has a role, which all of ours have and their types do not say. */
import type { Alias, IFunction, IVersion, Version } from 'aws-cdk-lib/aws-lambda';

export function callable(alias: Alias): IFunction {
  if (!isCallable(alias)) throw new Error('a function of this app has no role');
  return alias;
}

export function aliasable(version: Version): IVersion {
  if (!isAliasable(version)) throw new Error('a function of this app has no role');
  return version;
}

function isCallable(alias: Alias): alias is Alias & IFunction {
  return alias.role !== undefined;
}

function isAliasable(version: Version): version is Version & IVersion {
  return version.role !== undefined;
}
