import type { z } from 'zod';
import { parseTarget } from '@/lib/target/target';
import { parseSender } from '@/lib/target/wire-name';
import { readList } from './lists';

/** Addresses, `<>` and domains, as they go on the wire, separated by commas. */
export function readMessageFrom(text: string, context: z.RefinementCtx): string[] {
  return readList(text).flatMap((entry) => {
    const address = parseSender(entry);
    if (address.ok) return [address.value];
    const domain = parseTarget(entry);
    if (domain.ok && domain.value.kind === 'domain') return [domain.value.domain];
    context.addIssue({
      code: 'custom',
      message: `must be mail addresses, domains or <>, separated by commas; "${entry}" is none`,
    });
    return [];
  });
}

/** Whether a message may say that it comes from this address; of a domain it is every one at it, and none below. */
export function mayComeFrom(sender: string, allowed: readonly string[]): boolean {
  return allowed.includes(sender) || allowed.includes(sender.slice(sender.lastIndexOf('@') + 1));
}
