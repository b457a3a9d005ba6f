import { isUnanswered } from '@/lib/policy/dmarc/align';
import type { MessageView, WayView } from '@/lib/message/message-view';
import { signatureWords } from './signature-words';
import type { Tone } from './words';

interface MessageVerdict {
  tone: Tone;
  title: string;
  says: string;
}

const FROM_FAULTS: Readonly<Record<NonNullable<MessageView['fromFault']>, string>> = {
  'no-field': 'it has no From',
  'several-fields': 'it has several From fields',
  'no-address': 'its From holds no address',
  'several-addresses': 'its From holds several addresses',
  'several-domains': 'its From names several domains',
  'bad-domain': 'its From names no valid domain',
};

/** What is wrong with `From`; null where nothing is. */
export function fromWords({ fromFault }: MessageView): string | null {
  return fromFault === null ? null : FROM_FAULTS[fromFault];
}

/** What a receiver finds: whether DMARC passes, by what, or which step failed. */
export function messageVerdict(view: MessageView, { dmarc, spf }: WayView): MessageVerdict {
  if (dmarc === null)
    return {
      tone: 'bad',
      title: `DMARC cannot be judged: ${fromWords(view) ?? 'From cannot be read'}.`,
      says: 'Write exactly one From with one address; many receivers refuse anything else.',
    };
  const { domain } = dmarc;
  switch (dmarc.result) {
    case 'pass':
      return { tone: 'good', title: `DMARC passes: ${provenBy(dmarc)}.`, says: '' };
    case 'temperror':
      return {
        tone: 'unknown',
        title: `DMARC is not known: ${unansweredStep(view, dmarc)}`,
        says: 'Receivers defer or ignore DMARC then. Paste the message again later.',
      };
    case 'unknown':
      return {
        tone: 'unknown',
        title: `DMARC is not known: SPF cannot be judged, and ${
          view.dkim.length === 0 ? 'there is no DKIM signature' : `no DKIM signature passes for ${domain}`
        }.`,
        says: 'The message names no Return-Path or no public sending address. Paste it as the recipient’s server has stored it.',
      };
    case 'none':
      return {
        tone: 'wait',
        title:
          dmarc.state === 'invalid'
            ? `No DMARC policy applies: the record of ${domain} is not valid.`
            : `No DMARC policy applies: ${domain} publishes none.`,
        says: `Publish v=DMARC1; p=none; rua=mailto:… at _dmarc.${dmarc.organizational}. ${unproven(view, spf)}`,
      };
    case 'fail':
      return {
        tone: 'bad',
        title: `DMARC fails: ${failedStep(view, dmarc, spf)}`,
        says: fixOf(view, dmarc, spf),
      };
  }
}

type Dmarc = NonNullable<WayView['dmarc']>;

/** "DKIM of example.org and SPF of bounce.example.org are aligned". */
function provenBy({ alignments }: Dmarc): string {
  const aligned = alignments.filter(({ isAligned }) => isAligned);
  const names = [...new Set(aligned.map(({ by, domain }) => `${by.toUpperCase()} of ${domain}`))];
  return `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} aligned`;
}

/** What no name server answered about. */
function unansweredStep(view: MessageView, { domain, state, organizational, alignments }: Dmarc): string {
  if (state === 'temperror') return `no name server answered about the record of ${domain}.`;
  const own = view.dkim.find((one) => isWithin(one.domain, organizational) && one.result === 'temperror');
  if (own !== undefined)
    return `the DKIM signature of ${own.domain} could not be verified. ${signatureWords(own)?.says ?? ''}`;
  const unanswered = alignments.find(isUnanswered);
  return unanswered === undefined
    ? 'no name server answered about what SPF needs.'
    : `no name server answered about the organisation of ${unanswered.domain}.`;
}

/** Which of what would be aligned does not pass, or what passes and is not aligned. */
function failedStep(
  view: MessageView,
  { domain, organizational, alignments }: Dmarc,
  spf: WayView['spf'],
): string {
  const own = view.dkim.find((one) => isWithin(one.domain, organizational) && one.result !== 'pass');
  if (own !== undefined)
    return `the DKIM signature of ${own.domain} does not count. ${signatureWords(own)?.says ?? ''}`;
  if (alignments.length > 0) {
    const names = [...new Set(alignments.map((one) => `${one.by.toUpperCase()} of ${one.domain}`))];
    return `${names.join(' and ')} ${names.length === 1 ? 'passes, but is' : 'pass, but are'} not aligned with ${domain} in From.`;
  }
  const said = spf === null ? 'SPF could not be judged' : `SPF of ${spf.domain} says ${spf.result}`;
  return view.dkim.length === 0
    ? `there is no DKIM signature, and ${said}.`
    : `no DKIM signature passes, and ${said}.`;
}

function fixOf(
  view: MessageView,
  { domain, organizational, alignments, applied }: Dmarc,
  spf: WayView['spf'],
): string {
  const asks =
    applied === 'none' || applied === null ? '' : ` The domain asks receivers to ${applied} such mail.`;
  const own = view.dkim.find((one) => isWithin(one.domain, organizational) && one.result !== 'pass');
  const fix = own === undefined ? undefined : signatureWords(own)?.fix;
  if (fix !== undefined) return fix + asks;
  if (alignments.length > 0)
    return `Let the sender sign with ${domain}, or use an envelope sender of that domain.${asks}`;
  return `Sign with DKIM for ${domain}${spf === null ? '' : `, or let the SPF record of ${spf.domain} name ${spf.address}`}.${asks}`;
}

function isWithin(domain: string, above: string): boolean {
  return domain === above || domain.endsWith(`.${above}`);
}

function unproven({ dkim }: MessageView, spf: WayView['spf']): string {
  const passes = [
    ...dkim.flatMap(({ result, domain }) => (result === 'pass' ? [`DKIM of ${domain}`] : [])),
    ...(spf?.result === 'pass' ? [`SPF of ${spf.domain}`] : []),
  ];
  return passes.length === 0 ? 'Neither SPF nor DKIM passes.' : `Passes by itself: ${passes.join(', ')}.`;
}

/** A delay as it is read, and whether it is one to look at. */
export function delayWords(delaySeconds: number | null): { text: string; tone: Tone } | null {
  if (delaySeconds === null) return null;
  // Clocks that differ by a second or two tell nothing.
  if (delaySeconds < -2)
    return { text: `${-delaySeconds} s earlier than the hop before: a clock is wrong`, tone: 'wait' };
  const seconds = Math.max(0, delaySeconds);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const text =
    hours > 0
      ? `${hours} h ${minutes} min`
      : minutes > 0
        ? `${minutes} min ${seconds % 60} s`
        : `${seconds} s`;
  return { text, tone: seconds >= 300 ? 'wait' : 'note' };
}
