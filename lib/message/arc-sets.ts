import { no, ok, type Result } from '@/lib/result';
import { arcFields, MAX_ARC_SETS } from './names-needed';
import { readSignature, type Signature } from './signature';
import type { ArcReason } from './view';
import { type RawField, valueOf, type WholeMessage } from './whole-message';

/** One set as it stands in a message (RFC 8617 §4.2). */
export interface ArcFields {
  instance: number;
  results: RawField;
  message: Signature;
  seal: Signature;
}

export interface ArcFault {
  reason: ArcReason;
  instance: number | null;
  detail: string | null;
}

const NAMES = ['arc-authentication-results', 'arc-message-signature', 'arc-seal'] as const;

/** The sets of a message, the first one first, when they are a chain (RFC 8617 §5.2 steps 1 to 3); none where it has no such field. */
export function readArcSets(message: WholeMessage): Result<ArcFields[], ArcFault> {
  const fault = (reason: ArcReason, instance: number | null = null, detail: string | null = null) =>
    no({ reason, instance, detail });
  const [results, messages, seals] = NAMES.map((name) => arcFields(message, name));
  const all = [results ?? [], messages ?? [], seals ?? []];
  if (all.some((fields) => fields.length > MAX_ARC_SETS)) return fault('too-many-sets');
  const instances = all.flat().map(({ instance }) => instance);
  const last = Math.max(0, ...instances.map((one) => one ?? 0));
  const broken = all.flat().find(({ instance }) => instance === null);
  if (broken !== undefined) return fault('bad-instance', null, broken.field.name);
  const sets: ArcFields[] = [];
  for (let instance = 1; instance <= last; instance++) {
    const own = all.map((fields) => fields.filter((one) => one.instance === instance));
    if (own.every((fields) => fields.length === 0)) return fault('set-missing', instance);
    const repeated = own.findIndex((fields) => fields.length > 1);
    if (repeated !== -1) return fault('field-repeated', instance, NAMES[repeated] ?? null);
    const [result, signature, seal] = own.map(([one]) => one?.field);
    if (result === undefined || signature === undefined || seal === undefined)
      return fault('field-missing', instance, NAMES[[result, signature, seal].indexOf(undefined)] ?? null);
    sets.push({
      instance,
      results: result,
      message: readSignature('arc-message', signature),
      seal: readSignature('arc-seal', seal),
    });
  }
  return ok(sets);
}

/** What RFC 8617 forbids in a set that is whole; the first fault, from the newest set back. */
export function faultOfSets(sets: readonly ArcFields[]): ArcFault | null {
  const newest = sets.at(-1);
  // RFC 8617 §5.2 step 2: whoever sealed last has found it broken already.
  if (newest?.seal.cv === 'fail') return { reason: 'cv-fail', instance: newest.instance, detail: null };
  for (const { instance, message, seal } of [...sets].reverse()) {
    // RFC 8617 §5.2 step 3: the first one had no chain before it.
    if (seal.cv !== (instance === 1 ? 'none' : 'pass'))
      return { reason: 'cv-not-allowed', instance, detail: seal.cv };
    // RFC 8617 §4.1.3.
    const tag = ['h', 'bh', 'l', 'x'].find((name) => hasTag(seal, name));
    if (tag === 'h') return { reason: 'seal-tag-not-allowed', instance, detail: tag };
    // RFC 8617 §4.1.2.
    if (message.signed.includes('arc-seal')) return { reason: 'seal-signed', instance, detail: null };
  }
  return null;
}

function hasTag({ field }: Signature, name: string): boolean {
  return valueOf(field)
    .split(';')
    .some((entry) => entry.slice(0, Math.max(0, entry.indexOf('='))).trim() === name);
}
