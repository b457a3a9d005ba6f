import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openWorld } from '@/lib/net/world';
import { parseTarget } from '@/lib/target/target';
import { databaseFile, isPostgresql } from '@/lib/database-url';
import { Environment, readSettings, type Settings } from '../../config/settings';
import { databaseLook } from './database';
import { type Item, ok, warn, wrong } from './item';
import { clockItem, diskItem, nodeItem, packagesItem } from './machine';
import { lookAtNetwork } from './network';
import { ownSideItems, portItem, resolverItems, rootItems } from './network-items';

interface Diagnosis {
  environment: NodeJS.ProcessEnv;
  /** Where the project is. */
  folder: string;
  /** A domain whose mail servers are greeted; null: that of our own sender. */
  domain: string | null;
}

/**
 * Looks at everything that mxproof needs, and tells it as it is found. Asks some root servers, whoever the names of our own and of the
 * domain lead to, and the resolvers that are compared with; greets the domain's mail servers, and nobody else.
 */
export async function* diagnose({ environment, folder, domain }: Diagnosis): AsyncGenerator<Item> {
  yield nodeItem(process.versions.node);
  yield packagesItem(folder);
  const settings = readSettings(environment);
  if (!settings.ok) {
    for (const problem of settings.problem)
      yield wrong(
        'configuration',
        problem,
        'See docs/configuration.md; all else is looked at when this is mended.',
      );
    return;
  }
  yield* unknownVariables(environment);
  const { databaseUrl } = settings.value;
  const { item, bytes, newest } = await databaseLook(databaseUrl);
  yield item;
  if (!isPostgresql(databaseUrl)) yield await diskItem(databaseFile(databaseUrl), bytes);
  yield clockItem(new Date(), newest, builtAt(folder));
  yield* networkItems(settings.value, domain);
}

async function* networkItems(settings: Settings, domain: string | null): AsyncGenerator<Item> {
  const { mailFrom, helo } = settings;
  const own = mailFrom.includes('@') ? mailFrom.slice(mailFrom.lastIndexOf('@') + 1) : helo;
  const target = parseTarget(domain ?? own);
  if (!target.ok) {
    const todo = 'Name a domain behind the command, as in doctor DOMAIN; or set MXPROOF_HELO to a full name.';
    yield wrong('network', `"${domain ?? own}" is nobody to greet: ${target.problem.say}`, todo);
    return;
  }
  const world = openWorld({
    ...settings,
    capture: false,
    formerPolicy: () => Promise.resolve(null),
    onCaptureFailure: () => undefined,
  });
  const { roots, check } = await lookAtNetwork(target.value, world, settings);
  yield* rootItems(roots, settings.dnsPort);
  yield portItem(check, settings.smtpPort);
  yield* ownSideItems(check);
  yield* resolverItems(check);
}

/** What looks like a variable of ours, and is none: misspelt, most likely. */
function* unknownVariables(environment: NodeJS.ProcessEnv): Iterable<Item> {
  const known = new Set(Object.keys(Environment.shape).flatMap((name) => [name, `${name}_FILE`]));
  const unknown = Object.keys(environment).filter((name) => name.startsWith('MXPROOF_') && !known.has(name));
  if (unknown.length === 0) yield ok('configuration', 'Every variable is known, and its value valid.');
  else
    yield warn(
      'configuration',
      `The values are valid; ${unknown.join(', ')} is no variable of mxproof.`,
      'See docs/configuration.md for their names.',
    );
}

/** When what is served was put together; null when nothing was yet. */
function builtAt(folder: string): Date | null {
  return statSync(join(folder, '.next', 'BUILD_ID'), { throwIfNoEntry: false })?.mtime ?? null;
}
