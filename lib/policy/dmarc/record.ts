import { readTags, type Tag } from '../tag-list';
import { readUris, type ReportUri } from './report-uri';

/** What the owner of a domain wants done with mail that fails; RFC 9989 §4.7. */
export type DmarcPolicy = (typeof POLICIES)[number];

/** What a record has that RFC 9989 does not take, or takes in no account. */
interface DmarcFault {
  tag: string;
  value: string;
  what:
    /** §4.8: not of the form of the tag; the default counts. */
    | 'bad-value'
    /** No tag at all. */
    | 'no-tag'
    /** Twice the same. */
    | 'repeated'
    /** §4.7: none that is known; it is ignored. */
    | 'unknown'
    /** Appendix A: it was in RFC 7489, and means nothing any more. */
    | 'removed'
    /** RFC 7489 §6.3 wanted it right behind the version; who still reads by that ignores the record. */
    | 'p-not-second'
    /** §4.10.1: without a policy it is as if it were none. */
    | 'no-p';
}

export interface DmarcRecord {
  text: string;
  /** Null when it has none that is valid. */
  p: DmarcPolicy | null;
  sp: DmarcPolicy | null;
  np: DmarcPolicy | null;
  /** Whether its owner is trying the policy out, and wants the next milder one applied. */
  isTest: boolean;
  psd: 'y' | 'n' | 'u';
  /** Strict (`s`) or relaxed alignment. */
  adkim: 'r' | 's';
  aspf: 'r' | 's';
  rua: readonly ReportUri[];
  ruf: readonly ReportUri[];
  fo: string;
  faults: readonly DmarcFault[];
  /** As they stand there, known or not. */
  tags: readonly Tag[];
}

/** RFC 9989 §4.8: `v` of either case, then exactly this. */
const VERSION = /^[ \t]*v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/i;
const EXACT = /^[ \t]*[vV][ \t]*=[ \t]*DMARC1/;

/** Of RFC 7489 §6.3, and what they had there. */
const REMOVED: Readonly<Record<string, RegExp>> = {
  pct: /^(?:100|[1-9]?\d)$/,
  rf: /^[a-z][a-z0-9-]*(?:[ \t]*:[ \t]*[a-z][a-z0-9-]*)*$/i,
  ri: /^\d{1,10}$/,
};

/** The largest number of seconds that RFC 7489 §6.3 takes for `ri`. */
const MAX_INTERVAL = 2 ** 32 - 1;

const POLICIES = ['none', 'quarantine', 'reject'] as const;

/** RFC 9989 §4.8, and other orders and mixtures that RFC 7489 §6.3 had. */
const FO = /^[01ds](?:[ \t]*:[ \t]*[01ds])*$/i;

/** Whether TXT text is a DMARC record; any other text at the name is none of our business (RFC 9989 §4.10). */
export function isDmarc(text: string): boolean {
  return VERSION.test(text) && EXACT.test(text);
}

/** Reads the text of a DMARC record; what is not of its form leaves the default (RFC 9989 §4.7), and is told. */
export function parseDmarc(text: string): DmarcRecord {
  const tags = readTags(text);
  const faults: DmarcFault[] = [];
  const values = new Map<string, string>();
  for (const [index, tag] of tags.entries()) {
    const name = tag.name?.toLowerCase() ?? '';
    const fault = (what: DmarcFault['what']) => faults.push({ tag: name, value: tag.value, what });
    if (!/^[a-z]+$/.test(name)) faults.push({ tag: tag.text, value: '', what: 'no-tag' });
    else if (values.has(name)) fault('repeated');
    else {
      values.set(name, tag.value);
      if (name in REMOVED) fault(isAsOnce(name, tag.value) ? 'removed' : 'bad-value');
      else if (!KNOWN.has(name)) fault('unknown');
      else if (name === 'p' && index !== 1) fault('p-not-second');
    }
  }
  const read = <T extends string>(name: string, allowed: readonly T[]): T | null => {
    const value = values.get(name);
    if (value === undefined) return null;
    // RFC 5234 §2.3: literals of the grammar are of either case.
    const found = allowed.find((one) => one === value.toLowerCase());
    if (found === undefined) faults.push({ tag: name, value, what: 'bad-value' });
    return found ?? null;
  };
  const uris = (name: string): ReportUri[] => {
    const value = values.get(name);
    if (value === undefined) return [];
    const { uris: found, isWhole } = readUris(value);
    if (!isWhole) faults.push({ tag: name, value, what: 'bad-value' });
    return found;
  };
  const readFo = (): string => {
    const value = values.get('fo') ?? '0';
    if (FO.test(value)) return value.toLowerCase();
    faults.push({ tag: 'fo', value, what: 'bad-value' });
    return '0';
  };
  if (!values.has('p')) faults.push({ tag: 'p', value: '', what: 'no-p' });
  return {
    text,
    p: read('p', POLICIES),
    sp: read('sp', POLICIES),
    np: read('np', POLICIES),
    isTest: read('t', ['y', 'n']) === 'y',
    psd: read('psd', ['y', 'n', 'u']) ?? 'u',
    adkim: read('adkim', ['r', 's']) ?? 'r',
    aspf: read('aspf', ['r', 's']) ?? 'r',
    rua: uris('rua'),
    ruf: uris('ruf'),
    fo: readFo(),
    faults,
    tags,
  };
}

const KNOWN = new Set(['v', 'p', 'sp', 'np', 't', 'psd', 'adkim', 'aspf', 'rua', 'ruf', 'fo']);

function isAsOnce(name: string, value: string): boolean {
  return REMOVED[name]?.test(value) === true && (name !== 'ri' || Number(value) <= MAX_INTERVAL);
}

/**
 * The policy that counts: RFC 9989 §4.10.1. Null when the record asks for nothing at all: it has no valid policy, and nobody to
 * report to.
 */
export function statedPolicy(record: DmarcRecord): DmarcPolicy | null {
  const isSound = record.p !== null && !record.faults.some(isBadPolicy);
  if (isSound) return record.p;
  return record.rua.length > 0 ? 'none' : null;
}

function isBadPolicy({ tag, what }: DmarcFault): boolean {
  return what === 'bad-value' && (tag === 'p' || tag === 'sp' || tag === 'np');
}

/** Whether every part of it is as RFC 9989 §4.8 has it, or RFC 7489 had it. */
export function isWellFormed(record: DmarcRecord): boolean {
  return (
    statedPolicy(record) !== null &&
    record.faults.every(({ what }) => what === 'unknown' || what === 'removed' || what === 'p-not-second')
  );
}
