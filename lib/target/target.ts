import { ok, type Result } from '../result';
import { parseDomain } from './domain';
import { parseLiteral } from './literal';
import { endOfQuoted, octetsOf, parseLocalPart } from './local-part';
import { type TargetProblem, wrong } from './problem';
import { atInput, type Source, unwrapInput } from './source';

export type { TargetProblem };

/** What is to be checked. Made only by `parseTarget`. */
export interface Target {
  /** As it was typed. */
  input: string;
  kind: 'domain' | 'mailbox' | 'literal';
  /** Lower-case A-labels without trailing dot; for a literal the bracketed form, e.g. `[192.0.2.1]`. */
  domain: string;
  domainUnicode: string;
  /** To the byte as typed, quotes included; null when only a domain or a literal was given. */
  localPart: string | null;
  /** Local part and domain as they go on the wire. */
  mailbox: string | null;
  /** The address of a literal, without brackets and tag. */
  address: string | null;
}

/** UTF-16 units of an input that is looked at; far above any address, and above a `mailto:` link with a subject. */
export const MAX_INPUT_CHARACTERS = 4096;

/** Octets of a mailbox: the path of RFC 5321 §4.5.3.1.3 has 256 with its angle brackets. */
const MAX_MAILBOX_OCTETS = 254;

/**
 * Reads what a person typed or pasted: a domain, a mailbox, an address literal with or without a local part, each
 * also in angle brackets, as `mailto:` link, with white space around. Comments and folding white space of RFC 5322
 * are refused, since SMTP has neither (RFC 5321 §4.1.2). Never throws.
 */
export function parseTarget(input: string): Result<Target, TargetProblem> {
  if (input.length > MAX_INPUT_CHARACTERS)
    return wrong(
      'input-too-long',
      MAX_INPUT_CHARACTERS,
      input.length - MAX_INPUT_CHARACTERS,
      `The input has ${input.length} characters; an address has at most ${MAX_MAILBOX_OCTETS}.`,
    );
  const source = unwrapInput(input);
  if (!source.ok) return source;
  const parsed = parseText(input, source.value.text);
  if (parsed.ok) return parsed;
  return { ok: false, problem: atInput(source.value, betterProblem(source.value, parsed.problem)) };
}

/** The fields of a target that are shown and stored. */
export function targetView({ input, kind, domain, domainUnicode, mailbox }: Target) {
  return { input, kind, domain, domainUnicode, ...(mailbox === null ? {} : { mailbox }) };
}

function parseText(input: string, text: string): Result<Target, TargetProblem> {
  if (text === '') return wrong('empty', 0, 0, 'Type a domain or a mail address.');
  const at = findAt(text);
  if (!at.ok) return at;
  let localPart: string | null = null;
  if (at.value !== null) {
    const parsed = parseLocalPart(text, at.value);
    if (!parsed.ok) return parsed;
    localPart = parsed.value;
  }
  const start = at.value === null ? 0 : at.value + 1;
  const place = parsePlace(text, start, localPart === null);
  if (!place.ok) return place;
  const { kind, domain, domainUnicode, address } = place.value;
  const mailbox = localPart === null ? null : `${localPart}@${domain}`;
  if (mailbox !== null && octetsOf(mailbox) > MAX_MAILBOX_OCTETS)
    return wrong(
      'mailbox-too-long',
      0,
      text.length,
      `The address has ${octetsOf(mailbox)} octets; ${MAX_MAILBOX_OCTETS} are allowed.`,
    );
  return ok({
    input,
    kind: kind === 'domain' && mailbox !== null ? 'mailbox' : kind,
    domain,
    domainUnicode,
    localPart,
    mailbox,
    address,
  });
}

/** Where the @ between local part and domain is; null when there is neither @ nor local part. */
function findAt(text: string): Result<number | null, TargetProblem> {
  if (text.startsWith('@') && text.includes(':'))
    return wrong(
      'source-route',
      0,
      text.indexOf(':') + 1,
      'A route through other hosts is no longer part of an address.',
    );
  if (text.startsWith('"')) {
    const end = endOfQuoted(text);
    if (end === null) return wrong('quote-unclosed', text.length, 0, 'The opening quote has no closing one.');
    if (end === text.length)
      return wrong('at-missing', end, 0, 'After the quotes an @ and a domain must follow.');
    if (text.charAt(end) !== '@')
      return wrong('quoted-part-mixed', end, 1, 'After the closing quote an @ and a domain must follow.');
    return ok(end);
  }
  const at = text.indexOf('@');
  const second = text.indexOf('@', at + 1);
  if (at < 0) return ok(null);
  if (second < 0) return ok(at);
  return wrong('at-twice', second, 1, 'An address has only one @ outside of quotes.');
}

type Place = Pick<Target, 'kind' | 'domain' | 'domainUnicode' | 'address'>;

function parsePlace(text: string, start: number, stands: boolean): Result<Place, TargetProblem> {
  if (text.charAt(start) === '[') {
    const literal = parseLiteral(text, start);
    if (!literal.ok) return literal;
    const { domain, address } = literal.value;
    return ok({ kind: 'literal', domain, domainUnicode: domain, address });
  }
  const parsed = parseDomain(text, start, stands);
  if (!parsed.ok) return parsed;
  return ok({
    kind: 'domain',
    domain: parsed.value.ascii,
    domainUnicode: parsed.value.unicode,
    address: null,
  });
}

/** For what people often paste, words that help more than the first character that does not fit. */
function betterProblem({ text }: Source, problem: TargetProblem): TargetProblem {
  const open = text.indexOf('<');
  if (open > 0 && text.endsWith('>')) {
    const say = 'Only the address between < and > is needed, without the name before it.';
    return { code: 'display-name', say, at: 0, length: open };
  }
  const scheme = /^(?:https?|ftp):\/\//i.exec(text)?.[0];
  if (scheme !== undefined) {
    const say = 'This is a web address; the domain alone is needed.';
    return { code: 'web-address', say, at: 0, length: scheme.length };
  }
  const first = /^([^\s",;()[\]]+)[,;]\s*[^\s,;]/.exec(text)?.[1];
  if (first?.slice(0, -1).includes('.') === true) {
    const at = first.length;
    return {
      code: 'several-targets',
      say: 'One target at a time: something follows the separator.',
      at,
      length: 1,
    };
  }
  return problem;
}
